import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { subjectKey } from '#projector/store/projections.js';
import { haltAt, readHaltedSubjects, compareText } from '../subjects/subject.js';
import { assembleBoard, type Board } from '../board/read-board.js';
import type { ItemChange } from '../changes/read-changes.js';
import { readLeftOut } from '../items/as-reported.js';
import { withLeftOut, type SubjectAt } from '../items/view-item.js';
import { subjectsOfStory } from '../subjects/subjects-of-story.js';
import { readStoryHeads } from '../board/story-head.js';
import { itemOfRow } from '#history/fold/row.js';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { isReadableAt, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { timelineEntry, type TimelineEntry } from '../timeline/timeline-entry.js';
import { factsFromLog } from '../timeline/facts-from-log.js';
import { type PressFrame, pressFrames } from './press-frames.js';
import { titleOfState } from '../timeline/titles.js';
import type { SubjectCursor } from './subject-cursor.js';
import { type RecordFrame, recordFrames } from './record-frames.js';
import { indexWorld, worldFrames } from './world-frames.js';

/**
 * One step of a replay: the changes by a fact, by time alone at an instant (microseconds since the epoch), by an event
 * of the record, or by the publication of one. The last frame is the board.
 */
export type ReplayFrame =
  | { fact: TimelineEntry; changes: ItemChange[] }
  | { at: number; changes: ItemChange[] }
  | RecordFrame
  | PressFrame
  | { board: Board };

/**
 * Replays a story from its beginning to a point of the clocks, in the order of one of them. The facts
 * are read from the log and folded one by one, without any view: the ground truth of every as-of read. The last frame
 * is the board that `readBoard` returns there. Yields nothing where the record does not hold the story yet.
 *
 * However long the story, it keeps the current row of each subject, the facts whose dates overlap, some facts that were
 * read ahead, and a few numbers for each other fact. It holds no connection between two frames, and reads no further
 * than the caller does.
 *
 * A halted subject has no changes, nor has one from the point on where it would fold more facts than the budget. The
 * board names both.
 *
 * @param budget how many facts of one subject may be folded at once
 */
export async function* replayStory(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  clocks: Clocks,
  order: 'world' | 'press' | 'record',
  budget = MAX_FACTS_REFOLDED,
): AsyncGenerator<ReplayFrame> {
  const [head] = await readStoryHeads(pool, views, [story], clocks);
  if (!head) return;
  const generations = await readActive(pool, views, clocks);
  const readable = generations.filter((one) => isReadableAt(one, clocks.position));
  const replay = { world: replayValidTime, press: pressFrames, record: recordFrames }[order];
  const subjects = yield* replay(pool, readable, story, clocks, budget);
  const replayed = new Set(subjects.map(subjectKey));
  const halted = await readHaltedSubjects(pool, readable, clocks.position, story, clocks.reportedAsOf !== Infinity);
  for (const one of halted) {
    if (!replayed.has(subjectKey(one)))
      subjects.push({ ...one, row: null, lists: null, item: null, halted: haltAt(one, clocks.position) });
  }
  if (clocks.reportedAsOf !== Infinity) await addLeftOut(pool, readable, story, clocks, subjects, budget);
  const items = subjects.sort((a, b) => compareText(a.subject, b.subject));
  yield { board: assembleBoard(head, views, generations, clocks, items) };
}

/** The title of what a fact is about, once it has been applied. */
const titleAmong = (touched: readonly SubjectCursor[]): string | undefined =>
  touched.map(({ view, row }) => titleOfState(view, row?.state ?? null)).find((title) => title !== null) ?? undefined;

/**
 * Adds to the subjects of a board what is left out of them for want of a date of publication, and the subjects that
 * would be on the board with that.
 */
async function addLeftOut(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  subjects: SubjectAt[],
  budget: number,
): Promise<void> {
  const places = new Map(subjects.map((one, i) => [subjectKey(one), i]));
  const touched = (await subjectsOfStory(pool, generations, story, clocks)).filter(
    (one) => haltAt(one, clocks.position) === null,
  );
  for (const [n, leftOut] of (await readLeftOut(pool, touched, clocks, budget)).entries()) {
    const subject = touched[n];
    if (!subject) continue;
    const i = places.get(subjectKey(subject)) ?? -1;
    const known = subjects[i];
    if (known) subjects[i] = withLeftOut(known, leftOut, clocks.asOf);
    else if (leftOut.some((one) => one.story === story))
      subjects.push(
        withLeftOut({ ...subject, item: null, row: null, lists: null, halted: null }, leftOut, clocks.asOf),
      );
  }
}

async function* replayValidTime(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget: number,
): AsyncGenerator<ReplayFrame, SubjectAt[]> {
  const load = factsFromLog(pool, clocks.position, clocks);
  const world = await indexWorld(pool, generations, story, clocks, load, budget);
  for await (const frame of worldFrames(world, load, clocks.asOf)) {
    if ('at' in frame) {
      yield frame;
      continue;
    }
    const { state, resolved } = frame.fact;
    yield {
      fact: timelineEntry(state, resolved, false, clocks, titleAmong(world.cursorsOf(resolved))),
      changes: frame.changes,
    };
  }
  return world.cursors.map((cursor): SubjectAt => {
    const { view, projection, subject, row, halted } = cursor;
    const lists = row && cursor.listsOf(row);
    const item = cursor.item(clocks.instant);
    return { view, projection, subject, halt: null, halted, row: row && itemOfRow(row), lists, item };
  });
}
