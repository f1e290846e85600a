import { describe, expect, it } from '@jest/globals';
import { atDate, fact, fold, idOf, recorded, specOf } from './testing/given.js';
import { truces } from './truces.js';

const { given } = specOf(truces);

const truce = 'us-china-tariff-truce';
const agreed = (occurredAt: string, data: object = {}) =>
  fact('TruceAgreed', occurredAt, { truce, parties: ['USA', 'CHN'], ...data });
const extended = (occurredAt: string, validUntil: string, data: object = {}) =>
  fact('TruceExtended', occurredAt, { truce, validUntil, ...data });
const broken = (occurredAt: string) => fact('TruceBroken', occurredAt, { truce });
const ended = (occurredAt: string) => fact('TruceEnded', occurredAt, { truce });

describe('a truce', () => {
  it('is in force from the agreement until the agreed date', () => {
    given([agreed('2025-08', { validUntil: '2025-11-10' })]).then({
      title: null,
      parties: ['USA', 'CHN'],
      agreedAt: '2025-08',
      validUntil: '2025-11-10',
      extensions: [],
      status: 'in_force',
    });
  });

  it('is in force through its last day in UTC, and expired from the next', () => {
    const state = given([agreed('2025-08', { validUntil: '2025-11-10' })]);
    state.when('2025-11-10T23:59:59.999999Z').thenIn({ status: 'in_force' });
    state.when('2025-11-11T00:00:00Z').thenIn({ status: 'expired', validUntil: '2025-11-10' });
  });

  it('until a month ends with the month, until an instant at that instant', () => {
    given([agreed('2025-08', { validUntil: '2025-11' })])
      .when('2025-11-30')
      .thenIn({ status: 'in_force' });
    given([agreed('2025-08', { validUntil: '2025-11' })])
      .when('2025-12-01')
      .thenIn({ status: 'expired' });
    const untilOneMinutePast = given([agreed('2025-08', { validUntil: '2025-11-10T00:01:00-05:00' })]);
    untilOneMinutePast.when('2025-11-10T05:00:59.999999Z').thenIn({ status: 'in_force' });
    untilOneMinutePast.when('2025-11-10T05:01:00Z').thenIn({ status: 'expired' });
  });

  it('without an end never expires', () => {
    given([agreed('2025-08')])
      .when('2099')
      .thenIn({ status: 'in_force', validUntil: null });
  });

  it('returns when time will change it', () => {
    const state = fold(truces, recorded([agreed('2025-08', { validUntil: '2025-11-10' })]));
    expect(atDate(truces, state, '2025-10-26').next).toBe(Date.UTC(2025, 10, 11) * 1000);
    expect(atDate(truces, state, '2025-11-11').next).toBeNull();
  });

  it('has its end as a deadline while it is in force', () => {
    const state = given([agreed('2025-08', { validUntil: '2025-11-10' })]);
    state.thenDeadlines([{ kind: 'expires', date: '2025-11-10', what: 'truce runs out', plan: null }]);
    given([agreed('2025-08')]).thenDeadlines([]);
  });
});

describe('an extension', () => {
  it('moves the end, and is listed with the ordinal that its source gives', () => {
    given([
      agreed('2025-05-12', { validUntil: '2025-08-12' }),
      extended('2025-08-11', '2025-11-10', { ordinal: 3 }),
    ]).thenIn({
      agreedAt: '2025-05-12',
      validUntil: '2025-11-10',
      extensions: [{ occurredAt: '2025-08-11', validUntil: '2025-11-10', ordinal: 3, event: idOf(2) }],
      status: 'in_force',
    });
  });

  it('can be the first fact about a truce', () => {
    given([extended('2025-08', '2025-11-10')]).then({
      title: null,
      parties: [],
      agreedAt: null,
      validUntil: '2025-11-10',
      extensions: [{ occurredAt: '2025-08', validUntil: '2025-11-10', ordinal: null, event: idOf(1) }],
      status: 'in_force',
    });
  });

  it('is not undone by an agreement without an end', () => {
    given([extended('2025', '2025-11-10'), agreed('2025-08')]).thenIn({
      agreedAt: '2025-08',
      validUntil: '2025-11-10',
    });
  });

  it('puts a truce in force again that had expired, was broken or had ended', () => {
    given([agreed('2025-05-12', { validUntil: '2025-08-12' }), extended('2025-09-01', '2025-11-10')])
      .when('2025-09-02')
      .thenIn({ status: 'in_force' });
    given([agreed('2025-05-12'), broken('2025-06-01'), extended('2025-06-05', '2025-11-10')]).thenIn({
      status: 'in_force',
    });
    given([agreed('2025-05-12'), ended('2025-06-01'), extended('2025-06-05', '2025-11-10')]).thenIn({
      status: 'in_force',
    });
  });

  it('adds the parties that it names', () => {
    given([agreed('2025-05-12'), extended('2025-08-11', '2025-11-10', { parties: ['CHN', 'EU'] })]).thenParties([
      'USA',
      'CHN',
      'EU',
    ]);
  });
});

describe('a broken or ended truce', () => {
  it('stays so after its end, which is kept', () => {
    given([agreed('2025-08', { validUntil: '2025-11-10' }), broken('2025-10-10')])
      .when('2025-12')
      .thenIn({ status: 'broken', validUntil: '2025-11-10' });
    given([agreed('2025-08', { validUntil: '2025-11-10' }), ended('2025-10-10')])
      .when('2025-12')
      .thenIn({ status: 'ended' });
  });

  it('has no deadline, and may be all that is known', () => {
    given([broken('2025-10-10')]).then({
      title: null,
      parties: [],
      agreedAt: null,
      validUntil: null,
      extensions: [],
      status: 'broken',
    });
    given([agreed('2025-08', { validUntil: '2025-11-10' }), ended('2025-10-10')]).thenDeadlines([]);
  });

  it('agreed again has only the end of the new agreement', () => {
    given([agreed('2025-05-12', { validUntil: '2025-11-10' }), broken('2025-06'), agreed('2025-07-01')]).thenIn({
      validUntil: null,
      status: 'in_force',
    });
    given([agreed('2025-05-12', { validUntil: '2025-06-12' }), agreed('2025-07-01')]).thenIn({
      validUntil: null,
      status: 'in_force',
    });
  });
});

it('lets sources differ on the end, the status and the ordinal, if they give them', () => {
  given([
    agreed('2025-08'),
    agreed('2025-08', { validUntil: '2025-11-10' }),
    extended('2025-08', '2025-11-10'),
    extended('2025-08', '2025-11-10', { ordinal: 3 }),
    broken('2025-10-10'),
    ended('2025-10-10'),
  ]).thenSays(
    { status: 'in_force' },
    { status: 'in_force', validUntil: '2025-11-10' },
    { status: 'in_force', validUntil: '2025-11-10' },
    { status: 'in_force', validUntil: '2025-11-10', ordinal: 3 },
    { status: 'broken' },
    { status: 'ended' },
  );
});

it('has its slug as its subject, and is found by its parties', () => {
  given([agreed('2025-08')]).thenSubjects([truce]);
  given([agreed('2025-08')]).thenParties(['USA', 'CHN']);
});
