import type { Pool } from 'pg';
import type { SubjectName } from '../../subjects/read-subjects.js';

const AT_A_TIME = 1_000;

/** $1 story, $2 version, $3 position: the next events of the story itself; $4 only those that are about no other. */
const OWN = `
select e.version as place, e.position from event e
 where e.story = $1 and e.version > $2 and e.position <= $3 and (e.target is null or not $4) order by e.version limit ${AT_A_TIME}`;

/**
 * $1 story, $2 position after which, $3 position, $4 projections, $5 subjects: the facts of other stories that any form
 * had placed with these subjects, and, by $6, the events about them. The index of subjects says only which they are.
 */
const SHARED = `
select distinct e.position as place, e.position
  from unnest($4::int[], $5::text[]) t(projection, subject)
  join subject_fact s on s.projection = t.projection and s.subject = t.subject and s.story <> $1 and s.known_from <= $3
 cross join lateral (
   select s.position union all
   select a.position from event a where $6 and a.fact_id = s.fact_id and a.target is not null and a.position > $2 and a.position <= $3) e
 where e.position > $2
 order by 1 limit ${AT_A_TIME}`;

/** Which events: facts alone, or those about them, too. */
export type PositionScope = 'facts' | 'events';

/** The positions of a story's own events that were recorded by a position, in their order, some at a time. */
export function ownPositions(
  pool: Pool,
  which: PositionScope,
  story: string,
  position: number,
): AsyncGenerator<number[]> {
  return pages((after) =>
    pool.query<Place>({ name: 'own-positions', text: OWN, values: [story, after, position, which === 'facts'] }),
  );
}

/** The same of what other stories tell of some subjects. */
export function sharedPositions(
  pool: Pool,
  which: PositionScope,
  story: string,
  position: number,
  subjects: readonly SubjectName[],
): AsyncGenerator<number[]> {
  const [projections, names] = [subjects.map((one) => one.projection), subjects.map((one) => one.subject)];
  return pages((after) =>
    pool.query<Place>({
      name: 'shared-positions',
      text: SHARED,
      values: [story, after, position, projections, names, which === 'events'],
    }),
  );
}

interface Place {
  place: string;
  position: string;
}

async function* pages(next: (after: string) => Promise<{ rows: Place[] }>): AsyncGenerator<number[]> {
  for (let after = '0', more = true; more;) {
    const { rows } = await next(after);
    after = rows.at(-1)?.place ?? after;
    more = rows.length === AT_A_TIME;
    if (rows.length > 0) yield rows.map((row) => Number(row.position));
  }
}
