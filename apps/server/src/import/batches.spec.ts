import { describe, expect, it } from '@jest/globals';
import { batchesOf, type Batch } from './batches.js';

const NOW = Date.UTC(2026, 0, 1) * 1000;

const line = (n: number, text = ''): string =>
  JSON.stringify({
    type: 'MilestoneReported',
    story: 'a-story',
    occurredAt: '2025-01-01',
    data: { text: `Number ${n}.${text}` },
    source: { url: 'https://example.org/1', publisher: 'A paper' },
  });
const numbered = (count: number): string[] => Array.from({ length: count }, (_, n) => line(n));

async function batches(text: string, size = 10_000, byAdmin = true): Promise<Batch[]> {
  const chunks = async function* (): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
  };
  const found: Batch[] = [];
  for await (const batch of batchesOf(chunks(), () => NOW, byAdmin)) found.push(batch);
  return found;
}

const sizes = (found: readonly Batch[]): number[] => found.map((batch) => batch.lines.length);
const ids = (found: readonly Batch[]): string[] =>
  found.flatMap(({ lines }) => lines.map((one) => ('event' in one ? one.event.id : '')));

describe('batches of lines', () => {
  it('have a thousand lines each, and the last one the rest', async () => {
    expect(sizes(await batches(numbered(2500).join('\n')))).toEqual([1000, 1000, 500]);
    expect(sizes(await batches(numbered(2000).join('\n')))).toEqual([1000, 1000]);
    expect(sizes(await batches(''))).toEqual([0]);
  });

  it('have fewer lines where these are long: no more bytes than a request may have', async () => {
    const long = Array.from({ length: 30 }, (_, n) => `{"article":${JSON.stringify(article(n, 400_000))}}`);
    const found = await batches(long.join('\n'));
    expect(sizes(found)).toEqual([10, 10, 10]);
  });

  it('end at the first line that cannot be read, and name it', async () => {
    const found = await batches([line(1), '', '{"type":', line(2)].join('\n'));
    expect(sizes(found)).toEqual([1]);
    expect(found[0]?.rejected).toMatchObject({ line: 3, code: 'malformed-json', errors: [{ pointer: '' }] });
  });

  it('have pointers into the rejected line', async () => {
    const [batch] = await batches(line(1).replace('2025-01-01', '2025-13'));
    expect(batch?.rejected).toMatchObject({ line: 1, code: 'invalid-event', errors: [{ pointer: '/occurredAt' }] });
  });
});

describe('the id of a line without an id', () => {
  it('depends on its content, not on its format', async () => {
    const reordered = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(line(1)) as object).reverse()),
      null,
      1,
    ).replaceAll('\n', ' ');
    const [first, second, other] = ids(await batches([line(1), reordered, line(2)].join('\n')));
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('does not depend on the place in an exported log', async () => {
    const exported = line(1).replace(
      '{',
      '{"position":17,"version":3,"recordedAt":"2026-01-01T00:00:00.000000Z","recordedBy":"desk",',
    );
    const [first, second] = ids(await batches([line(1), exported].join('\n')));
    expect(second).toBe(first);
  });
});

describe('an article in a line', () => {
  it.each<[string, object, string, string]>([
    ['with neither text nor sha256', { body: undefined }, 'invalid-request', '/article/body'],
    ['with the sha256 of another text', { sha256: 'ab'.repeat(32) }, 'invalid-request', '/article/sha256'],
    [
      'with the id of another article',
      { id: '00000000-0000-4000-8000-000000000000' },
      'invalid-request',
      '/article/id',
    ],
    ['with a text that is too long', { body: 'x'.repeat(1024 * 1024 + 1) }, 'too-large', '/article/body'],
    ['with a text although it was erased', { erased: 'A court order' }, 'invalid-request', '/article/erased'],
    ['with an unknown field', { color: 'red' }, 'invalid-request', '/article/color'],
  ])('%s is refused', async (_, change, code, pointer) => {
    const [batch] = await batches(JSON.stringify({ article: { ...article(1, 10), ...change } }), 100_000);
    expect(batch?.rejected).toMatchObject({ line: 1, code, errors: [{ pointer }] });
  });

  it.each<[string, object, string[]]>([
    ['without its text', { body: undefined, sha256: 'ab'.repeat(32) }, ['/article/body']],
    [
      'that was erased',
      { body: undefined, sha256: 'ab'.repeat(32), erased: 'A court order' },
      ['/article/erased', '/article/body'],
    ],
    ['with its text, and erased', { erased: 'A court order' }, ['/article/erased']],
  ])('%s is refused to an editor', async (_, change, pointers) => {
    const lines = [line(1), JSON.stringify({ article: { ...article(1, 10), ...change } }), line(2)].join('\n');
    const [batch] = await batches(lines, 100_000, false);
    expect(batch?.lines).toHaveLength(1);
    expect(batch?.rejected).toMatchObject({
      line: 2,
      code: 'forbidden',
      errors: pointers.map((pointer) => ({ pointer })),
    });
  });

  it('has the number of its revision only from an admin', async () => {
    const text = JSON.stringify({ article: { ...article(1, 10), revision: 7 } });
    for (const byAdmin of [true, false])
      expect((await batches(text, 100_000, byAdmin))[0]?.lines).toMatchObject([
        { article: { revision: byAdmin ? 7 : undefined } },
      ]);
  });

  it('has no other field beside it', async () => {
    const [batch] = await batches(JSON.stringify({ article: article(1, 10), story: 'a-story' }));
    expect(batch?.rejected).toMatchObject({ line: 1, code: 'invalid-request', errors: [{ pointer: '/story' }] });
  });
});

const article = (n: number, size: number) => ({
  url: `https://example.org/${n}`,
  headline: 'A headline',
  publisher: 'A paper',
  body: 'x'.repeat(size),
});
