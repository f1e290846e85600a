import { describe, expect, it } from '@jest/globals';
import { meetings } from '../meetings.js';
import { talks } from '../talks.js';
import { fact, idOf, specOf, type FactDraft } from '../testing/given.js';
import { visits } from '../visits.js';
import type { Fate } from './plan.js';

const visitor = { name: 'Ada Moreno', party: 'NOR' } as const;

/** The facts about an occasion of each kind: a meeting, a visit, and a round of talks. */
interface Occasion {
  plan: (occurredAt: string, scheduledFor?: string) => FactDraft;
  takesPlace: (occurredAt: string) => FactDraft;
  cancelled: (occurredAt: string) => FactDraft;
  /** The fates of the plans, each with the number of the fact that settled it; at a date if one is given. */
  thenFates: (facts: readonly FactDraft[], expected: Settled[], at?: string) => void;
}

type Settled = [fate: Fate, by?: number];
const fates = (expected: Settled[]) =>
  expected.map(
    ([fate, by]) => expect.objectContaining({ fate, settledBy: by === undefined ? null : idOf(by) }) as never,
  );

const parties = ['NOR', 'ISL'] as const;
const OCCASIONS: Record<string, Occasion> = {
  'a meeting': {
    plan: (at, scheduledFor) => fact('MeetingScheduled', at, { meeting: 'm', participants: [visitor], scheduledFor }),
    takesPlace: (at) => fact('MeetingHeld', at, { meeting: 'm' }),
    cancelled: (at) => fact('MeetingCancelled', at, { meeting: 'm' }),
    thenFates: (facts, expected, at) => {
      const { thenIn } = at === undefined ? specOf(meetings).given(facts) : specOf(meetings).given(facts).when(at);
      thenIn({ plans: fates(expected) });
    },
  },
  'a visit': {
    plan: (at, scheduledFor) =>
      fact('VisitPlanned', at, { visit: 'v', visitor, place: { country: 'ISL' }, scheduledFor }),
    takesPlace: (at) => fact('VisitMade', at, { visit: 'v', visitor, place: { country: 'ISL' } }),
    cancelled: (at) => fact('VisitCancelled', at, { visit: 'v' }),
    thenFates: (facts, expected, at) => {
      const { thenIn } = at === undefined ? specOf(visits).given(facts) : specOf(visits).given(facts).when(at);
      thenIn({ plans: fates(expected) });
    },
  },
  'a numbered round of talks': {
    plan: (at, scheduledFor) =>
      fact('TalksAnnounced', at, { talks: 't', parties: [...parties], round: 2, scheduledFor }),
    takesPlace: (at) => fact('TalksStarted', at, { talks: 't', parties: [...parties], round: 2 }),
    cancelled: (at) => fact('TalksCancelled', at, { talks: 't', round: 2 }),
    thenFates: thenFatesOfTalks,
  },
};

function thenFatesOfTalks(facts: readonly FactDraft[], expected: Settled[], at?: string): void {
  const { thenIn } = at === undefined ? specOf(talks).given(facts) : specOf(talks).given(facts).when(at);
  thenIn({ plans: fates(expected) });
}

describe.each(Object.entries(OCCASIONS))('the plans of %s', (_, { plan, takesPlace, cancelled, thenFates }) => {
  it('are open until their date has passed, and then due', () => {
    const facts = [plan('2025-10-01', '2025-10-30'), plan('2025-10-02')];
    thenFates(facts, [['open'], ['open']], '2025-10-30');
    thenFates(facts, [['due'], ['open']], '2025-10-31');
  });

  it('are superseded by a later plan that gives a date: an occasion has one', () => {
    thenFates([plan('2025-10-01', '2025-10-30'), plan('2025-10-02', '2025-11-03')], [['superseded', 2], ['open']]);
    thenFates([plan('2025-10-01'), plan('2025-10-02', '2025-11-03')], [['superseded', 2], ['open']]);
    thenFates([plan('2025-10-01', '2025-10-30'), plan('2025-10-02', '2025-10-30')], [['superseded', 2], ['open']]);
  });

  it('are all fulfilled once it takes place', () => {
    thenFates(
      [plan('2025-10-01', '2025-10-30'), plan('2025-10-02'), takesPlace('2025-11-05')],
      [
        ['fulfilled', 3],
        ['fulfilled', 3],
      ],
    );
    thenFates(
      [plan('2025-10-01', '2025-10-30'), plan('2025-10-02', '2025-11-05'), takesPlace('2025-11-05')],
      [
        ['superseded', 2],
        ['fulfilled', 3],
      ],
      '2026',
    );
  });

  it('are withdrawn once it is cancelled, also if they were due', () => {
    thenFates(
      [plan('2025-10-01', '2025-10-30'), plan('2025-10-02'), cancelled('2025-10-20')],
      [
        ['withdrawn', 3],
        ['withdrawn', 3],
      ],
    );
    thenFates([plan('2025-10-01', '2025-10-30'), cancelled('2025-11-20')], [['withdrawn', 2]], '2026');
  });

  it('keep the fate that the first fact gave them', () => {
    thenFates(
      [plan('2025-10-01', '2025-10-30'), cancelled('2025-10-20'), takesPlace('2025-10-30')],
      [['withdrawn', 2]],
    );
    thenFates(
      [plan('2025-10-01', '2025-10-30'), takesPlace('2025-10-30'), cancelled('2025-11-02')],
      [['fulfilled', 2]],
    );
    thenFates(
      [plan('2025-10-01', '2025-10-30'), takesPlace('2025-10-30'), takesPlace('2025-10-31')],
      [['fulfilled', 2]],
    );
  });

  it('are open again if it is planned again after it was cancelled', () => {
    const again = [plan('2025-10-01', '2025-10-30'), cancelled('2025-10-20'), plan('2025-10-25', '2025-12-01')];
    thenFates(again, [['withdrawn', 2], ['open']]);
    thenFates(
      [...again, takesPlace('2025-12-01')],
      [
        ['withdrawn', 2],
        ['fulfilled', 4],
      ],
    );
  });

  it('are fulfilled at once if it has taken place already: its report is dated to the month', () => {
    thenFates([takesPlace('2025-10'), plan('2025-10-10', '2025-10-30')], [['fulfilled', 1]], '2026');
    thenFates([takesPlace('2025-10'), takesPlace('2025-10-02'), plan('2025-10-10')], [['fulfilled', 1]]);
    thenFates([takesPlace('2025-10'), cancelled('2025-10-05'), plan('2025-10-10', '2025-10-30')], [['due']], '2026');
  });
});

describe('the plans of a series of talks', () => {
  const announced = (at: string, data: object = {}) =>
    fact('TalksAnnounced', at, { talks: 't', parties: [...parties], ...data });
  const started = (at: string, data: object = {}) =>
    fact('TalksStarted', at, { talks: 't', parties: [...parties], ...data });
  const cancelled = (at: string, data: object = {}) => fact('TalksCancelled', at, { talks: 't', ...data });
  const { given } = specOf(talks);

  it('have the number by which their round was known', () => {
    given([
      announced('2025-10-01', { scheduledFor: '2025-10-30' }),
      announced('2025-10-02', { round: 4 }),
      announced('2025-10-03'),
    ]).thenIn({
      plans: [null, 4, 4].map((round) => expect.objectContaining({ kind: 'announced', round, fate: 'open' }) as never),
    });
  });

  it('are settled by what happens to their round alone', () => {
    const facts = [
      announced('2025-10-01', { round: 4, scheduledFor: '2025-10-10' }),
      announced('2025-10-02', { round: 5, scheduledFor: '2025-11-10' }),
    ];
    thenFatesOfTalks([...facts, started('2025-10-10', { round: 4 })], [['fulfilled', 3], ['open']]);
    thenFatesOfTalks([...facts, cancelled('2025-10-10', { round: 5 })], [['open'], ['withdrawn', 3]]);
    thenFatesOfTalks([...facts, cancelled('2025-10-10', { round: 6 })], [['open'], ['open']]);
    thenFatesOfTalks(
      [...facts, cancelled('2025-10-10')],
      [
        ['withdrawn', 3],
        ['withdrawn', 3],
      ],
    );
  });

  it.each([
    ['a session', fact('TalksSessionHeld', '2025-10-11', { talks: 't', round: 4 })],
    ['a further day', fact('TalksResumed', '2025-10-11', { talks: 't', round: 4, day: 2 })],
    ['the end', fact('TalksConcluded', '2025-10-11', { talks: 't', round: 4 })],
  ])('are fulfilled by %s of their round', (_, sits) => {
    thenFatesOfTalks([announced('2025-10-01', { round: 4 }), sits], [['fulfilled', 2]]);
  });

  it('are those of one unnumbered round, also once it gets a number', () => {
    const geneva = { name: 'Geneva', country: 'CHE' } as const;
    const london = { name: 'London', country: 'GBR' } as const;
    const facts = [
      announced('2025-10-01', { place: geneva, scheduledFor: '2025-10-20' }),
      announced('2025-10-02', { place: london, scheduledFor: '2025-11-20' }),
    ];
    thenFatesOfTalks(facts, [['open'], ['open']]);
    thenFatesOfTalks([...facts, started('2025-11-20', { place: london, round: 3 })], [['open'], ['fulfilled', 3]]);
  });

  it('are all withdrawn with the talks, also where their rounds are beyond the latest 50', () => {
    const facts = [announced('2025-10-01', { round: 1 })].concat(
      Array.from({ length: 50 }, (_, i) => started('2025-10-02', { round: i + 2 })),
    );
    thenFatesOfTalks([...facts, cancelled('2025-10-03')], [['withdrawn', 52]]);
  });
});

it('the plans beyond the latest 50 are left as they are', () => {
  const { plan, takesPlace, thenFates } = OCCASIONS['a meeting'] as Occasion;
  const facts = Array.from({ length: 60 }, () => plan('2025-10-01'));
  thenFates([...facts, takesPlace('2025-10-30')], Array<Settled>(50).fill(['fulfilled', 61]));
});
