import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { rowParameter } from '../sql/generic-plan.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject } from './subject.js';

/** Subjects of one generation, by name. */
export interface SubjectName {
  projection: number;
  subject: string;
}

/**
 * The subjects that a fact of a story touches, as known at a position, by a loose index scan: one step of the index a
 * subject, however many facts each has. Mostly the fact that the step finds is known there; else another is looked for.
 * By `exists`, in place of the join, PostgreSQL would read all facts of the story.
 *
 * @param projections SQL, as the others
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
  select w.projection, f.subject, f.known from walk w cross join lateral (${first('w.projection', 'and s.subject > w.subject')}) f
)
select w.projection, w.subject from walk w
 cross join lateral (
   select where w.known
   union all
   select from subject_fact s
    where not w.known and s.projection = w.projection and s.story = ${story} and s.subject = w.subject and ${known}
    limit 1) f`;
}

/** $1 projections, $2 story, $3 position, $4 also those that no fact of the story touches any more */
const OF_STORY = `
select t.* from ${rowParameter('$1::int[] as projections', '$2::text as story', '$3::bigint as position', '$4::boolean as ended')} q
 cross join lateral (${storySubjectsSql('q.projections', 'q.story', 'q.position', 'q.ended')}) t
 order by t.projection, t.subject`;

/**
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
 * What facts of a story touch, as known at a point of the clocks, of the generations that answer. By an earlier day's
 * press also what they have left.
 */
export async function subjectsOfStory(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  { position, reportedAsOf }: Pick<Clocks, 'reportedAsOf' | 'position'>,
): Promise<Subject[]> {
  const byId = new Map(serving.map((one) => [one.projection, one]));
  const names = await readSubjectsOfStory(pool, [...byId.keys()], story, position, reportedAsOf !== Infinity);
  return names.flatMap(({ projection, subject }) => {
    const one = byId.get(projection);
    return one ? [toSubject(one, subject)] : [];
  });
}

/**
 * The subjects of a view after one of them, all that were ever heard of. $1 projection, $2 after (or ''), $3 how many
 */
const OF_VIEW = `
with recursive walk(subject, n) as (
  select (select s.subject from subject_fact s where s.projection = $1 and s.subject > $2 order by s.subject limit 1), 1
  union all
  select (select s.subject from subject_fact s where s.projection = $1 and s.subject > w.subject order by s.subject limit 1), w.n + 1
    from walk w where w.subject is not null and w.n < $3
)
select $1::int as projection, w.subject from walk w where w.subject is not null order by w.subject`;

/** The next subjects of a view in order of their names, all that were ever heard of. */
export async function readSubjectsOfView(
  pool: Pool,
  projection: number,
  after: string,
  limit: number,
): Promise<SubjectName[]> {
  const { rows } = await pool.query<SubjectName>({
    name: 'subjects-of-view',
    text: OF_VIEW,
    values: [projection, after, limit],
  });
  return rows;
}

/**
 * The subjects of a view after one of them in which facts of a story ever were, and whether one is, as known at a
 * position. $1 projection, $2 story, $3 position, $4 also where none is any more, $5 after (or ''), $6 how many
 */
const OF_VIEW_IN_STORY = `
with recursive walk(subject, n) as (
  select (select s.subject from subject_fact s where s.projection = $1 and s.story = $2 and s.subject > $5 order by s.subject limit 1), 1
  union all
  select (select s.subject from subject_fact s where s.projection = $1 and s.story = $2 and s.subject > w.subject order by s.subject limit 1), w.n + 1
    from walk w where w.subject is not null and w.n < $6
)
select $1::int as projection, w.subject,
       exists (select from subject_fact s
                where s.projection = $1 and s.story = $2 and s.subject = w.subject and s.known_from <= $3 and (s.known_to > $3 or $4)
                offset 0) as touched
  from walk w where w.subject is not null order by w.subject`;

/**
 * The next subjects of a view, in order of their names, in which facts of a story ever were, and whether the story
 * touches them.
 *
 * @param left also those that no fact of the story touches any more
 */
export async function readSubjectsOfViewInStory(
  pool: Pool,
  projection: number,
  story: string,
  position: number,
  left: boolean,
  after: string,
  limit: number,
): Promise<(SubjectName & { touched: boolean })[]> {
  const values = [projection, story, position, left, after, limit];
  return (
    await pool.query<SubjectName & { touched: boolean }>({
      name: 'subjects-of-view-in-story',
      text: OF_VIEW_IN_STORY,
      values,
    })
  ).rows;
}

/**
 * The subjects of a view after one of them of which sources were ever found to disagree. $1 projection, $2 after (or
 * ''), $3 how many
 */
const DISPUTED_OF_VIEW = `
with recursive walk(subject, n) as (
  select (select v.subject from view_version v where v.disputed and v.projection = $1 and v.subject > $2 order by v.subject limit 1), 1
  union all
  select (select v.subject from view_version v where v.disputed and v.projection = $1 and v.subject > w.subject order by v.subject limit 1), w.n + 1
    from walk w where w.subject is not null and w.n < $3
)
select $1::int as projection, w.subject from walk w where w.subject is not null order by w.subject`;

/**
 * The next subjects of a view, in order of their names, of which sources were ever found to disagree, as far as all of
 * the press goes.
 */
export async function readDisputedOfView(
  pool: Pool,
  projection: number,
  after: string,
  limit: number,
): Promise<SubjectName[]> {
  const { rows } = await pool.query<SubjectName>({
    name: 'disputed-of-view',
    text: DISPUTED_OF_VIEW,
    values: [projection, after, limit],
  });
  return rows;
}

/** $1 projections, $2 subjects */
const DISPUTED_AMONG = `
select t.projection, t.subject from unnest($1::int[], $2::text[]) with ordinality t(projection, subject, n)
 where exists (select 1 from view_version v where v.disputed and v.projection = t.projection and v.subject = t.subject)
 order by t.n`;

/**
 * Those among some subjects of which sources were ever found to disagree, as far as all of the press goes. In the order
 * given.
 */
export async function disputedAmong(pool: Pool, names: readonly SubjectName[]): Promise<SubjectName[]> {
  const values = [names.map((one) => one.projection), names.map((one) => one.subject)];
  const { rows } = await pool.query<SubjectName>({ name: 'disputed-among', text: DISPUTED_AMONG, values });
  return rows;
}

/** $1 projections, $2 subjects, $3 story, $4 position, $5 also those that no fact of the story touches any more */
const TOUCHED_AMONG = `
select t.n from unnest($1::int[], $2::text[]) with ordinality t(projection, subject, n)
 cross join lateral (
   select from subject_fact s
    where s.projection = t.projection and s.story = $3 and s.subject = t.subject and s.known_from <= $4 and (s.known_to > $4 or $5) limit 1) s
 order by t.n`;

/**
 * Those among some subjects that a fact of a story touches, as known at a position. In the order given.
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

/** $1 projection, $2 subject, $3 position */
const HEARD_OF = `select 1 from subject_fact where projection = $1 and subject = $2 and known_from <= $3 limit 1`;

/** Whether anything had named a subject by a position. */
export async function subjectExists(
  pool: Pool,
  projection: number,
  subject: string,
  position: number,
): Promise<boolean> {
  return (
    (await pool.query({ name: 'heard-of', text: HEARD_OF, values: [projection, subject, position] })).rows.length > 0
  );
}
