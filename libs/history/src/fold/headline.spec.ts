import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { viewNamed } from '#views/registry.js';
import { resolvedFact } from '../testing/facts.js';
import { foldFacts } from './fold-facts.js';
import { headlineSinceTime } from './headline.js';

const [tariffs, truces] = [viewNamed('tariffs') as AnyView, viewNamed('truces') as AnyView];
const instant = (date: string): number => periodOf(date).from;

/** From when the run counts that the row of each fact opens; `null`: it opens none. */
function openings(
  view: AnyView,
  facts: readonly (readonly [type: string, occurredAt: string, data: object])[],
): (string | null)[] {
  const resolved = facts.map(([type, occurredAt, data], n) =>
    resolvedFact(type, { position: n + 1, occurredAt, data: { ...data }, publisher: 'A' }),
  );
  return foldFacts(view, null, resolved).rows.map(({ runFrom }) => runFrom);
}

const on = { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all' };
const truce = { truce: 'a-truce', parties: ['USA', 'CHN'] };

describe('a run of equal headlines', () => {
  it('is opened by the first fact, and by each that changes the headline', () => {
    expect(
      openings(tariffs, [
        ['TariffChanged', '2025-05-14', { ...on, ratePercent: 30 }],
        ['TariffChanged', '2025-06-01', { ...on, ratePercent: 30 }],
        ['TariffThreatened', '2025-10-10', { ...on, ratePercent: 100 }],
        ['TariffSuspended', '2025-11-10', on],
        ['TariffChanged', '2025-11-11', { ...on, ratePercent: 30 }],
      ]),
    ).toEqual(['2025-05-14', null, null, '2025-11-10', '2025-11-11']);
  });

  it('counts from the day on which time alone opened it, even if a fact brings the same headline again', () => {
    const until = { ...truce, validUntil: '2025-08-12' };
    expect(
      openings(truces, [
        ['TruceAgreed', '2025-05-14', until],
        ['TruceExtended', '2025-08-01', until],
        ['TruceExtended', '2025-08-20', until],
      ]),
    ).toEqual(['2025-05-14', null, '2025-08-13']);
    expect(
      openings(tariffs, [
        ['TariffSuspended', '2025-05-14', { ...on, until: '2025-08-12' }],
        ['TariffSuspended', '2025-08-20', { ...on, until: '2025-08-12T00:00:00Z' }],
        ['TariffSuspended', '2025-08-21', { ...on, until: '2025-11-12' }],
      ]),
    ).toEqual(['2025-05-14', '2025-08-13', '2025-08-21']);
  });
});

describe('what time alone did to a headline', () => {
  const agreed = (validUntil: string) => ({
    parties: [],
    agreedAt: '2025-05-14',
    validUntil,
    extensions: [],
    status: 'in_force',
  });
  const since = (validUntil: string, from: string, to: string) =>
    headlineSinceTime(truces, agreed(validUntil), instant(from), instant(to));

  it('is dated to its first UTC day, or to the instant', () => {
    expect(since('2025-08-12', '2025-05-14', '2025-09-01')).toBe('2025-08-13');
    expect(since('2025-08', '2025-05-14', '2025-09-01')).toBe('2025-09-01');
    expect(since('2025-08-12T12:00:00Z', '2025-05-14', '2025-09-01')).toBe('2025-08-12T12:00:00Z');
  });

  it('is nothing before, and nothing of a state that began afterwards', () => {
    expect(since('2025-08-12', '2025-05-14', '2025-08-12')).toBeNull();
    expect(since('2025-08-12', '2025-08-13', '2025-09-01')).toBeNull();
  });
});
