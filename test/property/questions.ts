import fc from 'fast-check';
import { beside, spanOf } from '../oracle/dates.js';
import type { Point } from '../oracle/knowledge.js';
import { subjectOf, type Subject } from '../oracle/subjects.js';
import { isAbout, type Told, type ToldFact } from '../oracle/told.js';
import { someDate, somePublication } from './dates.js';

/** A question before the record is known: events and requests are picked by number. */
export interface Sketch {
  read: 'item' | 'history' | 'board' | 'list' | 'disputes';
  about: number;
  asOf: { date: string } | { event: number; step: -1 | 0 | 1 } | 'the fact' | undefined;
  reportedAsOf: { date: string } | { event: number; step: -1 | 1 } | undefined;
  recordedAsOf:
    | { form: 'before' | 'first' | 'last'; request: number }
    | { form: 'instant'; request: number; step: -1 | 0 | 1 }
    | 'today'
    | undefined;
}

/** A question as it is asked: of a subject, or of a story (the subject's view in `list` and `disputes`). */
export interface Question {
  read: Sketch['read'];
  subject: Subject;
  story: string;
  point: Point;
  /** The position that `clocks` has to name, where the question names one inside the case. */
  position: number | undefined;
}

const step = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);

export const sketch: fc.Arbitrary<Sketch> = fc.record<Sketch>({
  read: fc.constantFrom('item', 'item', 'item', 'history', 'board', 'list', 'disputes'),
  about: fc.oneof(fc.nat(40), fc.nat(3)),
  asOf: fc.oneof(
    { weight: 2, arbitrary: fc.record({ date: someDate }) },
    { weight: 3, arbitrary: fc.record({ event: fc.nat(40), step }) },
    fc.constant('the fact' as const),
    fc.constant(undefined),
  ),
  reportedAsOf: fc.oneof(
    { weight: 1, arbitrary: fc.record({ date: fc.oneof(somePublication, someDate) }) },
    { weight: 1, arbitrary: fc.record({ event: fc.nat(40), step: fc.constantFrom<-1 | 1>(-1, 1) }) },
    { weight: 3, arbitrary: fc.constant(undefined) },
  ),
  recordedAsOf: fc.oneof(
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
  ),
});

export const sketches = (count: number): fc.Arbitrary<Sketch[]> =>
  fc.array(sketch, { minLength: count, maxLength: count });

/** The sketch as a question about what has been recorded; there is at least one fact. */
export function questionOf(sketch: Sketch, told: readonly Told[], now: string): Question {
  const facts = told.filter((event): event is ToldFact => !isAbout(event) && subjectOf(event) !== null);
  const { subject, story } = aboutWhat(sketch.about, facts, told);
  const { recordedAsOf, position } = record(sketch.recordedAsOf, told, now);
  const point = {
    asOf: world(sketch.asOf, facts, told),
    reportedAsOf: press(sketch.reportedAsOf, told),
    recordedAsOf,
    now,
  };
  return { read: sketch.read, subject, story, point, position };
}

/** The subject that one of the facts has, or that a correction has brought. */
function aboutWhat(
  number: number,
  facts: readonly ToldFact[],
  told: readonly Told[],
): Pick<Question, 'subject' | 'story'> {
  const moved = told.flatMap((event) => {
    const fact = isAbout(event) ? facts.find(({ id }) => id === event.target) : undefined;
    return fact && event.data ? [{ ...fact, data: event.data }] : [];
  });
  const about = pick([...facts, ...moved], number);
  const subject = subjectOf(about);
  if (subject === null) throw new Error('a fact has a subject');
  return { subject, story: about.story };
}

function world(asOf: Sketch['asOf'], facts: readonly ToldFact[], told: readonly Told[]): string | undefined {
  if (asOf === undefined) return undefined;
  if (asOf === 'the fact') return pick(facts, 0).occurredAt;
  if ('date' in asOf) return asOf.date;
  const dates = told.flatMap((event) =>
    event.occurredAt !== undefined && event.type !== 'StoryOpened' ? [event.occurredAt] : [],
  );
  const { first } = spanOf(pick(dates, asOf.event));
  return asOf.step === 0 ? first : beside(first, asOf.step);
}

/** A date, or a moment before or after something came out. */
function press(asked: Sketch['reportedAsOf'], told: readonly Told[]): string | undefined {
  if (asked === undefined) return undefined;
  if ('date' in asked) return asked.date;
  const published = told.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [publishedAt]));
  if (published.length === 0) return '2025-05';
  return beside(spanOf(pick(published, asked.event)).last, asked.step);
}

function record(
  asked: Sketch['recordedAsOf'],
  told: readonly Told[],
  now: string,
): { recordedAsOf?: string; position?: number } & Partial<Question> {
  if (asked === undefined) return {};
  if (asked === 'today') return { recordedAsOf: now.slice(0, 10) };
  const requests = [...new Set(told.map((fact) => fact.requestStart))];
  const start = pick(requests, asked.request);
  const request = told.filter((fact) => fact.requestStart === start);
  const [first, last] = [pick(request, 0), pick(request, request.length - 1)];
  switch (asked.form) {
    case 'before':
      return { recordedAsOf: `@${first.position - 1}` };
    case 'first':
      return { recordedAsOf: `@${first.position}`, position: last.position };
    case 'last':
      return { recordedAsOf: `@${last.position}`, position: last.position };
    case 'instant':
      return { recordedAsOf: asked.step === 0 ? first.recordedAt : beside(first.recordedAt, asked.step) };
  }
}

function pick<T>(list: readonly T[], n: number): T {
  const picked = list[n % list.length];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}
