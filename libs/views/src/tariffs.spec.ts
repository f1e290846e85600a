import { describe, expect, it } from '@jest/globals';
import { atDate, fact, fold, idOf, recorded, specOf } from '../spec/given.js';
import { tariffs } from './tariffs.js';

const { given } = specOf(tariffs);

const on = { imposedBy: 'USA', appliesTo: 'CHN' } as const;
const changed = (occurredAt: string, data: object) => fact('TariffChanged', occurredAt, { ...on, ...data });
const suspended = (occurredAt: string, data: object = {}) => fact('TariffSuspended', occurredAt, { ...on, ...data });
const lifted = (occurredAt: string, data: object = {}) => fact('TariffLifted', occurredAt, { ...on, ...data });
const announced = (occurredAt: string, data: object) => fact('TariffAnnounced', occurredAt, { ...on, ...data });
const threatened = (occurredAt: string, data: object) => fact('TariffThreatened', occurredAt, { ...on, ...data });

describe('the rate that holds', () => {
  it('is the one last told, exact where nothing else is said', () => {
    given([changed('2025-04-11', { ratePercent: 145 })]).then({
      ...on,
      measure: 'all',
      ratePercent: 145,
      comparator: 'eq',
      basis: null,
      previousRatePercent: null,
      rates: [{ basis: null, ratePercent: 145, comparator: 'eq', previousRatePercent: null, since: '2025-04-11' }],
      status: 'in_force',
      until: null,
      pending: [],
    });
  });

  it('keeps how the source means it: up to 125 is not 125', () => {
    given([changed('2025', { ratePercent: 125, comparator: 'up_to' })]).thenIn({
      ratePercent: 125,
      comparator: 'up_to',
    });
  });

  it('is not known once it was reduced to nobody says what', () => {
    given([changed('2025-04-11', { ratePercent: 145 }), changed('2025-05', { direction: 'reduced' })]).thenIn({
      ratePercent: null,
      comparator: null,
      previousRatePercent: 145,
      status: 'in_force',
    });
  });

  it('takes the previous rate from the fact before it takes it from what it knows', () => {
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

  it('stands side by side with the rates of other bases, the latest last', () => {
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
        { basis: 'cumulative', ratePercent: 55, comparator: 'eq', previousRatePercent: null, since: '2025-05-14' },
        { basis: 'additional', ratePercent: 30, comparator: 'eq', previousRatePercent: 20, since: '2025-05-15' },
        { basis: null, ratePercent: 57, comparator: 'eq', previousRatePercent: null, since: '2025-05-16' },
      ],
    });
  });

  it('is told of the party, the other and the measure together', () => {
    given([
      changed('2025-04-11', { ratePercent: 145 }),
      changed('2025-06-04', { ratePercent: 50, measure: 'steel' }),
    ]).thenSubjects(['USA>CHN:all', 'USA>CHN:steel']);
  });
});

describe('a suspension', () => {
  it('keeps the rate, which is the one to come back', () => {
    given([changed('2025-04-11', { ratePercent: 34 }), suspended('2025-05-14', { until: '2025-08-12' })]).thenIn({
      ratePercent: 34,
      status: 'suspended',
      until: '2025-08-12',
    });
  });

  it('can be the first thing heard of a tariff', () => {
    given([suspended('2025-05-14')]).thenIn({ ratePercent: null, status: 'suspended', until: null, rates: [] });
  });

  it('holds through its last day, and then nobody knows', () => {
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
  it('leaves no rate in force, not even 0, and keeps what stood before', () => {
    given([
      changed('2025-04-11', { ratePercent: 34, comparator: 'about', basis: 'additional' }),
      lifted('2025-11-10'),
    ]).thenIn({
      ratePercent: null,
      comparator: null,
      previousRatePercent: 34,
      rates: [
        { basis: 'additional', ratePercent: 34, comparator: 'about', previousRatePercent: null, since: '2025-04-11' },
      ],
      status: 'lifted',
      until: null,
    });
  });

  it('is followed by a rate that has the last known one before it', () => {
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

  it('for a time is unknown after it', () => {
    const exempted = given([lifted('2025-11-10', { until: '2026-11-10' })]);
    exempted.when('2026-11-10').thenIn({ status: 'lifted' });
    exempted.when('2026-11-11').thenIn({ status: 'unknown' });
    exempted.thenDeadlines([{ kind: 'expires', date: '2026-11-10', what: 'lift ends' }]);
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

  it('moves nothing that holds', () => {
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

  it('with a rate waits on while the new rate is another, or is not told', () => {
    const waiting = { pending: [{ ...of100, effectiveFrom: null }] };
    given([announced('2025-10-10', { ratePercent: 100 }), changed('2025-11-01', { direction: 'raised' })]).thenIn(
      waiting,
    );
    given([announced('2025-10-10', { ratePercent: 100 }), changed('2025-11-01', { ratePercent: 47 })]).thenIn(waiting);
    given([announced('2025-10-10', { ratePercent: 100 }), lifted('2025-11-01')]).thenIn(waiting);
  });

  it('is a deadline until it is due', () => {
    const coming = given([
      changed('2025-04-11', { ratePercent: 34 }),
      suspended('2025-05-14', { until: '2025-11-10' }),
      announced('2025-10-10', { ratePercent: 100, effectiveFrom: '2025-11-01' }),
      threatened('2025-10-10', { ratePercent: 155, effectiveFrom: '2025-12' }),
      threatened('2025-10-12', { ratePercent: 200 }),
    ]);
    const ends = { kind: 'expires', date: '2025-11-10', what: 'suspension ends' } as const;
    const takesEffect = { kind: 'due', date: '2025-11-01', what: 'announced rate takes effect' } as const;
    const mayTakeEffect = { kind: 'due', date: '2025-12', what: 'threatened rate takes effect' } as const;
    coming.thenDeadlines([ends, takesEffect, mayTakeEffect]);
    coming.when('2025-11-01').thenDeadlines([ends, takesEffect, mayTakeEffect]);
    coming.when('2025-11-02').thenDeadlines([ends, mayTakeEffect]);
    coming.when('2026').thenDeadlines([]);
  });

  it('changes next at whichever comes first, and last at what comes last', () => {
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

  it('is until when it is suspended or lifted, and nothing of a rate that is only to come', () => {
    given([
      suspended('2025-05-14', { until: '2025-08-12' }),
      lifted('2025-06'),
      announced('2025-10-10', { ratePercent: 100 }),
      threatened('2025-10-10', { ratePercent: 100 }),
    ]).thenSays({ status: 'suspended', until: '2025-08-12' }, { status: 'lifted', until: null }, {}, {});
  });
});

it('is found under both parties', () => {
  given([changed('2025-04-11', { ratePercent: 145 })]).thenParties(['USA', 'CHN']);
});
