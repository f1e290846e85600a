import { describe, expect } from '@jest/globals';
import { fc, it } from '@fast-check/jest';
import type { AnyView } from '#views/define-view.js';
import { deals } from '#views/deals.js';
import { tariffs } from '#views/tariffs.js';
import { truces } from '#views/truces.js';
import { EventKind, type Certainty } from '#log/event.js';
import { stored, told } from '../testing/facts.js';
import { evolve, type FactState } from '../facts/fact-state.js';
import { resolveFact } from '../facts/resolve-fact.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { foldFacts } from '../fold/fold-facts.js';
import { handlerFor, type AnyHandler } from '../fold/assertions.js';
import type { Row } from '../fold/row.js';
import { revise } from './revise.js';
import type { RowVersion } from './row-version.js';
import type { RecordVersion } from './record-versions.js';
import { emptyWindow } from './history-window.js';

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

/** A fact with some corroborations, which give a date, a value or a certainty of their own or not. */
const fact = (position: number, dates: readonly string[] = DATES, accounts = 2) =>
  fc
    .record({
      occurredAt: fc.constantFrom(...dates),
      rate: rates,
      certainty: certainties,
      publisher: fc.constantFrom('A', 'B'),
      beside: fc.array(
        fc.record({
          publisher: fc.constantFrom('A', 'B', 'C'),
          occurredAt: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
          rate: fc.option(rates, { nil: undefined }),
          certainty: fc.option(certainties, { nil: undefined }),
        }),
        { maxLength: accounts },
      ),
    })
    .map(({ rate, beside, ...given }): ResolvedFact => {
      const own = evolve(null, stored(EventKind.fact, 'TariffChanged', { position, data: data(rate), ...given }));
      const form = beside.reduce((standing, { publisher, rate: other, ...says }, i) => {
        const says2 = { ...(other !== undefined && { data: data(other) }), ...says };
        const about = { target: own.id, factId: own.id };
        return evolve(
          standing,
          stored(
            EventKind.corroboration,
            'EventCorroborated',
            { position: position + (i + 1) / 10, publisher, data: says2 },
            about,
          ),
        );
      }, own);
      return resolveFact(form) as ResolvedFact;
    });

/** Requests of 1 to 3 facts; now and then one that came earlier leaves, or is told anew. */
const requests = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.option(fc.nat(20), { freq: 3 })), { minLength: 1, maxLength: 8 })
  .chain((sizes) => {
    let position = 0;
    const steps = sizes.map(([size, leaves]) => {
      const positions = Array.from({ length: size }, () => (position += 1));
      return fc.record({
        come: fc.tuple(...positions.map((position) => fact(position))),
        leaves: fc.constant(leaves),
        again: fc.option(fc.constantFrom(...DATES)),
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
  fc.array(fc.record({ leaves: fc.option(fc.nat(30)), again: fc.option(fc.constantFrom(...BUSY)) }), {
    minLength: 8,
    maxLength: 8,
  }),
  fc.tuple(...Array.from({ length: 8 }, (_, n) => fact(n + 25, BUSY, n % 4 === 3 ? 2 : 0))),
);

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

/** A type of which many come, and what it says by a value. */
interface Kind {
  of: AnyView;
  type: string;
  data: (value: number, isVague: boolean) => Record<string, unknown>;
}

/** They contradict each other; they add to a list; they say the same of one thing and differ in another; they agree. */
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

/** What comes to a busy day, one after the other: facts, accounts of them, and corrections of those. */
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

type Coming = (typeof busyDay extends fc.Arbitrary<infer T> ? T : never)[number];

/** The changes that they make to facts. @yields also all facts as they stand after each */
function* changesOf(
  coming: readonly Coming[],
  { type: factType, data: dataOf }: Kind = EXTENDED,
): Generator<{ leave: ResolvedFact[]; come: ResolvedFact[]; all: ResolvedFact[] }> {
  const forms: FactState[] = [];
  const toldOf = (form: FactState | undefined): ResolvedFact[] =>
    [form && resolveFact(form)].flatMap((one) => one ?? []);
  for (const [n, one] of coming.entries()) {
    const given = { position: n + 1, publisher: `P${one.publisher}` };
    const data = dataOf(one.value, one.isVague);
    const [first] = forms;
    if (!first || !one.isAbout) {
      forms.push(
        evolve(
          null,
          stored(EventKind.fact, factType, { ...given, occurredAt: one.occurredAt, certainty: one.certainty, data }),
        ),
      );
      yield { leave: [], come: toldOf(forms.at(-1)), all: forms.flatMap(toldOf) };
      continue;
    }
    const leave = toldOf(first);
    const target = (one.isCorrection && first.accounts.at(-1)?.id) || first.id;
    const [kind, type] = one.isCorrection
      ? [EventKind.correction, 'EventCorrected']
      : [EventKind.corroboration, 'EventCorroborated'];
    const says = {
      reason: 'so',
      ...(one.gives.value && { data }),
      ...(one.gives.date && { occurredAt: one.occurredAt }),
    };
    forms[0] = evolve(first, stored(kind, type, { ...given, data: says }, { target, factId: first.id }));
    yield { leave, come: toldOf(forms[0]), all: forms.flatMap(toldOf) };
  }
}

const at = (
  position: number,
  occurredAt: string,
  ratePercent: number,
  publisher = 'A',
  certainty: Certainty = 'reported',
) => told('TariffChanged', { position, occurredAt, data: data(ratePercent), publisher, certainty });

const bare = ({ validFrom, position, fromFact, horizon, story, says, state }: Row): Row => ({
  validFrom,
  position,
  fromFact,
  horizon,
  story,
  says,
  state,
});

/** Revises with all that comes, and folds everything anew beside it. */
function expectSame(coming: readonly Coming[], kind = EXTENDED): void {
  const { of } = kind;
  const tail = emptyWindow();
  let knownFrom = 0;
  for (const { leave, come, all } of changesOf(coming, kind)) {
    revise(of, tail, { knownFrom: (knownFrom += 1), leave, come });
    const { rows, records } = foldFacts(of, null, all);
    expect(JSON.stringify(tail.rows.map(bare))).toBe(JSON.stringify(rows.map(bare)));
    const kept = [...tail.records.values()].map(({ key, text }) => [key, text]).sort();
    expect(kept).toEqual([...records.values()].map(({ key, disputes }) => [key, JSON.stringify(disputes)]).sort());
  }
}

interface Step {
  come: ResolvedFact[];
  /** The position of one that leaves, and the date with which it comes again. */
  leaves: number | null;
  again: string | null;
}

/** Revises step by step, and folds everything anew beside it. */
function revised(steps: readonly Step[]): void {
  const tail = emptyWindow();
  const standing = new Map<number, ResolvedFact>();
  const all: RowVersion[] = [];
  const allRecords: RecordVersion[] = [];
  steps.forEach(({ come, leaves, again }, i) => {
    const knownFrom = i + 1;
    const gone = leaves === null ? undefined : standing.get(leaves);
    const retold =
      gone && again
        ? told('TariffChanged', { position: gone.position, occurredAt: again, data: gone.data })
        : undefined;
    if (gone) standing.delete(gone.position);
    for (const one of [...come, ...(retold ? [retold] : [])]) standing.set(one.position, one);
    const {
      begun,
      ended,
      records: changed,
    } = revise(view, tail, { knownFrom, leave: gone ? [gone] : [], come: [...come, ...(retold ? [retold] : [])] });
    all.push(...begun);
    allRecords.push(...changed.begun);

    const { rows: expected, records } = foldFacts(view, null, [...standing.values()]);
    expect(tail.rows.map(bare)).toEqual(expected);
    const believed = all.filter(
      (row) => row.knownFrom <= knownFrom && (row.knownTo === null || row.knownTo > knownFrom),
    );
    expect(believed.map(bare).sort((a, b) => a.validFrom - b.validFrom || a.position - b.position)).toEqual(expected);
    const texts = [...records.values()].map(({ key, day, disputes }) => [key, day, JSON.stringify(disputes)]).sort();
    const kept = (versions: Iterable<RecordVersion>) =>
      [...versions].map(({ key, day, text }) => [key, day, text]).sort();
    expect(kept(tail.records.values())).toEqual(texts);
    expect(kept(allRecords.filter((one) => one.knownTo === null))).toEqual(texts);
    // What still holds was left alone.
    for (const row of ended) expect(expected).not.toContainEqual(bare(row));
  });
}

describe('revise', () => {
  it.prop([requests], { numRuns: 1000 })(
    'leaves the rows that folding everything anew gives, at every point of the record',
    (steps) => {
      revised(steps);
    },
  );

  it.prop([busyMonth], { numRuns: 300 })(
    'does so under facts of which only the month is known',
    ([first, changes, come]) => {
      const later = changes.map((change, i) => ({ ...change, come: come.slice(i, i + 1) }));
      revised([{ come: first, leaves: null, again: null }, ...later]);
    },
  );

  it.prop([busyDay, fc.constantFrom(EXTENDED, EXTENDED, BROKEN, ANNOUNCED, PROGRESS)], { numRuns: 100 })(
    'does so on a busy day, by what is known of the others',
    expectSame,
    60_000,
  );

  it.each<[string, (n: number) => Pick<Coming, 'isAbout' | 'isCorrection'>]>([
    ['facts', () => ({ isAbout: false, isCorrection: false })],
    ['accounts of a fact', () => ({ isAbout: true, isCorrection: false })],
    ['accounts of a fact, and corrections of them', (n) => ({ isAbout: true, isCorrection: n % 2 === 0 })],
  ])('finds out nothing again where further %s join what is in dispute', (_, of) => {
    const coming = Array.from({ length: 200 }, (__, n) => ({
      publisher: n,
      value: n,
      occurredAt: '2025-03-07' as const,
      certainty: 'reported' as const,
      isVague: false,
      gives: { value: true, date: false },
      ...of(n),
    }));
    const tail = emptyWindow();
    const analyses = new Set<unknown>();
    let knownFrom = 0;
    for (const { leave, come } of changesOf(coming)) {
      revise(truces as unknown as AnyView, tail, { knownFrom: (knownFrom += 1), leave, come });
      if (tail.kept) analyses.add(tail.kept.analysis);
    }
    expect(analyses.size).toBe(1);
    expect(tail.rows).toHaveLength(1);
  });

  it('goes on from no row of a day on which a fact was left out that has another account of later', () => {
    const own = evolve(
      null,
      stored(EventKind.fact, 'TariffChanged', { position: 3, occurredAt: '2025-03-07T08:00:00Z', data: data(30) }),
    );
    const beside = { position: 4, publisher: 'C', data: { data: data(20), occurredAt: '2026' } };
    const about = { target: own.id, factId: own.id };
    const leftOut = resolveFact(
      evolve(own, stored(EventKind.corroboration, 'EventCorroborated', beside, about)),
    ) as ResolvedFact;
    const first = [
      at(1, '2025-03-04', 10),
      at(2, '2025-03-07', 20, 'B'),
      leftOut,
      at(5, '2025-03-11', 10),
      at(6, '2025-03-25', 10),
    ];
    revised([
      { come: first, leaves: null, again: null },
      { come: [at(7, '2025-03-18', 10)], leaves: null, again: null },
    ]);
  });

  it('folds a fact that was left out together with the one of its day that it was left out for, which comes later', () => {
    const first = [
      at(1, '2025-03-13', 10),
      at(2, '2025-03-16', 20),
      at(3, '2025-03-20', 30),
      at(4, '2025-03-20T20:00:00Z', 10, 'B', 'confirmed'),
    ];
    revised([
      { come: first, leaves: null, again: null },
      { come: [at(5, '2025-03-11', 90)], leaves: null, again: null },
    ]);
  });

  it('looks back where a value that agrees with several makes steps of them', () => {
    const [morning, evening] = ['2025-03-07T08:00:00Z', '2025-03-07T20:00:00Z'] as const;
    const fact = (publisher: number, value: number, occurredAt: Coming['occurredAt'], isVague = false): Coming => {
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

  it('folds no state again that was made of the same fact and the same state before', () => {
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
    const tail = emptyWindow();
    // Under one of which only the month is known all of it is looked at with each change.
    revise(counting, tail, { knownFrom: 1, leave: [], come: [at(1, '2025-03', 10), ...days] });
    expect(folds).toBe(29);
    folds = 0;
    const { begun } = revise(counting, tail, { knownFrom: 2, leave: [], come: [at(40, '2025-03-15', 12)] });
    // Its own, that of the day after, which tells from which rate it went on, and the one by which all is again as it
    // was.
    expect(begun.map(({ position }) => position)).toEqual([40, 17]);
    expect(folds).toBe(3);
  });

  it('inserts one row, and folds nothing again, for a fact that comes after everything known', () => {
    const tail = emptyWindow();
    const at = (position: number, occurredAt: string) =>
      told('TariffChanged', {
        position,
        occurredAt,
        data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: position },
      });
    revise(view, tail, { knownFrom: 1, leave: [], come: [at(1, '2025-01-01')] });
    const { begun, ended } = revise(view, tail, { knownFrom: 2, leave: [], come: [at(2, '2025-01-02')] });
    expect([begun.length, ended.length]).toEqual([1, 0]);
  });
});
