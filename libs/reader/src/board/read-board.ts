import {
  haltAt,
  haltedAmong,
  nameHalted,
  readHaltedSubjects,
  toSubject,
  type HaltedSubjects,
  type SubjectName,
} from '../subjects/subject.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { NO_BOUND, worldBound, type Clocks } from '../clocks/clocks.js';
import {
  latestEvent,
  readStoryVersions,
  toStoryHead,
  type StoryAt,
  type StoryHead,
  type StoryVersion,
} from './story-head.js';
import { isReadableAt, unavailableViews, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { upcomingOf, type DeadlineItem } from '../items/deadline.js';
import { isNonEmpty, subjectAt, type SubjectAt, type ViewItem } from '../items/view-item.js';
import { stories as storiesView } from '#views/stories.js';
import { batchedQuery } from '../sql/generic-plan.js';
import { undatedField } from '../items/left-out.js';
import { readItems } from '../items/read-items.js';
import { listsOfRows, type RowLists } from '../items/row-lists.js';
import { subjectsOfStory, storySubjectsSql } from '../subjects/subjects-of-story.js';
import { itemOf, originOf, STORED_ITEM, withStoredItem, type StoredItem } from '../items/stored-item.js';

/** The states of all subjects of a story at one point of the clocks. */
export interface Board extends HaltedSubjects {
  story: StoryHead;
  /** By view; subjects in the order of their names. */
  views: Record<string, ViewItem[]>;
  /** What is still to come, the nearest first. */
  deadlines: DeadlineItem[];
  /** The views that are missing, since their own code failed before this position. */
  halted: string[];
  /**
   * On the press's clock: how many accounts, sourced corrections and sourced retractions about its subjects are left
   * out for want of a date of publication alone.
   */
  undated?: number;
}

/**
 * A story's board, or `null` where the record does not hold the story yet.
 *
 * @param budget how many facts of one subject may be folded on request
 */
export async function readBoard(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  clocks: Clocks,
  budget?: number,
): Promise<Board | null> {
  const generations = await readActive(pool, views, clocks);
  const readable = generations.filter((one) => isReadableAt(one, clocks.position));
  const at = await readStoryAt(pool, readable, story, clocks, budget);
  const head = await toStoryHead(pool, story, clocks, generations, at);
  return head ? assembleBoard(head, views, generations, clocks, at.subjects) : null;
}

interface StoryQuestion {
  projections: number[];
  /** The generation of the view of stories, where the story's own subject is read whatever the valid time too. */
  itself: number | null;
  story: string;
  position: number;
  as_of: string;
}

/**
 * A row for each subject of each story, one more for the story's own subject whatever the valid time, and at least one
 * where the record holds the story. $1 questions
 */
const STORIES = `
select q.n, l.version, l.position, l.recorded_us, i.*
  from rows from (
         json_to_recordset($1::json) as (projections int[], itself int, story text, position bigint, as_of bigint))
       with ordinality q(projections, itself, story, position, as_of, n)
 cross join lateral (${latestEvent('q.story', 'q.position')}) l
  left join lateral (
    select t.projection, t.subject, t.ever, ${STORED_ITEM}
      from (select t.*, q.as_of, false as ever
              from (${storySubjectsSql('q.projections', 'q.story', 'q.position', 'false')}) t
            union all
            select q.itself, q.story, ${NO_BOUND}, true where q.itself is not null) t
           ${withStoredItem('t.as_of', 'q.position')}) i on true
 order by q.n, i.projection, i.subject`;

interface StoryColumns extends Omit<StoryVersion, 'story'>, SubjectName, StoredItem {
  ever: boolean;
}

const queryStory = batchedQuery<StoryQuestion, StoryColumns>('stories', STORIES);

/**
 * A story at one point of the clocks. One query reads it, unless `reportedAsOf` is given: then its subjects are folded
 * on request.
 */
async function readStoryAt(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget?: number,
): Promise<StoryAt> {
  const { position, asOf, reportedAsOf, instant } = clocks;
  if (reportedAsOf !== Infinity) {
    const [[version = null], subjects] = await Promise.all([
      readStoryVersions(pool, [story], clocks),
      subjectsOfStory(pool, generations, story, clocks).then((touched) =>
        readItems(pool, touched, clocks, story, budget),
      ),
    ]);
    return { version, subjects, ever: null };
  }
  const byId = new Map(generations.map((one) => [one.projection, one]));
  const itself = asOf === Infinity ? undefined : generations.find(({ view }) => view.name === storiesView.name);
  const rows = await queryStory(pool, {
    projections: [...byId.keys()],
    itself: itself?.projection ?? null,
    story,
    position,
    as_of: worldBound(asOf),
  });
  const at: StoryAt = { version: rows[0] ? { ...rows[0], story } : null, subjects: [], ever: null };
  const found = rows.flatMap((row) => {
    const generation = byId.get(row.projection);
    const subject = generation && toSubject(generation, row.subject);
    return subject && haltAt(subject, position) === null ? [{ row, subject, says: itemOf(subject.view, row) }] : [];
  });
  const places = found.map(({ row: { projection, subject, ever }, says }) => {
    return { projection, subject, says, validFrom: ever ? NO_BOUND : worldBound(asOf), position: NO_BOUND };
  });
  const lists = await listsOfRows(pool, places, position);
  for (const [n, { row, subject, says }] of found.entries()) {
    const read = subjectAt(subject, row.story, says, lists[n] as RowLists, originOf(row, says), instant);
    if (row.ever) at.ever = read;
    else at.subjects.push(read);
  }
  // The query finds no halted subject that has no row at this valid time.
  for (const one of await readHaltedSubjects(pool, generations, position, story)) {
    at.subjects.push({ ...one, item: null, row: null, lists: null, halted: haltAt(one, position) });
  }
  return at;
}

/** Makes a board of its subjects' items, wherever those were folded. */
export function assembleBoard(
  head: StoryHead,
  views: readonly AnyView[],
  generations: readonly ActiveGeneration[],
  clocks: Clocks,
  subjects: readonly SubjectAt[],
): Board {
  const found = subjects.filter(({ row }) => row && isNonEmpty(row));
  const halted = unavailableViews(views, generations, clocks.position);
  const byView = views
    .filter((view) => !halted.includes(view.name))
    .map((view): [string, ViewItem[]] => [
      view.name,
      found.flatMap((one) => (one.view === view && one.item ? [one.item] : [])),
    ]);
  return {
    story: head,
    views: Object.fromEntries(byView),
    deadlines: upcomingOf(found, clocks.instant),
    halted,
    ...nameHalted(haltedAmong(subjects)),
    ...(clocks.reportedAsOf !== Infinity && undatedField(subjects.flatMap(({ leftOut = [] }) => leftOut))),
  };
}
