import { describe, expect, it } from '@jest/globals';
import { groupsOf, type Batch } from './batches.js';

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

async function groups(text: string, size = 10_000, vouched = true): Promise<Batch[]> {
  const pieces = async function* (): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
  };
  const found: Batch[] = [];
  for await (const group of groupsOf(pieces(), () => NOW, vouched)) found.push(group);
  return found;
}

const sizes = (found: readonly Batch[]): number[] => found.map((group) => group.lines.length);
const ids = (found: readonly Batch[]): string[] =>
  found.flatMap(({ lines }) => lines.map((one) => ('event' in one ? one.event.id : '')));

describe('lines in groups', () => {
  it('are a thousand each, and the last what is left', async () => {
    expect(sizes(await groups(numbered(2500).join('\n')))).toEqual([1000, 1000, 500]);
    expect(sizes(await groups(numbered(2000).join('\n')))).toEqual([1000, 1000]);
    expect(sizes(await groups(''))).toEqual([0]);
  });

  it('are fewer where they are long: no more bytes than a request may have', async () => {
    const long = Array.from({ length: 30 }, (_, n) => `{"article":${JSON.stringify(article(n, 400_000))}}`);
    const found = await groups(long.join('\n'));
    expect(sizes(found)).toEqual([10, 10, 10]);
  });

  it('end at the first line that cannot be read, which is named', async () => {
    const found = await groups([line(1), '', '{"type":', line(2)].join('\n'));
    expect(sizes(found)).toEqual([1]);
    expect(found[0]?.refused).toMatchObject({ line: 3, code: 'malformed-json', errors: [{ pointer: '' }] });
  });

  it('name what is wrong with a line by its place in it', async () => {
    const [group] = await groups(line(1).replace('2025-01-01', '2025-13'));
    expect(group?.refused).toMatchObject({ line: 1, code: 'invalid-event', errors: [{ pointer: '/occurredAt' }] });
  });
});

describe('the id of a line that has none', () => {
  it('follows from what it says, not from how it is written', async () => {
    const turned = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(line(1)) as object).reverse()),
      null,
      1,
    ).replaceAll('\n', ' ');
    const [first, second, other] = ids(await groups([line(1), turned, line(2)].join('\n')));
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('does not follow from where an export says that it stood', async () => {
    const stood = line(1).replace(
      '{',
      '{"position":17,"version":3,"recordedAt":"2026-01-01T00:00:00.000000Z","recordedBy":"desk",',
    );
    const [first, second] = ids(await groups([line(1), stood].join('\n')));
    expect(second).toBe(first);
  });
});

describe('an article in a line', () => {
  it.each<[string, object, string, string]>([
    ['with neither text nor sha256', { body: undefined }, 'invalid-request', '/article/body'],
    ['with another text’s sha256', { sha256: 'ab'.repeat(32) }, 'invalid-request', '/article/sha256'],
    ['with another article’s id', { id: '00000000-0000-4000-8000-000000000000' }, 'invalid-request', '/article/id'],
    ['with a text that is too long', { body: 'x'.repeat(1024 * 1024 + 1) }, 'too-large', '/article/body'],
    ['with a text, and erased all the same', { erased: 'A court order' }, 'invalid-request', '/article/erased'],
    ['with a field that there is not', { color: 'red' }, 'invalid-request', '/article/color'],
  ])('%s is refused', async (_, change, code, pointer) => {
    const [group] = await groups(JSON.stringify({ article: { ...article(1, 10), ...change } }), 100_000);
    expect(group?.refused).toMatchObject({ line: 1, code, errors: [{ pointer }] });
  });

  it.each<[string, object, string[]]>([
    ['without its text', { body: undefined, sha256: 'ab'.repeat(32) }, ['/article/body']],
    [
      'that was erased',
      { body: undefined, sha256: 'ab'.repeat(32), erased: 'A court order' },
      ['/article/erased', '/article/body'],
    ],
    ['with its text, and erased', { erased: 'A court order' }, ['/article/erased']],
  ])('%s is an admin’s, and refused to an editor', async (_, change, pointers) => {
    const lines = [line(1), JSON.stringify({ article: { ...article(1, 10), ...change } }), line(2)].join('\n');
    const [group] = await groups(lines, 100_000, false);
    expect(group?.lines).toHaveLength(1);
    expect(group?.refused).toMatchObject({
      line: 2,
      code: 'forbidden',
      errors: pointers.map((pointer) => ({ pointer })),
    });
  });

  it('has the number of its revision from an admin alone', async () => {
    const text = JSON.stringify({ article: { ...article(1, 10), revision: 7 } });
    for (const vouched of [true, false])
      expect((await groups(text, 100_000, vouched))[0]?.lines).toMatchObject([
        { article: { revision: vouched ? 7 : undefined } },
      ]);
  });

  it('has nothing beside it', async () => {
    const [group] = await groups(JSON.stringify({ article: article(1, 10), story: 'a-story' }));
    expect(group?.refused).toMatchObject({ line: 1, code: 'invalid-request', errors: [{ pointer: '/story' }] });
  });
});

const article = (n: number, size: number) => ({
  url: `https://example.org/${n}`,
  headline: 'A headline',
  publisher: 'A paper',
  body: 'x'.repeat(size),
});
