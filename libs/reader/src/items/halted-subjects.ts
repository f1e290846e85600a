import type { Pool } from 'pg';
import type { SubjectHalt } from '#projector/store/halted-subjects.js';
import { column, split } from '#projector/store/columns.js';
import { isReadableAt, type ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';

/** A subject of which an answer says nothing, and why. */
export interface HaltedSubject {
  view: string;
  subject: string;
  reason: string;
}

/** The subjects that an answer lacks. */
export interface HaltedSubjects {
  /** By view and name, the first 50. */
  haltedSubjects: HaltedSubject[];
  /** How many more there are; absent: none. */
  moreHaltedSubjects?: number;
}

const MAX_NAMED = 50;

/** Why a subject is set aside at a position of the log; `null`: it is not, or not yet. */
export const haltAt = ({ halt }: { halt: SubjectHalt | null }, position: number): string | null =>
  halt && halt.position <= position ? halt.reason : null;

/** Names subjects that an answer lacks, each once. */
export function nameHalted(found: readonly HaltedSubject[]): HaltedSubjects {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const once = [...new Map(found.map((one) => [`${one.view} ${one.subject}`, one])).values()];
  const ordered = once.sort((a, b) => compare(a.view, b.view) || compare(a.subject, b.subject));
  const haltedSubjects = ordered.slice(0, MAX_NAMED).map(({ view, subject, reason }) => ({ view, subject, reason }));
  return ordered.length > MAX_NAMED
    ? { haltedSubjects, moreHaltedSubjects: ordered.length - MAX_NAMED }
    : { haltedSubjects };
}

/** Those among subjects as they were read of which nothing is said, since they are set aside. */
export const haltedAmong = (subjects: readonly (Subject & { halted: string | null })[]): HaltedSubject[] =>
  subjects.flatMap(({ view, subject, halted }) =>
    halted === null ? [] : [{ view: view.name, subject, reason: halted }],
  );

/**
 * $1 projections, $2 subjects, $3 story, $4 position, $5 also those that no fact of the story touches any more: which
 * of them it touches.
 */
const TOUCHED = `
select t.n from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 where exists (
   select from subject_fact s
    where s.projection = t.projection and s.story = $3 and s.subject = t.subject and s.known_from <= $4 and (s.known_to > $4 or $5))
 order by t.n`;

/**
 * The subjects of some generations that are set aside at a position. Mostly there are none, and nothing is asked.
 *
 * @param story those that a fact of this story touches; `null`: all
 * @param left also those that no fact of the story touches any more
 */
export async function readHaltedSubjects(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  position: number,
  story: string | null,
  left = false,
): Promise<Subject[]> {
  const all = serving.flatMap((one) =>
    one.halts.size === 0 || !isReadableAt(one, position)
      ? []
      : [...one.halts.values()]
          .filter((halt) => halt.position <= position)
          .map(({ subject }) => toSubject(one, subject)),
  );
  if (all.length === 0 || story === null) return all;
  const keys = [column(all, (one) => one.projection), column(all, (one) => one.subject)];
  const { rows } = await pool.query<{ n: string }>({
    name: 'halted-of-story',
    text: TOUCHED,
    values: [...keys, story, position, left],
  });
  return rows.flatMap(({ n }) => all[Number(n) - 1] ?? []);
}

/** The same, named. */
export async function readHaltedNames(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  position: number,
  story: string | null,
): Promise<HaltedSubject[]> {
  const found = await readHaltedSubjects(pool, serving, position, story);
  return haltedAmong(found.map((one) => ({ ...one, halted: haltAt(one, position) })));
}
