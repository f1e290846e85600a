import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind } from '#log/event.js';
import { form } from '../testing/facts.js';
import { influenceEnd, influenceStart } from './influence.js';
import { resolveFact } from './resolve-fact.js';

/** From where to where a fact of a day matters, beside what another paper says of it. */
function spanOf(says: Record<string, unknown>, occurredAt = '2025-08-11'): [from: number, to: number] {
  const fact = resolveFact(
    form(
      { occurredAt, data: { rate: 10 } },
      { kind: EventKind.corroboration, position: 2, publisher: 'Post', data: says },
    ),
  );
  if (!fact) throw new Error('it is told');
  return [influenceStart(fact), influenceEnd(fact)];
}

const spanOfDate = (date: string): [number, number] => [periodOf(date).from, periodOf(date).to];

describe('what a fact reaches', () => {
  it('is its date, where others tell the same with a date that can be the same', () => {
    expect(spanOf({ occurredAt: '2025-08' })).toEqual(spanOfDate('2025-08-11'));
    expect(spanOf({ occurredAt: '2025', data: { rate: 10 } })).toEqual(spanOfDate('2025-08-11'));
  });

  it('is the date that others narrow it to', () => {
    expect(spanOf({ occurredAt: '2025-08-11' }, '2025-08')).toEqual(spanOfDate('2025-08-11'));
  });

  it('goes to where others put another value, or another date', () => {
    expect(spanOf({ occurredAt: '2025-08', data: { rate: 20 } })).toEqual(spanOfDate('2025-08'));
    expect(spanOf({ occurredAt: '2025-08-13' })).toEqual([periodOf('2025-08-11').from, periodOf('2025-08-13').to]);
    expect(spanOf({ occurredAt: '2025-07' })).toEqual([periodOf('2025-07').from, periodOf('2025-08-11').to]);
  });

  it('is not where a claim puts it', () => {
    expect(spanOf({ occurredAt: '2025-07', certainty: 'claimed' })).toEqual(spanOfDate('2025-08-11'));
  });
});
