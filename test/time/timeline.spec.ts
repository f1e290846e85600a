import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate } from './story-fixture.js';

type Fact = z.output<typeof FactsBody>['items'][number];

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };
const POST = { publisher: 'Post', publishedAt: '2025-07-01' };
const STATEMENT = { speaker: { name: 'Ada Moreno', party: 'USA' }, topics: ['tariffs'] };

let server: TestServer;
let fixture: StoryFixture;
/** Facts, in the order of their recording. */
let first: string;
let withdrawn: string;
let moved: string;
let statement: string;
let beforeCorrecting: number;

/**
 * A rate of 145, which the Post reports too and whose date is corrected. A rate of 125, which is withdrawn. A rate on
 * Canada, corrected to Mexico. The statement of a minister.
 */
beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'a-story');
  first = await fixture.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE);
  withdrawn = await fixture.fact('TariffChanged', '2025-04-10', rate(125), GAZETTE);
  moved = await fixture.fact('TariffChanged', '2025-04-12', rate(25, 'CAN'), GAZETTE);
  statement = await fixture.fact('StatementMade', '2025-04-13', STATEMENT, GAZETTE);
  beforeCorrecting = fixture.position;
  await fixture.corroborate(first, POST);
  await fixture.correct(first, { occurredAt: '2025-04-09', certainty: 'confirmed' });
  await fixture.correct(moved, { data: rate(25, 'MEX') });
  await fixture.retract(withdrawn);
}, 120_000);

const timeline = (query: Record<string, string> = {}): Promise<Fact[]> =>
  fixture.pages<Fact>('/v1/stories/a-story/timeline', query);
const ids = async (query: Record<string, string>): Promise<string[]> => (await timeline(query)).map((fact) => fact.id);
const detail = async (id: string, query = '') => bodyOf(EventDetailBody, await server.get(`/v1/events/${id}?${query}`));

describe('a timeline', () => {
  it('shows facts as corrected, in the order of their corrected dates', async () => {
    const facts = await timeline();
    expect(facts.map((fact) => [fact.id, fact.occurredAt])).toEqual([
      [statement, '2025-04-13'],
      [moved, '2025-04-12'],
      [first, '2025-04-09'],
    ]);
    expect(facts[2]).toMatchObject({
      certainty: 'confirmed',
      corrected: [{ reason: 'a slip' }],
      sources: [
        { publisher: 'Gazette', occurredAt: '2025-04-09' },
        { publisher: 'Post', occurredAt: '2025-04-09', certainty: 'reported' },
      ],
    });
    expect(facts[1]).toMatchObject({ data: { appliesTo: 'MEX' }, sentence: expect.stringMatching(/Mexic/) });
    expect(facts[0]).not.toHaveProperty('corrected');
  });

  it('shows withdrawn facts on request, marked as such and in their places', async () => {
    const facts = await timeline({ include: 'retracted' });
    expect(facts.map((fact) => fact.id)).toEqual([statement, moved, withdrawn, first]);
    expect(facts.map((fact) => fact.retracted?.reason)).toEqual([undefined, undefined, 'not so', undefined]);
    expect(facts[2]).toMatchObject({
      occurredAt: '2025-04-10',
      data: { ratePercent: 125 },
      sources: [{ publisher: 'Gazette' }],
    });
  });

  it('is as it was, at an earlier point of the record', async () => {
    const facts = await timeline({ recordedAsOf: `@${beforeCorrecting}`, include: 'retracted' });
    expect(facts.map((fact) => fact.id)).toEqual([statement, moved, first, withdrawn]);
    expect(facts.every((fact) => fact.corrected === undefined && fact.retracted === undefined)).toBe(true);
  });

  it.each<[Record<string, string>, () => string[]]>([
    [{ publisher: 'Post' }, () => [first]],
    [{ publisher: 'Gazette' }, () => [statement, moved, first]],
    [{ person: 'Ada Moreno' }, () => [statement]],
    [{ person: 'Nobody' }, () => []],
    [{ party: 'MEX' }, () => [moved]],
    [{ party: 'CAN' }, () => []],
    [{ party: 'USA', from: '2025-04-12' }, () => [statement, moved]],
    [{ type: 'StatementMade', party: 'USA' }, () => [statement]],
    [{ view: 'tariffs', subject: 'USA>CHN:all' }, () => [first]],
    [{ view: 'tariffs', subject: 'USA>CHN:all', include: 'retracted' }, () => [withdrawn, first]],
    [{ view: 'tariffs', subject: 'USA>CHN:all', include: 'retracted', publisher: 'Post' }, () => [first]],
    [{ view: 'tariffs', subject: 'USA>MEX:all' }, () => [moved]],
    [{ view: 'tariffs', subject: 'USA>CAN:all', include: 'retracted' }, () => []],
    [{ view: 'talks', subject: 'USA>CHN:all' }, () => []],
    [{ asOf: '2025-04-11', include: 'retracted' }, () => [withdrawn, first]],
  ])('filtered by %j', async (query, expected) => expect(await ids(query)).toEqual(expected()));

  it('leaves out the story’s opening', async () => {
    expect(await ids({ type: 'StoryOpened' })).toEqual([]);
  });
});

describe('an event', () => {
  it('has its accounts and its corrections, with the corrected values', async () => {
    const event = await detail(first);
    expect(event).toMatchObject({
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
    const corroboration = event.accounts[1]?.event ?? '';
    expect(await detail(corroboration)).toMatchObject({
      type: 'EventCorroborated',
      stands: true,
      corrections: [],
      retractions: [],
    });
  });

  it('that was withdrawn does not stand any more', async () => {
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

  it('can be read as reported by a date', async () => {
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

  it('has the later of two accounts by one publisher instead of the earlier', async () => {
    const own = await StoryFixture.open(server, 'one-publisher');
    const fact = await own.fact('TariffChanged', '2025-04-11', rate(10, 'IND'), GAZETTE);
    await own.corroborate(fact, POST, { occurredAt: '2025-04-12' });
    await own.corroborate(fact, GAZETTE, { occurredAt: '2025-04-13' });
    expect((await detail(fact)).accounts.map(({ publisher, occurredAt }) => [publisher, occurredAt])).toEqual([
      ['Gazette', '2025-04-13'],
      ['Post', '2025-04-12'],
    ]);
  });
});
