import type { AnyView } from '#views/define-view.js';
import type { SubjectHalt } from '#projector/store/projections.js';
import { type ActiveGeneration, isReadableAt } from '../clocks/active-generation.js';
import type { Pool } from 'pg';

/** A subject of a generation of a view. */
export interface Subject {
  view: AnyView;
  projection: number;
  subject: string;
  /** From which position it is halted, and why; `null`: it is not. */
  halt: SubjectHalt | null;
}

/** The name of a subject within a generation. */
export interface SubjectName {
  projection: number;
  subject: string;
}

/** A subject of a generation, by its name. */
export const toSubject = (
  { view, projection, halts }: Pick<ActiveGeneration, 'view' | 'projection' | 'halts'>,
  subject: string,
): Subject => ({
  view,
  projection,
  subject,
  halt: halts.get(subject) ?? null,
});

/** Compares names by code units, as the database does with COLLATE "C". */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A subject that is missing from an answer since it is halted, and why it is. */
export interface HaltedSubject {
  view: string;
  subject: string;
  reason: string;
}

/** The halted subjects that are missing from an answer. */
export interface HaltedSubjects {
  /** By view and name, the first 50. */
  haltedSubjects: HaltedSubject[];
  /** How many more there are; absent: none. */
  moreHaltedSubjects?: number;
}

const MAX_NAMED = 50;

/** Why a subject is halted at a position of the log; `null`: it is not, or not yet. */
export const haltAt = ({ halt }: { halt: SubjectHalt | null }, position: number): string | null =>
  halt && halt.position <= position ? halt.reason : null;

/** Names the halted subjects that are missing in an answer, each once. */
export function nameHalted(found: readonly HaltedSubject[]): HaltedSubjects {
  const once = [...new Map(found.map((one) => [`${one.view} ${one.subject}`, one])).values()];
  const ordered = once.sort((a, b) => compareText(a.view, b.view) || compareText(a.subject, b.subject));
  const haltedSubjects = ordered.slice(0, MAX_NAMED).map(({ view, subject, reason }) => ({ view, subject, reason }));
  return ordered.length > MAX_NAMED
    ? { haltedSubjects, moreHaltedSubjects: ordered.length - MAX_NAMED }
    : { haltedSubjects };
}

/** The halted ones among subjects that were read. */
export const haltedAmong = (subjects: readonly (Subject & { halted: string | null })[]): HaltedSubject[] =>
  subjects.flatMap(({ view, subject, halted }) =>
    halted === null ? [] : [{ view: view.name, subject, reason: halted }],
  );

/**
 * The subjects of some generations that are halted at a position. Mostly there are none, and no query runs.
 *
 * @param story only those that a fact of this story touches; `null`: all
 * @param left also those that no fact of the story touches any more
 */
export async function readHaltedSubjects(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  position: number,
  story: string | null,
  left = false,
): Promise<Subject[]> {
  const all = generations.flatMap((one) =>
    one.halts.size === 0 || !isReadableAt(one, position)
      ? []
      : [...one.halts.values()]
          .filter((halt) => halt.position <= position)
          .map(({ subject }) => toSubject(one, subject)),
  );
  return all.length === 0 || story === null ? all : touchedAmong(pool, all, story, position, left);
}

/** As `readHaltedSubjects`, in the form in which an answer names the subjects. */
export async function readHaltedNames(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  position: number,
  story: string | null,
): Promise<HaltedSubject[]> {
  const found = await readHaltedSubjects(pool, generations, position, story);
  return haltedAmong(found.map((one) => ({ ...one, halted: haltAt(one, position) })));
}

/** $1 projections, $2 subjects, $3 story, $4 position, $5 also those that no fact of the story touches any more */
const TOUCHED_AMONG = `
select t.n from unnest($1::int[], $2::text[]) with ordinality t(projection, subject, n)
 cross join lateral (
   select from subject_fact s
    where s.projection = t.projection and s.story = $3 and s.subject = t.subject
      and s.known_from <= $4 and (s.known_to > $4 or $5)
    limit 1) s
 order by t.n`;

/**
 * The subjects that a fact of a story touches, among some subjects, as known at a position. In the order given.
 *
 * @param left also those that no fact of the story touches any more
 */
export async function touchedAmong<One extends SubjectName>(
  pool: Pool,
  subjects: readonly One[],
  story: string,
  position: number,
  left = false,
): Promise<One[]> {
  const values = [subjects.map((one) => one.projection), subjects.map((one) => one.subject), story, position, left];
  const { rows } = await pool.query<{ n: string }>({ name: 'touched-among', text: TOUCHED_AMONG, values });
  return rows.flatMap(({ n }) => subjects[Number(n) - 1] ?? []);
}

/**
 * SQL: `walk(subject, n)`, the next subjects of a table in the order of their names, one look into an index each. Needs
 * `with recursive`.
 *
 * @param rows the table as `s`, and which of its rows count
 * @param after the parameter of the subject to begin after, '' for the first
 * @param limit the parameter of how many
 */
export const walkSubjects = (rows: string, after: string, limit: string): string => `walk(subject, n) as (
  select (select s.subject from ${rows} and s.subject > ${after} order by s.subject limit 1), 1
  union all
  select (select s.subject from ${rows} and s.subject > w.subject order by s.subject limit 1), w.n + 1
    from walk w where w.subject is not null and w.n < ${limit}
)`;
