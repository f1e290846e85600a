import { beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { residentOf } from '../support/memory.js';
import { startServer, type TestServer } from '../support/server.js';
import { linesOf, milestone, storyLines, type AnswerLine } from './importing.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

const importGzip = async (body: Uint8Array): Promise<AnswerLine[]> => {
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const answer = await server.post('/v1/events/import', body, headers);
  expect(answer.status).toBe(200);
  return linesOf(answer.text);
};
const refusal = (code: string, line: number) => ({
  error: { line, code, detail: expect.any(String), errors: [expect.any(Object)] },
});

describe('a gzip import', () => {
  it('stores the same as the text', async () => {
    const text = storyLines('gzip', 2499).join('\n');
    expect(await importGzip(gzipSync(text))).toMatchObject([
      { imported: 1000 },
      { imported: 2000 },
      { imported: 2500, duplicates: 0 },
    ]);
    const plain = await server.post('/v1/events/import', text, { 'content-type': 'application/x-ndjson' });
    expect(linesOf<AnswerLine>(plain.text).at(-1)).toMatchObject({ imported: 0, duplicates: 2500 });
  });

  it('that is incomplete ends there: all lines before are stored', async () => {
    const body = gzipSync(storyLines('cut', 2999).join('\n'));
    const answered = await importGzip(body.subarray(0, body.length - 2000));
    const [last] = answered.slice(-1);
    expect(last).toMatchObject({ error: { code: 'malformed-json', detail: expect.stringContaining('gzip') } });
    const line = last && 'error' in last ? last.error.line : 0;
    expect(line).toBeGreaterThan(1000);
    expect(answered.at(-2)).toMatchObject({ imported: line - 1 });
  });

  it('that is not gzip is refused, and the next one is accepted', async () => {
    expect((await importGzip(Buffer.from(milestone('gzip', 5000)))).at(-1)).toMatchObject({
      error: { code: 'malformed-json' },
    });
    expect(await importGzip(gzipSync(milestone('gzip', 5000)))).toMatchObject([{ imported: 1 }]);
  });

  it('that decompresses to a thousand times its size ends soon, in little memory', async () => {
    const before = residentOf(server.pid);
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024, '\n'), { level: 9 });
    const began = performance.now();
    expect((await importGzip(bomb)).at(-1)).toEqual(refusal('too-large', expect.any(Number) as unknown as number));
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(residentOf(server.pid) - before).toBeLessThan(150);
  });

  it.each(['br', 'deflate', 'gzip, gzip'])('with another encoding is refused: %s', async (encoding) => {
    const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': encoding };
    const answer = await server.post('/v1/events/import', gzipSync(''), headers);
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(answer.headers.get('accept-encoding')).toBe('gzip, identity');
  });
});
