import { compareText } from '../subjects/compare-text.js';
import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView, Deadline } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { haltedAmong, nameHalted, type HaltedSubjects } from '../items/halted-subjects.js';
import { toStoryHead, type StoryHead } from './read-stories.js';
import { readStoryAt } from './read-story-at.js';
import { isReadableAt, unavailableViews, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import type { SubjectAt } from '../items/subject-at.js';
import { deadlinesOf, isNonEmpty, type ViewItem } from '../items/view-item.js';

/** What runs out or is due, and in how many days. */
export interface DeadlineItem extends Deadline {
  view: string;
  subject: string;
  story: string;
  /** Whole days of UTC from the day asked for to the deadline's last day. */
  daysLeft: number;
}

/** The states of all subjects of a story at one point of the clocks. */
export interface Board extends HaltedSubjects {
  story: StoryHead;
  /** By view; subjects in the order of their names. */
  views: Record<string, ViewItem[]>;
  /** The nearest first. */
  deadlines: DeadlineItem[];
  /** Views that this board lacks, since their own code failed before this point of the record. */
  halted: string[];
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
  const serving = await readActive(pool, views, clocks);
  const answering = serving.filter((one) => isReadableAt(one, clocks.position));
  const at = await readStoryAt(pool, answering, story, clocks, budget);
  const head = await toStoryHead(pool, story, clocks, serving, at);
  return head ? assembleBoard(head, views, serving, clocks, at.subjects) : null;
}

/** Puts a board together from its subjects' items, wherever those were folded. */
export function assembleBoard(
  head: StoryHead,
  views: readonly AnyView[],
  serving: readonly ActiveGeneration[],
  clocks: Clocks,
  subjects: readonly SubjectAt[],
): Board {
  const found = subjects.filter(({ row }) => row && isNonEmpty(row));
  const halted = unavailableViews(views, serving, clocks.position);
  const byView = views
    .filter((view) => !halted.includes(view.name))
    .map((view): [string, ViewItem[]] => [
      view.name,
      found.flatMap((one) => (one.view === view && one.item ? [one.item] : [])),
    ]);
  return {
    story: head,
    views: Object.fromEntries(byView),
    deadlines: deadlinesAt(found, clocks.instant),
    halted,
    ...nameHalted(haltedAmong(subjects)),
  };
}

/** The deadlines of some subjects that have not passed, the nearest first. */
export function deadlinesAt(subjects: readonly SubjectAt[], instant: number): DeadlineItem[] {
  const deadlines = subjects.flatMap(({ view, item }) => {
    if (!item) return [];
    return deadlinesOf(view, item).map((one) => ({
      view: view.name,
      subject: item.subject,
      story: item.story,
      ...one,
      daysLeft: daysLeft(one.date, instant),
    }));
  });
  const ahead = deadlines.filter((deadline) => deadline.daysLeft >= 0);
  return ahead.sort(
    (a, b) =>
      periodOf(a.date).to - periodOf(b.date).to || compareText(a.view, b.view) || compareText(a.subject, b.subject),
  );
}

const DAY = 86_400_000_000;

function daysLeft(date: string, instant: number): number {
  const lastDay = periodOf(formatDay(periodOf(date).to - 1)).from;
  return (lastDay - periodOf(formatDay(instant)).from) / DAY;
}
