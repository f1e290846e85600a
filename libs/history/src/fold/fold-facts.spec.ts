import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { tariffs } from '#views/tariffs.js';
import type { AnyView } from '#views/define-view.js';
import { resolvedFact, type Given } from '../testing/facts.js';
import { foldFacts } from './fold-facts.js';
import type { Row } from './row.js';

const view = tariffs as unknown as AnyView;
const change = (position: number, occurredAt: string, rate: number | null, given: Given = {}) =>
  resolvedFact('TariffChanged', {
    position,
    occurredAt,
    data: {
      imposedBy: 'USA',
      appliesTo: 'CHN',
      measure: 'all',
      ...(rate === null ? { direction: 'reduced' } : { ratePercent: rate }),
    },
    ...given,
  });
const rateOf = (row: Row | undefined): unknown => (row?.state as { ratePercent: number | null } | null)?.ratePercent;

describe('foldFacts', () => {
  it('orders facts by the start of their period, then by position, in whatever order they are given', () => {
    const rows = foldFacts(view, null, [
      change(3, '2025-04', 125),
      change(1, '2025-06-01', 30),
      change(2, '2025-04-01', 84),
    ]).rows;
    expect(rows.map((row) => [row.position, rateOf(row)])).toEqual([
      [2, 84],
      [3, 125],
      [1, 30],
    ]);
  });

  it('keeps claims out of the state, and lists each until a later fact of its type', () => {
    const claim = change(2, '2025-02-01', 157, { certainty: 'claimed', attributedTo: 'Donald Trump' });
    const again = change(3, '2025-03-01', 160, { certainty: 'claimed', attributedTo: 'Donald Trump' });
    const other = change(4, '2025-03-01', 150, { certainty: 'claimed', attributedTo: 'Scott Bessent' });
    const rows = foldFacts(view, null, [
      change(1, '2025-01-01', 20),
      claim,
      again,
      other,
      change(5, '2025-04-01', 30),
    ]).rows;
    expect(rows.map(rateOf)).toEqual([20, 20, 20, 20, 30]);
    expect(rows.map((row) => row.says.claims.map((one) => one.event.slice(-1)))).toEqual([
      [],
      ['2'],
      ['3'],
      ['3', '4'],
      [],
    ]);
    expect(rows.map((row) => row.says.factDate)).toEqual([
      '2025-01-01',
      '2025-01-01',
      '2025-01-01',
      '2025-01-01',
      '2025-04-01',
    ]);
    expect(rows.map((row) => row.fromFact)).toEqual([true, false, false, false, true]);
  });

  it('makes a row of a claim alone', () => {
    const [row] = foldFacts(view, null, [change(1, '2025-02-01', 157, { certainty: 'claimed' })]).rows;
    expect(row).toMatchObject({ state: null, says: { factDate: null, claims: [{ by: 'Paper' }] } });
  });

  describe('marks the order as uncertain', () => {
    const uncertain = (...facts: ReturnType<typeof change>[]): boolean[] =>
      foldFacts(view, null, facts).rows.map((row) => row.says.uncertain.length > 0);

    it('where dates of different precision overlap and their values differ, on both', () => {
      expect(uncertain(change(1, '2025', 145), change(2, '2025-04-11', 125))).toEqual([true, true]);
    });
    it('not where the values are equal', () => {
      expect(uncertain(change(1, '2025', 145), change(2, '2025-04-11', 145))).toEqual([false, false]);
    });
    it('not for steps with the same date', () => {
      expect(uncertain(change(1, '2025', 145), change(2, '2025', null))).toEqual([false, false]);
    });
    it('where one value is unknown, the other is known, and the precision differs', () => {
      expect(uncertain(change(1, '2025', null), change(2, '2025-04-11', 125))).toEqual([true, true]);
    });
    it('not where the publication shows that the period had ended', () => {
      expect(uncertain(change(1, '2025', 145, { publishedAt: '2025-03-01' }), change(2, '2025-04-11', 125))).toEqual([
        false,
        false,
      ]);
    });
    it('until a fact whose place is certain sets the value again', () => {
      expect(uncertain(change(1, '2025', 145), change(2, '2025-04-11', 125), change(3, '2026-01-02', 30))).toEqual([
        true,
        true,
        false,
      ]);
    });
  });

  it('gives the same rows if it resumes from a row whose horizon no later fact precedes', () => {
    const facts = [
      change(1, '2025-01', 1),
      change(2, '2025-01-05', 2),
      change(3, '2025-03-01', 3),
      change(4, '2025-03-02T08:00:00Z', 4),
      change(5, '2025-05-01', 5),
    ];
    const whole = foldFacts(view, null, facts).rows;
    const resumePoints = whole
      .slice(0, -1)
      .flatMap((row, i) => (row.horizon <= (whole[i + 1] as Row).validFrom ? [i] : []));
    expect(resumePoints).toEqual([1, 2, 3]);
    for (const i of resumePoints) {
      const base = whole[i] as Row;
      const after = facts.filter((fact) => fact.period.from >= base.horizon);
      expect(foldFacts(view, base, after).rows).toEqual(whole.slice(i + 1));
    }
  });

  it('sets the horizon to the end of the latest period, and to the end of the day of an instant', () => {
    expect(
      foldFacts(view, null, [change(1, '2025', 1), change(2, '2025-02-01T09:00:00Z', 1)]).rows.map(
        (row) => row.horizon,
      ),
    ).toEqual([periodOf('2025').to, periodOf('2025').to]);
    expect(foldFacts(view, null, [change(1, '2025-02-01T09:00:00Z', 1)]).rows[0]?.horizon).toBe(
      periodOf('2025-02-01').to,
    );
  });
});
