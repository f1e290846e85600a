import type { Pool } from 'pg';
import type { SubjectName } from './read-subjects.js';

/** How many placements are looked at in one question. */
const AT_A_TIME = 10_000;

/**
 * The placements of facts with subjects after one of them, in order, as many as are looked at, and of each whether its
 * fact, in any form, names a party. $1 projection, $2 party, $3 story or null, $4 to $7 after this placement, $8 how
 * many
 */
const NAMING = `
select s.subject, s.valid_from, s.position, s.known_from, s.n
  from (select l.*, row_number() over (order by subject, valid_from, position, known_from) as n
          from (select subject, valid_from, position, known_from, story from subject_fact
                 where projection = $1 and (subject, valid_from, position, known_from) > ($4, $5, $6, $7)
                 order by subject, valid_from, position, known_from limit $8) l) s
  left join lateral (
    select true as names from fact f where f.position = s.position and f.parties @> array[$2] and ($3::text is null or s.story = $3) limit 1) f on true
 where f.names or s.n = $8
 order by s.n`;

interface Placement {
  subject: string;
  valid_from: string;
  position: string;
  known_from: string;
  n: string;
}

const LAST = '9223372036854775807';

/**
 * The subjects of a view, by name, of which some fact names a party, whenever it was told so: those whose states are
 * about it are among them. Placements are looked at some thousand at a time, by their index.
 *
 * @param story only facts of this one, or `null`
 * @param after subjects after this one
 */
export async function* readSubjectsNaming(
  pool: Pool,
  projection: number,
  party: string,
  story: string | null,
  after: string,
): AsyncGenerator<SubjectName[]> {
  let place = [after, LAST, LAST, LAST];
  let latest = after;
  for (;;) {
    const { rows } = await pool.query<Placement>({
      name: 'subjects-naming',
      text: NAMING,
      values: [projection, party, story, ...place, AT_A_TIME],
    });
    const names = [...new Set(rows.map(({ subject }) => subject))].filter((subject) => subject !== latest);
    latest = names.at(-1) ?? latest;
    if (names.length > 0) yield names.map((subject) => ({ projection, subject }));
    const end = rows.at(-1);
    if (Number(end?.n) !== AT_A_TIME || !end) return;
    place = [end.subject, end.valid_from, end.position, end.known_from];
  }
}
