import { beforeAll, describe, expect, it } from '@jest/globals';
import { CellLine, SeriesBody } from '../../apps/server/src/series/series.schema.js';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { LongAnswer } from '../access/long-answer.js';
import { bodyOf, openStory, refusalOf } from '../http/recording.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { rate, StoryFixture } from './story-fixture.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-04-12' };
const POST = { publisher: 'Post', publishedAt: '2025-06-10' };
const LEAFLET = { publisher: 'Leaflet' };
const CHN = 'USA>CHN:all';

let server: TestServer;
let fixture: StoryFixture;
let other: StoryFixture;

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'trade');
  other = await StoryFixture.open(server, 'steel');
  await fixture.fact('TariffChanged', '2025-04-09', rate(125), GAZETTE);
  await fixture.fact('TariffChanged', '2025-05-14', rate(30), POST);
  await fixture.fact('TariffThreatened', '2025-05-20', rate(100), { ...POST, publisher: 'Wire' }, 'claimed');
  await fixture.fact(
    'TruceAgreed',
    '2025-05-12',
    { truce: 'pause', parties: ['USA', 'CHN'], validUntil: '2025-08-12' },
    POST,
  );
  await fixture.fact('TariffChanged', '2025-06-01', rate(20), LEAFLET);
  await other.fact('TariffChanged', '2025-03-12', rate(25, 'CAN', { measure: 'steel' }), GAZETTE);
}, 120_000);

type Query = Record<string, string | number>;
const pathOf = (query: Query, ...subjects: string[]): string => {
  const all = [...Object.entries(query), ...subjects.map((one) => ['subject', one] as const)];
  return `/v1/series?${new URLSearchParams(all.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
};
const read = async (query: Query, ...subjects: string[]) =>
  bodyOf(SeriesBody, await server.get(pathOf({ view: 'tariffs', ...query }, ...subjects)));
const cellsOf = async (query: Query, ...subjects: string[]) => (await read(query, ...subjects)).items;
const rates = async (query: Query, ...subjects: string[]) =>
  (await cellsOf(query, ...subjects)).map((one) =>
    ['date', 'subject', 'ratePercent'].map((name) => String(one[name])).join(' '),
  );
const refused = async (query: Query, ...subjects: string[]) => {
  const { status, code, errors, detail } = refusalOf(await server.get(pathOf(query, ...subjects)));
  return { status, code, pointer: errors?.[0]?.pointer, detail };
};

const SPRING = { from: '2025-04-01', to: '2025-06-30' };

describe('a series', () => {
  it('has a cell for each day and subject, by day, then by subject, with nulls before the first fact', async () => {
    const days = { from: '2025-04-08', to: '2025-04-09' };
    expect(await cellsOf(days, CHN, 'USA>CAN:steel')).toEqual([
      {
        ...cell('2025-04-08', 'USA>CAN:steel'),
        ratePercent: 25,
        comparator: 'eq',
        status: 'in_force',
        since: '2025-03-12',
      },
      cell('2025-04-08', CHN),
      {
        ...cell('2025-04-09', 'USA>CAN:steel'),
        ratePercent: 25,
        comparator: 'eq',
        status: 'in_force',
        since: '2025-03-12',
      },
      { ...cell('2025-04-09', CHN), ratePercent: 125, comparator: 'eq', status: 'in_force', since: '2025-04-09' },
    ]);
  });

  it('counts claims, and follows what time alone does', async () => {
    const claims = await cellsOf({ from: '2025-05-19', to: '2025-05-20' }, CHN);
    expect(claims.map((one) => [one['ratePercent'], one['claims']])).toEqual([
      [30, 0],
      [30, 1],
    ]);
    const truce = await cellsOf({ view: 'truces', from: '2025-08-12', to: '2025-08-13' }, 'pause');
    expect(truce.map((one) => [one['status'], one['validUntil'], one['since']])).toEqual([
      ['in_force', '2025-08-12', '2025-05-12'],
      ['expired', '2025-08-12', '2025-08-13'],
    ]);
  });

  it('takes all subjects of a story, or of the view', async () => {
    const day = { from: '2025-05-01', to: '2025-05-01' };
    expect(await rates({ ...day, story: 'trade' })).toEqual([`2025-05-01 ${CHN} 125`]);
    expect(await rates(day)).toEqual(['2025-05-01 USA>CAN:steel 25', `2025-05-01 ${CHN} 125`]);
    expect(await rates({ ...day, view: 'summits' })).toEqual([]);
  });

  it('steps by weeks, and by months on the day of the first', async () => {
    expect(await rates({ ...SPRING, step: '1m', from: '2025-03-31' }, CHN)).toEqual([
      `2025-03-31 ${CHN} null`,
      `2025-04-30 ${CHN} 125`,
      `2025-05-31 ${CHN} 30`,
      `2025-06-30 ${CHN} 20`,
    ]);
    expect(await rates({ from: '2025-05-07', to: '2025-05-27', step: '1w' }, CHN)).toEqual([
      `2025-05-07 ${CHN} 125`,
      `2025-05-14 ${CHN} 30`,
      `2025-05-21 ${CHN} 30`,
    ]);
  });

  it('steps on the clock of the press, where sources without a date are counted as left out', async () => {
    const days = { from: '2025-04-11', to: '2025-06-10', step: '1m' };
    const shown = async (more: Query) =>
      (await cellsOf({ ...days, ...more }, CHN)).map((one) => [one['date'], one['ratePercent'], one['undated']]);
    expect(await shown({ clock: 'reportedAsOf' })).toEqual([
      ['2025-04-11', null, 0],
      ['2025-05-11', 125, 0],
    ]);
    expect(await shown({ clock: 'reportedAsOf', to: '2025-07-01' })).toEqual([
      ['2025-04-11', null, 0],
      ['2025-05-11', 125, 0],
      ['2025-06-11', 30, 1],
    ]);
    expect(await shown({ clock: 'knownOn', to: '2025-07-01' })).toEqual([
      ['2025-04-11', null, 0],
      ['2025-05-11', 125, 0],
      ['2025-06-11', 30, 1],
    ]);
    expect(await shown({ clock: 'knownOn', to: '2025-07-01', undated: 'include' })).toEqual([
      ['2025-04-11', null, 0],
      ['2025-05-11', 125, 0],
      ['2025-06-11', 20, 0],
    ]);
    expect(await shown({ clock: 'reportedAsOf', asOf: '2025-05', to: '2025-07-01' })).toEqual([
      ['2025-04-11', null, 0],
      ['2025-05-11', 125, 0],
      ['2025-06-11', 30, 0],
    ]);
  });

  it('reads far years and days to come', async () => {
    expect(await rates({ from: '0001-01-01', to: '0001-01-02' }, CHN)).toEqual([
      `0001-01-01 ${CHN} null`,
      `0001-01-02 ${CHN} null`,
    ]);
    const last = await read({ from: '9999-12-30', to: '9999-12-31' }, CHN);
    expect(last.items).toHaveLength(2);
    expect(last.clocks.asOf).toBe('9999-12-31T23:59:59.999999Z');
  });

  it('is read in pages at one point of the record, and whole as lines and as a table', async () => {
    const query = { view: 'tariffs', ...SPRING };
    const pages: unknown[] = [];
    let path: string | null = pathOf({ ...query, limit: 7 });
    while (path !== null) {
      const page: SeriesPage = bodyOf(SeriesBody, await server.get(path));
      expect(page.items.length).toBeLessThanOrEqual(7);
      pages.push(...page.items);
      path = page.next === null ? null : `/v1/series?cursor=${page.next}`;
    }
    expect(pages).toHaveLength(2 * 91);
    const lines = (await server.get(pathOf({ ...query, format: 'ndjson' }))).text.trimEnd().split('\n');
    const whole = lines.map((line) => CellLine.parse(JSON.parse(line)) as Record<string, unknown>);
    expect(whole.map(({ clocks: _, ...one }) => one)).toEqual(pages);
    expect(whole[0]?.['clocks']).toMatchObject({ asOf: '2025-04-01T23:59:59.999999Z', reportedAsOf: null });
    const table = await server.get(pathOf(query), { accept: 'text/csv' });
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = table.text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + pages.length);
    expect(rows[0]).toBe(
      'date,view,subject,ratePercent,comparator,basis,status,since,contested,dateUncertain,claims,undated,' +
        'clocks.asOf,clocks.reportedAsOf,clocks.recordedAsOf,clocks.position',
    );
    expect(rows[1]).toMatch(
      /^2025-04-01,tariffs,USA>CAN:steel,25,eq,,in_force,2025-03-12,false,false,0,,2025-04-01T23:59:59\.999999Z,,,\d+$/,
    );
  });
});

type SeriesPage = ReturnType<typeof SeriesBody.parse>;

const cell = (date: string, subject: string) => ({
  ...{ date, view: 'tariffs', subject, ratePercent: null, comparator: null, basis: null, status: null },
  ...{ since: null, contested: false, dateUncertain: false, claims: 0 },
});

describe('a series is refused', () => {
  const query = { view: 'tariffs', ...SPRING };
  it.each<[what: string, query: Query, pointer: string]>([
    ['without a view', SPRING, '/view'],
    ['without a first day', { view: 'tariffs', to: '2025' }, '/from'],
    ['without a last day', { view: 'tariffs', from: '2025' }, '/to'],
    ['of an unknown view', { ...query, view: 'tariff' }, '/view'],
    ['from an instant', { ...query, from: '2025-04-01T00:00:00Z' }, '/from'],
    ['to a day that does not exist', { ...query, to: '2025-06-31' }, '/to'],
    ['that ends before it begins', { ...query, from: '2025-07-01' }, '/from'],
    ['in unknown steps', { ...query, step: '1y' }, '/step'],
    ['on an unknown clock', { ...query, clock: 'asof' }, '/clock'],
    ['with two dates on its clock', { ...query, asOf: '2025' }, '/asOf'],
    ['with knownOn beside asOf', { ...query, knownOn: '2025' }, '/knownOn'],
    ['with reportedAsOf beside knownOn', { ...query, clock: 'knownOn', reportedAsOf: '2025' }, '/reportedAsOf'],
    ['with two dates of the record', { ...query, clock: 'recordedAsOf', recordedAsOf: '@3' }, '/recordedAsOf'],
    ['to a day that the record has not reached', { ...query, clock: 'recordedAsOf', to: '9999' }, '/to'],
    ['with more than a million cells', { ...query, from: '0001', to: '9999' }, '/to'],
    ['with pages and as a table', { ...query, limit: 5, format: 'csv' }, '/limit'],
  ])('%s', async (_, given, pointer) => {
    expect(await refused(given)).toMatchObject({ status: 400, code: 'bad-parameter', pointer });
  });

  it('by a rule that is named', async () => {
    const days = { view: 'tariffs', from: '0001', to: '1700' };
    expect((await refused(days, CHN, 'USA>CAN:steel')).detail).toMatch(/at most 1000000 cells, dates times subjects/);
    expect(await refused(days)).toMatchObject({ status: 400, pointer: '/to' });
    expect(await refused({ ...query, story: 'trade' }, CHN)).toMatchObject({ status: 400, pointer: '/subject' });
  });

  it('for what does not exist', async () => {
    expect(await refused(query, CHN, 'USA>FRA:all')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await refused({ ...query, story: 'nothing' })).toMatchObject({ status: 404, code: 'not-found' });
    expect(await refused({ ...query, recordedAsOf: '@1' }, CHN)).toMatchObject({ status: 404 });
  });
});

describe('many claims', () => {
  it('are all counted, also where an item lists fewer', async () => {
    const claimed = Array.from({ length: 60 }, (_, n) => ({
      type: 'TariffThreatened',
      story: 'steel',
      occurredAt: `2025-0${1 + (n % 3)}-1${n % 10}`,
      certainty: 'claimed',
      data: rate(n, 'MEX'),
      source: { publisher: `Paper ${n}`, publishedAt: '2025-04-01', url: 'https://example.org/claims' },
    }));
    await other.batch(claimed);
    for (const clock of ['asOf', 'knownOn']) {
      for (const day of ['2025-02-28', '2025-05-01']) {
        const [one] = await cellsOf({ from: day, to: day, clock }, 'USA>MEX:all');
        const { counts } = await other.get<{ counts: { claims: number } }>('/v1/views/tariffs/USA%3EMEX%3Aall', {
          [clock]: day,
        });
        expect(one?.['claims']).toBe(counts.claims);
      }
    }
    expect((await cellsOf({ from: '2025-05-01', to: '2025-05-01' }, 'USA>MEX:all'))[0]?.['claims']).toBe(60);
  });
});

describe('on the clock of the record', () => {
  /** Dates the events of one story back by so many days. */
  const dateBack = (days: number): Promise<unknown> =>
    asOwner(server.ownerUrl, (owner) =>
      owner.query(`
        alter table event disable trigger user;
        update event set recorded_at = recorded_at - interval '${days} days';
        alter table event enable trigger user`),
    );
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

  it('each day has what was recorded by then, and nothing before the record begins', async () => {
    await dateBack(2);
    await fixture.fact('TariffChanged', '2025-03-01', rate(60, 'JPN'), POST);
    await dateBack(1);
    await fixture.fact('TariffChanged', '2025-03-02', rate(70, 'JPN'), POST);
    const query = { clock: 'recordedAsOf', from: daysAgo(4), to: daysAgo(0), asOf: '2025-04' };
    const subjects = ['USA>CAN:steel', 'USA>JPN:all'] as const;
    const bounds: Query[] = [{}, { reportedAsOf: '2025-12-01' }];
    for (const more of bounds) {
      const cells = await cellsOf({ ...query, ...more }, ...subjects);
      expect(cells.map((one) => one['ratePercent'])).toEqual([null, null, 25, null, 25, null, 25, 60, 25, 70]);
    }
    const [first] = (await server.get(pathOf({ view: 'tariffs', ...query, format: 'ndjson' }, ...subjects))).text.split(
      '\n',
    );
    expect(JSON.parse(first ?? '')).toMatchObject({
      clocks: { position: 0, recordedAsOf: `${daysAgo(4)}T23:59:59.999999Z`, asOf: '2025-04-30T23:59:59.999999Z' },
    });
  });
});

describe('what ends a series', () => {
  it('is the end of its key: lines end with the reason, a table is cut off', async () => {
    const made = bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name: 'Analyst', role: 'reader' }), 201);
    const long = { view: 'tariffs', from: '0001', to: '2700' };
    const headers = { authorization: `Bearer ${made.key}` };
    const [lines, table] = await Promise.all(
      ['ndjson', 'csv'].map((format) =>
        new LongAnswer(server, { path: pathOf({ ...long, format }, CHN), headers }).begun(10_000),
      ),
    );
    if (!lines || !table) throw new Error('there are two answers');
    expect((await server.request('DELETE', `/v1/admin/keys/${made.id}`)).status).toBe(204);
    await Promise.all([lines.endedAfter(0, 20_000), table.endedAfter(0, 20_000)]);
    expect(lines.lastLine).toMatchObject({ error: { code: 'unauthenticated' } });
    expect(table.complete).toBe(false);
  }, 60_000);
});

describe('a halted subject', () => {
  it('has no cells, and is named', async () => {
    await openStory(server, 'halts');
    await asOwner(server.ownerUrl, (owner) =>
      owner.query(`
        insert into halted_subject (projection, subject, position, reason)
        select id, '${CHN}', 2, 'too much work' from projection where view = 'tariffs' and status = 'active'`),
    );
    const page = await read({ from: '2025-05-01', to: '2025-05-02' }, CHN, 'USA>CAN:steel');
    expect(page.items.map(({ subject }) => subject)).toEqual(['USA>CAN:steel', 'USA>CAN:steel']);
    expect(page.haltedSubjects).toEqual([{ view: 'tariffs', subject: CHN, reason: 'too much work' }]);
    const onPress = await read({ from: '2025-05-01', to: '2025-05-02', clock: 'knownOn' }, CHN, 'USA>CAN:steel');
    expect(onPress.items).toHaveLength(2);
    expect(onPress.haltedSubjects).toHaveLength(1);
  });
});
