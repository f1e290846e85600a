import type { Pool } from 'pg';
import { column, split } from '#projector/store/columns.js';
import type { SubjectName } from './read-subjects.js';

/** How many placements of facts are looked at in one question. */
const LOOKED_AT = 20_000;

/** Whether events are about a fact `s`. */
const SPOKEN_OF = `exists (select from event e where e.fact_id = s.fact_id and e.target is not null)`;

/**
 * The subjects after one of them, among as many placements as are looked at, with which two facts were ever placed, or
 * one that events are about; and the last one, of which the rest may lie further on. $1 projection, $2 after (or ''),
 * $3 how many placements
 */
const TOLD_TWICE = `
with looked_at as materialized (
  select s.subject, s.position, s.fact_id from subject_fact s where s.projection = $1 and s.subject > $2
   order by s.subject, s.valid_from, s.position, s.known_from limit $3),
subjects as (
  select l.subject, min(l.position) < max(l.position) as many, (array_agg(l.fact_id))[1] as fact_id, count(*) as placements from looked_at l group by l.subject),
marked as (
  select s.subject, s.many or ${SPOKEN_OF} as twice, sum(s.placements) over () = $3 and s.subject = max(s.subject) over () as last from subjects s)
select m.subject, m.last from marked m where m.twice or m.last order by m.subject`;

interface Looked {
  subject: string;
  /** There may be more of it. */
  last: boolean;
}

/**
 * The subjects of a view, in order of their names, of which sources may disagree by some press: more than one fact was
 * ever placed with them, or one that other events are about. Some at a time.
 */
export async function* readSubjectsToldTwice(
  pool: Pool,
  projection: number,
  after: string,
): AsyncGenerator<SubjectName[]> {
  for (let place = after; ;) {
    const { rows } = await pool.query<Looked>({
      name: 'subjects-told-twice',
      text: TOLD_TWICE,
      values: [projection, place, LOOKED_AT],
    });
    yield rows.map(({ subject }) => ({ projection, subject }));
    const end = rows.at(-1);
    if (!end?.last) return;
    place = end.subject;
  }
}

/** $1 projections, $2 subjects */
const TOLD_TWICE_AMONG = `
select t.n from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 cross join lateral (
   select s.position, s.fact_id from subject_fact s where s.projection = t.projection and s.subject = t.subject
    order by s.valid_from, s.position, s.known_from limit 1) s
 where ${SPOKEN_OF}
    or exists (select from subject_fact o where o.projection = t.projection and o.subject = t.subject and o.position <> s.position)
 order by t.n`;

/** Those among some subjects of which sources may disagree by some press. In the order given. */
export async function toldTwiceAmong<One extends SubjectName>(pool: Pool, subjects: readonly One[]): Promise<One[]> {
  if (subjects.length === 0) return [];
  const values = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject)];
  const { rows } = await pool.query<{ n: string }>({ name: 'told-twice-among', text: TOLD_TWICE_AMONG, values });
  return rows.flatMap(({ n }) => subjects[Number(n) - 1] ?? []);
}
