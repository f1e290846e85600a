import { describe, expect, it } from '@jest/globals';
import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind } from '#log/event.js';
import type { AnyView } from '#views/define-view.js';
import { tariffs } from '#views/tariffs.js';
import { summits } from '#views/summits.js';
import { truces } from '#views/truces.js';
import { stored, resolvedFact, type Given } from '../testing/facts.js';
import { evolve } from '../facts/fact-state.js';
import { resolveFact } from '../facts/resolve-fact.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { foldFacts, type FoldedHistory } from './fold-facts.js';
import { disputeOf, isContested, listedDisputes, type Dispute, type Row } from './row.js';

const view = tariffs as unknown as AnyView;
const tariff = (ratePercent: number, more: object = {}) => ({
  imposedBy: 'USA',
  appliesTo: 'CHN',
  measure: 'all',
  ratePercent,
  ...more,
});
const change = (position: number, occurredAt: string, rate: number, given: Given = {}): ResolvedFact =>
  resolvedFact('TariffChanged', { position, occurredAt, data: tariff(rate), ...given });

/** A fact and further accounts of it, each by its publisher. */
function accounts(type: string, own: Given, ...others: { publisher: string; data: object }[]): ResolvedFact {
  const first = evolve(null, stored(EventKind.fact, type, own));
  const state = others.reduce(
    (before, { publisher, data }, i) =>
      evolve(
        before,
        stored(
          EventKind.corroboration,
          'EventCorroborated',
          { position: first.position + (i + 1) / 10, publisher, data: { ...data } },
          { target: first.id, factId: first.id },
        ),
      ),
    first,
  );
  return resolveFact(state) as ResolvedFact;
}

/** The rate in force on a day, whether it is in doubt, and the disputes listed there. */
function on(history: FoldedHistory, date: string): { rate: unknown; contested: boolean; disputes: Dispute[] } {
  const row = history.rows.findLast((one) => one.validFrom < periodOf(date).to);
  const state = row?.state as { ratePercent: unknown } | null | undefined;
  return {
    rate: state?.ratePercent ?? null,
    contested: row ? isContested(row.says) : false,
    disputes: row ? listed(history, row) : [],
  };
}

const listed = ({ records }: FoldedHistory, { says }: Row): Dispute[] =>
  listedDisputes(says).map((one) => disputeOf(records.get(one.record)?.disputes ?? [], one));
const days = (history: FoldedHistory, ...dates: string[]) =>
  dates.map((date) => [date, on(history, date).rate, on(history, date).contested]);

describe('accounts with different dates', () => {
  const history = foldFacts(view, null, [
    change(1, '2025-04-01', 145),
    accounts(
      'TariffChanged',
      { position: 2, occurredAt: '2025-05-12', publisher: 'A', data: tariff(30) },
      { publisher: 'B', data: { occurredAt: '2025-05-14' } },
      { publisher: 'C', data: { occurredAt: '2025-04-14' } },
    ),
  ]);

  it('put in doubt what is in force between the first and the last of them, not before and not after', () => {
    expect(
      days(history, '2025-04-13', '2025-04-14', '2025-05-11', '2025-05-12', '2025-05-13', '2025-05-14', '2025-06-01'),
    ).toEqual([
      ['2025-04-13', 145, false],
      ['2025-04-14', 145, true],
      ['2025-05-11', 145, true],
      ['2025-05-12', 30, true],
      ['2025-05-13', 30, true],
      ['2025-05-14', 30, false],
      ['2025-06-01', 30, false],
    ]);
  });

  it('are listed, the winner first, while the fact determines a property', () => {
    const [dispute] = on(history, '2025-06-01').disputes;
    expect(dispute).toMatchObject({ reason: 'date', open: true });
    expect(dispute?.candidates.map(({ occurredAt, publishers }) => [occurredAt, publishers])).toEqual([
      ['2025-05-12', ['A']],
      ['2025-04-14', ['C']],
      ['2025-05-14', ['B']],
    ]);
    expect(on(history, '2025-04-13').disputes).toEqual([]);
    expect(on(history, '2025-04-14').disputes).toEqual([dispute]);
  });

  it('name their sources in the order of the record, where dates agree', () => {
    const agreeing = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 1, occurredAt: '2025-06-20', publisher: 'A', data: tariff(30) },
        { publisher: 'B', data: { occurredAt: '2025-05-12' } },
        { publisher: 'C', data: { occurredAt: '2025-05' } },
      ),
    ]);
    expect(on(agreeing, '2025-06-20').disputes).toMatchObject([
      { candidates: [{ occurredAt: '2025-06-20' }, { occurredAt: '2025-05', publishers: ['B', 'C'] }] },
    ]);
  });

  it('are settled by a confirmed account, and are still listed', () => {
    const settled = foldFacts(view, null, [
      change(1, '2025-04-01', 145),
      accounts(
        'TariffChanged',
        { position: 2, occurredAt: '2025-05-12', publisher: 'A', data: tariff(30) },
        { publisher: 'B', data: { occurredAt: '2025-05-14', certainty: 'confirmed' } },
      ),
    ]);
    expect(days(settled, '2025-05-13', '2025-05-14')).toEqual([
      ['2025-05-13', 145, false],
      ['2025-05-14', 30, false],
    ]);
    expect(on(settled, '2025-05-14').disputes).toMatchObject([
      { open: false, candidates: [{ occurredAt: '2025-05-14' }, { occurredAt: '2025-05-12' }] },
    ]);
  });

  it('put in doubt what another fact set in between only where the order matters', () => {
    const between = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 1, occurredAt: '2025-04-09', publisher: 'A', data: tariff(145) },
        { publisher: 'B', data: { occurredAt: '2025-04-11' } },
      ),
      change(2, '2025-04-10', 125),
      change(3, '2025-05-14', 30),
    ]);
    expect(days(between, '2025-04-08', '2025-04-09', '2025-04-10', '2025-04-11', '2025-05-13', '2025-05-14')).toEqual([
      ['2025-04-08', null, false],
      ['2025-04-09', 145, true],
      ['2025-04-10', 125, false],
      ['2025-04-11', 125, true],
      ['2025-05-13', 125, true],
      ['2025-05-14', 30, false],
    ]);
  });

  it('do not disagree where a day is the date of an instant in its own UTC offset', () => {
    const history = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 1, occurredAt: '2025-05-12T23:00:00-04:00', publisher: 'A', data: tariff(30) },
        { publisher: 'B', data: { occurredAt: '2025-05-12' } },
      ),
    ]);
    expect(history.rows.flatMap((row) => row.says.disputed)).toEqual([]);
  });
});

describe('accounts with different values', () => {
  it('put the value in doubt until an undisputed fact; equal accounts are one candidate', () => {
    const history = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 1, occurredAt: '2025-04-10', publisher: 'A', data: tariff(145) },
        { publisher: 'B', data: { data: tariff(125) } },
        { publisher: 'C', data: { data: tariff(125) } },
        { publisher: 'D', data: { data: tariff(145) } },
      ),
      change(2, '2025-05-14', 30),
    ]);
    expect(days(history, '2025-04-10', '2025-05-13', '2025-05-14')).toEqual([
      ['2025-04-10', 145, true],
      ['2025-05-13', 145, true],
      ['2025-05-14', 30, false],
    ]);
    expect(
      on(history, '2025-04-10').disputes.map(({ reason, candidates }) => [
        reason,
        candidates.map((one) => one.publishers),
      ]),
    ).toEqual([
      [
        'value',
        [
          ['A', 'D'],
          ['B', 'C'],
        ],
      ],
    ]);
    expect(on(history, '2025-05-14').disputes).toEqual([]);
  });

  it('list for a value only the publishers that gave it', () => {
    const extended = (more: object) => ({ truce: 't', validUntil: '2025-11-10', ...more });
    const history = foldFacts(truces as unknown as AnyView, null, [
      accounts(
        'TruceExtended',
        { position: 1, occurredAt: '2025-08-11', publisher: 'A', data: extended({ ordinal: 3 }) },
        { publisher: 'B', data: { data: extended({ ordinal: 2 }) } },
        { publisher: 'C', data: { data: extended({}) } },
      ),
    ]);
    expect(listed(history, history.rows[0] as Row)[0]?.candidates.map((one) => one.publishers)).toEqual([['A'], ['B']]);
  });

  it('do not disagree where one value is unknown', () => {
    const unknown = { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', direction: 'raised' };
    const history = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 1, occurredAt: '2025-04-10', publisher: 'A', data: tariff(145) },
        { publisher: 'B', data: { data: unknown } },
      ),
    ]);
    expect(history.rows.flatMap((row) => row.says.disputed)).toEqual([]);
  });

  it('disagree on an ordinal: the third time against the second', () => {
    const extended = (ordinal: number) => ({ truce: 't', validUntil: '2025-11-10', ordinal });
    const history = foldFacts(truces as unknown as AnyView, null, [
      accounts(
        'TruceExtended',
        { position: 1, occurredAt: '2025-08-11', publisher: 'A', data: extended(3) },
        { publisher: 'B', data: { data: extended(2) } },
      ),
    ]);
    expect(listed(history, history.rows[0] as Row)).toMatchObject([
      { property: 'ordinal', candidates: [{ value: 3 }, { value: 2 }] },
    ]);
  });
});

describe('facts of one day by different publishers', () => {
  it('are one dispute: the first recorded is folded, the others are overruled', () => {
    const history = foldFacts(view, null, [
      change(1, '2025-04-10', 145, { publisher: 'A' }),
      change(2, '2025-04-10', 125, { publisher: 'B' }),
    ]);
    expect(history.rows.map((row) => row.position)).toEqual([1]);
    expect(on(history, '2025-04-10')).toMatchObject({
      rate: 145,
      contested: true,
      disputes: [{ reason: 'value', candidates: [{ publishers: ['A'] }, { publishers: ['B'] }] }],
    });
  });

  it('are won by a confirmed one, whenever it was recorded', () => {
    const history = foldFacts(view, null, [
      change(1, '2025-04-10', 145, { publisher: 'A' }),
      change(2, '2025-04-10', 125, { publisher: 'B', certainty: 'confirmed' }),
    ]);
    expect(on(history, '2025-04-10')).toMatchObject({ rate: 125, contested: false, disputes: [{ open: false }] });
  });

  it('are steps where one publisher gave both values', () => {
    const history = foldFacts(view, null, [
      change(1, '2025-04-10', 104, { publisher: 'A' }),
      change(2, '2025-04-10', 145, { publisher: 'B' }),
      change(3, '2025-04-10', 145, { publisher: 'A' }),
    ]);
    expect(history.rows.map((row) => row.position)).toEqual([1, 2, 3]);
    expect(on(history, '2025-04-10')).toMatchObject({ rate: 145, contested: false, disputes: [] });
  });

  it('are overruled by all steps of another publisher, in one record with a version for each step', () => {
    const history = foldFacts(view, null, [
      change(1, '2025-04-10', 104, { publisher: 'A' }),
      change(2, '2025-04-10', 125, { publisher: 'A' }),
      change(3, '2025-04-10', 145, { publisher: 'A' }),
      change(4, '2025-04-10', 84, { publisher: 'B' }),
      change(5, '2025-04-10', 94, { publisher: 'C' }),
    ]);
    expect(history.records.size).toBe(1);
    const listedByRow = history.rows.map((row) =>
      listed(history, row).map(({ candidates, open }) => [
        open,
        ...candidates.map(({ value, publishers }) => [value, ...publishers]),
      ]),
    );
    const of = (rate: number) => [
      true,
      [{ ratePercent: rate, comparator: 'eq' }, 'A'],
      [{ ratePercent: 84, comparator: 'eq' }, 'B'],
      [{ ratePercent: 94, comparator: 'eq' }, 'C'],
    ];
    // On a date only the last step can be in doubt.
    expect(listedByRow).toEqual([[of(104), of(145)], [of(125), of(145)], [of(145)]]);
  });

  it('are overruled by one step alone where their publisher also gave another step', () => {
    const history = foldFacts(view, null, [
      change(1, '2025-04-10', 104, { publisher: 'A' }),
      change(2, '2025-04-10', 145, { publisher: 'A' }),
      change(3, '2025-04-10', 84, { publisher: 'B' }),
      change(4, '2025-04-10', 94, { publisher: 'C' }),
      change(5, '2025-04-10', 145, { publisher: 'C' }),
    ]);
    expect(history.records.size).toBeGreaterThan(1);
    const last = on(history, '2025-04-10').disputes.flatMap(({ candidates }) => candidates.map(({ value }) => value));
    expect(last).toEqual([145, 84].map((ratePercent) => ({ ratePercent, comparator: 'eq' })));
  });

  it('are three rates side by side where their bases differ', () => {
    const history = foldFacts(
      view,
      null,
      [
        [30, 'additional', 'A'],
        [55, 'all_in', 'B'],
        [57, 'trade_weighted_average', 'C'],
      ].map(([rate, basis, publisher], i) =>
        resolvedFact('TariffChanged', {
          position: i + 1,
          occurredAt: '2025-05-14',
          publisher: String(publisher),
          data: tariff(Number(rate), { basis }),
        }),
      ),
    );
    const state = history.rows.at(-1)?.state as { rates: { ratePercent: number; basis: string }[] };
    expect(state.rates.map(({ ratePercent, basis }) => [ratePercent, basis])).toEqual([
      [30, 'additional'],
      [55, 'all_in'],
      [57, 'trade_weighted_average'],
    ]);
    expect(history.rows.flatMap((row) => row.says.disputed)).toEqual([]);
    expect(history.rows.some((row) => row.says.uncertain.length > 0)).toBe(false);
  });

  it('have rows without a fact at the dates at which only doubt changes', () => {
    const history = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 7, occurredAt: '2025-05-12', publisher: 'A', data: tariff(30) },
        { publisher: 'B', data: { occurredAt: '2025-05-01' } },
      ),
    ]);
    expect(
      history.rows.map((row) => [formatDay(row.validFrom), row.position, row.fromFact, row.state === null]),
    ).toEqual([
      ['2025-05-01', 0, false, true],
      ['2025-05-12', 7, true, false],
    ]);
  });
});

describe('an overruled fact', () => {
  const opening = (position: number, publisher: string, more: object): ResolvedFact => {
    const data = { summit: 's', name: 'A summit', ...more };
    return resolvedFact('SummitOpened', { position, occurredAt: '2025-08-11', publisher, data });
  };

  it('is a candidate against every winner that it contradicts', () => {
    const history = foldFacts(summits as unknown as AnyView, null, [
      opening(1, 'A', { edition: 2 }),
      opening(2, 'B', { until: '2025-11-10' }),
      opening(3, 'C', { edition: 3, until: '2025-12-24' }),
    ]);
    expect(history.rows.map((row) => row.position)).toEqual([1, 2]);
    expect(
      listed(history, history.rows.at(-1) as Row).map(({ property, candidates }) => [
        property,
        candidates.map((one) => one.publishers),
      ]),
    ).toEqual([
      ['edition', [['A'], ['C']]],
      ['until', [['B'], ['C']]],
    ]);
  });

  it("lists its accounts with the value that each gives, its own or the winner's", () => {
    const other = accounts(
      'TariffChanged',
      { position: 2, occurredAt: '2025-04-10', publisher: 'B', data: tariff(145) },
      { publisher: 'C', data: { data: tariff(104) } },
      { publisher: 'D', data: {} },
      { publisher: 'E', data: { data: { ...tariff(0), ratePercent: undefined, direction: 'raised' } } },
    );
    const history = foldFacts(view, null, [change(1, '2025-04-10', 104, { publisher: 'A' }), other]);
    expect(on(history, '2025-04-10').disputes.map(({ candidates }) => candidates.map((one) => one.publishers))).toEqual(
      [
        [
          ['A', 'C'],
          ['B', 'D'],
        ],
      ],
    );
  });
});

describe('an account that gives no value of a property', () => {
  it('puts in doubt when the value was set, and not the value', () => {
    const history = foldFacts(view, null, [
      accounts(
        'TariffChanged',
        { position: 1, occurredAt: '2025-05-12', publisher: 'A', data: tariff(30) },
        {
          publisher: 'B',
          data: { occurredAt: '2025-05-14', data: { ...tariff(0), ratePercent: undefined, direction: 'reduced' } },
        },
      ),
    ]);
    expect(days(history, '2025-05-11', '2025-05-13', '2025-05-14')).toEqual([
      ['2025-05-11', null, false],
      ['2025-05-13', 30, true],
      ['2025-05-14', 30, false],
    ]);
  });
});
