import { beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { SessionBody } from '../../apps/server/src/session/session.controller.js';
import { bodyOf, openStory, tariff } from '../http/recording.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const HOUR = 3_600_000;
const STORY = 'lasts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(
    { DATELINE_PUBLIC_READ: 'false' },
    { databaseUrl: database.url, ownerUrl: database.ownerUrl },
  );
  await openStory(server, STORY);
}, 120_000);

type Browser = Readonly<Record<string, string>>;

/** Opens a session of a fresh key. */
async function signIn(name: string, more: Record<string, unknown> = {}) {
  const { key } = bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name, role: 'editor', ...more }), 201);
  const answer = await server.request('POST', '/v1/session', undefined, { authorization: `Bearer ${key}` });
  const { expiresAt } = bodyOf(SessionBody, answer, 201);
  const cookie = answer.headers.get('set-cookie') ?? '';
  const browser: Browser = { authorization: '', cookie: cookie.split(';', 1)[0] ?? '' };
  return { browser, lasts: leftUntil(expiresAt), kept: leftUntil(/Expires=([^;]+)/.exec(cookie)?.[1]) };
}

const leftUntil = (instant: string | null | undefined): number => Date.parse(instant ?? '') - Date.now();

/** How long the session lasts from now, milliseconds. */
const lasts = async (browser: Browser): Promise<number> =>
  leftUntil(bodyOf(SessionBody, await server.get('/v1/session', browser)).expiresAt);

/** The id of a session's row. */
const idOf = ({ cookie = '' }: Browser): Buffer =>
  createHash('sha256').update(cookie.slice('dateline_session='.length)).digest();

/** Changes the row of a session, and waits until the server reads it again. */
async function setSession(browser: Browser, openedAgo: string, expiresIn: string): Promise<void> {
  const { rowCount } = await asOwner(database.ownerUrl, (owner) =>
    owner.query(
      'update session set opened_at = now() - $1::interval, expires_at = now() + $2::interval where id = $3',
      [openedAgo, expiresIn, idOf(browser)],
    ),
  );
  expect(rowCount).toBe(1);
  await sleep(1_100);
}

/** Differs after each write of a session's row. */
const writesOfSessions = (): Promise<unknown> =>
  asOwner(
    database.ownerUrl,
    async (owner) => (await owner.query<object>('select xmin::text from session order by id')).rows,
  );

/** Within ten seconds of a time. */
const around = (expected: number, actual: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThan(10_000);
};

it('a session lasts an hour; its cookie is kept for twelve', async () => {
  const opened = await signIn('One hour');
  around(HOUR, opened.lasts);
  around(12 * HOUR, opened.kept);
});

it('a session and its cookie last no longer than the key', async () => {
  const inMinutes = (minutes: number) => ({ expiresAt: new Date(Date.now() + minutes * 60_000).toISOString() });
  const short = await signIn('Short', inMinutes(20));
  around(HOUR / 3, short.lasts);
  around(HOUR / 3, short.kept);
  const longer = await signIn('Longer', inMinutes(80));
  around(HOUR, longer.lasts);
  around((HOUR * 4) / 3, longer.kept);
  await setSession(longer.browser, '30 minutes', '10 minutes');
  around(HOUR, await lasts(longer.browser));
});

it('each use extends it to an hour from then, whether it reads or writes', async () => {
  const { browser } = await signIn('Extended');
  const writes = { ...browser, 'sec-fetch-site': 'same-origin', 'x-dateline-console': '1' };
  for (const use of [
    () => server.get('/v1/stories', browser),
    () => server.post('/v1/events', tariff(STORY, '2025-02-04', 10), writes),
  ]) {
    await setSession(browser, '30 minutes', '10 minutes');
    expect((await use()).status).toBeLessThan(300);
    await until('the extension is written', async () => {
      const [row] = await asOwner(
        database.ownerUrl,
        async (owner) =>
          (
            await owner.query<{ extended: boolean }>(
              `select expires_at > now() + interval '59 minutes' as extended from session where id = $1`,
              [idOf(browser)],
            )
          ).rows,
      );
      return row?.extended === true;
    });
  }
});

it('GET /v1/session says when it expires after this use', async () => {
  const { browser } = await signIn('Told');
  await setSession(browser, '30 minutes', '10 minutes');
  around(HOUR, await lasts(browser));
});

it('no use extends it beyond twelve hours', async () => {
  const { browser } = await signIn('Twelve hours');
  await setSession(browser, '11 hours 30 minutes', '10 minutes');
  around(HOUR / 2, await lasts(browser));
  await setSession(browser, '11 hours 59 minutes 58 seconds', '2 seconds');
  await sleep(1_000);
  expect((await server.get('/v1/stories', browser)).status).toBe(401);
});

it('an expired session is not extended', async () => {
  const { browser } = await signIn('Expired');
  await setSession(browser, '1 hour', '0 seconds');
  for (let tries = 0; tries < 3; tries++) expect((await server.get('/v1/stories', browser)).status).toBe(401);
});

it('is written once for many uses', async () => {
  const { browser } = await signIn('Used often');
  const before = await writesOfSessions();
  for (let use = 0; use < 40; use++) expect((await server.get('/v1/stories', browser)).status).toBe(200);
  expect(await writesOfSessions()).toEqual(before);
  await setSession(browser, '30 minutes', '10 minutes');
  const set = await writesOfSessions();
  await Promise.all(Array.from({ length: 20 }, () => server.get('/v1/stories', browser)));
  around(HOUR, await lasts(browser));
  const extended = await writesOfSessions();
  expect(extended).not.toEqual(set);
  for (let use = 0; use < 40; use++) await server.get('/v1/stories', browser);
  expect(await writesOfSessions()).toEqual(extended);
});
