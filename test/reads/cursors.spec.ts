import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { openStory, refusalOf, tariff } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';

let server: TestServer;
/** On the same database. */
let other: TestServer;
let secret: Buffer;

const STORY = '/v1/stories/lists';
const ITEM = `/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}`;
const ARTICLE = {
  url: 'https://example.org/article',
  headline: 'Rates',
  publisher: 'Morning Gazette',
  body: 'Rates rise.',
};
let article = '';

/** All lists with clocks: each with the route and parameters of its cursors, and with another query. */
const lists = (): [path: string, route: string, params: object, another: string][] => [
  ['/v1/stories', '/v1/stories', {}, 'party=CHN'],
  [`${STORY}/timeline`, '/v1/stories/:slug/timeline', { slug: 'lists' }, 'party=CHN'],
  [`${STORY}/changes?from=2024`, '/v1/stories/:slug/changes', { slug: 'lists' }, 'from=2023'],
  [`${STORY}/digests?period=day`, '/v1/stories/:slug/digests', { slug: 'lists' }, 'period=month'],
  ['/v1/views/tariffs', '/v1/views/:view', { view: 'tariffs' }, 'party=CHN'],
  [`${ITEM}/history`, '/v1/views/:view/:subject/history', { view: 'tariffs', subject: 'USA>CHN:all' }, 'asOf=2026'],
  [`${ITEM}/facts`, '/v1/views/:view/:subject/facts', { view: 'tariffs', subject: 'USA>CHN:all' }, 'asOf=2026'],
  ['/v1/disputes', '/v1/disputes', {}, 'view=tariffs'],
  ['/v1/deadlines?asOf=2025-03', '/v1/deadlines', {}, 'within=30d'],
  ['/v1/events', '/v1/events', {}, 'story=lists'],
  ['/v1/articles', '/v1/articles', {}, 'story=lists'],
  [`/v1/articles/${article}/events`, '/v1/articles/:id/events', { id: article }, 'after=1'],
];
/** Lists without clocks. */
const plainLists: [path: string, route: string, another: string | null][] = [
  ['/v1/admin/audit', '/v1/admin/audit', 'action=key-created'],
  ['/v1/admin/keys', '/v1/admin/keys', null],
];

beforeAll(async () => {
  const database = await createTestDatabase();
  const address = { databaseUrl: database.url, ownerUrl: database.ownerUrl };
  server = await startServer({}, address);
  other = await startServer({}, address);
  for (const slug of ['lists', 'others']) await openStory(server, slug, { parties: ['USA'] });
  for (const body of ['Rates rise.', 'Rates rise again.']) {
    const filed = await server.post('/v1/articles', { ...ARTICLE, body });
    article = (filed.body as { id: string }).id;
  }
  const source = { article };
  const rates = [2, 3, 4].map((month) => tariff('lists', `2025-0${month}-01`, 10 * month, { source }));
  const gazette = { url: 'https://example.org/other', publisher: 'Evening Post', publishedAt: '2025-10-26' };
  const announced = ['DEU', 'FRA', 'ITA'].map((appliesTo) => ({
    type: 'TariffAnnounced',
    story: 'lists',
    occurredAt: '2025-03-01',
    data: { imposedBy: 'USA', appliesTo, ratePercent: 5, effectiveFrom: '2025-12-01' },
    source,
  }));
  const disputed = ['DEU', 'FRA'].flatMap((appliesTo) =>
    [7, 9].map((ratePercent) => ({
      ...tariff('lists', '2025-05-01', ratePercent, { source: ratePercent === 7 ? source : gazette }),
      data: { imposedBy: 'USA', appliesTo, ratePercent },
    })),
  );
  const recorded = await server.post('/v1/events', [...rates, ...announced, ...disputed], { prefer: 'wait=20' });
  if (recorded.status !== 201) throw new Error(recorded.text);
  for (const name of ['Ada', 'Ben']) await server.post('/v1/admin/keys', { name, role: 'reader' });
  secret = await asOwner(database.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ secret: Buffer }>(`select secret from server_secret where name = 'cursors'`);
    return rows[0]?.secret ?? Buffer.alloc(0);
  });
}, 120_000);

interface List {
  items: unknown[];
  next: string | null;
}
const listOf = (answer: Answer): List => answer.body as List;
const withQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;

async function firstCursor(path: string): Promise<string> {
  const answer = await server.get(withQuery(path, 'limit=1'));
  const { next } = listOf(answer);
  if (typeof next !== 'string') throw new Error(`${path} has no second page: ${answer.text}`);
  return next;
}

/** A cursor with the right signature, which only the owner of the secret could make. */
function signed(list: string, json: string): string {
  const signature = createHmac('sha256', secret).update(`${list}\n`).update(json).digest().subarray(0, 16);
  return Buffer.concat([signature, Buffer.from(json)]).toString('base64url');
}
const payloadOf = (cursor: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(cursor, 'base64url').subarray(16).toString()) as Record<string, unknown>;

/** A cursor in the format from before they were signed, with the right checksum. */
function checksummed(list: string, json: string): string {
  const sum = createHash('sha256').update(`${list}\n${json}`).digest('base64url').slice(0, 8);
  return sum + Buffer.from(json).toString('base64url');
}

/** JSON to put in the place of a value. */
const HOSTILE: [string, string][] = [
  ['negative', '-1'],
  ['a fraction', '0.5'],
  ['huge', '2000000000'],
  ['beyond any number of PostgreSQL', '1e300'],
  ['NUL', '"a\\u0000b"'],
  ['half a character', '"\\ud800"'],
  ['null', 'null'],
  ['a boolean', 'true'],
  ['a list', '[1]'],
  ['an object', '{"$gt":0}'],
  ['a prototype', '{"__proto__":{"limit":200}}'],
  ['SQL', `"1); drop table event; --"`],
];
/** Values that a field may have. */
const HARMLESS: Record<string, string[]> = { recordedAsOf: ['null'] };

/** The paths of all values in a payload. */
function fieldsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, one]) => fieldsOf(one, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

/** The payload with other JSON at one path. */
function withOther(payload: unknown, path: readonly string[], json: string): string {
  const mark = '@other@';
  const copy = structuredClone(payload) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy);
  holder[path.at(-1) ?? ''] = mark;
  return JSON.stringify(copy).replace(`"${mark}"`, json);
}

/** Expects that a list refuses a cursor. */
async function expectRefused(path: string, cursor: string): Promise<void> {
  const answer = await server.get(`${path.split('?')[0]}?cursor=${encodeURIComponent(cursor)}`);
  expect([path, answer.status, answer.text.slice(0, 300)]).toEqual([path, 400, expect.stringContaining('bad-cursor')]);
}

describe('the cursors of every list', () => {
  it('work at another server of the same database, and after a restart', async () => {
    for (const [path] of [...lists(), ...plainLists]) {
      const cursor = await firstCursor(path);
      const alone = `${path.split('?')[0]}?cursor=${cursor}`;
      const here = await server.get(alone);
      expect([path, here.status, listOf(here).items.length]).toEqual([path, 200, 1]);
      expect([path, (await other.get(alone)).text]).toEqual([path, here.text]);
    }
    const cursor = await firstCursor('/v1/events');
    const { items } = listOf(await other.get(`/v1/events?cursor=${cursor}`));
    await other.stop();
    other = await startServer({}, { databaseUrl: server.databaseUrl, ownerUrl: server.ownerUrl });
    expect(listOf(await other.get(`/v1/events?cursor=${cursor}`)).items).toEqual(items);
  }, 60_000);

  it('are refused at every other list', async () => {
    const all = await Promise.all(
      [...lists(), ...plainLists].map(async ([path]) => ({ path, cursor: await firstCursor(path) })),
    );
    for (const { path } of all) {
      for (const { path: of, cursor } of all) if (path !== of) await expectRefused(path, cursor);
    }
    await expectRefused('/v1/stories/others/timeline', await firstCursor(`${STORY}/timeline`));
    await expectRefused('/v1/views/stories', await firstCursor('/v1/views/tariffs'));
  }, 60_000);

  it('are refused with another query', async () => {
    for (const [path, another] of [
      ...lists().map(([p, , , a]) => [p, a] as const),
      ...plainLists.map(([p, , a]) => [p, a] as const),
    ]) {
      if (another === null) continue;
      const answer = await server.get(`${path.split('?')[0]}?cursor=${await firstCursor(path)}&${another}`);
      expect([path, answer.status, refusalOf(answer).code]).toEqual([path, 400, 'bad-cursor']);
    }
  });

  it('are refused where they were altered or made up', async () => {
    for (const [path, route, params] of [...lists(), ...plainLists.map(([p, r]) => [p, r, null] as const)]) {
      const cursor = await firstCursor(path);
      const payload = payloadOf(cursor);
      const before = params === null ? (route.split('/').at(-1) ?? '') : `${route} ${JSON.stringify(params)}`;
      const greedy = JSON.stringify({ ...payload, limit: 2_000_000_000 });
      for (const made of [
        checksummed(before, JSON.stringify(payload)),
        checksummed(before, greedy),
        checksummed(before, JSON.stringify(payload['after'])),
        Buffer.concat([Buffer.from(cursor, 'base64url').subarray(0, 16), Buffer.from(greedy)]).toString('base64url'),
        Buffer.concat([Buffer.alloc(16), Buffer.from(JSON.stringify(payload))]).toString('base64url'),
        Buffer.from(greedy).toString('base64url'),
        `${cursor.slice(0, -4)}AAAA`,
        `${cursor[0] === 'A' ? 'B' : 'A'}${cursor.slice(1)}`,
        cursor.slice(1),
        `${cursor}=`,
        ` ${cursor}`,
        `${cursor}\u0000`,
      ])
        await expectRefused(path, made);
    }
  }, 60_000);

  it('are checked against their schema even with the right signature, in every field', async () => {
    for (const [path, route, params] of [...lists(), ...plainLists.map(([p, r]) => [p, r, null] as const)]) {
      const list = params === null ? route : `${route} ${JSON.stringify(params)}`;
      const payload = payloadOf(await firstCursor(path));
      expect((await server.get(`${path.split('?')[0]}?cursor=${signed(list, JSON.stringify(payload))}`)).status).toBe(
        200,
      );
      for (const field of fieldsOf(payload)) {
        for (const [what, json] of HOSTILE) {
          if (HARMLESS[field.at(-1) ?? '']?.includes(json)) continue;
          const answer = await server.get(
            `${path.split('?')[0]}?cursor=${signed(list, withOther(payload, field, json))}`,
          );
          const name = `${path} ${field.join('.')} ${what}`;
          // A value that is a valid place, although not one of this list, is answered with at most a page.
          if (answer.status === 200) {
            expect([name, isPlace(field, json)]).toEqual([name, true]);
            expect(listOf(answer).items.length).toBeLessThanOrEqual(1);
          } else expect([name, answer.status, refusalOf(answer).code]).toEqual([name, 400, 'bad-cursor']);
        }
        for (const more of ['{"limit":200}', '1']) {
          const extra = JSON.stringify({ ...payload, more: 1 }).replace('"more":1', `"more":${more}`);
          await expectRefused(path, signed(list, extra));
        }
      }
    }
  }, 120_000);
});

/** Whether a value is valid in a field: any text is a name, and some numbers are an instant, a position or a count. */
function isPlace(field: readonly string[], json: string): boolean {
  const name = field.at(-1) ?? '';
  if (['view', 'subject', 'after'].includes(name) && /^"[^\\]*"$/.test(json)) return true;
  return (
    ['validFrom', 'position', 'before', 'after', 'end', 'from', 'instant'].includes(name) &&
    ['-1', '2000000000'].includes(json)
  );
}
