import type { Pool } from 'pg';
import { stories as storiesView } from '#views/stories.js';
import { batchedQuery } from '../sql/batched-query.js';
import { NO_BOUND, worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltAt, readHaltedSubjects } from '../items/halted-subjects.js';
import { readItems } from '../items/read-items.js';
import { listsOfRows, type RowLists } from '../items/row-lists.js';
import { subjectsOfStory, storySubjectsSql, type SubjectName } from '../subjects/read-subjects.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject } from '../subjects/subject.js';
import { latestEvent, readStoryVersions, type StoryVersion } from '../clocks/story-version.js';
import { eventsOf, STORED_ITEM, withStoredItem, type StoredItem } from '../items/stored-item.js';
import { itemOf } from '../items/stored-state.js';
import { subjectAt, type SubjectAt } from '../items/subject-at.js';

/** A story at one point of the clocks. */
export interface StoryAt {
  /** `null` where the record does not hold it yet. */
  standing: StoryVersion | null;
  /** Of each view by name; those of which nothing is said may be among them. */
  subjects: SubjectAt[];
  /** What the view of stories says of it whatever the date, where that was read too. */
  ever: SubjectAt | null;
}

interface Question {
  projections: number[];
  /** The generation of the view of stories, where what it says of the story whatever the date is asked for too. */
  itself: number | null;
  story: string;
  position: number;
  as_of: string;
}

/**
 * A row for each subject of each story, one more for the story itself whatever the date, and one at least where the
 * record holds it. $1 questions
 */
const STORIES = `
select q.n, l.version, l.position, l.recorded_us, i.*
  from rows from (json_to_recordset($1::json) as (projections int[], itself int, story text, position bigint, as_of bigint))
       with ordinality q(projections, itself, story, position, as_of, n)
 cross join lateral (${latestEvent('q.story', 'q.position')}) l
  left join lateral (
    select t.projection, t.subject, t.ever, ${STORED_ITEM}
      from (select t.*, q.as_of, false as ever from (${storySubjectsSql('q.projections', 'q.story', 'q.position', 'false')}) t
            union all
            select q.itself, q.story, ${NO_BOUND}, true where q.itself is not null) t ${withStoredItem('t.as_of', 'q.position')}) i on true
 order by q.n, i.projection, i.subject`;

interface StoryColumns extends Omit<StoryVersion, 'story'>, SubjectName, StoredItem {
  ever: boolean;
}

const askOfStory = batchedQuery<Question, StoryColumns>('stories', STORIES);

/**
 * A story at one point of the clocks: in one question, which may be that of others too, but by an earlier press.
 *
 * @param serving the generations that answer there
 * @param budget how many facts of one subject may be folded on request
 */
export async function readStoryAt(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget?: number,
): Promise<StoryAt> {
  const { position, asOf, reportedAsOf, instant } = clocks;
  if (reportedAsOf !== Infinity) {
    const [[standing = null], subjects] = await Promise.all([
      readStoryVersions(pool, [story], clocks),
      subjectsOfStory(pool, serving, story, clocks).then((touched) => readItems(pool, touched, clocks, story, budget)),
    ]);
    return { standing, subjects, ever: null };
  }
  const byId = new Map(serving.map((one) => [one.projection, one]));
  const itself = asOf === Infinity ? undefined : serving.find(({ view }) => view.name === storiesView.name);
  const rows = await askOfStory(pool, {
    projections: [...byId.keys()],
    itself: itself?.projection ?? null,
    story,
    position,
    as_of: worldBound(asOf),
  });
  const at: StoryAt = { standing: rows[0] ? { ...rows[0], story } : null, subjects: [], ever: null };
  const found = rows.flatMap((row) => {
    const generation = byId.get(row.projection);
    const subject = generation && toSubject(generation, row.subject);
    return subject && haltAt(subject, position) === null ? [{ row, subject, says: itemOf(row) }] : [];
  });
  const places = found.map(({ row: { projection, subject, ever }, says }) => {
    return { projection, subject, says, validFrom: ever ? NO_BOUND : worldBound(asOf), position: NO_BOUND };
  });
  const lists = await listsOfRows(pool, places, position);
  for (const [n, { row, subject, says }] of found.entries()) {
    const told = subjectAt(subject, row.story, says, lists[n] as RowLists, eventsOf(row), instant);
    if (row.ever) at.ever = told;
    else at.subjects.push(told);
  }
  // Also those of which nothing is stored for this date.
  for (const one of await readHaltedSubjects(pool, serving, position, story)) {
    at.subjects.push({ ...one, item: null, row: null, lists: null, halted: haltAt(one, position) });
  }
  return at;
}
