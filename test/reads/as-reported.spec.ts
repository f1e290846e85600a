import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, pageOf } from '../time/story-fixture.js';

/** Random numbers that are the same in each run. */
function randomBelow(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const PAPERS = ['Gazette', 'Post', 'Wire', 'Ledger'];
const PARTIES = ['CHN', 'FRA', 'DEU', 'JPN'];
/** Dates before all publications, between them, and after all. */
const DATES = ['2025-04-30', '2025-05-10', '2025-05-20', '2025-06-15', '2025-12'];
/** How many subjects have a first, a second and a third fact. */
const SUBJECTS = [36, 12, 6];

interface Item {
  view: string;
  subject: string;
  state: { parties?: string[]; imposedBy?: string; appliesTo?: string } | null;
  disputes: object[];
  undated: number;
}
interface Board {
  views: Record<string, Item[]>;
  deadlines: object[];
}

let server: TestServer;
let fixture: StoryFixture;

/**
 * Facts of some truces and tariffs, published on random days. Many of them are contradicted by another paper, corrected
 * or withdrawn.
 */
beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'a-story');
  const below = randomBelow(7);
  const source = () =>
    pageOf({ publisher: PAPERS[below(4)] ?? '', publishedAt: `2025-0${5 + below(2)}-${10 + below(15)}` });
  const occurredAt = () => `2025-0${1 + below(3)}-10`;
  /** A date in the future or in the past. */
  const until = () => `${below(2) === 0 ? 2026 : 2047}-0${1 + below(9)}-1${below(9)}`;
  const truce = (n: number) => ({ truce: `truce-${n}`, parties: ['USA', PARTIES[below(4)]], validUntil: until() });
  const tariff = (n: number) => ({
    imposedBy: 'USA',
    appliesTo: 'CHN',
    measure: `m-${n}`,
    ratePercent: 10 * below(4),
    effectiveFrom: until(),
  });
  const disputedTruce = (validUntil: string) => ({ truce: 'disputed', parties: ['USA', 'CHN'], validUntil });
  const disputed = await fixture.fact('TruceAgreed', '2025-04-10', disputedTruce('2047-01-10'), {
    publisher: 'Gazette',
    publishedAt: '2025-05-10',
  });
  await fixture.corroborate(
    disputed,
    { publisher: 'Post', publishedAt: '2025-05-11' },
    { data: disputedTruce('2047-02-10') },
  );
  for (const subjects of SUBJECTS) {
    const events: object[] = [];
    for (let n = 0; n < subjects; n += 1) {
      const id = uuid();
      const isTruce = n % 2 === 0;
      const type = isTruce ? 'TruceAgreed' : 'TariffAnnounced';
      const data = () => (isTruce ? truce(n) : tariff(n));
      events.push({ id, type, story: 'a-story', occurredAt: occurredAt(), data: data(), source: source() });
      const addMetaEvent = (kind: string, data: object) =>
        events.push({ id: uuid(), type: kind, story: 'a-story', data: { target: id, ...data }, source: source() });
      const what = below(6);
      if (what < 2)
        addMetaEvent('EventCorroborated', { data: data(), certainty: what === 0 ? 'confirmed' : 'reported' });
      if (what === 2) addMetaEvent('EventCorrected', { data: data(), reason: 'a slip' });
      if (what === 3) addMetaEvent('EventRetracted', { reason: 'not so' });
    }
    await fixture.batch(events);
  }
}, 120_000);

const board = (date: string): Promise<Board> => fixture.get<Board>('/v1/stories/a-story', { reportedAsOf: date });
const all = async <One>(path: string, date: string, query: object = {}): Promise<One[]> =>
  fixture.pages<One>(path, { reportedAsOf: date, ...query });

describe.each(DATES)('as reported by %s', (date) => {
  it.each([{}, { story: 'a-story' }])('the deadlines are those of the board, with the filter %j', async (query) => {
    const { items } = await fixture.get<{ items: object[] }>('/v1/deadlines', { reportedAsOf: date, ...query });
    expect(items).toEqual((await board(date)).deadlines);
  });

  it.each([{}, { story: 'a-story' }])(
    'the disputes are those of the items of the board, with the filter %j',
    async (query) => {
      const { views } = await board(date);
      const expected = Object.keys(views)
        .sort()
        .flatMap((view) =>
          (views[view] ?? []).flatMap(({ subject, disputes, undated }) =>
            disputes.map((one) => ({ view, subject, ...one, undated })),
          ),
        );
      expect(await all('/v1/disputes', date, query)).toEqual(expected);
    },
  );

  it.each([{}, { story: 'a-story' }])(
    'the items of a party are those of the board that are about it, with the filter %j',
    async (query) => {
      const { truces = [] } = (await board(date)).views;
      for (const party of PARTIES) {
        const expected = truces.filter(({ state }) => state?.parties?.includes(party));
        expect(await all('/v1/views/truces', date, { ...query, party })).toEqual(expected);
      }
    },
  );
});

it('the dates differ in their deadlines, and one of them has disputes', async () => {
  const [earlier, between, later] = [await board('2025-05-20'), await board('2025-06-15'), await board('2025-12')];
  expect(earlier.deadlines.length).toBeGreaterThan(3);
  expect(earlier.deadlines).not.toEqual(later.deadlines);
  expect(
    Object.values(between.views).flatMap((items) => items.flatMap(({ disputes }) => disputes)).length,
  ).toBeGreaterThan(0);
});
