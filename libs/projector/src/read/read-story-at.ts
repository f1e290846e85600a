import type { Pool } from 'pg';
import { worldBound } from './bounds.js';
import type { Clocks } from './clocks.js';
import { row } from './planned-once.js';
import { readItems } from './read-items.js';
import { subjectsOfStory, touchedBy, type SubjectName } from './read-subjects.js';
import type { Serving } from './serving.js';
import { latestEvent, readStandings, type Standing } from './standing.js';
import { eventsOf, STORED_ITEM, withStoredItem, type StoredItem } from './stored-item.js';
import { itemOf } from './stored-state.js';
import { subjectAt, type SubjectAt } from './subject-at.js';

/** A story at one point of the clocks. */
export interface StoryAt {
  /** `null` where the record does not hold it yet. */
  standing: Standing | null;
  /** Of each view by name; those of which nothing is said may be among them. */
  subjects: SubjectAt[];
}

/** A row for each subject, and one at least where the record holds the story. $1 projections, $2 story, $3 position, $4 world date */
const STORY = `
select l.version, l.position, l.recorded_us, i.*
  from ${row('$2::text as story', '$3::bigint as position', '$4::bigint as as_of')} q
 cross join lateral (${latestEvent('q.story', 'q.position')}) l
  left join lateral (
    select t.projection, t.subject, ${STORED_ITEM}
      from (${touchedBy('q.story', 'q.position', 'false')}) t ${withStoredItem('q.as_of', 'q.position')}) i on true
 order by i.projection, i.subject`;

interface StoryColumns extends Omit<Standing, 'story'>, SubjectName, StoredItem {}

/**
 * A story at one point of the clocks, in one question but by an earlier press.
 *
 * @param serving the generations that answer there
 */
export async function readStoryAt(pool: Pool, serving: readonly Serving[], story: string, clocks: Clocks): Promise<StoryAt> {
  if (clocks.reportedAsOf !== Infinity) {
    const [[standing = null], subjects] = await Promise.all([
      readStandings(pool, [story], clocks),
      subjectsOfStory(pool, serving, story, clocks).then((touched) => readItems(pool, touched, clocks, story)),
    ]);
    return { standing, subjects };
  }
  const byId = new Map(serving.map((one) => [one.projection, one.view]));
  const values = [[...byId.keys()], story, clocks.position, worldBound(clocks.asOf)];
  const { rows } = await pool.query<StoryColumns>({ name: 'story', text: STORY, values });
  const [first] = rows;
  const subjects = rows.flatMap(({ projection, subject, ...stored }) => {
    const view = byId.get(projection);
    return view ? [subjectAt({ view, projection, subject }, stored.story, itemOf(stored), eventsOf(stored), clocks.instant)] : [];
  });
  return { standing: first ? { ...first, story } : null, subjects };
}
