import fc from 'fast-check';
import { beside, spanOf } from '../oracle/dates.js';
import type { Point } from '../oracle/knowledge.js';
import { subjectOf, type Subject } from '../oracle/subjects.js';
import type { Told } from '../oracle/told.js';
import { someDate } from './dates.js';

/** A question before the record is known: facts and requests are picked by number. */
export interface Sketch {
  read: 'item' | 'history' | 'board' | 'list';
  about: number;
  asOf: { date: string } | { fact: number; step: -1 | 0 | 1 } | 'the fact' | undefined;
  recordedAsOf:
    { form: 'before' | 'first' | 'last'; request: number } | { form: 'instant'; request: number; step: -1 | 0 | 1 } | 'today' | undefined;
}

/** A question as it is asked: of a subject, or of a story (the subject's view in `list`). */
export interface Question {
  read: Sketch['read'];
  subject: Subject;
  story: string;
  point: Point;
  /** The position that `clocks` has to name, where the question names one inside the case. */
  position: number | undefined;
}

const step = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);

export const sketches = fc.array(
  fc.record<Sketch>({
    read: fc.constantFrom('item', 'item', 'history', 'board', 'list'),
    about: fc.oneof(fc.nat(40), fc.nat(3)),
    asOf: fc.oneof(
      { weight: 2, arbitrary: fc.record({ date: someDate }) },
      { weight: 2, arbitrary: fc.record({ fact: fc.nat(40), step }) },
      fc.constant('the fact' as const),
      fc.constant(undefined),
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
  }),
  { minLength: 12, maxLength: 12 },
);

/** The sketch as a question about what has been recorded; there is at least one fact. */
export function questionOf(sketch: Sketch, told: readonly Told[], now: string): Question {
  const facts = told.filter((fact) => subjectOf(fact) !== null);
  const about = pick(facts, sketch.about);
  const subject = subjectOf(about);
  if (subject === null) throw new Error('a fact has a subject');
  const { recordedAsOf, position } = record(sketch.recordedAsOf, told, now);
  return { read: sketch.read, subject, story: about.story, point: { asOf: world(sketch.asOf, facts), recordedAsOf, now }, position };
}

function world(asOf: Sketch['asOf'], facts: readonly Told[]): string | undefined {
  if (asOf === undefined) return undefined;
  if (asOf === 'the fact') return pick(facts, 0).occurredAt;
  if ('date' in asOf) return asOf.date;
  const { first } = spanOf(pick(facts, asOf.fact).occurredAt);
  return asOf.step === 0 ? first : beside(first, asOf.step);
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
