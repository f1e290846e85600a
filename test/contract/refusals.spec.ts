import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApi } from '../support/contract/document.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { createTestDatabase } from '../support/database.js';
import { examplesOf, type ExampleRequest } from './requests.js';

let server: TestServer;
let operations: ExampleRequest[];

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  operations = examplesOf((await server.get('/openapi.json')).body as OpenApi);
}, 120_000);

/** The operations that declare a status. */
const declaring = (status: number, of = operations): ExampleRequest[] =>
  of.filter(({ operation }) => String(status) in operation.responses);

const send = (
  to: TestServer,
  { method, path, type, body }: ExampleRequest,
  headers: Record<string, string> = {},
  sent: unknown = body,
) =>
  to.request(method, path, sent === undefined ? undefined : JSON.stringify(sent), {
    ...(type !== undefined && body !== undefined && { 'content-type': type }),
    ...headers,
  });

const codeOf = ({ body }: Answer): unknown => (body as { code?: unknown } | undefined)?.code;

/** The answers of operations, each as a text with name, status and code. */
async function answers(of: ExampleRequest[], send: (one: ExampleRequest) => Promise<Answer>): Promise<string[]> {
  const found: string[] = [];
  for (const one of of) {
    const answer = await send(one);
    found.push(`${one.name} ${answer.status} ${String(codeOf(answer))}`);
  }
  return found;
}

const all = (of: ExampleRequest[], answer: string): string[] => of.map(({ name }) => `${name} ${answer}`);

describe('every operation', () => {
  it('that needs a key answers 401 without one', async () => {
    // Who has no key has no session either, and is told so. A wrong key is refused there, too.
    const needing = declaring(401).filter(({ name }) => name !== 'getSession');
    expect(needing.length).toBeGreaterThan(20);
    expect(await answers(needing, (one) => send(server, one, { authorization: '' }))).toEqual(
      all(needing, '401 unauthenticated'),
    );
  });

  it('answers 400 to an unknown parameter', async () => {
    const declared = declaring(400);
    const more = ({ path, ...rest }: ExampleRequest): ExampleRequest => ({
      ...rest,
      path: `${path}${path.includes('?') ? '&' : '?'}nonsense=1`,
    });
    expect(await answers(declared, (one) => send(server, more(one)))).toEqual(all(declared, '400 bad-parameter'));
  });

  it('answers 406 where none of its media types is accepted', async () => {
    const declared = declaring(406);
    expect(await answers(declared, (one) => send(server, one, { accept: 'font/woff2' }))).toEqual(
      all(declared, '406 not-acceptable'),
    );
  });

  it('that takes a body answers 415 to a body of another media type', async () => {
    const declared = declaring(415);
    expect(await answers(declared, (one) => send(server, one, { 'content-type': 'application/xml' }, {}))).toEqual(
      all(declared, '415 unsupported-media-type'),
    );
  });

  it('that takes a JSON body answers 413 to one that is too large', async () => {
    const declared = declaring(413).filter(({ type }) => type === 'application/json');
    const large = { text: 'x'.repeat(4.5 * 2 ** 20) };
    expect(await answers(declared, (one) => send(server, one, {}, large))).toEqual(all(declared, '413 too-large'));
  });

  it('with a path parameter, or a filter by a story, answers 404 for an unknown name', async () => {
    const declared = declaring(404);
    const nowhere = (one: ExampleRequest): ExampleRequest => {
      const { searchParams } = new URL(one.path, 'http://server');
      if (!one.template.includes('{')) searchParams.set('story', 'nothing-of-that-name');
      // A series is of subjects or of a story.
      searchParams.delete('subject');
      const path = one.template.replaceAll(/\{\w+\}/g, 'nothing-of-that-name');
      return { ...one, path: searchParams.size === 0 ? path : `${path}?${searchParams.toString()}` };
    };
    expect(await answers(declared, (one) => send(server, nowhere(one)))).toEqual(all(declared, '404 not-found'));
  });
});

describe('while the database is away, every operation that needs it', () => {
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

  it('answers 503 with a Retry-After', async () => {
    // A key that is not cached must be looked up before anything else is read.
    const unknownKey = { authorization: `Bearer dl_${'0'.repeat(8)}_${'1'.repeat(64)}` };
    const declared = declaring(503).filter(({ operation }) => operation.security.length > 0);
    const found = await answers(declared, async (one) => {
      const answer = await send(away, one, unknownKey);
      expect([one.name, answer.headers.get('retry-after')]).toEqual([one.name, expect.stringMatching(/^\d+$/)]);
      return answer;
    });
    expect(found).toEqual(all(declared, '503 unavailable'));
    expect((await away.get('/readyz')).status).toBe(503);
    const session = { authorization: '', cookie: `dateline_session=${'1'.repeat(64)}` };
    expect((await away.request('DELETE', '/v1/session', undefined, session)).status).toBe(503);
    proxy.restore();
  }, 240_000);
});

describe('after too many invalid keys, every operation that needs one', () => {
  it('answers 429', async () => {
    const own = await startServer({ DATELINE_PUBLIC_READ: 'false' });
    const wrong = { authorization: 'Bearer wrong' };
    for (let i = 0; i < 20; i += 1) await own.get('/v1/stories', wrong);
    const declared = declaring(429).filter(({ operation }) => operation.security.length > 0);
    expect(await answers(declared, (one) => send(own, one, wrong))).toEqual(all(declared, '429 rate-limited'));
  }, 120_000);
});
