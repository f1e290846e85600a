import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { keyOf } from '#projector/store/subject-key.js';
import { haltAt, readHaltedSubjects } from '../items/halted-subjects.js';
import { assembleBoard, type Board } from '../board/read-board.js';
import { compareText } from '../subjects/compare-text.js';
import type { ItemChange } from '../changes/changed-items.js';
import type { SubjectAt } from '../items/subject-at.js';
import { readStoryHeads } from '../board/read-stories.js';
import { itemOfRow } from '#history/fold/row.js';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { isReadableAt, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { timelineEntry, type TimelineEntry } from '../timeline/timeline-entry.js';
import { factsOfLog } from './facts/log-facts.js';
import { recordFrames, type RecordFrame } from './system-time/record-frames.js';
import { worldFrames } from './valid-time/world-frames.js';
import { indexWorld } from './valid-time/world-index.js';

/**
 * One step of a replay: what a fact changed, or an event of the record, or time alone at an instant (microseconds since
 * the epoch); last the board.
 */
export type ReplayFrame =
  | { fact: TimelineEntry; changes: ItemChange[] }
  | { at: number; changes: ItemChange[] }
  | RecordFrame
  | { board: Board };

/**
 * A story from its beginning to a point of the clocks, in the order of the world or of the record, folded one by one
 * from the log and from no view: the ground truth of every as-of read. The last frame is the board that the story's own
 * read gives there. Yields nothing where the record does not hold the story yet.
 *
 * However long the story, it keeps what stands of each subject, the facts whose dates overlap, some that were read
 * ahead, and a few numbers for each of the others. It holds no connection between two frames, and reads no further than
 * it is asked to.
 *
 * Of subjects that are set aside there it tells nothing, nor of one any more that would make it fold more than the
 * budget at once; its board names them.
 *
 * @param budget how many facts of one subject may be folded at once
 */
export async function* replayStory(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  clocks: Clocks,
  order: 'world' | 'record',
  budget = MAX_FACTS_REFOLDED,
): AsyncGenerator<ReplayFrame> {
  const [head] = await readStoryHeads(pool, views, [story], clocks);
  if (!head) return;
  const serving = await readActive(pool, views, clocks);
  const answering = serving.filter((one) => isReadableAt(one, clocks.position));
  const subjects = yield* order === 'world'
    ? inWorld(pool, answering, story, clocks, budget)
    : recordFrames(pool, answering, story, clocks, budget);
  const told = new Set(subjects.map(keyOf));
  const aside = await readHaltedSubjects(pool, answering, clocks.position, story, clocks.reportedAsOf !== Infinity);
  for (const one of aside) {
    if (!told.has(keyOf(one)))
      subjects.push({ ...one, row: null, lists: null, item: null, halted: haltAt(one, clocks.position) });
  }
  const items = subjects.sort((a, b) => compareText(a.subject, b.subject));
  yield { board: assembleBoard(head, views, serving, clocks, items) };
}

async function* inWorld(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget: number,
): AsyncGenerator<ReplayFrame, SubjectAt[]> {
  const load = factsOfLog(pool, clocks.position, clocks.reportedAsOf);
  const world = await indexWorld(pool, serving, story, clocks, load, budget);
  for await (const frame of worldFrames(world, load, clocks.asOf)) {
    if ('at' in frame) yield frame;
    else
      yield {
        fact: timelineEntry(frame.fact.form, frame.fact.told, false, clocks.reportedAsOf),
        changes: frame.changes,
      };
  }
  return world.courses.map((course): SubjectAt => {
    const { view, projection, subject, row, halted } = course;
    const told = { row: row && itemOfRow(row), lists: row && course.listsOf(row), item: course.item(clocks.instant) };
    return { view, projection, subject, halt: null, halted, ...told };
  });
}
