import { beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { EventsBody } from '../../apps/server/src/events/event.schema.js';
import { bodyOf, openStory, PAGE, refusalOf, tariff } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const STORY = 'written-by-session';
const ELSEWHERE = 'https://elsewhere.example';

let server: TestServer;
/** Another server on the same database. */
let other: TestServer;
/** What the browser of an admin sends along from anywhere. */
let browser: Browser;
beforeAll(async () => {
  const database = await createTestDatabase();
  const env = {
    DATELINE_PUBLIC_READ: 'false',
    DATELINE_RATE_LIMIT: '100000',
    DATELINE_TRUST_PROXY: '1',
    DATELINE_CORS_ORIGINS: ELSEWHERE,
  };
  const address = { databaseUrl: database.url, ownerUrl: database.ownerUrl };
  server = await startServer(env, address);
  other = await startServer({ ...env, DATELINE_ADMIN_KEY: server.adminKey }, address);
  await openStory(server, STORY);
  browser = await signIn(server.adminKey);
}, 120_000);

type Browser = Readonly<Record<string, string>>;

const make = async (name: string, role: string, more: Record<string, unknown> = {}): Promise<MadeKeyBody> =>
  bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name, role, ...more }), 201);

/** Opens a session. Returns what a browser sends along from anywhere. */
async function signIn(key: string): Promise<Browser> {
  const answer = await server.request('POST', '/v1/session', undefined, { authorization: `Bearer ${key}` });
  expect(answer.status).toBe(201);
  return { authorization: '', cookie: (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
}

/** What a page of this server sends as well. */
const CONSOLE = { 'sec-fetch-site': 'same-origin', 'x-dateline-console': '1' };

const record = (browser: Browser, at = server): Promise<Answer> =>
  at.post('/v1/events', tariff(STORY, '2025-02-04', 10), browser);
const position = async (): Promise<unknown> =>
  ((await server.get('/v1/admin/log')).body as { position: number }).position;

describe('a session of the console', () => {
  it('is accepted by every operation that changes something, but for the opening of a session', async () => {
    const { paths } = (await server.get('/openapi.json')).body as {
      paths: Record<string, Record<string, { security: object[] }>>;
    };
    const writing = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { security }]) =>
        method === 'get' || security.length === 0
          ? []
          : [{ method: method.toUpperCase(), path, declared: security.some((one) => 'session' in one) }],
      ),
    );
    expect(writing.length).toBeGreaterThan(15);
    const accepted = async (headers: Browser): Promise<Record<string, boolean>> => {
      const tried = await Promise.all(
        writing.map(async ({ method, path }) => {
          const nothing = path.replaceAll(/\{\w+\}/g, '00000000-0000-8000-8000-000000000000');
          const { status } = await server.request(method, nothing, undefined, headers);
          return [`${method} ${path}`, status !== 401 && status !== 403] as const;
        }),
      );
      return Object.fromEntries(tried);
    };
    const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
    expect(await accepted({ ...browser, ...CONSOLE })).toEqual(
      Object.fromEntries(writing.map((one) => [name(one), one.declared])),
    );
    expect(writing.filter(({ declared }) => !declared).map(name)).toEqual(['POST /v1/session']);
    expect(await accepted(browser)).toEqual(Object.fromEntries(writing.map((one) => [name(one), false])));
  });

  it('records with the name of its key', async () => {
    const { key } = await make('Night desk', 'editor');
    const desk = { ...(await signIn(key)), ...CONSOLE };
    expect((await record(desk)).status).toBe(201);
    const filed = await server.post('/v1/articles', { ...PAGE, headline: 'Tariffs', body: 'Ten per cent.' }, desk);
    expect(filed.status).toBe(201);
    const { items } = bodyOf(EventsBody, await server.get('/v1/events?limit=200'));
    expect(items.filter(({ recordedBy }) => recordedBy === 'Night desk')).toHaveLength(1);
  });

  it('may do what its key may do', async () => {
    const [reader, editor] = await Promise.all([make('Reads', 'reader'), make('Edits', 'editor')]);
    const reads = { ...(await signIn(reader.key)), ...CONSOLE };
    const edits = { ...(await signIn(editor.key)), ...CONSOLE };
    const before = await position();
    expect(refusalOf(await record(reads))).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await position()).toBe(before);
    expect((await record(edits)).status).toBe(201);
    const aKey = { name: 'Not made', role: 'reader' };
    expect(refusalOf(await server.post('/v1/admin/keys', aKey, edits))).toMatchObject({ status: 403 });
    const admin = { ...browser, ...CONSOLE };
    const made = bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { ...aKey, name: 'Made' }, admin), 201);
    expect(made.createdBy).toBe('admin');
    expect((await server.request('DELETE', `/v1/admin/keys/${made.id}`, undefined, admin)).status).toBe(204);
  });

  it.each<[string, (key: MadeKeyBody) => Promise<unknown>, Record<string, unknown>]>([
    ['is revoked', ({ id }) => server.request('DELETE', `/v1/admin/keys/${id}`), {}],
    ['is rotated', ({ id }) => server.request('POST', `/v1/admin/keys/${id}/rotate`), {}],
    ['expires', () => Promise.resolve(), { lasts: 3_000 }],
  ])('writes nothing two seconds after its key %s, also at another server', async (what, end, { lasts }) => {
    const expiresAt = typeof lasts === 'number' ? { expiresAt: new Date(Date.now() + lasts).toISOString() } : {};
    const key = await make(`Key that ${what}`, 'editor', expiresAt);
    const desk = { ...(await signIn(key.key)), ...CONSOLE };
    for (const at of [server, other]) expect((await record(desk, at)).status).toBe(201);
    await end(key);
    const over = typeof lasts === 'number' ? Date.parse(key.expiresAt ?? '') : Date.now();
    for (const at of [server, other]) {
      await until('the session has ended', async () => (await record(desk, at)).status === 401, 6_000);
      expect(Date.now() - over).toBeLessThan(2_000);
    }
    const before = await position();
    for (const at of [server, other]) expect(refusalOf(await record(desk, at))).toMatchObject({ status: 401 });
    expect(await position()).toBe(before);
  });
});

describe('a request that changes something, with the cookie', () => {
  it.each<[string, Browser]>([
    ['from the same origin, by Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }],
    ['by Sec-Fetch-Site whatever the Origin', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    [
      'behind TLS',
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'news.example', origin: 'https://news.example' },
    ],
  ])('is accepted %s', async (_what, headers) => {
    expect((await record({ ...browser, 'x-dateline-console': '1', ...headers })).status).toBe(201);
  });

  it('is accepted where a browser does not send Sec-Fetch-Site but the same Origin', async () => {
    expect((await record({ ...browser, 'x-dateline-console': '1', origin: server.url })).status).toBe(201);
  });

  it.each<[string, Browser]>([
    ['without the header of the console', { 'sec-fetch-site': 'same-origin' }],
    ['with the header twice', { 'sec-fetch-site': 'same-origin', 'x-dateline-console': '1, 1' }],
    ['with another value of the header', { 'sec-fetch-site': 'same-origin', 'x-dateline-console': 'true' }],
    ['from another site', { ...CONSOLE, 'sec-fetch-site': 'cross-site' }],
    ['from another server of this host', { ...CONSOLE, 'sec-fetch-site': 'same-site' }],
    ['from no page', { ...CONSOLE, 'sec-fetch-site': 'none' }],
    ['with two values of Sec-Fetch-Site', { ...CONSOLE, 'sec-fetch-site': 'same-origin, same-origin' }],
    ['without Sec-Fetch-Site and Origin', { 'x-dateline-console': '1' }],
    ['from another Origin', { 'x-dateline-console': '1', origin: 'http://127.0.0.1:1' }],
    ['from an opaque Origin', { 'x-dateline-console': '1', origin: 'null' }],
    ['from an Origin that CORS allows', { 'x-dateline-console': '1', origin: ELSEWHERE }],
    ['of an ended session', { ...CONSOLE, cookie: `dateline_session=${'x'.repeat(43)}` }],
  ])('is refused %s, and changes nothing', async (_what, headers) => {
    const before = await position();
    expect(refusalOf(await record({ ...browser, ...headers }))).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(await position()).toBe(before);
  });

  it('is refused with what it lacks', async () => {
    const answer = await record(browser);
    expect(refusalOf(answer).detail).toContain('X-Dateline-Console: 1');
    expect([answer.headers.get('www-authenticate'), answer.headers.get('set-cookie')]).toEqual([
      'Bearer realm="dateline"',
      null,
    ]);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/json'])(
    'is refused as a form of another origin: %s',
    async (type) => {
      const before = await position();
      const from = { origin: ELSEWHERE, 'sec-fetch-site': 'cross-site', 'content-type': type };
      for (const [method, path] of [
        ['POST', '/v1/events'],
        ['POST', '/v1/admin/keys'],
        ['POST', '/v1/session'],
      ] as const)
        expect(
          await server.request(method, path, JSON.stringify(tariff(STORY, '2025-02-04', 10)), { ...browser, ...from }),
        ).toMatchObject({ status: 401 });
      expect(await position()).toBe(before);
    },
  );

  it('is never allowed to a script of another origin: CORS does not allow the header', async () => {
    const anywhere = await startServer({ DATELINE_CORS_ORIGINS: '*' });
    for (const at of [server, anywhere]) {
      const { status, headers } = await preflight(at);
      expect(status).toBe(204);
      expect(headers['access-control-allow-headers']).toContain('Authorization');
      expect(headers['access-control-allow-headers']).not.toMatch(/console|\*/i);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});

/** Asks as a browser does before a request of another origin. `fetch` does not send these headers. */
const preflight = (at: TestServer) =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const headers = {
      origin: ELSEWHERE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type, x-dateline-console',
    };
    request(`${at.url}/v1/events`, { method: 'OPTIONS', headers, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    })
      .on('error', reject)
      .end();
  });
