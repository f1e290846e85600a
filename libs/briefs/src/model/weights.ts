import { periodOf } from '#catalogue/values/reduced-date.js';

/** The weights of types of facts: what changes the course of a story weighs more than what is said along the way. */
const OF_TYPES: Readonly<Record<string, number>> = {
  TruceAgreed: 8,
  TruceBroken: 8,
  TruceEnded: 8,
  AccordSigned: 8,
  TruceExtended: 6,
  TariffChanged: 6,
  MeetingHeld: 6,
  HostilitiesReported: 6,
  RestrictionImposed: 5,
  RestrictionLifted: 5,
  TariffLifted: 5,
  TariffSuspended: 4,
  RestrictionSuspended: 4,
  TalksStarted: 4,
  TalksConcluded: 4,
  TariffPlanWithdrawn: 4,
  DealProgressReported: 4,
  MeetingScheduled: 2,
  TopicDiscussed: 1,
  DelegationNamed: 1,
  StatementMade: 1,
};

/** The weights of the subjects of a view. */
const OF_VIEWS: Readonly<Record<string, number>> = {
  truces: 8,
  talks: 6,
  tariffs: 6,
  deals: 5,
  restrictions: 4,
  meetings: 3,
  summits: 3,
  visits: 3,
};

/** The weight of any other type or view. */
const DEFAULT_WEIGHT = 3;

const DAY = 86_400_000_000;
/** The time after which a weight counts half, in microseconds: shorter for a headline, which is about what is new. */
const HALF_LIFE = { headline: 14 * DAY, brief: 360 * DAY };

/** The types whose facts are also read if they are old and many others followed. */
export const IMPORTANT = Object.keys(OF_TYPES).filter((type) => (OF_TYPES[type] ?? 0) > DEFAULT_WEIGHT);

export const weightOfType = (type: string): number => OF_TYPES[type] ?? DEFAULT_WEIGHT;

/**
 * A weight that fades with age, on a logarithmic scale. Only differences between two results mean something; they do
 * not depend on the present.
 */
const importance = (weight: number, date: string, halfLife: number): number =>
  Math.log2(weight) + periodOf(date).from / halfLife;

/** How important a fact is for a brief or its headline. */
export const importanceOf = (type: string, date: string, use: keyof typeof HALF_LIFE): number =>
  importance(weightOfType(type), date, HALF_LIFE[use]);

/** How important a subject of a view is for a brief or its headline. `date` is that of its latest news. */
export const importanceOfSubject = (view: string, date: string, use: keyof typeof HALF_LIFE): number =>
  importance(OF_VIEWS[view] ?? DEFAULT_WEIGHT, date, HALF_LIFE[use]);
