import type { Period } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { worldBound, type Clocks, type Known } from '../clocks/clocks.js';
import { evidenceOf, type CitableFact } from './evidence.js';
import { readTimelineFacts } from '../timeline/read-timeline.js';
import { factsAsReported } from '../items/as-reported.js';
import { isReadableAt, type ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';
import { resolveForTimeline, type TimelineFact, type TimelinePlace } from '../timeline/timeline-fact.js';
import type { TimelineFilter } from '../timeline/timeline-fact-states.js';

/** What is read besides the latest facts of the story. */
export interface EvidenceQuery {
  /** Subjects whose latest facts of each type are needed. */
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
 * those of all stories behind some subjects, and others by their ids. Their number is bounded, however long the story.
 */
export async function readEvidence(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  { subjects, types, events }: EvidenceQuery,
): Promise<CitableFact[]> {
  const [latest, behind, others] = await Promise.all([
    readLatest(pool, story, {}, clocks, types),
    readEvidenceOfSubjects(pool, generations, clocks, [{ subjects, asOf: clocks.asOf }]),
    factsOfEvents(pool, events, clocks),
  ]);
  return once([...[...latest, ...others].map((one) => evidenceOf(one, clocks)), ...behind.flat()]);
}

/** Some subjects, as of a valid time. */
export interface SubjectsAsOf {
  subjects: EvidenceQuery['subjects'];
  asOf: number;
}

/**
 * The latest facts of each type and of all stories behind some subjects, as of some dates, by one query.
 *
 * @returns for each date the facts that can be cited, each once
 */
export async function readEvidenceOfSubjects(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  known: Known,
  requested: readonly SubjectsAsOf[],
): Promise<CitableFact[][]> {
  const readable = new Map(
    generations.filter((one) => isReadableAt(one, known.position)).map((one) => [one.view.name, one]),
  );
  const behind = requested.flatMap(({ subjects, asOf }, nth) =>
    subjects.flatMap(({ view, subject }): SubjectAsOf[] => {
      const one = readable.get(view);
      return one ? [{ ...toSubject(one, subject), asOf, nth }] : [];
    }),
  );
  const found = requested.map((): CitableFact[] => []);
  for (const [i, facts] of (await factsOfSubjects(pool, behind, known)).entries()) {
    const { asOf, nth } = behind[i] ?? { asOf: -Infinity, nth: -1 };
    const begun = facts.filter(({ resolved }) => resolved.period.from <= asOf);
    found[nth]?.push(...begun.map((one) => evidenceOf(one, known)));
  }
  return found.map(once);
}

/** The latest facts of a story, withdrawn ones included. */
export interface LatestFacts {
  facts: TimelineFact[];
  /** Whether the story has no others. */
  all: boolean;
}

/** The latest facts of a story, or the latest before a place. */
export async function readLatestFacts(
  pool: Pool,
  story: string,
  clocks: Clocks,
  before: TimelinePlace | null,
): Promise<LatestFacts> {
  const filter = { retracted: true };
  const facts = await readTimelineFacts(pool, { story, filter, clocks, after: before, limit: LATEST });
  return { facts, all: facts.length < LATEST };
}

/**
 * The facts of a story with a valid time in a span: the latest, and the latest of some types, withdrawn ones included.
 *
 * @param latest the story's latest facts, which are not read again
 */
export async function readEvidenceWithin(
  pool: Pool,
  story: string,
  from: Period,
  clocks: Clocks,
  types: readonly string[],
  latest: LatestFacts,
): Promise<CitableFact[]> {
  const reached = latest.all || (latest.facts.at(-1)?.resolved.period.from ?? Infinity) < from.from;
  const within = ({ resolved: { period } }: TimelineFact): boolean =>
    period.from >= from.from && period.from <= clocks.asOf;
  const found = reached
    ? latest.facts.filter(within)
    : await readLatest(pool, story, { from, retracted: true }, clocks, types);
  return once(found.map((one) => evidenceOf(one, clocks)));
}

/** The latest facts that pass a filter and, where there are more, the latest of some types. */
async function readLatest(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  types: readonly string[],
): Promise<TimelineFact[]> {
  const selection = { story, clocks, after: null };
  const latest = await readTimelineFacts(pool, { ...selection, filter, limit: LATEST });
  if (latest.length < LATEST) return latest;
  const ofTypes = { ...selection, filter: { ...filter, types }, limit: OF_TYPES };
  return [...latest, ...(await readTimelineFacts(pool, ofTypes))];
}

const once = (found: readonly CitableFact[]): CitableFact[] => [...new Map(found.map((one) => [one.id, one])).values()];

/** A subject as of a date. */
interface SubjectAsOf extends Subject {
  asOf: number;
  /** The index of the requested date. */
  nth: number;
}

/**
 * $1 projections, $2 subjects, $3 valid times, $4 position: the latest facts of each type among the latest of each
 * subject.
 */
const OF_SUBJECTS = `
select r.n, ${factStateSql('f')} as form from (
  select t.n, s.position,
         row_number() over (partition by t.n, g.type order by s.valid_from desc, s.position desc) as nth
    from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')})
         with ordinality t(projection, subject, as_of, n)
   cross join lateral (
     select s.valid_from, s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject and s.valid_from <= t.as_of
        and s.known_from <= $4 and s.known_to > $4
      order by s.valid_from desc, s.position desc limit ${OF_A_SUBJECT}) s
    join fact g on g.position = s.position and g.known_from <= $4 and g.known_to > $4) r
  join fact f on f.position = r.position and f.known_from <= $4 and f.known_to > $4
 where r.nth <= ${OF_EACH_TYPE}`;

async function factsOfSubjects(pool: Pool, subjects: readonly SubjectAsOf[], known: Known): Promise<TimelineFact[][]> {
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
  const { rows } = await pool.query<{ n: string; form: StoredFactState }>({
    name: 'evidence-of-subjects',
    text: OF_SUBJECTS,
    values,
  });
  const found = subjects.map((): TimelineFact[] => []);
  for (const { n, form } of rows) {
    const fact = resolveForTimeline(readFactState(form));
    if (fact) found[Number(n) - 1]?.push(fact);
  }
  return found;
}

/** $1 ids, $2 position: the states of the facts that these events are, or are meta-events of. */
const OF_EVENTS = `
select ${factStateSql('f')} as form
  from (select distinct e.fact_id from unnest($1::uuid[]) u(id) join event e on e.id = u.id) t
  join event e on e.id = t.fact_id
  join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2`;

async function factsOfEvents(pool: Pool, ids: readonly string[], clocks: Clocks): Promise<TimelineFact[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ form: StoredFactState }>({
    name: 'evidence-of-events',
    text: OF_EVENTS,
    values: [ids, clocks.position],
  });
  return rows.flatMap(({ form }) => resolveForTimeline(readFactState(form), clocks) ?? []);
}
