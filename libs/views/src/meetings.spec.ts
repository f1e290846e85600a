import { describe, it } from '@jest/globals';
import { meetings } from './meetings.js';
import { fact, idOf, specOf } from './testing/given.js';

const { given } = specOf(meetings);

const meeting = 'trump-xi-2025-10';
const trump = { name: 'Donald Trump', role: 'President', party: 'USA' } as const;
const xi = { name: 'Xi Jinping', role: 'President', party: 'CHN' } as const;
const bessent = { name: 'Scott Bessent', party: 'USA' } as const;
const scheduled = (occurredAt: string, data: object = {}) =>
  fact('MeetingScheduled', occurredAt, { meeting, participants: [trump, xi], ...data });
const held = (occurredAt: string, data: object = {}) => fact('MeetingHeld', occurredAt, { meeting, ...data });
const cancelled = (occurredAt: string, data: object = {}) => fact('MeetingCancelled', occurredAt, { meeting, ...data });

const korea = { country: 'KOR' } as const;
const busan = { name: 'Busan', country: 'KOR' } as const;
const plan = scheduled('2025-10-26', { scheduledFor: '2025-10-30', place: korea, occasion: 'APEC summit' });

describe('a planned meeting', () => {
  it('is scheduled, not held', () => {
    given([plan]).then({
      title: null,
      participants: [trump, xi],
      status: 'scheduled',
      scheduledFor: '2025-10-30',
      place: korea,
      occasion: 'APEC summit',
      plans: [{ kind: 'scheduled', date: '2025-10-30', fate: 'open', event: idOf(1), settledBy: null }],
    });
  });

  it('stays scheduled if its date has passed and no source said that it took place', () => {
    given([plan]).when('2025-11-15').thenIn({ status: 'scheduled' });
  });

  it('takes what a later plan says, and keeps what it leaves out', () => {
    given([plan, scheduled('2025-10-28', { scheduledFor: '2025-10-31' })]).thenIn({
      scheduledFor: '2025-10-31',
      place: korea,
      occasion: 'APEC summit',
    });
    given([plan, scheduled('2025-10-28', { place: busan, participants: [xi, bessent] })]).thenIn({
      scheduledFor: '2025-10-30',
      place: busan,
      participants: [xi, bessent],
    });
  });

  it('is a deadline, with what came of it', () => {
    const deadline = { kind: 'scheduled', date: '2025-10-30', what: 'meeting planned' } as const;
    const event = idOf(1);
    given([plan]).thenDeadlines([{ ...deadline, plan: { event, fate: 'open', settledBy: null } }]);
    given([scheduled('2025-10-26')]).thenDeadlines([]);
    given([plan, held('2025-10-30')]).thenDeadlines([
      { ...deadline, plan: { event, fate: 'fulfilled', settledBy: idOf(2) } },
    ]);
    given([plan, cancelled('2025-10-29')]).thenDeadlines([
      { ...deadline, plan: { event, fate: 'withdrawn', settledBy: idOf(2) } },
    ]);
  });
});

describe('a meeting that was held', () => {
  it('keeps what was known of it, and takes what is more precise', () => {
    given([plan, held('2025-10-30', { place: busan })]).then({
      title: null,
      participants: [trump, xi],
      status: 'held',
      scheduledFor: '2025-10-30',
      place: busan,
      occasion: 'APEC summit',
      plans: [{ kind: 'scheduled', date: '2025-10-30', fate: 'fulfilled', event: idOf(1), settledBy: idOf(2) }],
    });
    given([
      scheduled('2025-10-26', { place: busan }),
      held('2025-10-30', { place: korea, participants: [trump, xi, bessent] }),
    ]).thenIn({
      place: busan,
      participants: [trump, xi, bessent],
    });
  });

  it('can be all that is known', () => {
    given([held('2025-10-30')]).then({
      title: null,
      participants: [],
      status: 'held',
      scheduledFor: null,
      place: null,
      occasion: null,
      plans: [],
    });
  });

  it('is not scheduled again by a plan reported late', () => {
    given([held('2025-10'), plan]).thenIn({ status: 'held', scheduledFor: '2025-10-30' });
  });
});

describe('a cancelled meeting', () => {
  it('keeps what was planned', () => {
    given([plan, cancelled('2025-10-29')]).thenIn({
      status: 'cancelled',
      participants: [trump, xi],
      scheduledFor: '2025-10-30',
    });
    given([cancelled('2025-10-29', { participants: [trump] })]).thenIn({ status: 'cancelled', participants: [trump] });
  });

  it('planned again has no date but the new one', () => {
    given([plan, cancelled('2025-10-29'), scheduled('2025-11-02')]).thenIn({
      status: 'scheduled',
      scheduledFor: null,
      place: korea,
    });
  });
});

it('lets sources differ on its status, date and place', () => {
  given([
    plan,
    scheduled('2025-10-26'),
    held('2025-10-30', { place: busan }),
    cancelled('2025-10-29', { participants: [xi] }),
  ]).thenSays(
    { status: 'scheduled', scheduledFor: '2025-10-30', place: korea },
    { status: 'scheduled' },
    { status: 'held', place: busan },
    { status: 'cancelled' },
  );
});

it('has its slug as its subject, and is found by the parties of its participants', () => {
  given([plan]).thenSubjects([meeting]);
  given([scheduled('2025-10-26', { participants: [trump, xi, bessent, { name: 'Jensen Huang' }] })]).thenParties([
    'USA',
    'CHN',
  ]);
});
