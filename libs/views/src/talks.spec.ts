import { describe, it } from '@jest/globals';
import { fact, specOf } from '../spec/given.js';
import type { Round } from './talks/series.js';
import { talks } from './talks.js';

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

const round = (number: number | null, told: Partial<Round>): Round => ({
  round: number,
  place: null,
  status: 'announced',
  scheduledFor: null,
  startedAt: null,
  concludedAt: null,
  days: null,
  hours: null,
  ...told,
});

describe('a series of talks', () => {
  it('has its rounds in the order of their numbers, and the status of the highest', () => {
    given([
      started('2025-10-25', { round: 5, place: malaysia }),
      concluded('2025-10-25', { round: 1, place: geneva }),
      concluded('2025-10-25', { round: 2, place: london }),
    ]).then({
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
    });
  });

  it('may be known by a delegation or a topic alone', () => {
    given([delegation('2025-10-26', 'CHN', 'He Lifeng')]).then({
      parties: [],
      status: null,
      round: null,
      rounds: [],
      leads: [{ party: 'CHN', person: { name: 'He Lifeng', party: 'CHN' } }],
      topics: [],
    });
    given([discussed('2025-10-26', 'rare earths')]).thenIn({ status: null, rounds: [], topics: ['rare earths'] });
  });

  it('is led by whom each party named last', () => {
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

  it('gathers topics once each, and parties', () => {
    given([
      discussed('2025-05-10', 'tariffs', 'rare earths'),
      session('2025-05-11', { round: 1, topics: ['soybeans', 'tariffs'] }),
      started('2025-06-09', { round: 2, parties: ['CHN', 'EU'] }),
      announced('2025-06-20', { round: 3 }),
    ]).thenIn({ topics: ['tariffs', 'rare earths', 'soybeans'], parties: ['CHN', 'EU', 'USA'] });
  });

  it('is found under its parties and those of its delegations', () => {
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
    const told: Partial<Round> = { place: malaysia, scheduledFor: '2025-10-25' };
    given(steps.slice(0, 1)).thenIn({ status: 'announced', round: 5, rounds: [round(5, told)] });

    Object.assign(told, {
      place: { name: 'Kuala Lumpur', country: 'MYS' },
      status: 'under_way',
      startedAt: '2025-10-25',
    });
    given(steps.slice(0, 2)).thenIn({ status: 'under_way', rounds: [round(5, told)] });

    Object.assign(told, { hours: { hours: 5, comparator: 'more_than' }, days: 2 });
    given(steps.slice(0, 4)).thenIn({ status: 'under_way', rounds: [round(5, told)] });

    Object.assign(told, { status: 'concluded', concludedAt: '2025-10-26' });
    given(steps).thenIn({ status: 'concluded', rounds: [round(5, told)] });
  });

  it('is planned as a deadline while it is only announced', () => {
    const plan = announced('2025-10-18', { round: 5, scheduledFor: '2025-10-25' });
    given([plan, announced('2025-10-18', { round: 6 })]).thenDeadlines([
      { kind: 'scheduled', date: '2025-10-25', what: 'round planned' },
    ]);
    given([plan, started('2025-10-25', { round: 5 })]).thenDeadlines([]);
  });

  it('stays announced when its date has passed and nobody said that it began', () => {
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

  it('stays concluded where a further day may have come before the end', () => {
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

  it('is under way again where it surely resumed after its end', () => {
    given([concluded('2025-10-26', { round: 5 }), resumed('2025-10-28', { round: 5 })]).thenIn({
      status: 'under_way',
      rounds: [round(5, { status: 'under_way' })],
    });
  });

  it('counts no day and no hour that no source told, and adds none up', () => {
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

describe('a fact that numbers no round', () => {
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

  it('tells again of the start of a round that is under way', () => {
    given([started('2025-10-25', { round: 5, place: malaysia }), started('2025-10-25')]).thenIn({
      rounds: [round(5, { status: 'under_way', startedAt: '2025-10-25', place: malaysia })],
    });
  });

  it('is about a round of its own where no round is known', () => {
    given([started('2025-10-25')]).thenIn({
      status: 'under_way',
      round: null,
      rounds: [round(null, { status: 'under_way', startedAt: '2025-10-25' })],
    });
    given([session('2025-10-25', { hours: 3 })]).thenIn({ status: 'under_way', round: null });
  });

  it('tells of a new one where it begins after the highest has concluded, which then is the current one', () => {
    given([concluded('2025-09', { round: 4 }), started('2025-10-25', { place: malaysia })]).thenIn({
      status: 'under_way',
      round: 4,
      rounds: [
        round(4, { status: 'concluded', concludedAt: '2025-09' }),
        round(null, { status: 'under_way', startedAt: '2025-10-25', place: malaysia }),
      ],
    });
  });

  it('tells of the next one where it announces it while one is under way', () => {
    given([started('2025-10-25', { round: 5 }), announced('2025-10-26', { scheduledFor: '2025-11' })]).thenIn({
      status: 'under_way',
      rounds: [round(5, { status: 'under_way', startedAt: '2025-10-25' }), round(null, { scheduledFor: '2025-11' })],
    });
  });

  it('belongs elsewhere where its place says so', () => {
    given([started('2025-10-25', { round: 5, place: malaysia }), concluded('2025-10-26', { place: geneva })]).thenIn({
      status: 'under_way',
      rounds: [
        round(5, { status: 'under_way', startedAt: '2025-10-25', place: malaysia }),
        round(null, { status: 'concluded', concludedAt: '2025-10-26', place: geneva }),
      ],
    });
  });

  it('tells of earlier rounds by their places, each once', () => {
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

describe('a number first heard of', () => {
  it('belongs to the round that the fact continues', () => {
    given([announced('2025-10-18', { scheduledFor: '2025-10-25' }), started('2025-10-25', { round: 5 })]).thenIn({
      rounds: [round(5, { status: 'under_way', scheduledFor: '2025-10-25', startedAt: '2025-10-25' })],
    });
    given([concluded('2025', { place: geneva }), concluded('2025-05-12', { round: 1, place: geneva })]).thenIn({
      rounds: [round(1, { place: geneva, status: 'concluded', concludedAt: '2025-05-12' })],
    });
  });

  it('does not open again what has concluded', () => {
    given([concluded('2025', { place: geneva }), resumed('2026-01-10', { round: 2 })]).thenIn({
      rounds: [
        round(null, { place: geneva, status: 'concluded', concludedAt: '2025' }),
        round(2, { status: 'under_way' }),
      ],
    });
  });

  it('does not belong to a round at another place, or where it would not ascend', () => {
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
  it('belongs to a numbered round: how far it has come, where and when', () => {
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

  it('is nothing of a round without a number, and of leads the name', () => {
    given([
      started('2025-10-25', { place: malaysia, leads: [{ party: 'USA', person: { name: 'Scott Bessent' } }] }),
      concluded('2025-10-26', { place: geneva }),
      delegation('2025-10-26', 'CHN', 'He Lifeng', 'Vice Premier'),
      discussed('2025-10-26', 'rare earths'),
      session('2025-10-26', { round: 5 }),
    ]).thenSays({ 'lead:USA': 'Scott Bessent' }, {}, { 'lead:CHN': 'He Lifeng' }, {}, {});
  });
});

it('is known by its slug', () => {
  given([started('2025-10-25', { round: 5 })]).thenSubjects(['us-china-trade-talks']);
});
