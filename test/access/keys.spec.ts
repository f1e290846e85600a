import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { AuditBody } from '../../apps/server/src/admin/audit.controller.js';
import { KeyBody, KeysBody, MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { EventsBody } from '../../apps/server/src/events/event.schema.js';
import { bodyOf, openStory, refusalOf, tariff } from '../http/recording.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let server: TestServer;
/** Another server on the same database. */
let other: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  const address = { databaseUrl: database.url, ownerUrl: database.ownerUrl };
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' }, address);
  other = await startServer({ DATELINE_PUBLIC_READ: 'false' }, address);
  await openStory(server, 'keys');
}, 120_000);

const make = async (name: string, role = 'editor', more: Record<string, unknown> = {}): Promise<MadeKeyBody> =>
  bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name, role, ...more }), 201);
const as = (key: string) => ({ authorization: `Bearer ${key}` });
const statusOf = async (at: TestServer, key: string, path = '/v1/stories'): Promise<number> =>
  (await at.get(path, as(key))).status;

describe('a key', () => {
  it('has 256 random bits, which are shown once', async () => {
    const { key, ...record } = await make('City desk');
    expect(key).toMatch(/^dl_[\da-f]{8}_[\da-f]{64}$/);
    expect(record).toMatchObject({
      id: key.slice(3, 11),
      name: 'City desk',
      role: 'editor',
      createdBy: 'admin',
      revokedAt: null,
      expiresAt: null,
    });
    expect(bodyOf(KeyBody, await server.get(`/v1/admin/keys/${record.id}`))).toEqual(record);
    const { items } = bodyOf(KeysBody, await server.get('/v1/admin/keys'));
    expect(items).toContainEqual(record);
  });

  it('is stored as a digest', async () => {
    const { key } = await make('Kept as a digest');
    const rows = await asOwner(
      database.ownerUrl,
      async (owner) => (await owner.query<{ digest: Buffer }>('select * from api_key')).rows,
    );
    expect(JSON.stringify(rows)).not.toContain(key.slice(12));
    expect(rows.every(({ digest }) => digest.length === 32)).toBe(true);
    expect(server.log()).not.toContain(key.slice(12));
  });

  it('gives its name to the events that are recorded with it', async () => {
    const { key } = await make('Wire service');
    const recorded = await server.post('/v1/events', tariff('keys', '2025-02-04', 10), as(key));
    expect(recorded.status).toBe(201);
    expect(bodyOf(EventsBody, await server.get('/v1/events?limit=200')).items.at(-1)).toMatchObject({
      recordedBy: 'Wire service',
    });
  });

  it('is accepted by another process at once', async () => {
    const { key } = await make('At once');
    expect(await statusOf(other, key)).toBe(200);
  });

  it('that differs in one letter is not valid', async () => {
    const { key } = await make('One letter');
    for (const wrong of [
      key.slice(0, -1) + (key.endsWith('0') ? '1' : '0'),
      key.toUpperCase(),
      `${key}0`,
      key.slice(0, -1),
      `dl_${key}`,
    ])
      expect(await statusOf(server, wrong)).toBe(401);
  });

  it('has the time of its last use, a little later', async () => {
    const { key, id, lastUsedAt } = await make('Last used');
    expect(lastUsedAt).toBeNull();
    const before = Date.now();
    expect(await statusOf(server, key)).toBe(200);
    let used: string | null = null;
    await until('its use is recorded', async () => {
      used = bodyOf(KeyBody, await server.get(`/v1/admin/keys/${id}`)).lastUsedAt;
      return used !== null;
    });
    expect(Math.abs(Date.parse(used ?? '') - before)).toBeLessThan(5_000);
  });
});

describe('a name', () => {
  it('belongs to one key, also after that was revoked', async () => {
    const { id } = await make('Only once');
    await server.request('DELETE', `/v1/admin/keys/${id}`);
    expect(refusalOf(await server.post('/v1/admin/keys', { name: 'Only once', role: 'reader' }))).toMatchObject({
      status: 409,
      code: 'key-exists',
    });
  });

  it('is given to one of many concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.post('/v1/admin/keys', { name: 'Raced for', role: 'reader' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });

  it.each([
    ['name', { name: '', role: 'reader' }],
    ['name', { name: 'two\nlines', role: 'reader' }],
    ['name', { name: 'x'.repeat(101), role: 'reader' }],
    ['name', { name: 'admin', role: 'reader' }],
    ['role', { name: 'A role that is none', role: 'owner' }],
    ['expiresAt', { name: 'No instant', role: 'reader', expiresAt: '2099-01-01' }],
    ['expiresAt', { name: 'Over before it began', role: 'reader', expiresAt: '2020-01-01T00:00:00Z' }],
    ['secret', { name: 'With a secret of its own', role: 'reader', secret: 'x' }],
  ])('and the other fields are checked: %s in %j', async (where, body) => {
    expect(refusalOf(await server.post('/v1/admin/keys', body))).toMatchObject({
      status: 422,
      code: 'invalid-request',
      errors: [{ pointer: `/${where}` }],
    });
  });
});

describe('a key that ends', () => {
  it('because it was revoked is refused there at once, and a second later by every process', async () => {
    const { key, id } = await make('To be revoked');
    expect([await statusOf(server, key), await statusOf(other, key)]).toEqual([200, 200]);
    expect((await other.request('DELETE', `/v1/admin/keys/${id}`)).status).toBe(204);
    expect(await statusOf(other, key)).toBe(401);
    await sleep(1_000);
    expect(await statusOf(server, key)).toBe(401);
    expect(bodyOf(KeyBody, await server.get(`/v1/admin/keys/${id}`)).revokedAt).not.toBeNull();
    expect((await server.request('DELETE', `/v1/admin/keys/${id}`)).status).toBe(204);
    expect((await server.request('DELETE', '/v1/admin/keys/00000000')).status).toBe(404);
  });

  it('is also refused within that second under load', async () => {
    const { key, id } = await make('Revoked under load');
    let revoked = Infinity;
    const lastAccepted = await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let last = 0; ; last = performance.now())
          if ((await statusOf(server, key)) === 401 || last > revoked + 5_000) return last;
      }).concat(
        (async () => {
          await sleep(700);
          await other.request('DELETE', `/v1/admin/keys/${id}`);
          return (revoked = performance.now());
        })(),
      ),
    );
    expect(Math.max(...lastAccepted) - revoked).toBeLessThan(1_100);
  });

  it('because it has expired is refused from then on, and cannot be rotated', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const { key, id } = await make('For a moment', 'reader', { expiresAt });
    expect(await statusOf(server, key)).toBe(200);
    await sleep(1_600);
    expect(await statusOf(server, key)).toBe(401);
    expect(refusalOf(await server.post(`/v1/admin/keys/${id}/rotate`, {}))).toMatchObject({
      status: 409,
      code: 'key-ended',
    });
  });

  it('ends its sessions', async () => {
    const { key, id } = await make('With a session', 'admin');
    const opened = await server.request('POST', '/v1/session', undefined, as(key));
    const browser = { authorization: '', cookie: (opened.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
    expect((await server.get('/v1/admin/log', browser)).status).toBe(200);
    await server.request('DELETE', `/v1/admin/keys/${id}`);
    expect((await server.get('/v1/admin/log', browser)).status).toBe(401);
  });
});

describe('a key that is rotated', () => {
  it('has another secret, and keeps its name and role', async () => {
    const { key, id } = await make('Rotated');
    expect(await statusOf(server, key)).toBe(200);
    const rotated = bodyOf(MadeKeyBody, await server.request('POST', `/v1/admin/keys/${id}/rotate`));
    expect(rotated).toMatchObject({ id, name: 'Rotated', role: 'editor', rotatedAt: expect.any(String) });
    expect([await statusOf(server, key), await statusOf(server, rotated.key)]).toEqual([401, 200]);
  });

  it('is accepted by every process at once, and so is a session that it opened', async () => {
    const { key, id } = await make('Rotated elsewhere', 'admin');
    expect(await statusOf(other, key)).toBe(200);
    const rotated = bodyOf(MadeKeyBody, await server.request('POST', `/v1/admin/keys/${id}/rotate`));
    expect(await statusOf(other, rotated.key)).toBe(200);
    const again = bodyOf(MadeKeyBody, await server.request('POST', `/v1/admin/keys/${id}/rotate`));
    const opened = await server.request('POST', '/v1/session', undefined, as(again.key));
    const browser = { authorization: '', cookie: (opened.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
    expect((await other.get('/v1/admin/log', browser)).status).toBe(200);
    expect(await statusOf(other, key)).toBe(401);
  });

  it('keeps its old secret for the requested overlap', async () => {
    const { key, id } = await make('Rotated with time');
    const rotated = bodyOf(MadeKeyBody, await server.post(`/v1/admin/keys/${id}/rotate`, { overlapSeconds: 2 }));
    expect([await statusOf(server, key), await statusOf(server, rotated.key)]).toEqual([200, 200]);
    await sleep(2_100);
    expect([await statusOf(server, key), await statusOf(server, rotated.key)]).toEqual([401, 200]);
    expect((await server.post(`/v1/admin/keys/${id}/rotate`, { overlapSeconds: 604_801 })).status).toBe(422);
  });
});

it('the list of keys has pages, in the order of names', async () => {
  const all = bodyOf(KeysBody, await server.get('/v1/admin/keys?limit=200')).items.map(({ name }) => name);
  const paged: string[] = [];
  for (let path = '/v1/admin/keys?limit=3'; path !== '';) {
    const answer = await server.get(path);
    const { items, next } = bodyOf(KeysBody, answer);
    paged.push(...items.map(({ name }) => name));
    path = next === null ? '' : (/^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? 'no link');
  }
  expect(paged).toEqual(all);
  expect((await server.get('/v1/admin/keys?cursor=nonsense')).body).toMatchObject({ code: 'bad-cursor' });
});

describe('the audit trail', () => {
  it('has who did what, the latest first', async () => {
    const { key, id } = await make('An audited admin', 'admin');
    const requestId = 'rebuild-of-truces';
    await server.request('POST', '/v1/admin/projections/truces/rebuild', undefined, {
      ...as(key),
      'x-request-id': requestId,
    });
    await server.request('POST', '/v1/admin/log/verify', undefined, as(key));
    await server.request('POST', '/v1/session', undefined, as(key));
    await server.post(`/v1/admin/keys/${id}/rotate`, { overlapSeconds: 60 }, as(key));
    const { items } = bodyOf(
      AuditBody,
      await server.get(`/v1/admin/audit?actor=${encodeURIComponent('An audited admin')}`),
    );
    expect(items.map(({ action, subject, detail }) => ({ action, subject, detail }))).toEqual([
      { action: 'key-rotated', subject: 'An audited admin', detail: { overlapSeconds: 60 } },
      { action: 'session-opened', subject: 'An audited admin', detail: {} },
      { action: 'verify-requested', subject: 'log', detail: {} },
      { action: 'rebuild-requested', subject: 'truces', detail: {} },
    ]);
    expect(items.at(-1)).toMatchObject({ requestId, address: '127.0.0.1' });
    const created = bodyOf(AuditBody, await server.get('/v1/admin/audit?action=key-created&limit=1')).items;
    expect(created).toMatchObject([{ actor: 'admin', subject: 'An audited admin', detail: { role: 'admin' } }]);
    expect((await server.get('/v1/admin/audit?action=nothing')).body).toMatchObject({ code: 'bad-parameter' });
  });

  it('has pages', async () => {
    const all = bodyOf(AuditBody, await server.get('/v1/admin/audit?limit=200')).items.map(({ id }) => id);
    const first = bodyOf(AuditBody, await server.get('/v1/admin/audit?limit=2'));
    const second = bodyOf(AuditBody, await server.get(`/v1/admin/audit?limit=2&cursor=${first.next}`));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4));
  });

  it('sums up invalid keys', async () => {
    const guessed = await startServer(
      { DATELINE_ADMIN_KEY: server.adminKey },
      { databaseUrl: database.url, ownerUrl: database.ownerUrl },
    );
    for (let n = 0; n < 5; n++) expect(await statusOf(guessed, `a wrong key, the ${n}th`)).toBe(401);
    await guessed.stop();
    const { items } = bodyOf(AuditBody, await server.get('/v1/admin/audit?action=authentications-failed'));
    expect(items[0]).toMatchObject({ actor: null, subject: '127.0.0.1', requestId: null, detail: { times: 5 } });
  });

  it('cannot be changed, by the server or the owner of its table', async () => {
    for (const url of [database.url, database.ownerUrl])
      for (const sql of [`update audit set actor = 'nobody'`, 'delete from audit', 'truncate audit'])
        await expect(asOwner(url, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
  });
});
