import { describe, expect, it } from '@jest/globals';
import { tariffs } from '../tariffs.js';
import type { Pending, TariffPlan } from '../tariffs/tariff.js';
import { fact, idOf, specOf, type FactDraft } from '../testing/given.js';

const { given } = specOf(tariffs);

const on = { imposedBy: 'USA', appliesTo: 'CHN' } as const;
const changed = (occurredAt: string, data: object) => fact('TariffChanged', occurredAt, { ...on, ...data });
const announced = (occurredAt: string, data: object) => fact('TariffAnnounced', occurredAt, { ...on, ...data });
const threatened = (occurredAt: string, data: object = {}) => fact('TariffThreatened', occurredAt, { ...on, ...data });
const withdrawn = (occurredAt: string, data: object = {}) =>
  fact('TariffPlanWithdrawn', occurredAt, { ...on, ...data });

/** The fates of the plans, each with the fact that settled it, by its number. */
type Settled = [fate: TariffPlan['fate'], by?: number];
const fates = (...expected: Settled[]) =>
  expected.map(
    ([fate, by]) => expect.objectContaining({ fate, settledBy: by === undefined ? null : idOf(by) }) as never,
  );
const thenFates = (facts: readonly FactDraft[], ...expected: Settled[]) =>
  given(facts).thenIn({ plans: fates(...expected) });

const of100 = threatened('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01', condition: 'no deal' });

describe('a plan of a tariff', () => {
  it('is what was threatened or announced, open until its date has passed and then due', () => {
    const plan = { kind: 'threatened', ratePercent: 100, date: '2025-11-01', condition: 'no deal' } as const;
    const given100 = given([of100]);
    given100.thenIn({ plans: [{ ...plan, fate: 'open', event: idOf(1), settledBy: null }] });
    given100.when('2025-11-01').thenIn({ plans: fates(['open']) });
    given100.when('2025-11-02').thenIn({ plans: [{ ...plan, fate: 'due', event: idOf(1), settledBy: null }] });
  });

  it('is pending while it is open or due', () => {
    const facts = [of100, announced('2025-10-11', { ratePercent: 50 })];
    const of50 = { kind: 'announced', ratePercent: 50, effectiveFrom: null, condition: null, due: false } as const;
    const pending: Pending[] = [
      {
        kind: 'threatened',
        ratePercent: 100,
        effectiveFrom: '2025-11-01',
        condition: 'no deal',
        due: true,
        event: idOf(1),
      },
      { ...of50, event: idOf(2) },
    ];
    given(facts).when('2025-12').thenIn({ pending });
    given([...facts, withdrawn('2025-11-03', { ratePercent: 100 })])
      .when('2025-12')
      .thenIn({ pending: pending.slice(1), plans: fates(['withdrawn', 3], ['open']) });
  });

  it('moves nothing that the tariff leads with', () => {
    given([changed('2025-05-14', { ratePercent: 30 }), of100, withdrawn('2025-10-26')]).thenIn({
      ratePercent: 30,
      status: 'in_force',
    });
    given([withdrawn('2025-10-26')]).thenIn({ ratePercent: null, status: 'unknown', plans: [], pending: [] });
  });
});

describe('a plan is fulfilled', () => {
  it('by a later change to its rate, whatever its date', () => {
    thenFates([of100, changed('2025-10-20', { ratePercent: 100 })], ['fulfilled', 2]);
    thenFates([of100, changed('2025-12-01', { ratePercent: 100, comparator: 'up_to' })], ['fulfilled', 2]);
  });

  it('by any later change if it has no rate', () => {
    thenFates([threatened('2025-10-10'), changed('2025-10-20', { direction: 'raised' })], ['fulfilled', 2]);
    thenFates([threatened('2025-10-10'), changed('2025-10-20', { ratePercent: 47 })], ['fulfilled', 2]);
  });

  it('by no earlier change, and not again by another', () => {
    thenFates([changed('2025-10-01', { ratePercent: 100 }), of100], ['open']);
    thenFates(
      [of100, changed('2025-11-01', { ratePercent: 100 }), changed('2025-12', { ratePercent: 100 })],
      ['fulfilled', 2],
    );
  });
});

describe('a plan is superseded', () => {
  it('by a later plan for the same date, of whatever kind and rate', () => {
    thenFates(
      [of100, announced('2025-10-20', { ratePercent: 155, effectiveFrom: '2025-11-01' })],
      ['superseded', 2],
      ['open'],
    );
    thenFates([of100, threatened('2025-10-20', { effectiveFrom: '2025-11-01' })], ['superseded', 2], ['open']);
    thenFates(
      [
        threatened('2025-10-10', { effectiveFrom: '2025-11-01T00:00:00Z' }),
        threatened('2025-10-11', { effectiveFrom: '2025-11-01T01:00:00+01:00' }),
      ],
      ['superseded', 2],
      ['open'],
    );
  });

  it('by no plan for another date, a date around it, or none', () => {
    for (const effectiveFrom of ['2025-11-02', '2025-11', '2025', undefined])
      thenFates([of100, announced('2025-10-20', { ratePercent: 155, effectiveFrom })], ['open'], ['open']);
    thenFates([threatened('2025-10-10', { ratePercent: 100 }), of100], ['open'], ['open']);
    thenFates(
      [threatened('2025-10-10', { ratePercent: 100 }), threatened('2025-10-11', { ratePercent: 50 })],
      ['open'],
      ['open'],
    );
  });

  it('by a change to another known rate on its date or later', () => {
    for (const date of ['2025-11-01', '2025-11-20', '2026'])
      thenFates([of100, changed(date, { ratePercent: 47 })], ['superseded', 2]);
    thenFates(
      [
        threatened('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11' }),
        changed('2025-11-01', { ratePercent: 47 }),
      ],
      ['superseded', 2],
    );
  });

  it('by no change before its date, none to an unknown rate, and none if it has no date', () => {
    thenFates([of100, changed('2025-10-31', { ratePercent: 47 })], ['open']);
    thenFates([of100, changed('2025-11', { direction: 'raised' })], ['open']);
    thenFates([threatened('2025-10-10', { ratePercent: 100 }), changed('2026', { ratePercent: 47 })], ['open']);
    thenFates([of100, fact('TariffLifted', '2025-11-10', on), fact('TariffSuspended', '2025-11-11', on)], ['open']);
  });
});

describe('a plan is withdrawn', () => {
  const of50 = announced('2025-10-11', { ratePercent: 50, effectiveFrom: '2025-12' });
  const withoutRate = threatened('2025-10-12', { effectiveFrom: '2025-12-10' });
  const withoutDate = threatened('2025-10-13', { ratePercent: 100 });
  const plans = [of100, of50, withoutRate, withoutDate];
  const thenWithdrawn = (data: object, ...which: boolean[]) =>
    thenFates(
      [...plans, withdrawn('2025-10-26', data)],
      ...which.map((isWithdrawn): Settled => (isWithdrawn ? ['withdrawn', 5] : ['open'])),
    );

  it('with all others, if neither a rate nor a date is named', () => {
    thenWithdrawn({}, true, true, true, true);
  });

  it('by its rate', () => {
    thenWithdrawn({ ratePercent: 100 }, true, false, false, true);
    thenWithdrawn({ ratePercent: 75 }, false, false, false, false);
  });

  it('by its date, or one in it or around it', () => {
    thenWithdrawn({ effectiveFrom: '2025-11-01' }, true, false, false, false);
    thenWithdrawn({ effectiveFrom: '2025-12' }, false, true, true, false);
    thenWithdrawn({ effectiveFrom: '2025-12-10' }, false, true, true, false);
    thenWithdrawn({ effectiveFrom: '2025-12-11' }, false, true, false, false);
    thenWithdrawn({ effectiveFrom: '2025' }, true, true, true, false);
    thenFates(
      [
        threatened('2025-10-10', { effectiveFrom: '2025-11-01T00:30:00+01:00' }),
        withdrawn('2025-10-26', { effectiveFrom: '2025-11-01' }),
      ],
      ['withdrawn', 2],
    );
  });

  it('by both, if it has both', () => {
    thenWithdrawn({ ratePercent: 100, effectiveFrom: '2025' }, true, false, false, false);
    thenWithdrawn({ ratePercent: 50, effectiveFrom: '2025-11-01' }, false, false, false, false);
  });

  it('also once it is due, and not once it is settled', () => {
    const facts = [of100, withdrawn('2025-11-20'), changed('2025-12-01', { ratePercent: 100 })];
    thenFates(facts, ['withdrawn', 2]);
    given(facts)
      .when('2026')
      .thenIn({ plans: fates(['withdrawn', 2]), pending: [] });
    thenFates([of100, changed('2025-11-01', { ratePercent: 100 }), withdrawn('2025-11-20')], ['fulfilled', 2]);
    thenFates([withdrawn('2025-10-09'), of100], ['open']);
  });
});

it('leaves the plans beyond the latest 50 as they are', () => {
  const facts = Array.from({ length: 60 }, () => threatened('2025-10-10', { ratePercent: 100 }));
  given([...facts, withdrawn('2025-10-26')]).thenIn({
    plans: Array.from(
      { length: 50 },
      (_, i) => expect.objectContaining({ event: idOf(i + 11), fate: 'withdrawn' }) as never,
    ),
    pending: [],
  });
});
