import type { Period } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import { column, split } from '#projector/store/columns.js';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import type { FactState } from '#history/facts/fact-state.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { evidenceOf, type CitableFact } from './evidence.js';
import { readTimelineFacts } from '../timeline/read-timeline.js';
import { factsAsReported } from '../items/as-reported.js';
import { isReadableAt, type ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';
import { resolveForTimeline, type TimelineFact } from '../timeline/resolve-for-timeline.js';
import type { TimelineFilter } from '../timeline/timeline-fact-states.js';
import type { TimelinePlace } from '../timeline/timeline-page.js';

/** What is looked for beside the latest facts of the story. */
export interface EvidenceQuery {
  /** Subjects whose latest facts, of each type some, are needed. */
  subjects: readonly { view: string; subject: string }[];
  /** Types of which the latest facts of the story are needed, however far back they lie. */
  types: readonly string[];
  /** Facts, and accounts of facts, that are needed whatever their date. */
  events: readonly string[];
}

const LATEST = 200;
const OF_TYPES = 100;
const OF_EACH_TYPE = 20;
const OF_A_SUBJECT = 1_000;

/**
 * The facts that a story's brief can cite at a point of the clocks, each once: the latest, the latest of some types,
 * those behind some subjects (of whatever story), and others by their ids. Bounded, however long the story is.
 *
 * @param serving the generations that answer
 */
export async function readEvidence(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  { subjects, types, events }: EvidenceQuery,
): Promise<CitableFact[]> {
  const [latest, behind, others] = await Promise.all([
    readLatest(pool, story, {}, clocks, types),
    readEvidenceOfSubjects(pool, serving, clocks, [{ subjects, asOf: clocks.asOf }]),
    factsOfEvents(pool, events, clocks),
  ]);
  return once([...[...latest, ...others].map((one) => evidenceOf(one, clocks)), ...behind.flat()]);
}

/** Some subjects, as of a date of the world. */
export interface SubjectsAsOf {
  subjects: EvidenceQuery['subjects'];
  asOf: number;
}

/**
 * The latest facts of each type behind some subjects, of whatever story, as of some dates, in one question.
 *
 * @param serving the generations that answer
 * @returns for each date what can be cited, each once
 */
export async function readEvidenceOfSubjects(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  known: Pick<Clocks, 'reportedAsOf' | 'position'>,
  asked: readonly SubjectsAsOf[],
): Promise<CitableFact[][]> {
  const answering = new Map(
    serving.filter((one) => isReadableAt(one, known.position)).map((one) => [one.view.name, one]),
  );
  const behind = asked.flatMap(({ subjects, asOf }, nth) =>
    subjects.flatMap(({ view, subject }): SubjectAsOf[] => {
      const one = answering.get(view);
      return one ? [{ ...toSubject(one, subject), asOf, nth }] : [];
    }),
  );
  const found = asked.map((): CitableFact[] => []);
  for (const [i, facts] of (await factsOfSubjects(pool, behind, known)).entries()) {
    const { asOf, nth } = behind[i] ?? { asOf: -Infinity, nth: -1 };
    found[nth]?.push(...facts.filter(({ told }) => told.period.from <= asOf).map((one) => evidenceOf(one, known)));
  }
  return found.map(once);
}

/** The latest facts of a story, those that were withdrawn included, and whether there are no others. */
export interface LatestFacts {
  facts: TimelineFact[];
  all: boolean;
}

/** The latest facts of a story, before a place where one is given. */
export async function readLatestFacts(
  pool: Pool,
  story: string,
  clocks: Clocks,
  before: TimelinePlace | null,
): Promise<LatestFacts> {
  const facts = await readTimelineFacts(pool, story, { retracted: true }, clocks, before, LATEST);
  return { facts, all: facts.length < LATEST };
}

/**
 * The facts of a story that are dated within a span of the world, the latest and the latest of some types, those that
 * were withdrawn included.
 *
 * @param latest of the story, which need not be asked for again
 */
export async function readEvidenceWithin(
  pool: Pool,
  story: string,
  from: Period,
  clocks: Clocks,
  types: readonly string[],
  latest: LatestFacts,
): Promise<CitableFact[]> {
  const reached = latest.all || (latest.facts.at(-1)?.told.period.from ?? Infinity) < from.from;
  const within = ({ told: { period } }: TimelineFact): boolean =>
    period.from >= from.from && period.from <= clocks.asOf;
  const found = reached
    ? latest.facts.filter(within)
    : await readLatest(pool, story, { from, retracted: true }, clocks, types);
  return once(found.map((one) => evidenceOf(one, clocks)));
}

/** The latest facts that a filter lets through and, where there are more, the latest of some types. */
async function readLatest(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  types: readonly string[],
): Promise<TimelineFact[]> {
  const latest = await readTimelineFacts(pool, story, filter, clocks, null, LATEST);
  if (latest.length < LATEST) return latest;
  return [...latest, ...(await readTimelineFacts(pool, story, { ...filter, types }, clocks, null, OF_TYPES))];
}

const once = (found: readonly CitableFact[]): CitableFact[] => [...new Map(found.map((one) => [one.id, one])).values()];

/** A subject as of a date, and for which of those that were asked for. */
interface SubjectAsOf extends Subject {
  asOf: number;
  nth: number;
}

/**
 * $1 projections, $2 subjects, $3 world dates, $4 position: the latest facts of each type among the latest of each
 * subject.
 */
const OF_SUBJECTS = `
select r.n, ${storedForm('f')} as form from (
  select t.n, s.position, row_number() over (partition by t.n, g.type order by s.valid_from desc, s.position desc) as nth
    from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, as_of, n)
   cross join lateral (
     select s.valid_from, s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject and s.valid_from <= t.as_of and s.known_from <= $4 and s.known_to > $4
      order by s.valid_from desc, s.position desc limit ${OF_A_SUBJECT}) s
    join fact g on g.position = s.position and g.known_from <= $4 and g.known_to > $4) r
  join fact f on f.position = r.position and f.known_from <= $4 and f.known_to > $4
 where r.nth <= ${OF_EACH_TYPE}`;

async function factsOfSubjects(
  pool: Pool,
  subjects: readonly SubjectAsOf[],
  known: Pick<Clocks, 'reportedAsOf' | 'position'>,
): Promise<TimelineFact[][]> {
  if (subjects.length === 0) return [];
  if (known.reportedAsOf !== Infinity) {
    const facts = await factsAsReported(pool, subjects, known);
    return facts.map((some) => some.map((fact) => ({ ...fact, withdrawn: false })));
  }
  const values = [
    column(subjects, (one) => one.projection),
    column(subjects, (one) => one.subject),
    column(subjects, (one) => worldBound(one.asOf)),
    known.position,
  ];
  const { rows } = await pool.query<{ n: string; form: StoredForm }>({
    name: 'evidence-of-subjects',
    text: OF_SUBJECTS,
    values,
  });
  const found = subjects.map((): TimelineFact[] => []);
  for (const { n, form } of rows) found[Number(n) - 1]?.push(...told(formOf(form)));
  return found;
}

const told = (form: FactState): TimelineFact[] => [resolveForTimeline(form, Infinity) ?? []].flat();

/** $1 ids, $2 position: the forms of the facts that these events are, or are about. */
const OF_EVENTS = `
select ${storedForm('f')} as form
  from (select distinct e.fact_id from unnest($1::uuid[]) u(id) join event e on e.id = u.id) t
  join event e on e.id = t.fact_id
  join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2`;

async function factsOfEvents(pool: Pool, ids: readonly string[], clocks: Clocks): Promise<TimelineFact[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ form: StoredForm }>({
    name: 'evidence-of-events',
    text: OF_EVENTS,
    values: [ids, clocks.position],
  });
  return rows.flatMap(({ form }) => resolveForTimeline(formOf(form), clocks.reportedAsOf) ?? []);
}
