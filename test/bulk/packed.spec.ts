import { beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { residentOf } from '../support/memory.js';
import { startServer, type TestServer } from '../support/server.js';
import { linesOf, milestone, storyLines, type Told } from './importing.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const importPacked = async (body: Uint8Array): Promise<Told[]> => {
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const answer = await server.post('/v1/events/import', body, headers);
  expect(answer.status).toBe(200);
  return linesOf(answer.text);
};
const refusal = (code: string, line: number) => ({
  error: { line, code, detail: expect.any(String), errors: [expect.any(Object)] },
});

describe('an import that comes packed', () => {
  it('is stored as if it did not', async () => {
    const text = storyLines('packed', 2499).join('\n');
    expect(await importPacked(gzipSync(text))).toMatchObject([
      { imported: 1000 },
      { imported: 2000 },
      { imported: 2500, duplicates: 0 },
    ]);
    const plain = await server.post('/v1/events/import', text, { 'content-type': 'application/x-ndjson' });
    expect(linesOf<Told>(plain.text).at(-1)).toMatchObject({ imported: 0, duplicates: 2500 });
  });

  it('and is cut off ends there: what came before is stored', async () => {
    const packed = gzipSync(storyLines('cut', 2999).join('\n'));
    const told = await importPacked(packed.subarray(0, packed.length - 2000));
    const [last] = told.slice(-1);
    expect(last).toMatchObject({ error: { code: 'malformed-json', detail: expect.stringContaining('gzip') } });
    const line = last && 'error' in last ? last.error.line : 0;
    expect(line).toBeGreaterThan(1000);
    expect(told.at(-2)).toMatchObject({ imported: line - 1 });
  });

  it('and is no gzip is refused, and the next one is taken', async () => {
    expect((await importPacked(Buffer.from(milestone('packed', 5000)))).at(-1)).toMatchObject({
      error: { code: 'malformed-json' },
    });
    expect(await importPacked(gzipSync(milestone('packed', 5000)))).toMatchObject([{ imported: 1 }]);
  });

  it('and holds next to nothing, a thousand times over, ends soon and without memory', async () => {
    const before = residentOf(server.pid);
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024, '\n'), { level: 9 });
    const began = performance.now();
    expect((await importPacked(bomb)).at(-1)).toEqual(refusal('too-large', expect.any(Number) as unknown as number));
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(residentOf(server.pid) - before).toBeLessThan(150);
  });

  it.each(['br', 'deflate', 'gzip, gzip'])('otherwise than by gzip is not taken: %s', async (encoding) => {
    const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': encoding };
    const answer = await server.post('/v1/events/import', gzipSync(''), headers);
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(answer.headers.get('accept-encoding')).toBe('gzip, identity');
  });
});
