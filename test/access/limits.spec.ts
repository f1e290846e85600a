import { beforeAll, describe, expect, it } from '@jest/globals';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { tcpProxy } from '../support/tcp-proxy.js';

const LIMIT = 20;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    DATELINE_PUBLIC_READ: 'true',
    DATELINE_RATE_LIMIT: String(LIMIT),
    DATELINE_TRUST_PROXY: '1',
  });
}, 120_000);

const from = (address: string, authorization = '') => ({ authorization, 'x-forwarded-for': address });

/** Sends three requests more than the limit. */
async function exceedLimit(headers: Record<string, string>, path = '/v1/stories'): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = 0; n < LIMIT + 3; n++) answers.push(await server.get(path, headers));
  return answers;
}
const statuses = (answers: Answer[]): number[] => answers.map(({ status }) => status);
const granted = (status: number): number[] => [...Array<number>(LIMIT).fill(status), 429, 429, 429];

describe('a configured rate limit', () => {
  it('is in the headers of every answer, and beyond it a refusal has a Retry-After', async () => {
    const answers = await exceedLimit(from('192.0.2.1'));
    expect(statuses(answers)).toEqual(granted(200));
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe(`"default";q=${LIMIT};w=60`);
    expect(answers[0]?.headers.get('ratelimit')).toBe(`"default";r=${LIMIT - 1};t=60`);
    const last = answers.at(-1);
    expect(last && refusalOf(last)).toMatchObject({ status: 429, code: 'rate-limited' });
    const seconds = Number(last?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(last?.headers.get('ratelimit')).toBe(`"default";r=0;t=${seconds}`);
  });

  it('is counted for each address, and for each key wherever it is used', async () => {
    expect(statuses(await exceedLimit(from('192.0.2.2')))).toEqual(granted(200));
    const { key } = bodyOf(
      MadeKeyBody,
      await server.post('/v1/admin/keys', { name: 'A busy reader', role: 'reader' }),
      201,
    );
    const first = await exceedLimit(from('192.0.2.2', `Bearer ${key}`));
    expect(statuses(first)).toEqual(granted(200));
    expect((await server.get('/v1/stories', from('192.0.2.3', `Bearer ${key}`))).status).toBe(429);
    expect((await server.get('/v1/stories', from('192.0.2.3'))).status).toBe(200);
  });

  it('also counts refused requests: unknown paths, and paths that need a key', async () => {
    expect(statuses(await exceedLimit(from('192.0.2.4'), '/nothing'))).toEqual(granted(404));
    expect(statuses(await exceedLimit(from('192.0.2.5'), '/v1/admin/log'))).toEqual(granted(401));
  });

  it('counts checks of readiness, and the ending of sessions', async () => {
    expect(statuses(await exceedLimit(from('192.0.2.20'), '/readyz'))).toEqual(granted(200));
    const ends: number[] = [];
    for (let n = 0; n < LIMIT + 3; n++)
      ends.push((await server.request('DELETE', '/v1/session', undefined, from('192.0.2.21'))).status);
    expect(ends).toEqual(granted(204));
  });

  it('does not count checks of whether the process is running', async () => {
    expect(new Set(statuses(await exceedLimit(from('192.0.2.6'), '/livez')))).toEqual(new Set([200]));
  });
});

describe('invalid keys', () => {
  it('block their address after twenty in a minute, except for keys that were accepted from it before', async () => {
    const unlimited = await startServer({ DATELINE_TRUST_PROXY: '1' });
    const right = from('192.0.2.7', `Bearer ${unlimited.adminKey}`);
    expect((await unlimited.get('/v1/stories', right)).status).toBe(200);
    const guesses: number[] = [];
    for (let n = 0; n < 23; n++)
      guesses.push((await unlimited.get('/v1/stories', from('192.0.2.7', `Bearer guess ${n}`))).status);
    expect(guesses).toEqual([...Array<number>(20).fill(401), 429, 429, 429]);
    expect((await unlimited.get('/v1/stories', right)).status).toBe(200);
    expect((await unlimited.get('/v1/stories', from('192.0.2.8', 'Bearer guess'))).status).toBe(401);
  });
});

describe('long requests', () => {
  it('are limited in number while they are in progress', async () => {
    const database = await createTestDatabase();
    const line = await tcpProxy(database.url);
    const replaying = await startServer(
      { DATELINE_DEMO: 'true' },
      { databaseUrl: line.url, ownerUrl: database.ownerUrl },
    );
    const replay = () =>
      fetch(`${replaying.url}/v1/stories/us-china-trade/replay`, {
        headers: { authorization: `Bearer ${replaying.adminKey}` },
      });
    // The database is so slow that the first do not end before the ninth begins, even for a short story.
    line.slow(60);
    const answers = await Promise.all(Array.from({ length: 64 }, replay));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(8);
    for (const answer of answers) {
      if (answer.status === 429)
        expect([await answer.json(), answer.headers.has('retry-after')]).toEqual([
          expect.objectContaining({ code: 'rate-limited' }),
          true,
        ]);
      else await answer.text();
    }
    line.slow(0);
    for (let n = 0; n < 12; n++) {
      const answer = await replay();
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    }
  });
});
