import fc from 'fast-check';
import { v4 } from 'uuid';
import type { NewEvent } from '#log/append/append-request.js';
import { newEvent, opened } from '../support/log.js';

const STORIES = ['first-story', 'second-story'];
const DATES = [
  '2025',
  '2025-03',
  '2025-04',
  '2025-03-05',
  '2025-03-20',
  '2025-04-11',
  '2025-04-11T08:00:00Z',
  '2025-06-01',
  '2025-06-02',
  '2025-08',
  '2026',
];
const PARTIES = [
  { imposedBy: 'USA', appliesTo: 'CHN' },
  { imposedBy: 'CHN', appliesTo: 'USA' },
];

const randomFact = fc.oneof(
  fc.record({
    type: fc.constant('TariffChanged'),
    data: fc
      .tuple(fc.constantFrom(...PARTIES), fc.constantFrom(10, 20, 145))
      .map(([p, ratePercent]) => ({ ...p, measure: 'all', ratePercent })),
  }),
  fc.record({
    type: fc.constant('TariffSuspended'),
    data: fc.constantFrom(...PARTIES).map((p) => ({ ...p, measure: 'all', until: '2025-07-01' })),
  }),
  fc.record({
    type: fc.constantFrom('TariffThreatened', 'TariffPlanWithdrawn'),
    data: fc
      .tuple(fc.constantFrom(...PARTIES), fc.constantFrom(10, 20), fc.constantFrom('2025-04-11', '2025-06'))
      .map(([p, ratePercent, effectiveFrom]) => ({ ...p, measure: 'all', ratePercent, effectiveFrom })),
  }),
  fc.record({
    type: fc.constant('TalksAnnounced'),
    data: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('2025-04-11', '2025-06'))
      .map(([round, scheduledFor]) => ({ talks: 'the-talks', parties: ['USA', 'CHN'], round, scheduledFor })),
  }),
  fc.record({
    type: fc.constant('TalksCancelled'),
    data: fc.constantFrom({ talks: 'the-talks' }, { talks: 'the-talks', round: 2 }),
  }),
  fc.record({
    type: fc.constant('TruceExtended'),
    data: fc.constantFrom('2025-08-12', '2025-11-10').map((validUntil) => ({ truce: 'a-truce', validUntil })),
  }),
  fc.record({
    type: fc.constant('TalksStarted'),
    data: fc.integer({ min: 1, max: 4 }).map((round) => ({ talks: 'the-talks', parties: ['USA', 'CHN'], round })),
  }),
  fc.record({
    type: fc.constant('TalksConcluded'),
    data: fc.integer({ min: 1, max: 4 }).map((round) => ({ talks: 'the-talks', round })),
  }),
  fc.record({ type: fc.constant('MilestoneReported'), data: fc.constant({ text: 'Something happened.' }) }),
);

const step = fc.record({
  fact: randomFact,
  story: fc.constantFrom(...STORIES),
  occurredAt: fc.constantFrom(...DATES),
  certainty: fc.constantFrom('reported' as const, 'reported' as const, 'claimed' as const, 'confirmed' as const),
  publisher: fc.constantFrom('A', 'B', 'C'),
  /** A meta-event about an earlier fact, instead of a new fact. */
  about: fc.option(
    fc.record({ which: fc.nat(1000), what: fc.constantFrom('EventCorrected', 'EventRetracted', 'EventCorroborated') }),
    {
      freq: 4,
    },
  ),
  gives: fc.record({ date: fc.boolean(), certainty: fc.boolean(), data: fc.boolean() }),
  /** The request ends here. */
  ends: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a correction or corroboration gives: the date, the certainty, another value of the same subject. */
function fieldsOf(
  { occurredAt, certainty, fact: { type, data }, gives }: Step,
  target: { type: string; data: Record<string, unknown> },
): object {
  const sameSubject =
    type === target.type &&
    ['imposedBy', 'truce', 'talks'].every((key) => (data as Record<string, unknown>)[key] === target.data[key]);
  return {
    ...((gives.date || !sameSubject) && { occurredAt }),
    ...(gives.certainty && { certainty }),
    ...(sameSubject && gives.data && { data }),
  };
}

/**
 * Requests of random facts and of meta-events about them, in random order of dates, on subjects that two stories share.
 * The same seed gives the same requests.
 */
export function randomRequests(seed: number, events: number): NewEvent[][] {
  const facts: { id: string; type: string; story: string; data: Record<string, unknown> }[] = [];
  const retracted = new Set<string>();
  const requests: NewEvent[][] = [STORIES.map((story) => opened(story))];
  let request: NewEvent[] = [];
  for (const one of fc.sample(step, { seed, numRuns: events })) {
    const { story, occurredAt, certainty, publisher } = one;
    const source = { url: `https://example.org/${publisher}`, publisher, publishedAt: '2026-02-01' };
    const target = one.about && facts[one.about.which % Math.max(1, facts.length)];
    if (one.about && target && !retracted.has(target.id)) {
      const { what } = one.about;
      if (what === 'EventRetracted') retracted.add(target.id);
      const data = {
        target: target.id,
        ...(what !== 'EventRetracted' && fieldsOf(one, target)),
        ...(what !== 'EventCorroborated' && { reason: 'typed wrong' }),
      };
      request.push(newEvent(what, { story: target.story, data, source }, { factId: target.id, factType: target.type }));
    } else {
      const { type, data } = one.fact;
      const id = v4();
      facts.push({ id, type, story, data });
      request.push(newEvent(type, { id, story, occurredAt, certainty, data, source }));
    }
    if (one.ends || request.length === 7) {
      requests.push(request);
      request = [];
    }
  }
  return request.length > 0 ? [...requests, request] : requests;
}
