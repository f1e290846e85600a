import { describe, expect } from '@jest/globals';
import { fc, it } from '@fast-check/jest';
import type { AnyView } from '#views/define-view.js';
import { deals } from '#views/deals.js';
import { tariffs } from '#views/tariffs.js';
import { truces } from '#views/truces.js';
import { EventKind, type Certainty } from '#log/event.js';
import { stored, resolvedFact } from '../testing/facts.js';
import { evolve, type FactState } from '../facts/fact-state.js';
import { resolveFact } from '../facts/resolve-fact.js';
import { FactsInOrder } from '../facts/facts-in-order.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { abridgeRows, completeDisputed } from '../fold/abridged-rows.js';
import { foldFacts } from '../fold/fold-facts.js';
import { handlerFor, type AnyHandler } from '../fold/assertions.js';
import type { DisputedFact, Row } from '../fold/row.js';
import { revise, type Revision } from './revise.js';
import { reviseForStorage } from './revise-for-storage.js';
import type { RowVersion } from './row-version.js';
import type { RecordVersion } from './record-versions.js';
import { emptyWindow, type HistoryWindow, type SubjectChange } from './history-window.js';

const view = tariffs as unknown as AnyView;
const DATES = [
  '2025',
  '2025-01',
  '2025-03',
  '2025-01-05',
  '2025-01-20',
  '2025-03-07',
  '2025-03-07T08:00:00Z',
  '2025-03-07T20:00:00Z',
  '2025-06-01',
  '2026',
];

const data = (ratePercent: number) => ({ imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent });
const rates = fc.constantFrom(10, 20, 30);
const certainties = fc.constantFrom('reported' as const, 'reported' as const, 'claimed' as const, 'confirmed' as const);

/** A fact with some corroborations, which may give a date, a value or a certainty of their own. */
const fact = (position: number, dates: readonly string[] = DATES, accounts = 2) =>
  fc
    .record({
      occurredAt: fc.constantFrom(...dates),
      rate: rates,
      certainty: certainties,
      publisher: fc.constantFrom('A', 'B'),
      others: fc.array(
        fc.record({
          publisher: fc.constantFrom('A', 'B', 'C'),
          occurredAt: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
          rate: fc.option(rates, { nil: undefined }),
          certainty: fc.option(certainties, { nil: undefined }),
        }),
        { maxLength: accounts },
      ),
    })
    .map(({ rate, others, ...given }): ResolvedFact => {
      const own = evolve(null, stored(EventKind.fact, 'TariffChanged', { position, data: data(rate), ...given }));
      const state = others.reduce((before, { publisher, rate: other, ...fields }, i) => {
        const account = { ...(other !== undefined && { data: data(other) }), ...fields };
        const about = { target: own.id, factId: own.id };
        return evolve(
          before,
          stored(
            EventKind.corroboration,
            'EventCorroborated',
            { position: position + (i + 1) / 10, publisher, data: account },
            about,
          ),
        );
      }, own);
      return resolveFact(state) as ResolvedFact;
    });

/** Requests of 1 to 3 facts. Now and then an earlier fact is removed or changed. */
const requests = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.option(fc.nat(20), { freq: 3 })), { minLength: 1, maxLength: 8 })
  .chain((sizes) => {
    let position = 0;
    const steps = sizes.map(([size, removes]) => {
      const positions = Array.from({ length: size }, () => (position += 1));
      return fc.record({
        added: fc.tuple(...positions.map((position) => fact(position))),
        removes: fc.constant(removes),
        newDate: fc.option(fc.constantFrom(...DATES)),
      });
    });
    return fc.tuple(...steps);
  });

/** A busy month: days and instants, under facts of which only the month is known; then changes within it. */
const BUSY = [
  '2025-03',
  '2025-03',
  '2025',
  ...Array.from({ length: 28 }, (_, n) => `2025-03-${String(n + 1).padStart(2, '0')}`),
  '2025-03-07T08:00:00Z',
  '2025-03-20T20:00:00Z',
];
const busyMonth = fc.tuple(
  fc.tuple(...Array.from({ length: 24 }, (_, n) => fact(n + 1, BUSY, n % 8 === 7 ? 2 : 0))),
  fc.array(fc.record({ removes: fc.option(fc.nat(30)), newDate: fc.option(fc.constantFrom(...BUSY)) }), {
    minLength: 8,
    maxLength: 8,
  }),
  fc.tuple(...Array.from({ length: 8 }, (_, n) => fact(n + 25, BUSY, n % 4 === 3 ? 2 : 0))),
);

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

/** A type of many facts of a day, and its data for a value. */
interface Kind {
  of: AnyView;
  type: string;
  data: (value: number, isVague: boolean) => Record<string, unknown>;
}

/**
 * Facts that contradict each other, that add to a list, that agree in one property and differ in another, that agree.
 */
const EXTENDED: Kind = {
  of: truces as unknown as AnyView,
  type: 'TruceExtended',
  data: (value, isVague) => ({
    truce: 'truce',
    parties: ['USA', 'CHN'],
    validUntil: isVague ? day(value).slice(0, 7) : day(value),
  }),
};
const BROKEN: Kind = {
  ...EXTENDED,
  type: 'TruceBroken',
  data: (value) => ({ truce: 'truce', reason: `reason ${value}` }),
};
const ANNOUNCED: Kind = {
  of: view,
  type: 'TariffAnnounced',
  data: (value) => ({
    imposedBy: 'USA',
    appliesTo: 'CHN',
    measure: 'all',
    ratePercent: value,
    effectiveFrom: day(value),
  }),
};
const PROGRESS: Kind = {
  of: deals as unknown as AnyView,
  type: 'DealProgressReported',
  data: (value) => ({
    deal: 'deal',
    parties: ['USA', 'CHN'],
    status: ['exploring', 'negotiating', 'near_final'][value % 3],
    subject: `${value}`,
  }),
};

/** The events of a busy day, one after the other: facts, accounts of them, and corrections of those. */
const busyDay = fc
  .record({
    publishers: fc.constantFrom(2, 3, 100),
    values: fc.constantFrom(2, 5, 100),
    dates: fc.constantFrom(
      ['2025-03-07'],
      ['2025-03-07', '2025-03-07T08:00:00Z', '2025-03-07T20:00:00Z'],
      ['2025', '2025-03', '2025-03-07', '2025-03-07T08:00:00Z'],
    ),
    certainties: fc.constantFrom<Certainty[]>(
      ['reported'],
      ['confirmed'],
      ['reported', 'reported', 'reported', 'confirmed', 'claimed'],
    ),
    vague: fc.constantFrom(0, 0, 4),
    accounts: fc.constantFrom(0, 30, 95),
  })
  .chain(({ publishers, values, dates, certainties, vague, accounts }) =>
    fc.array(
      fc.record({
        publisher: fc.nat(publishers - 1),
        value: fc.nat(values - 1),
        occurredAt: fc.constantFrom(...dates),
        certainty: fc.constantFrom(...certainties),
        isVague: fc.nat(99).map((n) => n < vague),
        isAbout: fc.nat(99).map((n) => n < accounts),
        isCorrection: fc.nat(3).map((n) => n === 0),
        gives: fc.record({ value: fc.boolean(), date: fc.nat(3).map((n) => n === 0) }),
      }),
      { minLength: 70, maxLength: 90 },
    ),
  );

type BusyDayEvent = (typeof busyDay extends fc.Arbitrary<infer T> ? T : never)[number];

/** The changes of facts that such events make. @yields each with all facts after it */
function* changesOf(
  events: readonly BusyDayEvent[],
  { type: factType, data: dataOf }: Kind = EXTENDED,
): Generator<{ removed: ResolvedFact[]; added: ResolvedFact[]; all: ResolvedFact[] }> {
  const states: FactState[] = [];
  const resolve = (state: FactState | undefined): ResolvedFact[] =>
    [state && resolveFact(state)].flatMap((one) => one ?? []);
  for (const [n, one] of events.entries()) {
    const given = { position: n + 1, publisher: `P${one.publisher}` };
    const data = dataOf(one.value, one.isVague);
    const [first] = states;
    if (!first || !one.isAbout) {
      states.push(
        evolve(
          null,
          stored(EventKind.fact, factType, { ...given, occurredAt: one.occurredAt, certainty: one.certainty, data }),
        ),
      );
      yield { removed: [], added: resolve(states.at(-1)), all: states.flatMap(resolve) };
      continue;
    }
    const removed = resolve(first);
    const target = (one.isCorrection && first.accounts.at(-1)?.id) || first.id;
    const [kind, type] = one.isCorrection
      ? [EventKind.correction, 'EventCorrected']
      : [EventKind.corroboration, 'EventCorroborated'];
    const fields = {
      reason: 'so',
      ...(one.gives.value && { data }),
      ...(one.gives.date && { occurredAt: one.occurredAt }),
    };
    states[0] = evolve(first, stored(kind, type, { ...given, data: fields }, { target, factId: first.id }));
    yield { removed, added: resolve(states[0]), all: states.flatMap(resolve) };
  }
}

const at = (
  position: number,
  occurredAt: string,
  ratePercent: number,
  publisher = 'A',
  certainty: Certainty = 'reported',
) => resolvedFact('TariffChanged', { position, occurredAt, data: data(ratePercent), publisher, certainty });

const bare = ({ validFrom, position, fromFact, runFrom, horizon, story, says, state }: Row): Row => ({
  validFrom,
  position,
  fromFact,
  runFrom,
  horizon,
  story,
  says,
  state,
});

/** Expects that the whole lists of abridged rows follow from the last rows of their dates. */
function expectWhole(rows: readonly Row[], whole: readonly Row[]): void {
  // The last fact of all that share a record may be named or not: its own version is also in the record.
  const shown = (disputed: readonly DisputedFact[], others: readonly DisputedFact[]) =>
    disputed.map(({ fact, own, ...rest }, n) =>
      fact === null || others[n]?.fact === null ? rest : { fact, own, ...rest },
    );
  let last: Row | undefined;
  for (const [n, row] of [...rows.entries()].reverse()) {
    if (last?.validFrom !== row.validFrom) last = row;
    if (!row.says.disputed.some(({ abridged }) => abridged)) continue;
    const [completed, expected] = [
      completeDisputed(row.says.disputed, last.says.disputed),
      whole[n]?.says.disputed ?? [],
    ];
    expect(shown(completed, expected)).toEqual(shown(expected, completed));
  }
}

/** Makes a change, and expects that it is made. */
function expectRevised(of: AnyView, window: HistoryWindow, change: SubjectChange): Revision {
  const result = revise(of, window, change);
  if (result.kind !== 'revised') throw new Error(`the change was not made: ${JSON.stringify(result)}`);
  return result;
}

/** Makes all changes, and compares with a fold of everything after each. */
function expectSame(events: readonly BusyDayEvent[], kind = EXTENDED): void {
  const { of } = kind;
  const window = emptyWindow();
  let knownFrom = 0;
  for (const { removed, added, all } of changesOf(events, kind)) {
    expectRevised(of, window, { knownFrom: (knownFrom += 1), removed, added });
    const { rows, records } = foldFacts(of, null, all);
    expect(JSON.stringify(window.rows.map(bare))).toBe(JSON.stringify(abridgeRows(rows).map(bare)));
    expectWhole(window.rows, rows);
    const current = [...window.records.values()].map(({ key, text }) => [key, text]).sort();
    expect(current).toEqual([...records.values()].map(({ key, disputes }) => [key, JSON.stringify(disputes)]).sort());
  }
}

interface Step {
  added: ResolvedFact[];
  /** The position of a fact that is removed, and its date if it is added again. */
  removes: number | null;
  newDate: string | null;
}

/** Makes all changes, and compares with a fold of everything after each, at every position of the log so far. */
function expectSameAfterEach(steps: readonly Step[]): void {
  const window = emptyWindow();
  const current = new Map<number, ResolvedFact>();
  const all: RowVersion[] = [];
  const allRecords: RecordVersion[] = [];
  steps.forEach(({ added, removes, newDate }, i) => {
    const knownFrom = i + 1;
    const gone = removes === null ? undefined : current.get(removes);
    const changed =
      gone && newDate
        ? resolvedFact('TariffChanged', { position: gone.position, occurredAt: newDate, data: gone.data })
        : undefined;
    if (gone) current.delete(gone.position);
    const allAdded = [...added, ...(changed ? [changed] : [])];
    for (const one of allAdded) current.set(one.position, one);
    const change = { knownFrom, removed: gone ? [gone] : [], added: allAdded };
    const revision = expectRevised(view, window, change);
    all.push(...revision.inserted);
    allRecords.push(...revision.records.inserted);

    const { rows, records } = foldFacts(view, null, [...current.values()]);
    const expected = abridgeRows(rows);
    expect(window.rows.map(bare)).toEqual(expected);
    expectWhole(window.rows, rows);
    const believed = all.filter(
      (row) => row.knownFrom <= knownFrom && (row.knownTo === null || row.knownTo > knownFrom),
    );
    expect(believed.map(bare).sort((a, b) => a.validFrom - b.validFrom || a.position - b.position)).toEqual(expected);
    const texts = [...records.values()].map(({ key, day, disputes }) => [key, day, JSON.stringify(disputes)]).sort();
    const textsOf = (versions: Iterable<RecordVersion>) =>
      [...versions].map(({ key, day, text }) => [key, day, text]).sort();
    expect(textsOf(window.records.values())).toEqual(texts);
    expect(textsOf(allRecords.filter((one) => one.knownTo === null))).toEqual(texts);
    // No row was closed that is equal to a current one.
    for (const row of revision.closed) expect(expected).not.toContainEqual(bare(row));
  });
}

/** A measure of how many random histories are compared. */
const CASES = process.env['DATELINE_TEST_LONG'] === 'true' ? 1000 : 40;

describe('revise', () => {
  it.prop([requests], { numRuns: 5 * CASES })(
    'gives the rows of a fold of everything, at every position of the log',
    (steps) => {
      expectSameAfterEach(steps);
    },
  );

  it.prop([busyMonth], { numRuns: 2 * CASES })(
    'does so with facts of which only the month is known',
    ([first, changes, added]) => {
      const later = changes.map((change, i) => ({ ...change, added: added.slice(i, i + 1) }));
      expectSameAfterEach([{ added: first, removes: null, newDate: null }, ...later]);
    },
  );

  it.prop([busyDay, fc.constantFrom(EXTENDED, EXTENDED, BROKEN, ANNOUNCED, PROGRESS)], { numRuns: CASES })(
    'does so on a busy day, where the analysis is extended',
    expectSame,
    60_000,
  );

  it('does so where a day, its month, its year and an instant of it each have many winners', () => {
    const dates = ['2025', '2025-03', '2025-03-07', '2025-03-07T08:00:00Z'] as const;
    const events = Array.from({ length: 150 }, (_, n) => ({
      publisher: n,
      value: n,
      occurredAt: dates[n % 4] ?? '2025',
      certainty: 'reported' as const,
      isVague: false,
      isAbout: false,
      isCorrection: false,
      gives: { value: true, date: false },
    }));
    expectSame(events, PROGRESS);
  });

  it.each<[string, (n: number) => Pick<BusyDayEvent, 'isAbout' | 'isCorrection'>]>([
    ['facts', () => ({ isAbout: false, isCorrection: false })],
    ['accounts of a fact', () => ({ isAbout: true, isCorrection: false })],
    ['accounts of a fact, and corrections of them', (n) => ({ isAbout: true, isCorrection: n % 2 === 0 })],
  ])('analyses nothing again where further %s join a dispute', (_, of) => {
    const events = Array.from({ length: 200 }, (__, n) => ({
      publisher: n,
      value: n,
      occurredAt: '2025-03-07' as const,
      certainty: 'reported' as const,
      isVague: false,
      gives: { value: true, date: false },
      ...of(n),
    }));
    const window = emptyWindow();
    const analyses = new Set<unknown>();
    let knownFrom = 0;
    for (const { removed, added } of changesOf(events)) {
      expectRevised(truces as unknown as AnyView, window, { knownFrom: (knownFrom += 1), removed, added });
      if (window.analysis) analyses.add(window.analysis.analysis);
    }
    expect(analyses.size).toBe(1);
    expect(window.rows).toHaveLength(1);
  });

  it('resumes from no row of a day on which a fact was overruled that has an account of a later date', () => {
    const own = evolve(
      null,
      stored(EventKind.fact, 'TariffChanged', { position: 3, occurredAt: '2025-03-07T08:00:00Z', data: data(30) }),
    );
    const account = { position: 4, publisher: 'C', data: { data: data(20), occurredAt: '2026' } };
    const about = { target: own.id, factId: own.id };
    const overruled = resolveFact(
      evolve(own, stored(EventKind.corroboration, 'EventCorroborated', account, about)),
    ) as ResolvedFact;
    const first = [
      at(1, '2025-03-04', 10),
      at(2, '2025-03-07', 20, 'B'),
      overruled,
      at(5, '2025-03-11', 10),
      at(6, '2025-03-25', 10),
    ];
    expectSameAfterEach([
      { added: first, removes: null, newDate: null },
      { added: [at(7, '2025-03-18', 10)], removes: null, newDate: null },
    ]);
  });

  it('folds an overruled fact together with its winner, which begins later on the same day', () => {
    const first = [
      at(1, '2025-03-13', 10),
      at(2, '2025-03-16', 20),
      at(3, '2025-03-20', 30),
      at(4, '2025-03-20T20:00:00Z', 10, 'B', 'confirmed'),
    ];
    expectSameAfterEach([
      { added: first, removes: null, newDate: null },
      { added: [at(5, '2025-03-11', 90)], removes: null, newDate: null },
    ]);
  });

  it('analyses again where a value that agrees with several others makes them steps', () => {
    const [morning, evening] = ['2025-03-07T08:00:00Z', '2025-03-07T20:00:00Z'] as const;
    const fact = (
      publisher: number,
      value: number,
      occurredAt: BusyDayEvent['occurredAt'],
      isVague = false,
    ): BusyDayEvent => {
      const gives = { value: true, date: false };
      return {
        publisher,
        value,
        occurredAt,
        isVague,
        certainty: 'reported',
        isAbout: false,
        isCorrection: false,
        gives,
      };
    };
    expectSame([
      fact(1, 1, '2025-03-07'),
      fact(1, 3, morning),
      fact(0, 2, morning),
      fact(0, 1, evening),
      fact(1, 0, evening, true),
    ]);
  });

  it('folds no state again whose fact and previous state are the same', () => {
    let folds = 0;
    const onTariff = handlerFor(view, 'TariffChanged');
    const fold = (...given: Parameters<AnyHandler['fold']>): unknown => {
      folds += 1;
      return onTariff?.fold(...given);
    };
    const counting = { ...view, on: { ...view.on, TariffChanged: { ...onTariff, fold } } } as unknown as AnyView;
    const days = Array.from({ length: 28 }, (_, n) =>
      at(n + 2, `2025-03-${String(n + 1).padStart(2, '0')}`, 10 + (n % 2)),
    );
    const window = emptyWindow();
    // Because of the fact of which only the month is known, each change concerns the whole month.
    expectRevised(counting, window, { knownFrom: 1, removed: [], added: [at(1, '2025-03', 10), ...days] });
    expect(folds).toBe(29);
    folds = 0;
    const change = { knownFrom: 2, removed: [], added: [at(40, '2025-03-15', 12)] };
    const { inserted } = expectRevised(counting, window, change);
    // The new fact, the fact of the day after, whose state has the previous rate, and one more, whose state is as
    // before.
    expect(inserted.map(({ position }) => position)).toEqual([40, 17]);
    expect(folds).toBe(3);
  });

  it('returns that its window lacks rows, and makes the change once they are there', () => {
    const facts = [
      at(1, '2025-03-01', 10),
      ...Array.from({ length: 12 }, (_, n) =>
        resolvedFact(ANNOUNCED.type, { position: n + 2, occurredAt: day(n), data: ANNOUNCED.data(n, false) }),
      ),
    ];
    const whole = emptyWindow();
    expectRevised(view, whole, { knownFrom: 1, removed: [], added: facts });
    const rows = whole.rows.slice(0, 6);
    const horizon = rows.at(-1)?.horizon ?? 0;
    const begun = facts.filter((fact) => fact.period.from < horizon);
    const window: HistoryWindow = { ...emptyWindow(), rows, facts: new FactsInOrder(begun), complete: false };
    // The rate of this fact is part of the states of all rows after it.
    const change = { knownFrom: 2, removed: [], added: [at(20, '2025-03-15', 12)] };
    expect(revise(view, window, change)).toEqual({ kind: 'missing', what: 'rows' });
    expect(window.rows).toEqual(whole.rows.slice(0, 6));

    window.rows.push(...whole.rows.slice(6));
    for (const fact of facts) window.facts.add(fact);
    window.complete = true;
    expectRevised(view, window, change);
    expect(window.rows.map(bare)).toEqual(foldFacts(view, null, [...facts, ...change.added]).rows.map(bare));
  });

  it('returns which earlier values its window lacks, and makes the change once they are there', () => {
    const first = at(1, '2025-03-01', 10);
    const base = foldFacts(view, null, [first]).rows[0] as Row;
    const window: HistoryWindow = { ...emptyWindow(), base };
    const dispute = [at(2, '2025-03-07', 20, 'A'), at(3, '2025-03-07', 30, 'B')];
    const change = { knownFrom: 2, removed: [], added: dispute };
    const result = revise(view, window, change);
    if (result.kind !== 'missing' || result.what === 'rows') throw new Error('no value is missing');
    expect(result.what.properties).toEqual(Object.keys(base.says.asserted ?? {}));
    expect(window.rows).toEqual([]);

    for (const property of result.what.properties) window.before.set(property, base.says.asserted?.[property]);
    expectRevised(view, window, change);
    expect(window.rows.map(bare)).toEqual(
      foldFacts(view, null, [first, ...dispute])
        .rows.slice(1)
        .map(bare),
    );
  });

  it('returns the error of a view whose own code fails, where rows are to be stored', () => {
    const error = new Error('a bug of the view');
    const onTariff = handlerFor(view, 'TariffChanged');
    const fold = (): never => {
      throw error;
    };
    const failing = { ...view, on: { ...view.on, TariffChanged: { ...onTariff, fold } } } as unknown as AnyView;
    const change = { knownFrom: 1, removed: [], added: [at(1, '2025-03-01', 10)] };
    expect(reviseForStorage(failing, emptyWindow(), change, 10)).toEqual({ kind: 'failed', error });
    expect(reviseForStorage(view, emptyWindow(), change, 10)).toMatchObject({ kind: 'revised' });
  });

  it('inserts one row, and folds nothing again, for a fact that comes after everything known', () => {
    const window = emptyWindow();
    const at = (position: number, occurredAt: string) =>
      resolvedFact('TariffChanged', {
        position,
        occurredAt,
        data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: position },
      });
    expectRevised(view, window, { knownFrom: 1, removed: [], added: [at(1, '2025-01-01')] });
    const change = { knownFrom: 2, removed: [], added: [at(2, '2025-01-02')] };
    const { inserted, closed } = expectRevised(view, window, change);
    expect([inserted.length, closed.length]).toEqual([1, 0]);
  });
});
