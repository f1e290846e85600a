import { describe, it } from '@jest/globals';
import type { Round } from './talks/series.js';
import { talks } from './talks.js';
import { fact, idOf, specOf } from './testing/given.js';

const { given } = specOf(talks);

const series = { talks: 'us-china-trade-talks' };
const both = { ...series, parties: ['USA', 'CHN'] as const };
const announced = (occurredAt: string, data: object = {}) =>
  fact('TalksAnnounced', occurredAt, { ...both, ...data } as object);
const started = (occurredAt: string, data: object = {}) =>
  fact('TalksStarted', occurredAt, { ...both, ...data } as object);
const resumed = (occurredAt: string, data: object = {}) => fact('TalksResumed', occurredAt, { ...series, ...data });
const session = (occurredAt: string, data: object = {}) => fact('TalksSessionHeld', occurredAt, { ...series, ...data });
const concluded = (occurredAt: string, data: object = {}) => fact('TalksConcluded', occurredAt, { ...series, ...data });
const delegation = (occurredAt: string, party: 'USA' | 'CHN', name: string, role?: string) =>
  fact('DelegationNamed', occurredAt, { ...series, party, lead: { name, party, ...(role !== undefined && { role }) } });
const discussed = (occurredAt: string, ...topics: string[]) =>
  fact('TopicDiscussed', occurredAt, { ...series, topics });

const geneva = { name: 'Geneva', country: 'CHE' } as const;
const london = { name: 'London', country: 'GBR' } as const;
const malaysia = { country: 'MYS' } as const;

const round = (number: number | null, known: Partial<Round>): Round => ({
  round: number,
  place: null,
  status: 'announced',
  scheduledFor: null,
  startedAt: null,
  concludedAt: null,
  days: null,
  hours: null,
  ...known,
});

describe('a series of talks', () => {
  it('has its rounds in the order of their numbers, and the status of the highest', () => {
    given([
      started('2025-10-25', { round: 5, place: malaysia }),
      concluded('2025-10-25', { round: 1, place: geneva }),
      concluded('2025-10-25', { round: 2, place: london }),
    ]).then({
      title: null,
      parties: ['USA', 'CHN'],
      status: 'under_way',
      round: 5,
      rounds: [
        round(1, { place: geneva, status: 'concluded', concludedAt: '2025-10-25' }),
        round(2, { place: london, status: 'concluded', concludedAt: '2025-10-25' }),
        round(5, { place: malaysia, status: 'under_way', startedAt: '2025-10-25' }),
      ],
      leads: [],
      topics: [],
      plans: [],
    });
  });

  it('may be known by a delegation or a topic alone', () => {
    given([delegation('2025-10-26', 'CHN', 'He Lifeng')]).then({
      title: null,
      parties: [],
      status: null,
      round: null,
      rounds: [],
      leads: [{ party: 'CHN', person: { name: 'He Lifeng', party: 'CHN' } }],
      topics: [],
      plans: [],
    });
    given([discussed('2025-10-26', 'rare earths')]).thenIn({ status: null, rounds: [], topics: ['rare earths'] });
  });

  it('is led by the person that each party named last', () => {
    given([
      started('2025-05-10', {
        round: 1,
        leads: [
          { party: 'CHN', person: { name: 'He Lifeng' } },
          { party: 'USA', person: { name: 'Jamieson Greer' } },
        ],
      }),
      delegation('2025-10-26', 'USA', 'Scott Bessent'),
    ]).thenIn({
      leads: [
        { party: 'CHN', person: { name: 'He Lifeng' } },
        { party: 'USA', person: { name: 'Scott Bessent', party: 'USA' } },
      ],
    });
  });

  it('collects topics and parties, each once', () => {
    given([
      discussed('2025-05-10', 'tariffs', 'rare earths'),
      session('2025-05-11', { round: 1, topics: ['soybeans', 'tariffs'] }),
      started('2025-06-09', { round: 2, parties: ['CHN', 'EU'] }),
      announced('2025-06-20', { round: 3 }),
    ]).thenIn({ topics: ['tariffs', 'rare earths', 'soybeans'], parties: ['CHN', 'EU', 'USA'] });
  });

  it('is found by its parties and those of its delegations', () => {
    given([announced('2025-05', { parties: ['CHN'] }), delegation('2025-06', 'USA', 'Scott Bessent')]).thenParties([
      'CHN',
      'USA',
    ]);
  });
});

describe('a round', () => {
  it('goes from announced through under way to concluded', () => {
    const steps = [
      announced('2025-10-18', { round: 5, scheduledFor: '2025-10-25', place: malaysia }),
      started('2025-10-25', { round: 5, place: { name: 'Kuala Lumpur', country: 'MYS' } }),
      session('2025-10-25', { round: 5, hours: 5, comparator: 'more_than' }),
      resumed('2025-10-26', { round: 5, day: 2, place: malaysia }),
      concluded('2025-10-26', { round: 5 }),
    ];
    const known: Partial<Round> = { place: malaysia, scheduledFor: '2025-10-25' };
    given(steps.slice(0, 1)).thenIn({ status: 'announced', round: 5, rounds: [round(5, known)] });

    Object.assign(known, {
      place: { name: 'Kuala Lumpur', country: 'MYS' },
      status: 'under_way',
      startedAt: '2025-10-25',
    });
    given(steps.slice(0, 2)).thenIn({ status: 'under_way', rounds: [round(5, known)] });

    Object.assign(known, { hours: { hours: 5, comparator: 'more_than' }, days: 2 });
    given(steps.slice(0, 4)).thenIn({ status: 'under_way', rounds: [round(5, known)] });

    Object.assign(known, { status: 'concluded', concludedAt: '2025-10-26' });
    given(steps).thenIn({ status: 'concluded', rounds: [round(5, known)] });
  });

  it('is a deadline, with what came of it', () => {
    const plan = announced('2025-10-18', { round: 5, scheduledFor: '2025-10-25' });
    const deadline = { kind: 'scheduled', date: '2025-10-25', what: 'round planned' } as const;
    given([plan, announced('2025-10-18', { round: 6 })]).thenDeadlines([
      { ...deadline, plan: { event: idOf(1), fate: 'open', settledBy: null } },
    ]);
    given([plan, started('2025-10-25', { round: 5 })]).thenDeadlines([
      { ...deadline, plan: { event: idOf(1), fate: 'fulfilled', settledBy: idOf(2) } },
    ]);
  });

  it('stays announced if its date has passed and no source said that it began', () => {
    given([announced('2025-10-18', { round: 5, scheduledFor: '2025-10-25' })])
      .when('2025-12')
      .thenIn({ status: 'announced' });
  });

  it('does not go back to announced', () => {
    given([started('2025-10', { round: 5 }), announced('2025-10-18', { round: 5, scheduledFor: '2025-10-25' })]).thenIn(
      {
        rounds: [round(5, { status: 'under_way', startedAt: '2025-10', scheduledFor: '2025-10-25' })],
      },
    );
  });

  it('stays concluded if a further day may have come before the end', () => {
    given([concluded('2025-10-26', { round: 5 }), resumed('2025-10-26', { round: 5, day: 2 })]).thenIn({
      rounds: [round(5, { status: 'concluded', concludedAt: '2025-10-26', days: 2 })],
    });
    given([
      concluded('2025-10', { round: 5 }),
      started('2025-10-25', { round: 5 }),
      session('2025-10-25', { round: 5, hours: 2 }),
    ]).thenIn({
      rounds: [
        round(5, {
          status: 'concluded',
          concludedAt: '2025-10',
          startedAt: '2025-10-25',
          hours: { hours: 2, comparator: 'eq' },
        }),
      ],
    });
  });

  it('is under way again if it certainly resumed after its end', () => {
    given([concluded('2025-10-26', { round: 5 }), resumed('2025-10-28', { round: 5 })]).thenIn({
      status: 'under_way',
      rounds: [round(5, { status: 'under_way' })],
    });
    given([concluded('2025-10', { round: 5 }), session('2025-11-02', { round: 5 })]).thenIn({
      status: 'under_way',
      rounds: [round(5, { status: 'under_way' })],
    });
  });

  it('has only days and hours that a source gave, and adds none up', () => {
    given([
      started('2025-10-25', { round: 5 }),
      resumed('2025-10-26', { round: 5, day: 3 }),
      resumed('2025-10-26', { round: 5, day: 2 }),
      resumed('2025-10-27', { round: 5 }),
      session('2025-10-25', { round: 5, hours: 5 }),
      session('2025-10-26', { round: 5, hours: 2.5, comparator: 'about' }),
      session('2025-10-27', { round: 5 }),
    ]).thenIn({
      rounds: [
        round(5, { status: 'under_way', startedAt: '2025-10-25', days: 3, hours: { hours: 2.5, comparator: 'about' } }),
      ],
    });
  });
});

describe('a fact without a round number', () => {
  it('continues the highest one', () => {
    given([
      concluded('2025-09', { round: 4 }),
      announced('2025-10-18', { round: 5 }),
      started('2025-10-25'),
      resumed('2025-10-26', { day: 2 }),
      session('2025-10-26', { hours: 3 }),
    ]).thenIn({
      status: 'under_way',
      round: 5,
      rounds: [
        round(4, { status: 'concluded', concludedAt: '2025-09' }),
        round(5, { status: 'under_way', startedAt: '2025-10-25', days: 2, hours: { hours: 3, comparator: 'eq' } }),
      ],
    });
  });

  it('can repeat the start of a round that is under way', () => {
    given([started('2025-10-25', { round: 5, place: malaysia }), started('2025-10-25')]).thenIn({
      rounds: [round(5, { status: 'under_way', startedAt: '2025-10-25', place: malaysia })],
    });
  });

  it('is about a new round if no round is known', () => {
    given([started('2025-10-25')]).thenIn({
      status: 'under_way',
      round: null,
      rounds: [round(null, { status: 'under_way', startedAt: '2025-10-25' })],
    });
    given([session('2025-10-25', { hours: 3 })]).thenIn({ status: 'under_way', round: null });
  });

  it('is about a new round, then the current one, if it begins after the highest has concluded', () => {
    given([concluded('2025-09', { round: 4 }), started('2025-10-25', { place: malaysia })]).thenIn({
      status: 'under_way',
      round: 4,
      rounds: [
        round(4, { status: 'concluded', concludedAt: '2025-09' }),
        round(null, { status: 'under_way', startedAt: '2025-10-25', place: malaysia }),
      ],
    });
  });

  it('is about the next round if it announces one while another is under way', () => {
    given([started('2025-10-25', { round: 5 }), announced('2025-10-26', { scheduledFor: '2025-11' })]).thenIn({
      status: 'under_way',
      rounds: [round(5, { status: 'under_way', startedAt: '2025-10-25' }), round(null, { scheduledFor: '2025-11' })],
    });
  });

  it('does not hide the round under way before it, numbered or not', () => {
    given([started('2025-10-25', { place: malaysia }), announced('2025-10-26', { place: geneva })]).thenIn({
      status: 'under_way',
      rounds: [
        round(null, { status: 'under_way', startedAt: '2025-10-25', place: malaysia }),
        round(null, { place: geneva }),
      ],
    });
    given([announced('2025-10-20', { round: 5, place: geneva }), started('2025-10-25', { place: malaysia })]).thenIn({
      status: 'under_way',
      round: 5,
    });
  });

  it('is about the round at its place, also where another would come first', () => {
    given([
      announced('2025-10-18', { round: 5, place: geneva }),
      announced('2025-10-19', { place: malaysia }),
      announced('2025-10-20', { place: malaysia, scheduledFor: '2025-11' }),
    ]).thenIn({ rounds: [round(5, { place: geneva }), round(null, { place: malaysia, scheduledFor: '2025-11' })] });
  });

  it('may tell once more that a round has concluded', () => {
    given([concluded('2025-10-26', { round: 5, place: malaysia }), concluded('2025-10-27')]).thenIn({
      rounds: [round(5, { status: 'concluded', concludedAt: '2025-10-27', place: malaysia })],
    });
    given([concluded('2025-10-26', { round: 5 }), announced('2025-10-27'), concluded('2025-11-02')]).thenIn({
      rounds: [
        round(5, { status: 'concluded', concludedAt: '2025-10-26' }),
        round(null, { status: 'concluded', concludedAt: '2025-11-02' }),
      ],
    });
  });

  it('is about a new round if its place differs', () => {
    given([started('2025-10-25', { round: 5, place: malaysia }), concluded('2025-10-26', { place: geneva })]).thenIn({
      status: 'under_way',
      rounds: [
        round(5, { status: 'under_way', startedAt: '2025-10-25', place: malaysia }),
        round(null, { status: 'concluded', concludedAt: '2025-10-26', place: geneva }),
      ],
    });
  });

  it('is matched to an earlier round by its place', () => {
    given([
      concluded('2025', { place: geneva }),
      concluded('2025', { place: london }),
      concluded('2025-05-12', { place: geneva }),
      started('2025-10-25', { round: 5 }),
    ]).thenIn({
      round: 5,
      rounds: [
        round(null, { place: geneva, status: 'concluded', concludedAt: '2025-05-12' }),
        round(null, { place: london, status: 'concluded', concludedAt: '2025' }),
        round(5, { status: 'under_way', startedAt: '2025-10-25' }),
      ],
    });
  });
});

describe('a new round number', () => {
  it('belongs to the unnumbered round that the fact continues', () => {
    given([announced('2025-10-18', { scheduledFor: '2025-10-25' }), started('2025-10-25', { round: 5 })]).thenIn({
      rounds: [round(5, { status: 'under_way', scheduledFor: '2025-10-25', startedAt: '2025-10-25' })],
    });
    given([concluded('2025', { place: geneva }), concluded('2025-05-12', { round: 1, place: geneva })]).thenIn({
      rounds: [round(1, { place: geneva, status: 'concluded', concludedAt: '2025-05-12' })],
    });
  });

  it('does not reopen a concluded round', () => {
    given([concluded('2025', { place: geneva }), resumed('2026-01-10', { round: 2 })]).thenIn({
      rounds: [
        round(null, { place: geneva, status: 'concluded', concludedAt: '2025' }),
        round(2, { status: 'under_way' }),
      ],
    });
  });

  it('does not belong to a round at another place, or out of order', () => {
    given([announced('2025-10-18', { place: geneva }), started('2025-10-25', { round: 5, place: malaysia })]).thenIn({
      rounds: [
        round(null, { place: geneva }),
        round(5, { status: 'under_way', startedAt: '2025-10-25', place: malaysia }),
      ],
    });
    given([concluded('2025-09', { round: 4 }), announced('2025-10-18'), concluded('2025-10-20', { round: 3 })]).thenIn({
      status: 'announced',
      rounds: [
        round(3, { status: 'concluded', concludedAt: '2025-10-20' }),
        round(4, { status: 'concluded', concludedAt: '2025-09' }),
        round(null, {}),
      ],
    });
  });
});

describe('what sources can differ on', () => {
  it('belongs to a numbered round: its status, place and dates', () => {
    given([
      announced('2025-10-18', { round: 5, scheduledFor: '2025-10-25', place: malaysia }),
      started('2025-10-25', { round: 5, place: { name: 'Kuala Lumpur', country: 'MYS' } }),
      resumed('2025-10-26', { round: 5, day: 2 }),
      session('2025-10-26', { round: 5, hours: 5, comparator: 'more_than' }),
      concluded('2025-10-26', { round: 5 }),
    ]).thenSays(
      { 'round:5:scheduledFor': '2025-10-25', 'round:5:place': { country: 'MYS' } },
      { 'round:5:status': 'under_way', 'round:5:place': { name: 'Kuala Lumpur', country: 'MYS' } },
      { 'round:5:status': 'under_way', 'round:5:days': 2 },
      { 'round:5:hours': { hours: 5, comparator: 'more_than' } },
      { 'round:5:status': 'concluded' },
    );
  });

  it('is nothing of an unnumbered round, and the name of a lead', () => {
    given([
      started('2025-10-25', { place: malaysia, leads: [{ party: 'USA', person: { name: 'Scott Bessent' } }] }),
      concluded('2025-10-26', { place: geneva }),
      delegation('2025-10-26', 'CHN', 'He Lifeng', 'Vice Premier'),
      discussed('2025-10-26', 'rare earths'),
      session('2025-10-26', { round: 5 }),
    ]).thenSays({ 'lead:USA': 'Scott Bessent' }, {}, { 'lead:CHN': 'He Lifeng' }, {}, {});
  });
});

it('has its slug as its subject', () => {
  given([started('2025-10-25', { round: 5 })]).thenSubjects(['us-china-trade-talks']);
});

describe('a round that is cancelled', () => {
  const cancelled = (occurredAt: string, data: object = {}) =>
    fact('TalksCancelled', occurredAt, { ...series, ...data });

  it('is passed over for the status and the round of the series', () => {
    given([
      concluded('2025-09', { round: 4 }),
      announced('2025-10-18', { round: 5, scheduledFor: '2025-11' }),
      cancelled('2025-10-20', { round: 5 }),
    ]).thenIn({
      status: 'concluded',
      round: 4,
      rounds: [
        round(4, { status: 'concluded', concludedAt: '2025-09' }),
        round(5, { status: 'cancelled', scheduledFor: '2025-11' }),
      ],
    });
    given([
      started('2025-10-01', { round: 4 }),
      announced('2025-10-18', { round: 5 }),
      cancelled('2025-10-20', { round: 5 }),
      session('2025-10-21', { hours: 3 }),
    ]).thenIn({
      status: 'under_way',
      round: 4,
      rounds: [
        round(4, { status: 'under_way', startedAt: '2025-10-01', hours: { hours: 3, comparator: 'eq' } }),
        round(5, { status: 'cancelled' }),
      ],
    });
  });

  it('makes the series cancelled if there is no other', () => {
    given([announced('2025-10-18', { round: 5 }), cancelled('2025-10-20', { round: 5 })]).thenIn({
      status: 'cancelled',
      round: 5,
      rounds: [round(5, { status: 'cancelled' })],
    });
    given([cancelled('2025-10-20')]).thenIn({
      status: 'cancelled',
      round: null,
      rounds: [round(null, { status: 'cancelled' })],
    });
    given([cancelled('2025-10-20'), cancelled('2025-10-21')]).thenIn({
      rounds: [round(null, { status: 'cancelled' })],
    });
  });

  it('is every announced one, if no number is given, and otherwise one of which nothing is known', () => {
    given([
      announced('2025-10-18', { round: 5 }),
      announced('2025-10-18', { round: 6 }),
      cancelled('2025-10-20'),
    ]).thenIn({ rounds: [round(5, { status: 'cancelled' }), round(6, { status: 'cancelled' })] });
    given([started('2025-10-18', { round: 5 }), cancelled('2025-10-20')]).thenIn({
      status: 'under_way',
      round: 5,
      rounds: [round(5, { status: 'under_way', startedAt: '2025-10-18' }), round(null, { status: 'cancelled' })],
    });
  });

  it('may be an unnumbered one that gets its number', () => {
    given([announced('2025-10-18', { scheduledFor: '2025-11' }), cancelled('2025-10-20', { round: 5 })]).thenIn({
      rounds: [round(5, { status: 'cancelled', scheduledFor: '2025-11' })],
    });
  });

  it('announced again has no date but the new one, and may still take place', () => {
    const plan = announced('2025-10-18', { round: 5, scheduledFor: '2025-11', place: malaysia });
    const void5 = [plan, cancelled('2025-10-20', { round: 5 })];
    given([...void5, announced('2025-10-22', { round: 5 })]).thenIn({
      status: 'announced',
      rounds: [round(5, { place: malaysia })],
    });
    given([...void5, started('2025-11-02', { round: 5 })]).thenIn({
      status: 'under_way',
      rounds: [round(5, { place: malaysia, status: 'under_way', scheduledFor: '2025-11', startedAt: '2025-11-02' })],
    });
  });

  it('is continued by no fact without a number', () => {
    given([announced('2025-10-18'), cancelled('2025-10-20'), started('2025-11-02')]).thenIn({
      status: 'under_way',
      rounds: [round(null, { status: 'cancelled' }), round(null, { status: 'under_way', startedAt: '2025-11-02' })],
    });
  });

  it('sets the status of a numbered round', () => {
    given([cancelled('2025-10-20', { round: 5 }), cancelled('2025-10-20')]).thenSays(
      { 'round:5:status': 'cancelled' },
      {},
    );
  });
});
