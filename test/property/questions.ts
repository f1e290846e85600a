import fc from 'fast-check';
import { endOf, oneMicrosecondFrom, spanOf } from '../oracle/dates.js';
import type { Point } from '../oracle/knowledge.js';
import { isMetaEvent, type RecordedEvent, type RecordedFact } from '../oracle/recorded.js';
import { subjectOf, VIEWS, type Subject, type ViewName } from '../oracle/subjects.js';
import type { Clock } from '../oracle/changes.js';
import type { DeadlineFilter } from '../oracle/deadlines.js';
import type { Steps } from '../oracle/series.js';
import type { Filter } from '../oracle/timeline.js';
import { someDate, somePublication } from './dates.js';
import { PEOPLE } from './fact-generator.js';
import { sketchedDeadlines, sketchedSteps, stepsOf, type SketchedSteps } from './list-questions.js';
import { PUBLISHERS } from './sources.js';

export const READS = [
  'item',
  'history',
  'board',
  'list',
  'disputes',
  'timeline',
  'facts',
  'changes',
  'deadlines',
  'series',
] as const;
export type Read = (typeof READS)[number];

type SketchedDate = { date: string } | { event: number; step: -1 | 0 | 1 } | 'the fact' | undefined;
type SketchedPublication = { date: string } | { event: number; step: -1 | 1 } | undefined;
type SketchedRecord =
  | { form: 'before' | 'first' | 'last'; request: number }
  | { form: 'instant'; request: number; step: -1 | 0 | 1 }
  | 'today'
  | undefined;

/** A point before the events are recorded: events and requests are picked by number. */
interface SketchedPoint {
  asOf: SketchedDate;
  reportedAsOf: SketchedPublication;
  undated: 'include' | undefined;
  recordedAsOf: SketchedRecord;
}

/** A question before the events are recorded. */
export interface Sketch extends SketchedPoint {
  read: Read;
  about: number;
  /** `asOf` stands for `reportedAsOf` as well. */
  knownOn: boolean;
  filter: SketchedFilter;
  /** Of changes: the clock, and the other point on it. */
  clock: Clock;
  other: SketchedPoint;
  among: 'story' | 'filter';
  deadlines: DeadlineFilter;
  steps: SketchedSteps;
  isOfSubject: boolean;
  limit: string;
}

interface SketchedFilter extends Pick<
  Filter,
  'person' | 'publisher' | 'certainty' | 'from' | 'to' | 'order' | 'include'
> {
  /** The types of some facts, by their numbers. */
  types: number[] | undefined;
  /** Parties, or the number of a fact about a tariff whose own ones are meant. */
  parties: (string | number)[] | undefined;
  about: 'view' | 'views' | 'subject' | undefined;
}

/** A question about a subject, or about a story (in `list` and `disputes` about the subject's view of it). */
export interface Question {
  read: Read;
  subject: Subject;
  story: string;
  point: Point;
  knownOn: boolean;
  filter: Filter;
  /** Of changes: between this point and `point`, which differ on the clock alone. */
  from: { clock: Clock; point: Point };
  /** Of lists that can be of one story by a path of its own, of one by a filter, or of all. */
  among: 'story' | 'filter' | 'all';
  deadlines: DeadlineFilter;
  /** Of series: the days, and whether it is of the subject alone. */
  steps: Steps;
  isOfSubject: boolean;
  /** Of deadlines and series: how many a page has. */
  limit: string;
}

const step = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);
/** Seldom, so that a few filters are given together, and something passes. */
const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const sketchedDate = fc.oneof(
  { weight: 2, arbitrary: fc.record({ date: someDate }) },
  { weight: 3, arbitrary: fc.record({ event: fc.nat(400), step }) },
  fc.constant('the fact' as const),
  fc.constant(undefined),
);

const sketchedPublication = fc.oneof(
  { weight: 1, arbitrary: fc.record({ date: fc.oneof(somePublication, someDate) }) },
  { weight: 1, arbitrary: fc.record({ event: fc.nat(400), step: fc.constantFrom<-1 | 1>(-1, 1) }) },
  { weight: 3, arbitrary: fc.constant(undefined) },
);

const sketchedRecord = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      form: fc.constantFrom('before' as const, 'first' as const, 'last' as const, 'last' as const),
      request: fc.nat(40),
    }),
  },
  { weight: 2, arbitrary: fc.record({ form: fc.constant('instant' as const), request: fc.nat(40), step }) },
  fc.constant('today' as const),
  { weight: 5, arbitrary: fc.constant(undefined) },
);

const sketchedPoint = {
  asOf: sketchedDate,
  reportedAsOf: sketchedPublication,
  undated: fc.constantFrom('include' as const, undefined, undefined),
  recordedAsOf: sketchedRecord,
};

export const sketch: fc.Arbitrary<Sketch> = fc.record<Sketch>({
  ...sketchedPoint,
  read: fc.constantFrom(...READS, 'item', 'item', 'item', 'history'),
  about: fc.oneof(fc.nat(400), fc.nat(3)),
  knownOn: fc.constantFrom(true, false, false, false),
  filter: fc.record<SketchedFilter>({
    types: seldom(fc.array(fc.nat(40), { minLength: 1, maxLength: 3 })),
    parties: seldom(
      fc.array(fc.oneof(fc.constantFrom('USA', 'CHN', 'EU', 'KHM', 'MYS', 'CHE'), fc.nat(40)), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    person: seldom(fc.constantFrom(...PEOPLE.map(({ name }) => name))),
    publisher: seldom(fc.constantFrom(...PUBLISHERS.map(({ publisher }) => publisher))),
    certainty: seldom(fc.constantFrom('reported', 'claimed', 'confirmed')),
    about: seldom(fc.constantFrom('view' as const, 'views' as const, 'subject' as const)),
    from: seldom(someDate),
    to: seldom(someDate),
    order: seldom(fc.constant('asc' as const)),
    include: seldom(fc.constant('retracted' as const)),
  }),
  clock: fc.constantFrom<Clock>('asOf', 'reportedAsOf', 'recordedAsOf'),
  other: fc.record(sketchedPoint),
  among: fc.constantFrom('story', 'filter'),
  deadlines: sketchedDeadlines,
  steps: sketchedSteps,
  isOfSubject: fc.boolean(),
  limit: fc.constantFrom('200', '200', '2'),
});

export const sketches = (count: number): fc.Arbitrary<Sketch[]> =>
  fc.array(sketch, { minLength: count, maxLength: count });

/** Makes a question of a sketch. @param recorded with at least one fact about a subject */
export function questionOf(sketch: Sketch, recorded: readonly RecordedEvent[], now: string): Question {
  const facts = recorded.filter((event): event is RecordedFact => !isMetaEvent(event) && event.type !== 'StoryOpened');
  const { subject, story } = topicOf(sketch.about, facts, recorded);
  const asked = pointOf(sketch, facts, recorded, now);
  const isKnownOn = sketch.knownOn && !['changes', 'series'].includes(sketch.read) && asked.asOf !== undefined;
  const here = isKnownOn ? { ...asked, reportedAsOf: asked.asOf } : asked;
  const other = pointOf(sketch.other, facts, recorded, now);
  const isBetween = sketch.read === 'changes';
  const { point, from } = isBetween ? inOrder(here, other, sketch.clock, recorded) : { point: here, from: other };
  const { read, among, deadlines, isOfSubject, limit } = sketch;
  return {
    ...{ read, subject, story, point },
    knownOn: isKnownOn,
    filter: filterOf(sketch.filter, subject, facts),
    from: { clock: sketch.clock, point: from },
    ...{ among, deadlines, isOfSubject, limit },
    steps: stepsOf(sketch.steps, point),
  };
}

function pointOf(
  { asOf, reportedAsOf, undated, recordedAsOf }: SketchedPoint,
  facts: readonly RecordedFact[],
  recorded: readonly RecordedEvent[],
  now: string,
): Point {
  return {
    asOf: validTime(asOf, facts, recorded),
    reportedAsOf: publicationTime(reportedAsOf, recorded),
    undated,
    recordedAsOf: recordOf(recordedAsOf, recorded, now),
    now,
  };
}

/** The point, and the other one on one clock: the earlier of the two has to be given. */
function inOrder(
  point: Point,
  other: Point,
  clock: Clock,
  recorded: readonly RecordedEvent[],
): { point: Point; from: Point } {
  const end = { asOf: '2024-06', reportedAsOf: '2025-04', recordedAsOf: `@${recorded[0]?.position ?? 1}` }[clock];
  const [a, b] = [point[clock], other[clock] ?? end];
  const from = { ...point, [clock]: b };
  if (a === undefined) return { point, from };
  // Positions and instants of the record are not compared.
  if (clock === 'recordedAsOf' && (!a.startsWith('@') || !b.startsWith('@')))
    return { point: { ...point, recordedAsOf: undefined }, from: { ...point, recordedAsOf: end } };
  const isEarlier = clock === 'recordedAsOf' ? Number(b.slice(1)) <= Number(a.slice(1)) : endOf(b) <= endOf(a);
  return isEarlier ? { point, from } : { point: from, from: point };
}

function filterOf(
  { types, parties, about, from, to, ...filter }: SketchedFilter,
  { view, subject }: Subject,
  facts: readonly RecordedFact[],
): Filter {
  const views: Record<string, readonly ViewName[]> = { view: [view], subject: [view], views: [view, VIEWS[0]] };
  const isInOrder = from === undefined || to === undefined || spanOf(from).first <= endOf(to);
  return {
    ...filter,
    ...(isInOrder ? { from, to } : { from: to, to: from }),
    types: types && [...new Set(types.map((number) => pick(facts, number).type))],
    parties: parties && [...new Set(parties.map((one) => (typeof one === 'string' ? one : imposerOf(facts, one))))],
    views: about && [...new Set(views[about])],
    subject: about === 'subject' ? subject : undefined,
  };
}

/** Who imposes the tariff that a fact is about; of another fact, somebody. */
function imposerOf(facts: readonly RecordedFact[], number: number): string {
  const { imposedBy } = pick(facts, number).data;
  return typeof imposedBy === 'string' ? imposedBy : 'USA';
}

/** The subject that one of the facts has, or that a meta event names. */
function topicOf(
  number: number,
  facts: readonly RecordedFact[],
  recorded: readonly RecordedEvent[],
): Pick<Question, 'subject' | 'story'> {
  const moved = recorded.flatMap((event) => {
    const fact = isMetaEvent(event) ? facts.find(({ id }) => id === event.target) : undefined;
    return fact && event.data ? [{ ...fact, data: event.data }] : [];
  });
  const about = pick(
    [...facts, ...moved].filter((fact) => subjectOf(fact) !== null),
    number,
  );
  const subject = subjectOf(about);
  if (subject === null) throw new Error('a fact has a subject');
  return { subject, story: about.story };
}

function validTime(
  asOf: SketchedDate,
  facts: readonly RecordedFact[],
  recorded: readonly RecordedEvent[],
): string | undefined {
  if (asOf === undefined) return undefined;
  if (asOf === 'the fact') return pick(facts, 0).occurredAt;
  if ('date' in asOf) return asOf.date;
  const dates = recorded.flatMap((event) =>
    event.occurredAt !== undefined && event.type !== 'StoryOpened' ? [event.occurredAt] : [],
  );
  const { first } = spanOf(pick(dates, asOf.event));
  return asOf.step === 0 ? first : oneMicrosecondFrom(first, asOf.step);
}

/**
 * A date, or a microsecond before or after a publication, or the end of a date: an undated account may count from then.
 */
function publicationTime(reportedAsOf: SketchedPublication, recorded: readonly RecordedEvent[]): string | undefined {
  if (reportedAsOf === undefined) return undefined;
  if ('date' in reportedAsOf) return reportedAsOf.date;
  const published = recorded.flatMap((event) => {
    const corrected = isMetaEvent(event) ? event.correctedPublication : undefined;
    const happened = event.type === 'StoryOpened' || event.publishedAt !== undefined ? undefined : event.occurredAt;
    return [event.publishedAt, corrected, happened].flatMap((date) => date ?? []);
  });
  if (published.length === 0) return '2025-05';
  return oneMicrosecondFrom(spanOf(pick(published, reportedAsOf.event)).last, reportedAsOf.step);
}

function recordOf(recordedAsOf: SketchedRecord, recorded: readonly RecordedEvent[], now: string): string | undefined {
  if (recordedAsOf === undefined) return undefined;
  if (recordedAsOf === 'today') return now.slice(0, 10);
  const requests = [...new Set(recorded.map((fact) => fact.requestStart))];
  const start = pick(requests, recordedAsOf.request);
  const request = recorded.filter((fact) => fact.requestStart === start);
  const [first, last] = [pick(request, 0), pick(request, request.length - 1)];
  switch (recordedAsOf.form) {
    case 'before':
      return `@${first.position - 1}`;
    case 'first':
      return `@${first.position}`;
    case 'last':
      return `@${last.position}`;
    case 'instant':
      return recordedAsOf.step === 0 ? first.recordedAt : oneMicrosecondFrom(first.recordedAt, recordedAsOf.step);
  }
}

function pick<T>(list: readonly T[], n: number): T {
  const picked = list[n % list.length];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}
