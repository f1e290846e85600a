import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { bodyOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, pageOf, rate, tariffPath } from './story-fixture.js';
import { framesOf } from './frames.js';

/** How many other accounts the fact has, and how many corrections and withdrawn accounts. */
const MANY = 60;
const PAPER = { publisher: 'Paper', publishedAt: '2025-05-01' };

type FactsItem = z.output<typeof FactsBody>['items'][number];

let server: TestServer;
let fixture: StoryFixture;
const fact = uuid();
const others = Array.from({ length: MANY }, () => uuid());
const withdrawn = Array.from({ length: MANY }, () => uuid());
let corrections: string[];
let retractions: string[];

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'a-story');
  const about = (type: string, id: string, target: string, data: object, publisher?: string) => ({
    ...{ id, type, story: 'a-story', data: { target, ...data } },
    ...(publisher !== undefined && { source: pageOf({ publisher, publishedAt: '2025-05-02' }) }),
  });
  corrections = Array.from({ length: MANY }, () => uuid());
  retractions = Array.from({ length: MANY }, () => uuid());
  await fixture.batch([
    {
      id: fact,
      type: 'TariffChanged',
      story: 'a-story',
      occurredAt: '2025-04-11',
      data: rate(145),
      source: pageOf(PAPER),
    },
    ...others.map((id, n) => about('EventCorroborated', id, fact, {}, `Paper ${n}`)),
    ...withdrawn.map((id, n) => about('EventCorroborated', id, fact, {}, `Gone ${n}`)),
    ...withdrawn.map((id, n) => about('EventRetracted', retractions[n] ?? '', id, { reason: `withdrawn ${n}` })),
    ...corrections.map((id, n) => about('EventCorrected', id, fact, { data: rate(n), reason: `slip ${n}` })),
  ]);
}, 120_000);

describe('a fact with many meta-events', () => {
  const listed = {
    sources: [fact, ...others.slice(-49)],
    counts: { sources: MANY + 1, corrected: MANY },
  };
  const summary = ({ sources, corrected, counts }: FactsItem) => ({
    sources: sources.map(({ event }) => event),
    corrected: corrected?.map(({ event }) => event),
    counts,
  });

  it.each([
    '/v1/stories/a-story/timeline',
    `${tariffPath()}/facts`,
    '/v1/stories/a-story/timeline?reportedAsOf=2025-06',
  ])('lists its first source and the latest others: %s', async (path) => {
    const { items } = bodyOf(FactsBody, await server.get(path));
    expect(items.map(summary)).toEqual([{ ...listed, corrected: corrections.slice(-50) }]);
  });

  it('lists them in a replay too', async () => {
    const frames = await framesOf(server, '/v1/stories/a-story/replay');
    const facts = frames.flatMap(({ event }) => (event?.id === fact ? [event as unknown as FactsItem] : []));
    expect(facts.map(summary)).toEqual([{ ...listed, corrected: corrections.slice(-50) }]);
  });

  it('lists the latest 50 meta-events of each kind', async () => {
    const {
      accounts,
      corrections: made,
      retractions: gone,
      counts,
    } = bodyOf(EventDetailBody, await server.get(`/v1/events/${fact}`));
    expect(accounts.map(({ event }) => event)).toEqual(listed.sources);
    expect(made.map(({ event }) => event)).toEqual(corrections.slice(-50));
    expect(gone.map(({ event }) => event)).toEqual(retractions.slice(-50));
    expect(counts).toEqual({ accounts: MANY + 1, corrections: MANY, retractions: MANY });
  });

  it('counts, for one of its accounts, the meta-events of that account alone', async () => {
    const detail = bodyOf(EventDetailBody, await server.get(`/v1/events/${withdrawn[0]}`));
    expect(detail.retractions.map(({ event }) => event)).toEqual(retractions.slice(0, 1));
    expect(detail.counts).toEqual({ accounts: MANY + 1, corrections: 0, retractions: 1 });
  });
});
