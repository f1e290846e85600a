import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlinesBody } from '../../apps/server/src/deadlines/deadlines.controller.js';
import { parseCsv } from '../bulk/parse-csv.js';
import { startServer, type TestServer } from '../support/server.js';
import { pageOf, StoryFixture } from '../time/story-fixture.js';
import { eventsOf, only, parseCalendar, type Component } from './parse-calendar.js';
import { bodyOf, openStory } from './recording.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-10-20' };
/** Of a truce. It has all that must be escaped in a calendar, and is longer than a line. */
const TITLE = 'Truce of “towns”; north, south \\ and the islands far beyond the western sea 🌊';
const AS_OF = { asOf: '2025-10-26' };

let server: TestServer;
let fixture: StoryFixture;
/** The ids of facts by name. */
const ids: Record<string, string> = {};

interface Item {
  date: string;
  daysLeft: number;
  view: string;
  subject: string;
  kind: string;
  what: string;
  state: string;
  event: string | null;
  settledBy: string | null;
  fate: string | null;
}

const tariff = (appliesTo: string, more: object = {}) => ({ imposedBy: 'USA', appliesTo, ...more });
const meeting = (slug: string, more: object = {}) => ({ meeting: slug, participants: [{ name: 'Li Wen' }], ...more });
const parties = ['USA', 'CHN'];

beforeAll(async () => {
  server = await startServer();
  await openStory(server, 'another-story');
  fixture = await StoryFixture.open(server, 'deadlines');
  const record = async (name: string, type: string, occurredAt: string, data: object, publication = GAZETTE) => {
    ids[name] = await fixture.fact(type, occurredAt, data as Record<string, unknown>, publication);
  };
  // What expires: one to come, one over, one that was broken and has no end any more.
  await record('truce', 'TruceAgreed', '2025-08-11', {
    truce: 'autumn',
    title: TITLE,
    parties,
    validUntil: '2025-11-10',
  });
  await record('spring', 'TruceAgreed', '2025-05-11', { truce: 'spring', parties, validUntil: '2025-08-12' });
  await record('broken', 'TruceAgreed', '2025-08-01', { truce: 'broken', parties, validUntil: '2025-12-01' });
  await record('breach', 'TruceBroken', '2025-08-02', { truce: 'broken' });
  // Rates: one to come, one of which nothing was reported, one that came, one that was dropped, one without a date.
  await record(
    'threat',
    'TariffThreatened',
    '2025-10-10',
    tariff('CHN', { ratePercent: 100, effectiveFrom: '2025-11' }),
  );
  await record(
    'silence',
    'TariffAnnounced',
    '2025-09-01',
    tariff('IND', { ratePercent: 10, effectiveFrom: '2025-10-01' }),
  );
  await record(
    'order',
    'TariffAnnounced',
    '2025-09-01',
    tariff('BRA', { ratePercent: 50, effectiveFrom: '2025-09-15' }),
  );
  await record('came', 'TariffChanged', '2025-09-15', tariff('BRA', { ratePercent: 50 }));
  await record(
    'bluff',
    'TariffThreatened',
    '2025-09-01',
    tariff('CAN', { ratePercent: 35, effectiveFrom: '2025-12-01' }),
  );
  await record('relief', 'TariffPlanWithdrawn', '2025-10-01', tariff('CAN', { ratePercent: 35 }));
  await record('vague', 'TariffThreatened', '2025-09-01', tariff('MEX', { ratePercent: 30 }));
  // Meetings: one that was moved to another day, one of which nothing was reported.
  await record('first', 'MeetingScheduled', '2025-10-01', meeting('moved', { scheduledFor: '2025-10-24' }));
  await record(
    'second',
    'MeetingScheduled',
    '2025-10-10',
    meeting('moved', { scheduledFor: '2025-10-30T23:30:00-02:00' }),
  );
  await record('forgotten', 'MeetingScheduled', '2025-10-01', meeting('forgotten', { scheduledFor: '2025-10-24' }));
  await record('later', 'MeetingScheduled', '2025-10-27', meeting('later', { scheduledFor: '2025-10-29' }));
}, 120_000);

const list = async (query: object): Promise<Item[]> =>
  (await fixture.get<{ items: Item[] }>('/v1/deadlines', { ...AS_OF, ...query })).items;
const outline = (items: readonly Item[]) => items.map(({ date, subject, fate }) => [date, subject, fate]);

const UPCOMING = [
  ['2025-10-30T23:30:00-02:00', 'moved', 'open'],
  ['2025-11-10', 'autumn', null],
  ['2025-11', 'USA>CHN:all', 'open'],
];
const OVERDUE = [
  ['2025-10-24', 'forgotten', 'due'],
  ['2025-10-01', 'USA>IND:all', 'due'],
];
const SETTLED = [
  ['2025-12-01', 'USA>CAN:all', 'withdrawn'],
  ['2025-10-24', 'moved', 'superseded'],
  ['2025-09-15', 'USA>BRA:all', 'fulfilled'],
  ['2025-08-12', 'spring', null],
];

describe('deadlines', () => {
  it.each([
    [{}, UPCOMING],
    [{ state: 'upcoming' }, UPCOMING],
    [{ state: 'overdue' }, OVERDUE],
    [{ state: 'settled' }, SETTLED],
  ])('with %j are in that state, the nearest first', async (query, expected) => {
    for (const story of [undefined, 'deadlines']) expect(outline(await list({ ...query, story }))).toEqual(expected);
    expect(await list({ ...query, story: 'another-story' })).toEqual([]);
  });

  it('name the fact that opened a plan and the one that settled it, and how many days are left', async () => {
    const of = { view: 'tariffs', story: 'deadlines', kind: 'due' };
    expect(await list({ state: 'settled', to: '2025-09-15' })).toEqual([
      {
        ...of,
        subject: 'USA>BRA:all',
        date: '2025-09-15',
        what: 'announced rate takes effect',
        daysLeft: -41,
        state: 'settled',
        event: ids['order'],
        settledBy: ids['came'],
        fate: 'fulfilled',
      },
      {
        view: 'truces',
        story: 'deadlines',
        subject: 'spring',
        kind: 'expires',
        date: '2025-08-12',
        what: 'truce runs out',
        daysLeft: -75,
        state: 'settled',
        event: null,
        settledBy: null,
        fate: null,
      },
    ]);
    expect(await list({ state: 'overdue', from: '2025-10-01', to: '2025-10-01' })).toEqual([
      expect.objectContaining({ ...of, daysLeft: -25, event: ids['silence'], settledBy: null, fate: 'due' }),
    ]);
    expect(await list({ to: '2025-10-31' })).toEqual([
      expect.objectContaining({ subject: 'moved', daysLeft: 5, event: ids['second'], settledBy: null, fate: 'open' }),
    ]);
  });

  it.each([
    [{ within: '5d' }, UPCOMING.slice(0, 1)],
    [{ within: '4d' }, []],
    [{ within: '15d' }, UPCOMING.slice(0, 2)],
    [{ within: '2w' }, UPCOMING.slice(0, 1)],
    [{ within: '1m' }, UPCOMING.slice(0, 2)],
    [{ within: '2m' }, UPCOMING],
    [{ from: '2025-11' }, UPCOMING.slice(1)],
    [{ to: '2025-11-29' }, UPCOMING.slice(0, 2)],
    [{ from: '2025-11-10', to: '2025-11-10' }, UPCOMING.slice(1, 2)],
    [{ from: '2025-11-30', to: '2025-11-30' }, UPCOMING.slice(2)],
    [{ to: '2025-10-26' }, []],
    [{ state: 'overdue', within: '2d' }, OVERDUE.slice(0, 1)],
    [{ state: 'overdue', within: '1d' }, []],
    [{ state: 'overdue', within: '1m' }, OVERDUE],
    [{ state: 'overdue', from: '2025-10-02' }, OVERDUE.slice(0, 1)],
    [{ state: 'settled', within: '36d' }, SETTLED.slice(0, 2)],
    [{ state: 'settled', within: '35d' }, SETTLED.slice(1, 2)],
    [{ state: 'settled', from: '2025-08-12', to: '2025-09' }, SETTLED.slice(2)],
    [{ state: 'settled', to: '2025-08-11' }, []],
  ])('are within %j', async (query, expected) => {
    for (const story of [undefined, 'deadlines']) expect(outline(await list({ ...query, story }))).toEqual(expected);
  });

  it('are those of each clock', async () => {
    // Before the threat was dropped; a day on which the meeting had been for the 24th; before anything was published.
    expect(outline(await list({ asOf: '2025-09-30', from: '2025-12' }))).toEqual([
      ['2025-12-01', 'USA>CAN:all', 'open'],
    ]);
    expect(outline(await list({ asOf: '2025-10-05', to: '2025-10-24' }))).toEqual([
      ['2025-10-24', 'forgotten', 'open'],
      ['2025-10-24', 'moved', 'open'],
    ]);
    // On its last day a date has not passed.
    expect(outline(await list({ asOf: '2025-10-24', to: '2025-10-24' }))).toEqual([
      ['2025-10-24', 'forgotten', 'open'],
    ]);
    // An instant has passed from then on, also on its day.
    const passed = await list({ asOf: '2025-10-31T12:00:00Z', state: 'overdue', from: '2025-10-31' });
    expect(passed).toEqual([expect.objectContaining({ subject: 'moved', daysLeft: 0, fate: 'due' })]);
    expect(await list({ reportedAsOf: '2025-10-19' })).toEqual([]);
    expect(outline(await list({ reportedAsOf: '2025-10-20', state: 'settled' }))).toEqual(SETTLED);
    const known = await fixture.get<{ items: Item[] }>('/v1/deadlines', { knownOn: '2025-10-26', state: 'overdue' });
    expect(outline(known.items)).toEqual(OVERDUE);
    expect(await list({ recordedAsOf: '@2' })).toEqual([]);
  });

  it('follow a correction, also as reported before it', async () => {
    const own = await StoryFixture.open(server, 'corrected');
    const data = { truce: 'corrected', parties, validUntil: '2025-11-20' };
    const agreed = await own.fact('TruceAgreed', '2025-08-11', data, GAZETTE);
    const later = { publisher: 'Gazette', publishedAt: '2025-10-22' };
    await own.correct(agreed, { data: { ...data, validUntil: '2025-10-21' } }, later);
    const dates = async (query: object) =>
      (await list({ ...query, from: '2025-10-21', story: 'corrected' })).map(({ date }) => date);
    for (const reportedAsOf of [undefined, '2025-10-22'])
      expect([await dates({ reportedAsOf }), await dates({ reportedAsOf, state: 'settled' })]).toEqual([
        [],
        ['2025-10-21'],
      ]);
    expect([
      await dates({ reportedAsOf: '2025-10-21' }),
      await dates({ reportedAsOf: '2025-10-21', state: 'settled' }),
    ]).toEqual([['2025-11-20'], []]);
    await own.retract(agreed);
  });

  it('are the same page by page, on every clock', async () => {
    for (const query of [{}, { reportedAsOf: '2025-10-20' }, { story: 'deadlines' }])
      for (const state of ['upcoming', 'overdue', 'settled']) {
        const pages = await fixture.pages<Item>('/v1/deadlines', { ...AS_OF, ...query, state });
        expect(pages).toEqual(await list({ ...query, state }));
        expect(pages.length).toBeGreaterThan(1);
      }
  });

  it('on one date are in the order of their views and subjects, page by page, and in a story of many subjects', async () => {
    const many = await StoryFixture.open(server, 'many');
    const measures = Array.from({ length: 230 }, (_, n) => `m-${String(n).padStart(3, '0')}`);
    await many.batch(
      measures.flatMap((measure) =>
        ['2027-03-01', '2027-03-01', '2027-03'].map((effectiveFrom, n) => ({
          type: 'TariffThreatened',
          story: 'many',
          occurredAt: '2026-01-10',
          data: { imposedBy: 'USA', appliesTo: 'CHN', measure, ratePercent: n + 1, effectiveFrom },
          source: pageOf(GAZETTE),
        })),
      ),
    );
    const query = { asOf: '2026-02-01', story: 'many', limit: 150 };
    for (const [state, expected] of [
      ['upcoming', measures.map((measure) => `USA>CHN:${measure} 2027-03-01`)],
      ['settled', measures.map((measure) => `USA>CHN:${measure} 2027-03-01`)],
    ] as const) {
      const found: Item[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: { items: Item[]; next: string | null } = await fixture.get(
          '/v1/deadlines',
          cursor === undefined ? { ...query, state } : { cursor },
        );
        found.push(...page.items);
        cursor = page.next;
      }
      const onDay = found.filter(({ date }) => date === '2027-03-01');
      expect(onDay.map(({ subject, date }) => `${subject} ${date}`)).toEqual(expected);
      expect(found.length).toBe(state === 'upcoming' ? 460 : 230);
    }
  }, 60_000);

  it('are on the board while they are still to come', async () => {
    const board = await fixture.get<{ deadlines: Item[] }>('/v1/stories/deadlines', AS_OF);
    expect(board.deadlines).toEqual(await list({ story: 'deadlines' }));
  });

  it('are a table with its columns', async () => {
    const table = parseCsv((await server.get('/v1/deadlines?asOf=2025-10-26&state=overdue&format=csv')).text);
    expect(table).toEqual([
      expect.objectContaining({ date: '2025-10-24', state: 'overdue', fate: 'due', event: ids['forgotten'] }),
      expect.objectContaining({ date: '2025-10-01', daysLeft: '-25', event: ids['silence'], settledBy: '' }),
    ]);
    const answer = await server.get('/v1/deadlines?asOf=2025-10-26&state=settled&story=deadlines&format=ndjson');
    const lines = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Item);
    expect(outline(lines)).toEqual(SETTLED);
    bodyOf(DeadlinesBody, await server.get('/v1/deadlines?state=settled'));
  });
});

describe('the calendar of deadlines', () => {
  const path = '/v1/deadlines?asOf=2025-10-26&story=deadlines';
  const calendar = async (query = '', headers = {}): Promise<Component> => {
    const answer = await server.get(`${path}${query}`, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    return parseCalendar(Buffer.from(answer.text));
  };
  const outlineOf = (component: Component) =>
    eventsOf(component).map((event) => ['DTSTART', 'SUMMARY', 'STATUS'].map((name) => only(event, name)));

  it('has what is still to come as all-day events: an instant on its day of UTC, a month on its last day', async () => {
    const read = await calendar('&format=ics');
    expect(outlineOf(read)).toEqual([
      ['20251031', 'moved: meeting planned (30 October 2025 at 23:30 (UTC-02:00))', 'TENTATIVE'],
      ['20251110', `${TITLE}: truce runs out`, 'CONFIRMED'],
      ['20251130', 'USA>CHN:all: threatened rate takes effect (November 2025)', 'TENTATIVE'],
    ]);
    expect(only(read, 'X-WR-CALNAME')).toBe('Dateline: what expires or is due (deadlines)');
    expect(eventsOf(read).map((event) => only(event, 'DESCRIPTION'))).toContain(
      'Date: 10 November 2025\nState: upcoming\nStory: deadlines\nSubject: truces, autumn',
    );
  });

  it('is chosen by `Accept` too', async () => {
    const accepted = await calendar('', { accept: 'text/calendar' });
    expect(outlineOf(accepted)).toEqual(outlineOf(await calendar('&format=ics')));
  });

  it('has the other states', async () => {
    expect(outlineOf(await calendar('&format=ics&state=overdue')).map(([day, , status]) => [day, status])).toEqual([
      ['20251024', 'TENTATIVE'],
      ['20251001', 'TENTATIVE'],
    ]);
    expect(outlineOf(await calendar('&format=ics&state=settled')).map(([day, , status]) => [day, status])).toEqual([
      ['20251201', 'CANCELLED'],
      ['20251024', 'CANCELLED'],
      ['20250915', 'CONFIRMED'],
      ['20250812', 'CONFIRMED'],
    ]);
    const none = await calendar('&format=ics&to=2025-10-26');
    expect([eventsOf(none), none.components.length]).toEqual([[], 1]);
  });

  it('has the same event while a truce is extended, and another where a plan is made anew', async () => {
    const own = await StoryFixture.open(server, 'extended');
    const uids = async () => {
      const { text } = await server.get('/v1/deadlines?asOf=2025-10-26&story=extended&format=ics');
      return eventsOf(parseCalendar(Buffer.from(text))).map((one) => [only(one, 'DTSTART'), only(one, 'UID')] as const);
    };
    await own.fact('TruceAgreed', '2025-08-11', { truce: 'extended', parties, validUntil: '2025-11-10' }, GAZETTE);
    await own.fact('MeetingScheduled', '2025-10-01', meeting('anew', { scheduledFor: '2025-11-11' }), GAZETTE);
    const [[, truce] = [], [, plan] = []] = await uids();
    expect(await uids()).toEqual([
      ['20251110', truce],
      ['20251111', plan],
    ]);
    await own.fact('TruceExtended', '2025-10-20', { truce: 'extended', parties, validUntil: '2026-01-10' }, GAZETTE);
    await own.fact('MeetingScheduled', '2025-10-21', meeting('anew', { scheduledFor: '2025-11-12' }), GAZETTE);
    const after = await uids();
    expect(after).toEqual([
      ['20251112', expect.not.stringMatching(new RegExp(`${plan}|${truce}`))],
      ['20260110', truce],
    ]);
  });

  it('has an entity tag, which changes with its events alone', async () => {
    const url = `${path}&format=ics`;
    const tag = (await server.get(url)).headers.get('etag') ?? '';
    await openStory(server, 'a-later-story');
    const again = await server.get(url, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await server.get(`${url}&state=overdue`)).headers.get('etag')).not.toBe(tag);
  });

  it('has the nearest 1,000 events of more, and says so', async () => {
    const long = await StoryFixture.open(server, 'long');
    const facts = Array.from({ length: 1_005 }, (_, n) => ({
      type: 'TruceAgreed',
      story: 'long',
      occurredAt: '2025-09-01',
      data: { truce: `truce-${String(n).padStart(4, '0')}`, parties, validUntil: `20${26 + (n % 5)}-06-10` },
      source: pageOf(GAZETTE),
    }));
    for (let n = 0; n < facts.length; n += 500) await long.batch(facts.slice(n, n + 500));
    const read = parseCalendar(
      Buffer.from((await server.get('/v1/deadlines?asOf=2025-10-26&story=long&format=ics')).text),
    );
    expect(eventsOf(read)).toHaveLength(1_000);
    expect(only(read, 'DESCRIPTION')).toBe('The nearest 1000; there are more.');
    expect(only(await calendar('&format=ics'), 'DESCRIPTION')).toBe('All of them.');
  }, 60_000);
});
