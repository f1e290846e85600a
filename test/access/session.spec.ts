import { beforeAll, describe, expect, it } from '@jest/globals';
import { AuditBody } from '../../apps/server/src/admin/audit.controller.js';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { SessionBody } from '../../apps/server/src/session/session.controller.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { bodyOf, refusalOf } from '../http/recording.js';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(
    { DATELINE_PUBLIC_READ: 'false', DATELINE_TRUST_PROXY: '1' },
    { databaseUrl: database.url, ownerUrl: database.ownerUrl },
  );
}, 120_000);

const NO_KEY = { authorization: '' };

/** Opens a session. Returns the request headers of a browser that has it. */
async function signIn(at = server): Promise<{ cookie: string; authorization: string }> {
  const answer = await at.request('POST', '/v1/session');
  expect(answer.status).toBe(201);
  return { ...NO_KEY, cookie: (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
}

describe('a key', () => {
  it('is exchanged for a cookie that no script reads and no other site sends', async () => {
    const before = Date.now();
    const answer = await server.request('POST', '/v1/session');
    const { expiresAt, ...who } = bodyOf(SessionBody, answer, 201);
    expect(who).toEqual({ name: 'admin', role: 'admin', publicRead: false });
    const lasts = Date.parse(expiresAt ?? '') - before;
    expect(lasts).toBeGreaterThan(3_590_000);
    expect(lasts).toBeLessThan(3_610_000);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^dateline_session=[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('behind TLS is exchanged for a cookie that is only sent over TLS', async () => {
    const answer = await server.request('POST', '/v1/session', undefined, { 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('set-cookie')).toContain('; Secure');
  });

  it.each([
    ['none', {}],
    ['a wrong one', { authorization: 'Bearer dl_00000000_'.padEnd(83, '0') }],
    ['a session', { cookie: 'of a session' }],
  ])('is needed to open a session: not %s', async (_what, headers) => {
    const cookie = 'cookie' in headers ? await signIn() : {};
    expect(await server.request('POST', '/v1/session', undefined, { ...NO_KEY, ...headers, ...cookie })).toMatchObject({
      status: 401,
    });
  });
});

describe('a session', () => {
  it('reads what its key reads, and has the name of its holder', async () => {
    const browser = await signIn();
    expect(await server.get('/v1/admin/log', browser)).toMatchObject({ status: 200 });
    expect(bodyOf(SessionBody, await server.get('/v1/session', browser))).toMatchObject({
      name: 'admin',
      expiresAt: expect.any(String),
    });
    expect(bodyOf(SessionBody, await server.get('/v1/session'))).toEqual({
      name: 'admin',
      role: 'admin',
      expiresAt: null,
      publicRead: false,
    });
  });

  it('is nobody’s without a key or a cookie, and where the cookie’s session has ended; a wrong key is refused', async () => {
    const nobody = { name: null, role: null, expiresAt: null };
    for (const headers of [NO_KEY, { ...NO_KEY, cookie: 'dateline_session=ended' }])
      expect(bodyOf(SessionBody, await server.get('/v1/session', headers))).toEqual({ ...nobody, publicRead: false });
    expect((await server.get('/v1/session', { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('is ignored where there is a key', async () => {
    const browser = await signIn();
    expect(await server.get('/v1/admin/log', { ...browser, authorization: 'Bearer wrong' })).toMatchObject({
      status: 401,
    });
  });

  it('is valid in every process and after a restart; ended in one, it has ended in all a second later', async () => {
    const address = { databaseUrl: database.url, ownerUrl: database.ownerUrl };
    const first = await startServer({ DATELINE_ADMIN_KEY: server.adminKey }, address);
    const browser = await signIn(first);
    expect((await server.get('/v1/admin/log', browser)).status).toBe(200);
    await first.stop();
    const second = await startServer({ DATELINE_ADMIN_KEY: server.adminKey }, address);
    expect((await second.get('/v1/admin/log', browser)).status).toBe(200);
    expect((await server.get('/v1/admin/log', browser)).status).toBe(200);

    const ended = await second.request('DELETE', '/v1/session', undefined, browser);
    expect([ended.status, ended.headers.get('set-cookie')]).toEqual([
      204,
      'dateline_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    ]);
    expect((await second.get('/v1/admin/log', browser)).status).toBe(401);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await server.get('/v1/admin/log', browser)).status).toBe(401);
    expect((await second.request('DELETE', '/v1/session', undefined, browser)).status).toBe(204);
  });

  it('ends where the configured admin key has changed', async () => {
    const browser = await signIn();
    const other = await startServer({}, { databaseUrl: database.url, ownerUrl: database.ownerUrl });
    expect((await other.get('/v1/admin/log', browser)).status).toBe(401);
  });

  it('is stored in a form from which its token cannot be computed', async () => {
    const { cookie } = await signIn();
    const rows = await asOwner(
      database.ownerUrl,
      async (owner) => (await owner.query<object>('select * from session')).rows,
    );
    expect(rows.length).toBeGreaterThan(0);
    const kept = JSON.stringify(
      rows.map((row) =>
        Object.values(row).map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)),
      ),
    );
    expect(kept).not.toContain(cookie.slice('dateline_session='.length));
  });
});

const CLEARED = 'dateline_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict';
const reader = async (name: string): Promise<MadeKeyBody> =>
  bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name, role: 'reader' }), 201);
const as = ({ key }: MadeKeyBody, address = '192.0.2.1') => ({
  authorization: `Bearer ${key}`,
  'x-forwarded-for': address,
});

describe('the sessions of one key', () => {
  /** Opens a session. Returns its cookie. */
  const open = async (at: TestServer, key: MadeKeyBody): Promise<string> => {
    const answer = await at.request('POST', '/v1/session', undefined, as(key));
    expect(answer.status).toBe(201);
    return (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  };
  const holds = async (cookie: string): Promise<boolean> =>
    (await server.get('/v1/stories', { ...NO_KEY, cookie })).status === 200;

  it('are twenty at most, in all processes together: a further one ends the oldest', async () => {
    const other = await startServer(
      { DATELINE_PUBLIC_READ: 'false', DATELINE_ADMIN_KEY: server.adminKey, DATELINE_TRUST_PROXY: '1' },
      { databaseUrl: database.url, ownerUrl: database.ownerUrl },
    );
    const [key, otherKey] = [await reader('Many sessions'), await reader('One session')];
    const untouched = await open(server, otherKey);
    const cookies: string[] = [];
    for (let n = 0; n < 20; n++) cookies.push(await open(server, key));
    expect(await Promise.all(cookies.map(holds))).toEqual(Array<boolean>(20).fill(true));
    cookies.push(...(await Promise.all(Array.from({ length: 5 }, () => open(other, key)))));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await Promise.all(cookies.map(holds))).toEqual([
      ...Array<boolean>(5).fill(false),
      ...Array<boolean>(20).fill(true),
    ]);
    expect(await holds(untouched)).toBe(true);
  });

  it('add at most forty rows a minute to the audit trail, however often they are opened and ended', async () => {
    const key = await reader('A flood');
    const answers: number[] = [];
    for (let n = 0; n < 300; n++) {
      const opened = await server.request('POST', '/v1/session', undefined, as(key));
      answers.push(opened.status);
      const cookie = (opened.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
      await server.request('DELETE', '/v1/session', undefined, { ...NO_KEY, cookie });
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(20);
    expect(answers.slice(20)).toEqual(Array<number>(280).fill(429));
    const refused = await server.request('POST', '/v1/session', undefined, as(key));
    expect(refusalOf(refused)).toMatchObject({ status: 429, code: 'rate-limited' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(bodyOf(AuditBody, await server.get('/v1/admin/audit?actor=A%20flood&limit=200')).items).toHaveLength(40);
  });
});

describe('a request for a session without a key', () => {
  it.each<[string, Record<string, string>]>([
    ['at all', {}],
    ['that is valid', { authorization: 'Bearer wrong' }],
  ])(
    '%s is a failed attempt, and is blocked after twenty in a minute',
    async (what, headers) => {
      for (const publicRead of ['false', 'true']) {
        const own = await startServer({ DATELINE_PUBLIC_READ: publicRead, DATELINE_TRUST_PROXY: '1' });
        const from = { ...NO_KEY, 'x-forwarded-for': what === 'at all' ? '192.0.2.10' : '192.0.2.11', ...headers };
        const answers: number[] = [];
        for (let n = 0; n < 22; n++) answers.push((await own.request('POST', '/v1/session', undefined, from)).status);
        expect(answers).toEqual([...Array<number>(20).fill(401), 429, 429]);
      }
    },
    60_000,
  );

  it('but with the cookie of an ended session is no failed attempt; the cookie is removed', async () => {
    const from = { ...NO_KEY, 'x-forwarded-for': '192.0.2.12', cookie: `dateline_session=${'x'.repeat(43)}` };
    for (let n = 0; n < 25; n++) {
      const answer = await server.get('/v1/stories', from);
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, CLEARED]);
    }
    expect((await server.get('/v1/stories', as(await reader('Not shut out'), '192.0.2.12'))).status).toBe(200);
  });

  it('keeps a valid cookie, also where a key is needed', async () => {
    const browser = await signIn();
    const answer = await server.request('POST', '/v1/events', {}, browser);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
    expect((await server.get('/v1/session', browser)).headers.get('set-cookie')).toBeNull();
  });
});

describe('the sign-in page', () => {
  it('loads only files of this server, and they exist', async () => {
    const page = await server.get('/sign-in?next=/docs', NO_KEY);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const loaded = [...page.text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path]) => path ?? '');
    expect(loaded).toEqual(['/sign-in/page.css', '/sign-in/page.js']);
    for (const path of loaded) expect((await server.get(path, NO_KEY)).status).toBe(200);
    expect((await server.get('/sign-in/other.js', NO_KEY)).status).toBe(404);
  });
});
