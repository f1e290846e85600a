import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { importText, linesOf, milestone, storyLines, type AnswerLine } from '../bulk/importing.js';
import { bodyOf } from '../http/recording.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';
import { LongAnswer } from './long-answer.js';

/** How long an answer may go on after the end of its key or session, milliseconds. */
const WITHIN = 2_000;
/** The delay of each piece that the server reads over the slow line, milliseconds. It makes answers take long. */
const SLOW = 60;
const FACTS = 12_000;
const STORIES = 2_000;
/** Facts of a story whose replay begins soon even over the slow line, but takes long. */
const FEWER = 3_000;
/** The last position. */
const POSITION = FACTS + 1 + FEWER + 1 + STORIES;

let database: TestDatabase;
/** The server where keys are changed. */
let near: TestServer;
/** A server on the same database over a line that can be slow. The answers are read from it. */
let far: TestServer;
let line: TcpProxy;

beforeAll(async () => {
  database = await createTestDatabase();
  line = await tcpProxy(database.url);
  near = await startServer(
    { DATELINE_PUBLIC_READ: 'false' },
    { databaseUrl: database.url, ownerUrl: database.ownerUrl },
  );
  far = await startServer(
    { DATELINE_PUBLIC_READ: 'false', DATELINE_ROLES: 'api' },
    { databaseUrl: line.url, ownerUrl: database.ownerUrl },
  );
  const stories = Array.from({ length: STORIES }, (_, n) => storyLines(`one-of-many-${n}`, 0)[0] ?? '');
  const results = await importText(
    near,
    [...storyLines('long', FACTS), ...storyLines('shorter', FEWER), ...stories].join('\n'),
  );
  expect(results.at(-1)).toMatchObject({ imported: POSITION });
  await until(
    'the views hold it',
    async () => (await near.get(`/v1/stories/long?minPosition=${POSITION}`)).status === 200,
    60_000,
  );
}, 180_000);

let keys = 0;
/** Creates a key for one test. */
async function createKey(role: string, more: Record<string, unknown> = {}): Promise<MadeKeyBody> {
  return bodyOf(MadeKeyBody, await near.post('/v1/admin/keys', { name: `Key ${(keys += 1)}`, role, ...more }), 201);
}
const as = ({ key }: Pick<MadeKeyBody, 'key'>) => ({ authorization: `Bearer ${key}` });

/** Revokes a key at one server. Returns when. */
async function revoke({ id }: MadeKeyBody): Promise<number> {
  expect((await near.request('DELETE', `/v1/admin/keys/${id}`)).status).toBe(204);
  return performance.now();
}

/** Opens a session. Returns the headers of a browser that has it. */
async function signIn(key: MadeKeyBody): Promise<Record<string, string>> {
  const answer = await near.request('POST', '/v1/session', undefined, as(key));
  expect(answer.status).toBe(201);
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
}

const NDJSON = { 'content-type': 'application/x-ndjson' };
const ended = (detail: RegExp) => ({
  error: expect.objectContaining({ code: 'unauthenticated', detail: expect.stringMatching(detail) }),
});
const REVOKED = /revoked/;

/**
 * An answer over the slow line that has begun. On a busy machine a connection may not be opened in time, which is a
 * 503. Then the request is sent again.
 */
async function begun(request: ConstructorParameters<typeof LongAnswer>[1]): Promise<LongAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = new LongAnswer(far, request);
    try {
      return await answer.begun();
    } catch (error) {
      if (answer.status !== 503 || tries === 5) throw error;
    }
  }
}

/** Runs `use` while the line is slow. */
async function slowly(use: () => Promise<void>): Promise<void> {
  line.slow(SLOW);
  try {
    await use();
  } finally {
    line.slow(0);
    await sleep(SLOW);
  }
}

/** The error with which a stream of events ended. */
function errorOf({ text }: LongAnswer): unknown {
  const last =
    text
      .split('\n\n')
      .filter((block) => block !== '' && !block.startsWith(':'))
      .at(-1) ?? '';
  const found = /^event: error\ndata: (.*)$/.exec(last);
  if (!found) throw new Error(`the stream ended with: ${last.slice(0, 300)}`);
  return JSON.parse(found[1] ?? '');
}

const follow = (headers: Record<string, string>, at = far): Promise<LongAnswer> =>
  new LongAnswer(at, { path: '/v1/events/stream', headers }).begun();

describe('a stream of the log', () => {
  it('ends with a reason two seconds after its key was revoked at another server; others go on', async () => {
    const [key, other] = [await createKey('reader'), await createKey('reader')];
    const streams = await Promise.all(Array.from({ length: 5 }, () => follow(as(key))));
    const goesOn = await follow(as(other));
    const at = await revoke(key);
    for (const stream of streams) {
      expect(await stream.endedAfter(at)).toBeLessThan(WITHIN);
      expect(errorOf(stream)).toEqual(ended(REVOKED));
      expect(stream.complete).toBe(true);
    }
    await sleep(1_500);
    expect(goesOn.endedAt).toBeNull();
    goesOn.cut();
    expect((await far.get('/v1/events', as(key))).status).toBe(401);
  });

  it('also ends at the server where its key was revoked', async () => {
    const key = await createKey('reader');
    const stream = await follow(as(key), near);
    expect(await stream.endedAfter(await revoke(key))).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(REVOKED));
  });

  it('also ends for a client that reads nothing', async () => {
    const key = await createKey('reader');
    const stream = await new LongAnswer(near, { path: '/v1/events/stream?after=0', headers: as(key) }).begun();
    stream.pause();
    await sleep(500);
    const at = await revoke(key);
    await sleep(WITHIN);
    stream.resume();
    expect(await stream.endedAfter(at)).toBeLessThan(WITHIN + 1_000);
    expect(stream.text).not.toContain(`id: ${POSITION}\n`);
  });

  it('goes on after a rotation while the old secret is accepted; one with the new secret goes on longer', async () => {
    const key = await createKey('reader');
    const stream = await follow(as(key));
    const rotated = bodyOf(MadeKeyBody, await near.post(`/v1/admin/keys/${key.id}/rotate`, { overlapSeconds: 3 }));
    const over = performance.now() + 3_000;
    const renewed = await follow(as(rotated));
    await sleep(2_500);
    expect(stream.endedAt).toBeNull();
    expect(await stream.endedAfter(over)).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(/rotated/));
    await sleep(1_000);
    expect(renewed.endedAt).toBeNull();
    renewed.cut();
  });

  it('ends within two seconds after a rotation without an overlap', async () => {
    const key = await createKey('reader');
    const stream = await follow(as(key));
    expect((await near.request('POST', `/v1/admin/keys/${key.id}/rotate`)).status).toBe(200);
    expect(await stream.endedAfter(performance.now())).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(/rotated/));
  });

  it('ends when its key expires', async () => {
    const expires = Date.now() + 3_000;
    const key = await createKey('reader', { expiresAt: new Date(expires).toISOString() });
    const stream = await follow(as(key));
    const over = performance.now() + expires - Date.now();
    const after = await stream.endedAfter(over);
    expect(after).toBeGreaterThan(-50);
    expect(after).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(/expired/));
  });
});

describe('a stream of a session', () => {
  it('ends when its key is revoked', async () => {
    const key = await createKey('reader');
    const stream = await follow(await signIn(key));
    expect(await stream.endedAfter(await revoke(key))).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(REVOKED));
  });

  it('ends when its key is rotated', async () => {
    const key = await createKey('reader');
    const stream = await follow(await signIn(key));
    expect((await near.request('POST', `/v1/admin/keys/${key.id}/rotate`)).status).toBe(200);
    expect(await stream.endedAfter(performance.now())).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(/rotated/));
  });

  it('ends after a sign-out at another server; one of another session of the key goes on', async () => {
    const key = await createKey('reader');
    const browser = await signIn(key);
    const stream = await follow(browser);
    const other = await follow(await signIn(key));
    expect((await near.request('DELETE', '/v1/session', undefined, { authorization: '', ...browser })).status).toBe(
      204,
    );
    expect(await stream.endedAfter(performance.now())).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(/session/));
    expect(other.endedAt).toBeNull();
    other.cut();
  });

  it('ends when it expires', async () => {
    const browser = await signIn(await createKey('reader'));
    await asOwner(database.ownerUrl, (owner) =>
      owner.query(
        // Twelve hours after it was opened no use extends it.
        `update session set expires_at = now() + interval '3 seconds', opened_at = now() - interval '11:59:57'
          where opened_at = (select max(opened_at) from session)`,
      ),
    );
    const over = performance.now() + 3_000;
    const stream = await follow(browser);
    expect(await stream.endedAfter(over)).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(/session has expired/));
  });
});

describe('a streamed answer whose key is revoked at another server', () => {
  it.each<[string, string, 'GET' | 'POST', string, Record<string, string>, RegExp]>([
    ['an export', 'reader', 'GET', '/v1/export', {}, /"one-of-many-1999"/],
    ['a replay by valid time', 'reader', 'GET', '/v1/stories/shorter/replay', {}, /"board"/],
    ['a replay by system time', 'reader', 'GET', '/v1/stories/long/replay?clock=recordedAsOf', {}, /"board"/],
    ['a list as NDJSON', 'reader', 'GET', '/v1/views/stories?format=ndjson', {}, /"one-of-many-999"/],
    ['a verification', 'admin', 'POST', '/v1/admin/log/verify', {}, /"verified"/],
  ])(
    '%s ends within two seconds, with the reason in its last line',
    async (_what, role, method, path, headers, whole) => {
      const key = await createKey(role);
      // Opens the connections that it needs before the line is slow.
      expect((await far.request(method, path, undefined, { ...headers, ...as(key) })).status).toBe(200);
      await slowly(async () => {
        const answer = await begun({ method, path, headers: { ...headers, ...as(key) } });
        const at = await revoke(key);
        expect(await answer.endedAfter(at)).toBeLessThan(WITHIN);
        expect(answer.lastLine).toEqual(ended(REVOKED));
        expect(answer.text).not.toMatch(whole);
        expect(answer.complete).toBe(true);
      });
    },
    60_000,
  );

  it('a replay as server-sent events ends with the reason in its last event', async () => {
    const key = await createKey('reader');
    await slowly(async () => {
      const headers = { accept: 'text/event-stream', ...as(key) };
      const answer = await begun({ path: '/v1/stories/shorter/replay', headers });
      const at = await revoke(key);
      expect(await answer.endedAfter(at)).toBeLessThan(WITHIN);
      const [, last = ''] = /\n\nid: end\ndata: (.*)\n\n$/.exec(answer.text) ?? [];
      expect(JSON.parse(last)).toEqual(ended(REVOKED));
    });
  }, 60_000);

  it('an export also ends for a client that reads slowly', async () => {
    const key = await createKey('reader');
    const answer = await new LongAnswer(near, { path: '/v1/export', headers: as(key) }).begun();
    answer.pause();
    await sleep(300);
    const at = await revoke(key);
    await sleep(WITHIN);
    answer.resume();
    expect(await answer.endedAfter(at)).toBeLessThan(WITHIN + 1_000);
    expect(answer.text).not.toMatch(/"one-of-many-1999"/);
  }, 60_000);

  it('a CSV file, which has no place for a reason, is cut off', async () => {
    const key = await createKey('reader');
    await slowly(async () => {
      const answer = await begun({ path: '/v1/views/stories', headers: { accept: 'text/csv', ...as(key) } });
      const at = await revoke(key);
      expect(await answer.endedAfter(at)).toBeLessThan(WITHIN);
      expect(answer.complete).toBe(false);
      expect(answer.text).not.toMatch(/one-of-many-999"?,/);
    });
  }, 60_000);
});

/** How many events of a story are in the log. */
async function countEvents(story: string): Promise<number> {
  const rows = await asOwner(
    database.ownerUrl,
    async (owner) =>
      (await owner.query<{ events: number }>('select count(*)::int as events from event where story = $1', [story]))
        .rows,
  );
  return rows[0]?.events ?? 0;
}

describe('an import whose key is revoked at another server', () => {
  const begin = (key: MadeKeyBody, body: string): LongAnswer =>
    new LongAnswer(far, { method: 'POST', path: '/v1/events/import', headers: { ...NDJSON, ...as(key) }, body });

  it('has stored what it reported, ends with the reason, and can be continued with another key', async () => {
    const key = await createKey('editor');
    const lines = storyLines('kept-open', 2_999);
    const sending = await begin(key, `${lines.slice(0, 2_700).join('\n')}\n`).begun();
    await until('two batches are stored', () => sending.text.includes('"imported":2000'));
    const at = await revoke(key);
    expect(await sending.endedAfter(at)).toBeLessThan(WITHIN);
    const results = linesOf<AnswerLine>(sending.text);
    expect(results.at(-2)).toEqual({ imported: 2_000, duplicates: 0, position: expect.any(Number) });
    expect(results.at(-1)).toEqual({
      error: {
        line: 2_001,
        code: 'unauthenticated',
        detail: expect.stringMatching(REVOKED),
        errors: [expect.any(Object)],
      },
    });
    expect(await countEvents('kept-open')).toBe(2_000);
    const [last] = (await importText(near, lines.join('\n'))).slice(-1);
    expect(last).toMatchObject({ imported: 1_000, duplicates: 2_000 });
  });

  it('has stored exactly what it reported last, also in the middle of many lines', async () => {
    const key = await createKey('editor');
    const sending = begin(key, `${storyLines('in-full-swing', 0).join('\n')}\n`);
    let n = 0;
    const feeding = setInterval(() => {
      sending.write(`${Array.from({ length: 250 }, () => milestone('in-full-swing', (n += 1))).join('\n')}\n`);
    }, 50);
    try {
      await until('two batches are stored', () => sending.text.includes('"imported":2000'));
      const at = await revoke(key);
      expect(await sending.endedAfter(at)).toBeLessThan(WITHIN);
    } finally {
      clearInterval(feeding);
      sending.cut();
    }
    const results = linesOf<AnswerLine>(sending.text);
    expect(results.at(-1)).toEqual(ended(REVOKED));
    const totals = results.at(-2);
    const imported = await countEvents('in-full-swing');
    expect(totals).toEqual({ imported, duplicates: 0, position: expect.any(Number) });
  });

  it('before its first batch was complete reports that nothing is stored', async () => {
    const key = await createKey('editor');
    const sending = begin(key, `${storyLines('not-begun', 10).join('\n')}\n{"type":"Milest`);
    await sleep(500);
    const at = await revoke(key);
    expect(await sending.endedAfter(at)).toBeLessThan(WITHIN);
    expect(linesOf<AnswerLine>(sending.text)).toEqual([{ imported: 0, duplicates: 0, position: 0 }, ended(REVOKED)]);
    expect(await countEvents('not-begun')).toBe(0);
  });

  it('also ends where it is compressed', async () => {
    const key = await createKey('editor');
    const headers = { ...NDJSON, 'content-encoding': 'gzip', ...as(key) };
    const sending = new LongAnswer(far, { method: 'POST', path: '/v1/events/import', headers, body: '' });
    sending.write(gzipSync(storyLines('gzip-open', 1_499).join('\n')).subarray(0, -2_000));
    await until('a batch is stored', () => sending.text.includes('"imported":1000'));
    const at = await revoke(key);
    expect(await sending.endedAfter(at)).toBeLessThan(WITHIN);
    expect(linesOf<AnswerLine>(sending.text).at(-1)).toEqual(ended(REVOKED));
    expect(await countEvents('gzip-open')).toBe(1_000);
  });

  it('of many articles ends in the middle of a batch', async () => {
    const key = await createKey('editor');
    const article = (n: number): string =>
      JSON.stringify({
        article: {
          url: `https://example.org/${n}`,
          headline: 'A page',
          publisher: 'A paper',
          publishedAt: '2025-01-01',
          body: `Text ${n}`,
        },
      });
    const articles = Array.from({ length: 1_100 }, (_, n) => article(n));
    await slowly(async () => {
      const sending = begin(key, `${articles.join('\n')}\n`);
      await sleep(1_500);
      const at = await revoke(key);
      expect(await sending.endedAfter(at)).toBeLessThan(WITHIN);
      expect(linesOf<AnswerLine>(sending.text)).toEqual([{ imported: 0, duplicates: 0, position: 0 }, ended(REVOKED)]);
    });
  }, 60_000);
});

describe('while the database is away', () => {
  it('a stream ends if its key expires, and after the database is back if its key was revoked meanwhile', async () => {
    const key = await createKey('reader');
    const expires = Date.now() + 4_000;
    const brief = await createKey('reader', { expiresAt: new Date(expires).toISOString() });
    const [stream, expiring] = [await follow(as(key)), await follow(as(brief))];
    await sleep(1_200);
    line.cut();
    await revoke(key);
    const over = performance.now() + expires - Date.now();
    expect(await expiring.endedAfter(over)).toBeLessThan(WITHIN);
    expect(errorOf(expiring)).toEqual(ended(/expired/));
    expect(stream.endedAt).toBeNull();
    line.restore();
    const back = performance.now();
    expect(await stream.endedAfter(back)).toBeLessThan(WITHIN);
    expect(errorOf(stream)).toEqual(ended(REVOKED));
  }, 60_000);
});
