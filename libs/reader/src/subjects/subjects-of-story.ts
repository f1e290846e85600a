import type { Pool } from 'pg';
import type { Known } from '../clocks/clocks.js';
import { rowParameter } from '../sql/generic-plan.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject, type SubjectName } from './subject.js';

/**
 * SQL: the subjects that a fact of a story touches, as known at a position, by a loose index scan. It takes one step of
 * the index for each subject, however many facts that has. Mostly the fact that the step finds is known at the
 * position; if not, another one is looked for. With `exists` instead of the join PostgreSQL would read all facts of the
 * story.
 *
 * @param projections an SQL expression, as all parameters are
 * @param ended whether also those that no fact of the story touches any more
 */
export function storySubjectsSql(projections: string, story: string, position: string, ended: string): string {
  const known = `s.known_from <= ${position} and (s.known_to > ${position} or ${ended})`;
  const first = (projection: string, more: string): string => `
   select s.subject, ${known} as known from subject_fact s
    where s.projection = ${projection} and s.story = ${story} ${more} order by s.subject limit 1`;
  return `
with recursive walk(projection, subject, known) as (
  select p.id, f.subject, f.known from unnest(${projections}) p(id) cross join lateral (${first('p.id', '')}) f
  union all
  select w.projection, f.subject, f.known
    from walk w cross join lateral (${first('w.projection', 'and s.subject > w.subject')}) f
)
select w.projection, w.subject from walk w
 cross join lateral (
   select where w.known
   union all
   select from subject_fact s
    where not w.known and s.projection = w.projection and s.story = ${story} and s.subject = w.subject and ${known}
    limit 1) f`;
}

const parameters = rowParameter(
  '$1::int[] as projections',
  '$2::text as story',
  '$3::bigint as position',
  '$4::boolean as ended',
);

/** $1 projections, $2 story, $3 position, $4 also those that no fact of the story touches any more */
const OF_STORY = `
select t.* from ${parameters} q
 cross join lateral (${storySubjectsSql('q.projections', 'q.story', 'q.position', 'q.ended')}) t
 order by t.projection, t.subject`;

/**
 * The subjects that facts of a story touch, as known at a position.
 *
 * @param left also those that no fact of the story touches any more
 */
export async function readSubjectsOfStory(
  pool: Pool,
  projections: readonly number[],
  story: string,
  position: number,
  left: boolean,
): Promise<SubjectName[]> {
  const { rows } = await pool.query<SubjectName>({
    name: 'subjects-of-story',
    text: OF_STORY,
    values: [projections, story, position, left],
  });
  return rows;
}

/**
 * The subjects of some generations that facts of a story touch, as known at a point of the clocks. As reported by an
 * earlier date, those that no fact touches any more are included: a fact may touch them by the accounts of that date.
 */
export async function subjectsOfStory(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  { position, reportedAsOf }: Known,
): Promise<Subject[]> {
  const byId = new Map(generations.map((one) => [one.projection, one]));
  const names = await readSubjectsOfStory(pool, [...byId.keys()], story, position, reportedAsOf !== Infinity);
  return names.flatMap(({ projection, subject }) => {
    const one = byId.get(projection);
    return one ? [toSubject(one, subject)] : [];
  });
}

/** $1 projection, $2 subject, $3 position */
const SUBJECT_EXISTS = `
select 1 from subject_fact where projection = $1 and subject = $2 and known_from <= $3 limit 1`;

/** Whether any fact had touched a subject by a position. */
export async function subjectExists(
  pool: Pool,
  projection: number,
  subject: string,
  position: number,
): Promise<boolean> {
  const values = [projection, subject, position];
  return (await pool.query({ name: 'subject-exists', text: SUBJECT_EXISTS, values })).rows.length > 0;
}
