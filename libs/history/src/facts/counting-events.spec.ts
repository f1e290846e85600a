import { describe, expect, it } from '@jest/globals';
import { lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { EventSource } from '#log/event.js';
import { countingEvents, publicationInstants } from './counting-events.js';
import type { Account, Correction, FactState, Retraction } from './fact-state.js';

const paper = (publishedAt?: string): EventSource => ({
  url: 'https://example.org/page',
  publisher: 'Gazette',
  ...(publishedAt !== undefined && { publishedAt }),
});
const end = (day: string): number => lastInstant(periodOf(day));

const account = (id: string, position: number, source: EventSource | null): Account => ({
  id,
  position,
  recordedAt: '2025-01-01T00:00:00.000000Z',
  occurredAt: '2025-01-01',
  data: {},
  certainty: 'reported',
  source,
});
const about = (id: string, position: number, target: string, source: EventSource | null): Retraction => ({
  id,
  position,
  recordedAt: '2025-01-01T00:00:00.000000Z',
  target,
  reason: 'a slip',
  source,
});
const correction = (...[id, position, target, source, fields]: [...Parameters<typeof about>, Partial<Correction>]) => ({
  ...about(id, position, target, source),
  ...fields,
});

const state: FactState = {
  id: 'own',
  type: 'MilestoneReported',
  story: 'a-story',
  position: 1,
  accounts: [account('own', 1, paper('2025-03-10')), account('undated', 2, paper()), account('desk', 3, null)],
  corrections: [
    correction('mends the account', 4, 'own', null, { data: { n: 1 } }),
    correction('in print', 5, 'own', paper('2025-03-20'), { data: { n: 2 } }),
    correction('mends the correction', 6, 'own', null, { data: { n: 3 } }),
    correction('mends both', 7, 'own', null, { data: { n: 4 }, certainty: 'confirmed' }),
    correction('gives a date', 8, 'own', paper('2025-03-30'), { publishedAt: '2025-03-10' }),
    correction('gives a date and more', 9, 'own', paper('2025-03-30'), { publishedAt: '2025-03-10', data: { n: 5 } }),
    correction('of the undated', 10, 'undated', null, { data: { n: 6 } }),
  ],
  retractions: [about('of its own', 11, 'own', null), about('withdrawn in print', 12, 'desk', paper('2025-03-25'))],
};
const idAt = new Map(
  [...state.accounts, ...state.corrections, ...state.retractions].map((one) => [one.position, one.id]),
);
const instants = publicationInstants(state);

describe('the events of a fact count', () => {
  it('from their publication on, and without a source from when what they mend does', () => {
    expect(Object.fromEntries(instants.map(([position, instant]) => [idAt.get(position), instant]))).toEqual({
      own: end('2025-03-10'),
      undated: Infinity,
      desk: -Infinity,
      'mends the account': end('2025-03-10'),
      'in print': end('2025-03-20'),
      'mends the correction': end('2025-03-20'),
      'mends both': end('2025-03-10'),
      'gives a date': -Infinity,
      'gives a date and more': end('2025-03-30'),
      'of the undated': Infinity,
      'of its own': end('2025-03-10'),
      'withdrawn in print': end('2025-03-25'),
    });
  });

  it.each(['2025-03-09', '2025-03-10', '2025-03-20', '2025-03-24', '2025-03-25', '2025-03-31', null])(
    'as of %s, by the same instants',
    (day) => {
      const reportedAsOf = day === null ? Infinity : end(day);
      const due = instants.filter(([, instant]) => instant <= reportedAsOf).map(([position]) => idAt.get(position));
      expect([...countingEvents(state, { reportedAsOf })]).toEqual(due);
    },
  );

  it('without a date, where undated sources are included, from the end of their own period', () => {
    const undated = 'include';
    const before = countingEvents(state, { reportedAsOf: end('2024-12-31'), undated });
    const then = countingEvents(state, { reportedAsOf: end('2025-01-01'), undated });
    expect([before.has('undated'), before.has('of the undated')]).toEqual([false, false]);
    expect([then.has('undated'), then.has('of the undated')]).toEqual([true, true]);
  });
});
