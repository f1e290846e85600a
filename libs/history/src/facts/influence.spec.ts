import { fc, it } from '@fast-check/jest';
import { describe, expect } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind } from '#log/event.js';
import { factState, stored } from '../testing/facts.js';
import { evolve, type FactState } from './fact-state.js';
import { influenceEnd, influenceOf, influenceStart } from './influence.js';
import { resolveAfterEvent, resolveFact } from './resolve-fact.js';

/** The influence of a fact of a day that another paper reports too. */
function spanWith(other: Record<string, unknown>, occurredAt = '2025-08-11'): [from: number, to: number] {
  const fact = resolveFact(
    factState(
      { occurredAt, data: { rate: 10 } },
      { kind: EventKind.corroboration, position: 2, publisher: 'Post', data: other },
    ),
  );
  if (!fact) throw new Error('the fact is not resolved');
  return [influenceStart(fact), influenceEnd(fact)];
}

const periodSpan = (date: string): [number, number] => [periodOf(date).from, periodOf(date).to];

describe('the influence of a fact', () => {
  it('is its own period where others report the same with a date that can be the same', () => {
    expect(spanWith({ occurredAt: '2025-08' })).toEqual(periodSpan('2025-08-11'));
    expect(spanWith({ occurredAt: '2025', data: { rate: 10 } })).toEqual(periodSpan('2025-08-11'));
  });

  it('is the period that others narrow it to', () => {
    expect(spanWith({ occurredAt: '2025-08-11' }, '2025-08')).toEqual(periodSpan('2025-08-11'));
  });

  it('includes the dates of accounts with another value or another date', () => {
    expect(spanWith({ occurredAt: '2025-08', data: { rate: 20 } })).toEqual(periodSpan('2025-08'));
    expect(spanWith({ occurredAt: '2025-08-13' })).toEqual([periodOf('2025-08-11').from, periodOf('2025-08-13').to]);
    expect(spanWith({ occurredAt: '2025-07' })).toEqual([periodOf('2025-07').from, periodOf('2025-08-11').to]);
  });

  it('does not include the date of a claim', () => {
    expect(spanWith({ occurredAt: '2025-07', certainty: 'claimed' })).toEqual(periodSpan('2025-08-11'));
  });

  const DATES = ['2025', '2025-07', '2025-08', '2025-08-11', '2025-08-13', '2025-08-11T10:00:00Z', '2025-09-01'];
  const account = fc.record({
    occurredAt: fc.constantFrom(...DATES),
    rate: fc.constantFrom(10, 20),
    certainty: fc.constantFrom('reported' as const, 'claimed' as const),
  });

  it.prop([fc.array(account, { minLength: 1, maxLength: 8 })])(
    'is the same, computed account by account or at once',
    (accounts) => {
      let state: FactState | null = null;
      accounts.forEach(({ rate, ...given }, index) => {
        const input = { ...given, position: index + 1, publisher: `Post ${index}`, data: { rate } };
        const before: FactState | null = state;
        state = before
          ? evolve(before, stored(EventKind.corroboration, 'About', input, { target: before.id, factId: before.id }))
          : evolve(null, stored(EventKind.fact, 'TruceExtended', input));
        const fact = resolveAfterEvent(before, state);
        if (!fact) throw new Error('the fact is not resolved');
        expect(influenceOf(fact)).toEqual(influenceOf({ ...fact }));
      });
    },
  );
});
