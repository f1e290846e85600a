import { describe, it } from '@jest/globals';
import { fact, idOf, specOf } from './testing/given.js';
import { visits } from './visits.js';

const { given } = specOf(visits);

const visit = 'moreno-reykjavik';
const moreno = { name: 'Ada Moreno', role: 'President', party: 'NOR' } as const;
const helgason = { name: 'Jon Helgason', role: 'Prime Minister', party: 'ISL' } as const;
const iceland = { country: 'ISL' } as const;
const reykjavik = { name: 'Reykjavik', country: 'ISL' } as const;
const planned = (occurredAt: string, data: object = {}) =>
  fact('VisitPlanned', occurredAt, { visit, visitor: moreno, place: iceland, ...data });
const made = (occurredAt: string, data: object = {}) =>
  fact('VisitMade', occurredAt, { visit, visitor: moreno, place: reykjavik, ...data });
const cancelled = (occurredAt: string, data: object = {}) => fact('VisitCancelled', occurredAt, { visit, ...data });

const plan = planned('2025-10-01', { scheduledFor: '2025-10-30', purpose: 'fish fair', hosts: [helgason] });

describe('a planned visit', () => {
  it('has who comes, where to and when, as its fact gives them', () => {
    given([plan]).then({
      title: null,
      visitor: moreno,
      place: iceland,
      purpose: 'fish fair',
      hosts: [helgason],
      status: 'planned',
      date: '2025-10-30',
      plans: [{ kind: 'planned', date: '2025-10-30', fate: 'open', event: idOf(1), settledBy: null }],
    });
  });

  it('takes what a later plan says, and keeps what it leaves out', () => {
    given([plan, planned('2025-10-02', { place: reykjavik })]).thenIn({ place: reykjavik, date: '2025-10-30' });
    given([plan, planned('2025-10-02', { scheduledFor: '2025-11' })]).thenIn({
      date: '2025-11',
      purpose: 'fish fair',
      hosts: [helgason],
    });
  });

  it('stays planned once its date has passed, and is a deadline, with what came of it', () => {
    given([plan]).when('2025-12').thenIn({ status: 'planned', date: '2025-10-30' });
    const deadline = { kind: 'scheduled', date: '2025-10-30', what: 'visit planned' } as const;
    const event = idOf(1);
    given([plan]).thenDeadlines([{ ...deadline, plan: { event, fate: 'open', settledBy: null } }]);
    given([planned('2025-10-01')]).thenDeadlines([]);
    given([plan, made('2025-10-29')]).thenDeadlines([
      { ...deadline, plan: { event, fate: 'fulfilled', settledBy: idOf(2) } },
    ]);
    given([plan, cancelled('2025-10-29')]).thenDeadlines([
      { ...deadline, plan: { event, fate: 'withdrawn', settledBy: idOf(2) } },
    ]);
  });
});

describe('a visit that was made', () => {
  it('has the date on which it was made', () => {
    given([plan, made('2025-10-31')]).thenIn({
      status: 'made',
      date: '2025-10-31',
      place: reykjavik,
      hosts: [helgason],
    });
    given([made('2025-10')]).thenIn({ status: 'made', date: '2025-10', plans: [] });
  });

  it('is not planned again by a plan reported late', () => {
    given([made('2025-10'), planned('2025-10-26', { scheduledFor: '2025-10-30' })]).thenIn({
      status: 'made',
      date: '2025-10',
    });
  });
});

describe('a cancelled visit', () => {
  it('keeps what was planned', () => {
    given([plan, cancelled('2025-10-20', { reason: 'a storm' })]).thenIn({
      status: 'cancelled',
      visitor: moreno,
      date: '2025-10-30',
    });
    given([cancelled('2025-10-20', { place: iceland, scheduledFor: '2025-10-30' })]).thenIn({
      status: 'cancelled',
      visitor: null,
      place: iceland,
      date: '2025-10-30',
      plans: [],
    });
  });

  it('planned again has no date but the new one', () => {
    given([plan, cancelled('2025-10-20'), planned('2025-10-25')]).thenIn({ status: 'planned', date: null });
    given([plan, cancelled('2025-10-20'), made('2025-10-30')]).thenIn({ status: 'made', date: '2025-10-30' });
  });
});

it('lets sources differ on its status, its planned date and its place', () => {
  given([plan, planned('2025-10-01'), made('2025-10-30'), cancelled('2025-10-20', { place: iceland })]).thenSays(
    { status: 'planned', date: '2025-10-30', place: iceland },
    { status: 'planned', place: iceland },
    { status: 'made', date: null, place: reykjavik },
    { status: 'cancelled' },
  );
});

it('has its slug as its subject; without one it has none', () => {
  given([plan, planned('2025-10-01', { visit: undefined }), made('2025-10-30', { visit: undefined })]).thenSubjects([
    visit,
    null,
    null,
  ]);
});

it('is found by the parties of the visitor and the hosts', () => {
  given([plan]).thenParties(['NOR', 'ISL']);
  given([cancelled('2025-10-20')]).thenParties([]);
});
