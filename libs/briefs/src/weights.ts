import { periodOf } from '#catalogue/values/reduced-date.js';

/**
 * How much facts of a type weigh against one another: what changes the course of a story before what is said along the
 * way.
 */
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
  TalksStarted: 4,
  TalksConcluded: 4,
  DealProgressReported: 4,
  TopicDiscussed: 1,
  DelegationNamed: 1,
  StatementMade: 1,
};

/** The same of the subjects of a view. */
const OF_VIEWS: Readonly<Record<string, number>> = {
  truces: 8,
  talks: 6,
  tariffs: 6,
  deals: 5,
  restrictions: 4,
  meetings: 3,
  summits: 3,
};

/** A type or a view that nothing is known of. */
const USUAL = 3;

const DAY = 86_400_000_000;
/** After this time a weight counts half, microseconds. A headline is of what is new, a brief of what matters. */
const HALF_LIFE = { headline: 120 * DAY, brief: 360 * DAY };

/** The types of facts that are looked for also where they lie far back, behind many others. */
export const IMPORTANT = Object.keys(OF_TYPES).filter((type) => (OF_TYPES[type] ?? 0) > USUAL);

export const weightOfType = (type: string): number => OF_TYPES[type] ?? USUAL;

/**
 * What matters more: by weight, which fades with age. Only differences mean something, and they do not depend on the
 * date of the question.
 */
const importance = (weight: number, date: string, halfLife: number): number =>
  Math.log2(weight) + periodOf(date).from / halfLife;

/** How much a fact matters. */
export const importanceOfFact = (type: string, date: string): number =>
  importance(weightOfType(type), date, HALF_LIFE.brief);

/** How much a subject of a view matters whose latest news is of a date, in a brief or for its headline. */
export const importanceOfSubject = (view: string, date: string, use: keyof typeof HALF_LIFE): number =>
  importance(OF_VIEWS[view] ?? USUAL, date, HALF_LIFE[use]);
