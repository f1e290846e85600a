import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { FactsBody } from '../../apps/server/src/stories/timeline.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, rate } from './desk.js';

type Fact = z.output<typeof FactsBody>['items'][number];

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };
const POST = { publisher: 'Post', publishedAt: '2025-07-01' };
const STATEMENT = { speaker: { name: 'Ada Moreno', party: 'USA' }, topics: ['tariffs'] };

let server: TestServer;
let desk: Desk;
/** Facts, in the order of their recording. */
let first: string;
let withdrawn: string;
let moved: string;
let said: string;
let beforeCorrecting: number;

/**
 * A rate of 145, which the Post also has and which was corrected in its date; one of 125, withdrawn; one on Canada,
 * which was on Mexico; and what a minister said.
 */
beforeAll(async () => {
  server = await startServer();
  desk = await Desk.open(server, 'a-story');
  first = await desk.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE);
  withdrawn = await desk.fact('TariffChanged', '2025-04-10', rate(125), GAZETTE);
  moved = await desk.fact('TariffChanged', '2025-04-12', rate(25, 'CAN'), GAZETTE);
  said = await desk.fact('StatementMade', '2025-04-13', STATEMENT, GAZETTE);
  beforeCorrecting = desk.position;
  await desk.corroborate(first, POST);
  await desk.correct(first, { occurredAt: '2025-04-09', certainty: 'confirmed' });
  await desk.correct(moved, { data: rate(25, 'MEX') });
  await desk.retract(withdrawn);
}, 120_000);

const timeline = (query: Record<string, string> = {}): Promise<Fact[]> =>
  desk.pages<Fact>('/v1/stories/a-story/timeline', query);
const ids = async (query: Record<string, string>): Promise<string[]> => (await timeline(query)).map((fact) => fact.id);
const detail = async (id: string, query = '') => bodyOf(EventDetailBody, await server.get(`/v1/events/${id}?${query}`));

describe('a timeline', () => {
  it('tells facts as they were corrected, in the order of their corrected dates', async () => {
    const told = await timeline();
    expect(told.map((fact) => [fact.id, fact.occurredAt])).toEqual([
      [said, '2025-04-13'],
      [moved, '2025-04-12'],
      [first, '2025-04-09'],
    ]);
    expect(told[2]).toMatchObject({
      certainty: 'confirmed',
      corrected: [{ reason: 'a slip' }],
      sources: [
        { publisher: 'Gazette', occurredAt: '2025-04-09' },
        { publisher: 'Post', occurredAt: '2025-04-09', certainty: 'reported' },
      ],
    });
    expect(told[1]).toMatchObject({ data: { appliesTo: 'MEX' }, sentence: expect.stringMatching(/Mexic/) });
    expect(told[0]).not.toHaveProperty('corrected');
  });

  it('shows what was withdrawn where that is asked for, struck and in its place', async () => {
    const told = await timeline({ include: 'retracted' });
    expect(told.map((fact) => fact.id)).toEqual([said, moved, withdrawn, first]);
    expect(told.map((fact) => fact.retracted?.reason)).toEqual([undefined, undefined, 'not so', undefined]);
    expect(told[2]).toMatchObject({
      occurredAt: '2025-04-10',
      data: { ratePercent: 125 },
      sources: [{ publisher: 'Gazette' }],
    });
  });

  it('is as it was before, as of the record then', async () => {
    const told = await timeline({ recordedAsOf: `@${beforeCorrecting}`, include: 'retracted' });
    expect(told.map((fact) => fact.id)).toEqual([said, moved, first, withdrawn]);
    expect(told.every((fact) => fact.corrected === undefined && fact.retracted === undefined)).toBe(true);
  });

  it.each<[Record<string, string>, () => string[]]>([
    [{ publisher: 'Post' }, () => [first]],
    [{ publisher: 'Gazette' }, () => [said, moved, first]],
    [{ person: 'Ada Moreno' }, () => [said]],
    [{ person: 'Nobody' }, () => []],
    [{ party: 'MEX' }, () => [moved]],
    [{ party: 'CAN' }, () => []],
    [{ party: 'USA', from: '2025-04-12' }, () => [said, moved]],
    [{ type: 'StatementMade', party: 'USA' }, () => [said]],
    [{ view: 'tariffs', subject: 'USA>CHN:all' }, () => [first]],
    [{ view: 'tariffs', subject: 'USA>CHN:all', include: 'retracted' }, () => [withdrawn, first]],
    [{ view: 'tariffs', subject: 'USA>CHN:all', include: 'retracted', publisher: 'Post' }, () => [first]],
    [{ view: 'tariffs', subject: 'USA>MEX:all' }, () => [moved]],
    [{ view: 'tariffs', subject: 'USA>CAN:all', include: 'retracted' }, () => []],
    [{ view: 'talks', subject: 'USA>CHN:all' }, () => []],
    [{ asOf: '2025-04-11', include: 'retracted' }, () => [withdrawn, first]],
  ])('filtered by %j', async (query, expected) => expect(await ids(query)).toEqual(expected()));

  it('leaves the story’s own opening out', async () => {
    expect(await ids({ type: 'StoryOpened' })).toEqual([]);
  });
});

describe('an event', () => {
  it('has its accounts and what was corrected, with what took the place', async () => {
    const told = await detail(first);
    expect(told).toMatchObject({
      occurredAt: '2025-04-11',
      stands: true,
      accounts: [
        { event: first, publisher: 'Gazette', occurredAt: '2025-04-09', certainty: 'confirmed', corrected: true },
        { publisher: 'Post', occurredAt: '2025-04-09', certainty: 'reported', corrected: false },
      ],
      corrections: [
        { target: first, occurredAt: '2025-04-09', certainty: 'confirmed', reason: 'a slip', source: null },
      ],
      retractions: [],
    });
    const corroboration = told.accounts[1]?.event ?? '';
    expect(await detail(corroboration)).toMatchObject({
      type: 'EventCorroborated',
      stands: true,
      corrections: [],
      retractions: [],
    });
  });

  it('that was withdrawn stands no more', async () => {
    expect(await detail(withdrawn)).toMatchObject({
      stands: false,
      accounts: [],
      retractions: [{ target: withdrawn, reason: 'not so' }],
    });
    expect(await detail(withdrawn, `recordedAsOf=@${beforeCorrecting}`)).toMatchObject({
      stands: true,
      accounts: [{}],
      retractions: [],
    });
  });

  it('is told by the press of a day', async () => {
    expect((await detail(first, 'reportedAsOf=2025-06-30')).accounts.map((account) => account.publisher)).toEqual([
      'Gazette',
    ]);
    expect((await detail(first, 'reportedAsOf=2025-07-01')).accounts.map((account) => account.publisher)).toEqual([
      'Gazette',
      'Post',
    ]);
    expect(await detail(first, 'reportedAsOf=2025-05-31')).toMatchObject({
      stands: false,
      accounts: [],
      corrections: [],
    });
    expect(refusalOf(await server.get(`/v1/events/${first}?asOf=2025`)).code).toBe('bad-parameter');
  });

  it('keeps, of one publisher, the later account in the place of the earlier', async () => {
    const own = await Desk.open(server, 'one-publisher');
    const fact = await own.fact('TariffChanged', '2025-04-11', rate(10, 'IND'), GAZETTE);
    await own.corroborate(fact, POST, { occurredAt: '2025-04-12' });
    await own.corroborate(fact, GAZETTE, { occurredAt: '2025-04-13' });
    expect((await detail(fact)).accounts.map(({ publisher, occurredAt }) => [publisher, occurredAt])).toEqual([
      ['Gazette', '2025-04-13'],
      ['Post', '2025-04-12'],
    ]);
  });
});
