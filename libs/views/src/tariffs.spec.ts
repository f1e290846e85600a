import { describe, expect, it } from '@jest/globals';
import { tariffs } from './tariffs.js';
import type { Tariff } from './tariffs/tariff.js';
import { atDate, fact, fold, idOf, recorded, specOf } from './testing/given.js';

const { given } = specOf(tariffs);

const on = { imposedBy: 'USA', appliesTo: 'CHN' } as const;
const changed = (occurredAt: string, data: object) => fact('TariffChanged', occurredAt, { ...on, ...data });
const suspended = (occurredAt: string, data: object = {}) => fact('TariffSuspended', occurredAt, { ...on, ...data });
const lifted = (occurredAt: string, data: object = {}) => fact('TariffLifted', occurredAt, { ...on, ...data });
const announced = (occurredAt: string, data: object) => fact('TariffAnnounced', occurredAt, { ...on, ...data });
const threatened = (occurredAt: string, data: object) => fact('TariffThreatened', occurredAt, { ...on, ...data });

/** A rate to which no fact gave products or an order. */
const rateOf = (rate: Omit<Tariff['rates'][number], 'products' | 'legalReference'>): Tariff['rates'][number] => ({
  ...rate,
  products: null,
  legalReference: null,
});

describe('the rate in force', () => {
  it('is the one reported last, exact by default', () => {
    given([changed('2025-04-11', { ratePercent: 145 })]).then({
      ...on,
      measure: 'all',
      ratePercent: 145,
      comparator: 'eq',
      basis: null,
      previousRatePercent: null,
      products: null,
      legalReference: null,
      rates: [
        rateOf({ basis: null, ratePercent: 145, comparator: 'eq', previousRatePercent: null, since: '2025-04-11' }),
      ],
      status: 'in_force',
      until: null,
      plans: [],
      pending: [],
    });
  });

  it('keeps its comparator: up to 125 is not 125', () => {
    given([changed('2025', { ratePercent: 125, comparator: 'up_to' })]).thenIn({
      ratePercent: 125,
      comparator: 'up_to',
    });
  });

  it('is not known once it was reduced by an unknown amount', () => {
    given([changed('2025-04-11', { ratePercent: 145 }), changed('2025-05', { direction: 'reduced' })]).thenIn({
      ratePercent: null,
      comparator: null,
      previousRatePercent: 145,
      status: 'in_force',
    });
  });

  it('takes the previous rate from the fact rather than from the state', () => {
    given([
      changed('2025-04-11', { ratePercent: 145 }),
      changed('2025-05', { direction: 'reduced', previousRatePercent: 135 }),
    ]).thenIn({
      previousRatePercent: 135,
    });
  });

  it('remembers the last known rate of a basis across a change to an unknown one, and across other bases', () => {
    given([
      changed('2025-04', { ratePercent: 20, basis: 'additional' }),
      changed('2025-05', { direction: 'raised', basis: 'additional' }),
      changed('2025-06', { ratePercent: 57, basis: 'all_in' }),
      changed('2025-07', { ratePercent: 30, basis: 'additional' }),
    ]).thenIn({ ratePercent: 30, basis: 'additional', previousRatePercent: 20 });
  });

  it('is listed with the rates of other bases, the latest last', () => {
    given([
      changed('2025-03-04', { ratePercent: 20, basis: 'additional' }),
      changed('2025-05-14', { ratePercent: 55, basis: 'cumulative' }),
      changed('2025-05-15', { ratePercent: 30, basis: 'additional' }),
      changed('2025-05-16', { ratePercent: 57 }),
    ]).thenIn({
      ratePercent: 57,
      basis: null,
      previousRatePercent: null,
      rates: [
        rateOf({
          basis: 'cumulative',
          ratePercent: 55,
          comparator: 'eq',
          previousRatePercent: null,
          since: '2025-05-14',
        }),
        rateOf({
          basis: 'additional',
          ratePercent: 30,
          comparator: 'eq',
          previousRatePercent: 20,
          since: '2025-05-15',
        }),
        rateOf({ basis: null, ratePercent: 57, comparator: 'eq', previousRatePercent: null, since: '2025-05-16' }),
      ],
    });
  });

  it('has both parties and the measure as its subject', () => {
    given([
      changed('2025-04-11', { ratePercent: 145 }),
      changed('2025-06-04', { ratePercent: 50, measure: 'steel' }),
    ]).thenSubjects(['USA>CHN:all', 'USA>CHN:steel']);
  });
});

describe('a rate that is repeated', () => {
  const first = changed('2025-05-14', { ratePercent: 30, previousRatePercent: 145 });

  it('keeps the date and the previous rate of its run', () => {
    given([first, changed('2025-06-01', { ratePercent: 30 }), changed('2025-07-01', { ratePercent: 30 })]).thenIn({
      ratePercent: 30,
      previousRatePercent: 145,
      rates: [
        rateOf({ basis: null, ratePercent: 30, comparator: 'eq', previousRatePercent: 145, since: '2025-05-14' }),
      ],
    });
  });

  it('begins another run with another comparator, and after an interruption', () => {
    const other = changed('2025-06-01', { ratePercent: 30, comparator: 'up_to' });
    given([first, other]).thenIn({
      previousRatePercent: 145,
      rates: [
        rateOf({ basis: null, ratePercent: 30, comparator: 'up_to', previousRatePercent: 145, since: '2025-06-01' }),
      ],
    });
    for (const interruption of [lifted('2025-06-01'), suspended('2025-06-01')]) {
      given([first, interruption, changed('2025-07-01', { ratePercent: 30 })]).thenIn({
        ratePercent: 30,
        previousRatePercent: 145,
        rates: [
          rateOf({ basis: null, ratePercent: 30, comparator: 'eq', previousRatePercent: 145, since: '2025-07-01' }),
        ],
      });
    }
  });

  it('is never its own previous rate, also where it was not known in between', () => {
    const unknown = changed('2025-06-01', { direction: 'raised' });
    given([first, unknown]).thenIn({ ratePercent: null, previousRatePercent: 30 });
    given([first, unknown, changed('2025-07-01', { ratePercent: 30 })]).thenIn({
      ratePercent: 30,
      previousRatePercent: null,
    });
  });
});

describe('the goods and the order of a rate', () => {
  it('stand until a fact of its basis gives others', () => {
    const steel = { measure: 'steel', basis: 'additional' } as const;
    const reference = 'Proclamation 10896';
    given([
      changed('2025-03-12', { ...steel, ratePercent: 25, products: ['7206', '7207'], legalReference: reference }),
      changed('2025-06-04', { ...steel, ratePercent: 50 }),
      changed('2025-06-05', { measure: 'steel', ratePercent: 55, basis: 'cumulative' }),
    ]).thenIn({
      products: null,
      legalReference: null,
      rates: [
        {
          basis: 'additional',
          ratePercent: 50,
          comparator: 'eq',
          previousRatePercent: 25,
          since: '2025-06-04',
          products: ['7206', '7207'],
          legalReference: reference,
        },
        rateOf({
          basis: 'cumulative',
          ratePercent: 55,
          comparator: 'eq',
          previousRatePercent: null,
          since: '2025-06-05',
        }),
      ],
    });
  });
});

describe('a suspension', () => {
  it('keeps the rate, which applies again afterwards', () => {
    given([changed('2025-04-11', { ratePercent: 34 }), suspended('2025-05-14', { until: '2025-08-12' })]).thenIn({
      ratePercent: 34,
      status: 'suspended',
      until: '2025-08-12',
    });
  });

  it('can be the first fact about a tariff', () => {
    given([suspended('2025-05-14')]).thenIn({ ratePercent: null, status: 'suspended', until: null, rates: [] });
  });

  it('holds through its last day, and then the status is unknown', () => {
    const suspension = given([suspended('2025-05-14', { until: '2025-08-12' })]);
    suspension.when('2025-08-12').thenIn({ status: 'suspended', until: '2025-08-12' });
    suspension.when('2025-08-13').thenIn({ status: 'unknown', until: '2025-08-12' });
  });

  it('until a month holds through that month, until an instant up to that instant', () => {
    given([suspended('2025-05-14', { until: '2025-08' })])
      .when('2025-08-31T23:59:59.999999Z')
      .thenIn({ status: 'suspended' });
    given([suspended('2025-05-14', { until: '2025-08' })])
      .when('2025-09-01T00:00:00Z')
      .thenIn({ status: 'unknown' });
    const untilNoon = given([suspended('2025-05-14', { until: '2025-08-12T12:00:00Z' })]);
    untilNoon.when('2025-08-12T11:59:59.999999Z').thenIn({ status: 'suspended' });
    untilNoon.when('2025-08-12T12:00:00Z').thenIn({ status: 'unknown' });
  });

  it('without an end never runs out', () => {
    given([suspended('2025-05-14')])
      .when('2035')
      .thenIn({ status: 'suspended' });
  });

  it('is over with the next change', () => {
    given([suspended('2025-05-14', { until: '2025-08-12' }), changed('2025-06', { ratePercent: 10 })])
      .when('2026')
      .thenIn({ status: 'in_force', until: null });
  });
});

describe('a lift', () => {
  it('leaves no rate in force, not even 0, and keeps the previous one', () => {
    given([
      changed('2025-04-11', { ratePercent: 34, comparator: 'about', basis: 'additional' }),
      lifted('2025-11-10'),
    ]).thenIn({
      ratePercent: null,
      comparator: null,
      previousRatePercent: 34,
      rates: [
        rateOf({
          basis: 'additional',
          ratePercent: 34,
          comparator: 'about',
          previousRatePercent: null,
          since: '2025-04-11',
        }),
      ],
      status: 'lifted',
      until: null,
    });
  });

  it('leaves the last known rate as the previous one of the next', () => {
    given([
      changed('2025-04-11', { ratePercent: 34 }),
      lifted('2025-11-10'),
      changed('2026-01', { ratePercent: 20 }),
    ]).thenIn({
      ratePercent: 20,
      previousRatePercent: 34,
      status: 'in_force',
    });
  });

  it('for a limited time leaves the status unknown afterwards', () => {
    const exempted = given([lifted('2025-11-10', { until: '2026-11-10' })]);
    exempted.when('2026-11-10').thenIn({ status: 'lifted' });
    exempted.when('2026-11-11').thenIn({ status: 'unknown' });
    exempted.thenDeadlines([{ kind: 'expires', date: '2026-11-10', what: 'lift ends', plan: null }]);
  });
});

describe('what is announced or threatened', () => {
  const of100 = {
    kind: 'announced',
    ratePercent: 100,
    effectiveFrom: '2025-11-01',
    condition: null,
    due: false,
    event: idOf(1),
  } as const;

  it('changes nothing that is in force', () => {
    given([announced('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01' })]).thenIn({
      ratePercent: null,
      status: 'unknown',
      rates: [],
      pending: [of100],
    });
  });

  it('is due from the day after its date, and still only announced', () => {
    const coming = given([announced('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01' })]);
    coming.when('2025-11-01').thenIn({ pending: [of100] });
    coming.when('2025-11-02').thenIn({ status: 'unknown', ratePercent: null, pending: [{ ...of100, due: true }] });
  });

  it('is fulfilled by a change to its rate', () => {
    given([
      announced('2025-10-10', { ratePercent: 100 }),
      threatened('2025-10-11', { ratePercent: 155 }),
      changed('2025-11-01', { ratePercent: 100 }),
    ]).thenIn({
      pending: [
        { kind: 'threatened', ratePercent: 155, effectiveFrom: null, condition: null, due: false, event: idOf(2) },
      ],
    });
  });

  it('without a rate is fulfilled by any change', () => {
    given([
      threatened('2025-10-10', { condition: 'unless the controls go' }),
      changed('2025-11-01', { direction: 'raised' }),
    ]).thenIn({
      pending: [],
    });
  });

  it('with a rate stays pending if the new rate is another or is not stated', () => {
    const waiting = { pending: [{ ...of100, effectiveFrom: null }] };
    given([announced('2025-10-10', { ratePercent: 100 }), changed('2025-11-01', { direction: 'raised' })]).thenIn(
      waiting,
    );
    given([announced('2025-10-10', { ratePercent: 100 }), changed('2025-11-01', { ratePercent: 47 })]).thenIn(waiting);
    given([announced('2025-10-10', { ratePercent: 100 }), lifted('2025-11-01')]).thenIn(waiting);
  });

  it('is a deadline, with what came of it', () => {
    const coming = given([
      changed('2025-04-11', { ratePercent: 34 }),
      suspended('2025-05-14', { until: '2025-11-10' }),
      announced('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01' }),
      threatened('2025-10-10', { ratePercent: 155, effectiveFrom: '2025-12' }),
      threatened('2025-10-12', { ratePercent: 200 }),
    ]);
    const open = (n: number) => ({ event: idOf(n), fate: 'open', settledBy: null }) as const;
    const ends = { kind: 'expires', date: '2025-11-10', what: 'suspension ends', plan: null } as const;
    const takesEffect = { kind: 'due', date: '2025-11-01', what: 'announced rate takes effect' } as const;
    const mayTakeEffect = { kind: 'due', date: '2025-12', what: 'threatened rate takes effect' } as const;
    coming.thenDeadlines([ends, { ...takesEffect, plan: open(3) }, { ...mayTakeEffect, plan: open(4) }]);
    const announcement = announced('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01' });
    given([announcement, changed('2025-11-01', { ratePercent: 100 })]).thenDeadlines([
      { ...takesEffect, plan: { event: idOf(1), fate: 'fulfilled', settledBy: idOf(2) } },
    ]);
  });

  it('changes next at the first of its dates that is still to pass', () => {
    const facts = [
      suspended('2025-05-14', { until: '2025-11-10' }),
      announced('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01' }),
    ];
    const state = fold(tariffs, recorded(facts));
    expect(atDate(tariffs, state, '2025-10-26').next).toBe(Date.UTC(2025, 10, 2) * 1000);
    expect(atDate(tariffs, state, '2025-11-05').next).toBe(Date.UTC(2025, 10, 11) * 1000);
    expect(atDate(tariffs, state, '2025-11-11').next).toBeNull();
  });
});

describe('what sources can differ on', () => {
  it('is the rate of one basis, its comparator included, and whether it is in force', () => {
    given([
      changed('2025-04-11', { ratePercent: 125, comparator: 'up_to' }),
      changed('2025-04-11', { ratePercent: 30, basis: 'additional' }),
      changed('2025-05', { direction: 'reduced' }),
    ]).thenSays(
      { 'rate:unstated': { ratePercent: 125, comparator: 'up_to' }, status: 'in_force', until: null },
      { 'rate:additional': { ratePercent: 30, comparator: 'eq' }, status: 'in_force', until: null },
      { 'rate:unstated': null, status: 'in_force', until: null },
    );
  });

  it('is until when it is suspended or lifted, and nothing of a pending rate', () => {
    given([
      suspended('2025-05-14', { until: '2025-08-12' }),
      lifted('2025-06'),
      announced('2025-10-10', { ratePercent: 100 }),
      threatened('2025-10-10', { ratePercent: 100 }),
    ]).thenSays({ status: 'suspended', until: '2025-08-12' }, { status: 'lifted', until: null }, {}, {});
  });
});

it('is found by both parties', () => {
  given([changed('2025-04-11', { ratePercent: 145 })]).thenParties(['USA', 'CHN']);
});
