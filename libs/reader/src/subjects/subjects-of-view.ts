import type { Pool } from 'pg';
import { walkSubjects, type SubjectName } from './subject.js';

/** The subjects of a view after one of them that any fact ever touched. $1 projection, $2 after (or ''), $3 how many */
const OF_VIEW = `
with recursive ${walkSubjects('subject_fact s where s.projection = $1', '$2', '$3')}
select $1::int as projection, w.subject from walk w where w.subject is not null order by w.subject`;

/** The next subjects of a view, in the order of their names, that any fact ever touched. */
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
 * The subjects of a view after one of them that facts of a story ever touched, and whether one does, as known at a
 * position. $1 projection, $2 story, $3 position, $4 count those that none touches any more, $5 after (or ''), $6 how
 * many
 */
const OF_VIEW_IN_STORY = `
with recursive ${walkSubjects('subject_fact s where s.projection = $1 and s.story = $2', '$5', '$6')}
select $1::int as projection, w.subject,
       exists (select from subject_fact s
                where s.projection = $1 and s.story = $2 and s.subject = w.subject
                  and s.known_from <= $3 and (s.known_to > $3 or $4)
                offset 0) as touched
  from walk w where w.subject is not null order by w.subject`;

/**
 * The next subjects of a view, in the order of their names, that facts of a story ever touched, and whether one does at
 * a position.
 *
 * @param left count those that no fact of the story touches any more as touched
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
  const { rows } = await pool.query<SubjectName & { touched: boolean }>({
    name: 'subjects-of-view-in-story',
    text: OF_VIEW_IN_STORY,
    values: [projection, story, position, left, after, limit],
  });
  return rows;
}
