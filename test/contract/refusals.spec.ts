import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApi } from '../support/contract/document.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { createTestDatabase } from '../support/database.js';
import { examplesOf, type Asked } from './requests.js';

let server: TestServer;
let operations: Asked[];

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  operations = examplesOf((await server.get('/openapi.json')).body as OpenApi);
}, 120_000);

/** Where the document says that an operation can answer so. */
const declaring = (status: number, of = operations): Asked[] =>
  of.filter(({ operation }) => String(status) in operation.responses);

const send = (
  to: TestServer,
  { method, path, type, body }: Asked,
  headers: Record<string, string> = {},
  sent: unknown = body,
) =>
  to.request(method, path, sent === undefined ? undefined : JSON.stringify(sent), {
    ...(type !== undefined && body !== undefined && { 'content-type': type }),
    ...headers,
  });

const code = ({ body }: Answer): unknown => (body as { code?: unknown } | undefined)?.code;

/** What all of some operations are answered with, told as one text each. */
async function answers(of: Asked[], ask: (one: Asked) => Promise<Answer>): Promise<string[]> {
  const told: string[] = [];
  for (const one of of) {
    const answer = await ask(one);
    told.push(`${one.name} ${answer.status} ${String(code(answer))}`);
  }
  return told;
}

const all = (of: Asked[], said: string): string[] => of.map(({ name }) => `${name} ${said}`);

describe('every operation', () => {
  it('that needs a key answers 401 without one', async () => {
    const needing = declaring(401);
    expect(needing.length).toBeGreaterThan(20);
    expect(await answers(needing, (one) => send(server, one, { authorization: '' }))).toEqual(
      all(needing, '401 unauthenticated'),
    );
  });

  it('answers 400 to a parameter that it does not know', async () => {
    const asked = declaring(400);
    const more = ({ path, ...rest }: Asked): Asked => ({
      ...rest,
      path: `${path}${path.includes('?') ? '&' : '?'}nonsense=1`,
    });
    expect(await answers(asked, (one) => send(server, more(one)))).toEqual(all(asked, '400 bad-parameter'));
  });

  it('answers 406 where nothing that it has is accepted', async () => {
    const asked = declaring(406);
    expect(await answers(asked, (one) => send(server, one, { accept: 'font/woff2' }))).toEqual(
      all(asked, '406 not-acceptable'),
    );
  });

  it('that takes a body answers 415 to one of another kind', async () => {
    const asked = declaring(415);
    expect(await answers(asked, (one) => send(server, one, { 'content-type': 'application/xml' }, {}))).toEqual(
      all(asked, '415 unsupported-media-type'),
    );
  });

  it('that takes a body of JSON answers 413 to one that is too large', async () => {
    const asked = declaring(413).filter(({ type }) => type === 'application/json');
    const large = { text: 'x'.repeat(4.5 * 2 ** 20) };
    expect(await answers(asked, (one) => send(server, one, {}, large))).toEqual(all(asked, '413 too-large'));
  });

  it('whose path names something answers 404 where there is no such thing', async () => {
    const asked = declaring(404);
    const nowhere = (one: Asked): Asked => ({
      ...one,
      path: one.path.replace(/^[^?]*/, one.template.replaceAll(/\{\w+\}/g, 'nothing-of-that-name')),
    });
    expect(await answers(asked, (one) => send(server, nowhere(one)))).toEqual(all(asked, '404 not-found'));
  });
});

describe('where the database is away, every operation that needs it', () => {
  let away: TestServer;
  let proxy: TcpProxy;

  beforeAll(async () => {
    const database = await createTestDatabase();
    proxy = await tcpProxy(database.url);
    away = await startServer(
      { DATELINE_PUBLIC_READ: 'false' },
      { databaseUrl: proxy.url, ownerUrl: database.ownerUrl },
    );
    proxy.cut();
  }, 120_000);

  it('answers 503, and says when to come again', async () => {
    // A key that was not heard of before is looked up; until it is known, nothing else is.
    const stranger = { authorization: `Bearer dl_${'0'.repeat(8)}_${'1'.repeat(64)}` };
    const asked = declaring(503).filter(({ operation }) => operation.security.length > 0);
    const told = await answers(asked, async (one) => {
      const answer = await send(away, one, stranger);
      expect([one.name, answer.headers.get('retry-after')]).toEqual([one.name, expect.stringMatching(/^\d+$/)]);
      return answer;
    });
    expect(told).toEqual(all(asked, '503 unavailable'));
    expect((await away.get('/readyz')).status).toBe(503);
    const session = { authorization: '', cookie: `dateline_session=${'1'.repeat(64)}` };
    expect((await away.request('DELETE', '/v1/session', undefined, session)).status).toBe(503);
    proxy.restore();
  }, 240_000);
});

describe('after too many wrong keys, every operation that needs one', () => {
  it('answers 429, and says when to come again', async () => {
    const own = await startServer({ DATELINE_PUBLIC_READ: 'false' });
    const wrong = { authorization: 'Bearer wrong' };
    for (let i = 0; i < 20; i += 1) await own.get('/v1/stories', wrong);
    const asked = declaring(429).filter(({ operation }) => operation.security.length > 0);
    expect(await answers(asked, (one) => send(own, one, wrong))).toEqual(all(asked, '429 rate-limited'));
  }, 120_000);
});
