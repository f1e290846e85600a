import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, pageOf } from '../time/desk.js';

/** A random order that is the same in each run. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const PAPERS = ['Gazette', 'Post', 'Wire', 'Ledger'];
const PARTIES = ['CHN', 'FRA', 'DEU', 'JPN'];
/** Which can be asked for: before all, between, after all. */
const PRESSES = ['2025-04-30', '2025-05-10', '2025-05-20', '2025-06-15', '2025-12'];
/** How many subjects there are, and of how many of them a second and a third fact is told. */
const SUBJECTS = [36, 12, 6];

interface Item {
  view: string;
  subject: string;
  state: { parties?: string[]; imposedBy?: string; appliesTo?: string } | null;
  disputes: object[];
}
interface Board {
  views: Record<string, Item[]>;
  deadlines: object[];
}

let server: TestServer;
let desk: Desk;

/**
 * Facts of some truces and tariffs, many of which other papers tell otherwise, correct or withdraw, each published on
 * some day.
 */
beforeAll(async () => {
  server = await startServer();
  desk = await Desk.open(server, 'a-story');
  const below = chances(7);
  const read = () =>
    pageOf({ publisher: PAPERS[below(4)] ?? '', publishedAt: `2025-0${5 + below(2)}-${10 + below(15)}` });
  const date = () => `2025-0${1 + below(3)}-10`;
  /** A date ahead, or one that has passed. */
  const until = () => `${below(2) === 0 ? 2026 : 2047}-0${1 + below(9)}-1${below(9)}`;
  const truce = (n: number) => ({ truce: `truce-${n}`, parties: ['USA', PARTIES[below(4)]], validUntil: until() });
  const tariff = (n: number) => ({
    imposedBy: 'USA',
    appliesTo: 'CHN',
    measure: `m-${n}`,
    ratePercent: 10 * below(4),
    effectiveFrom: until(),
  });
  const said = (validUntil: string) => ({ truce: 'disputed', parties: ['USA', 'CHN'], validUntil });
  const disputed = await desk.fact('TruceAgreed', '2025-04-10', said('2047-01-10'), {
    publisher: 'Gazette',
    publishedAt: '2025-05-10',
  });
  await desk.corroborate(disputed, { publisher: 'Post', publishedAt: '2025-05-11' }, { data: said('2047-02-10') });
  for (const subjects of SUBJECTS) {
    const events: object[] = [];
    for (let n = 0; n < subjects; n += 1) {
      const id = uuid();
      const isTruce = n % 2 === 0;
      const type = isTruce ? 'TruceAgreed' : 'TariffAnnounced';
      const data = () => (isTruce ? truce(n) : tariff(n));
      events.push({ id, type, story: 'a-story', occurredAt: date(), data: data(), source: read() });
      const about = (kind: string, said: object) =>
        events.push({ id: uuid(), type: kind, story: 'a-story', data: { target: id, ...said }, source: read() });
      const what = below(6);
      if (what < 2) about('EventCorroborated', { data: data(), certainty: what === 0 ? 'confirmed' : 'reported' });
      if (what === 2) about('EventCorrected', { data: data(), reason: 'a slip' });
      if (what === 3) about('EventRetracted', { reason: 'not so' });
    }
    await desk.batch(events);
  }
}, 120_000);

const board = (press: string): Promise<Board> => desk.get<Board>('/v1/stories/a-story', { reportedAsOf: press });
const all = async <One>(path: string, press: string, query: object = {}): Promise<One[]> =>
  desk.pages<One>(path, { reportedAsOf: press, ...query });

describe.each(PRESSES)('by the press of %s', (press) => {
  it.each([{}, { story: 'a-story' }])('deadlines are those of the board, asked for by %j', async (query) => {
    const { items } = await desk.get<{ items: object[] }>('/v1/deadlines', { reportedAsOf: press, ...query });
    expect(items).toEqual((await board(press)).deadlines);
  });

  it.each([{}, { story: 'a-story' }])(
    'disputes are those of the items of the board, asked for by %j',
    async (query) => {
      const { views } = await board(press);
      const expected = Object.keys(views)
        .sort()
        .flatMap((view) =>
          (views[view] ?? []).flatMap(({ subject, disputes }) => disputes.map((one) => ({ view, subject, ...one }))),
        );
      expect(await all('/v1/disputes', press, query)).toEqual(expected);
    },
  );

  it.each([{}, { story: 'a-story' }])(
    'items of a party are those of the board that are about it, asked for by %j',
    async (query) => {
      const { truces = [] } = (await board(press)).views;
      for (const party of PARTIES) {
        const expected = truces.filter(({ state }) => state?.parties?.includes(party));
        expect(await all('/v1/views/truces', press, { ...query, party })).toEqual(expected);
      }
    },
  );
});

it('some of it can only be found by what an earlier press had said', async () => {
  const [earlier, between, later] = [await board('2025-05-20'), await board('2025-06-15'), await board('2025-12')];
  expect(earlier.deadlines.length).toBeGreaterThan(3);
  expect(earlier.deadlines).not.toEqual(later.deadlines);
  expect(
    Object.values(between.views).flatMap((items) => items.flatMap(({ disputes }) => disputes)).length,
  ).toBeGreaterThan(0);
});
