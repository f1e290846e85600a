import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView, Deadline } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { Clocks } from './clocks.js';
import { haltedAmong, nameHalted, type HaltedSubjects } from './halted-subjects.js';
import { headOf, type StoryHead } from './read-stories.js';
import { readStoryAt } from './read-story-at.js';
import { answersAt, haltedAt, readServing, type Serving } from './serving.js';
import type { SubjectAt } from './subject-at.js';
import { deadlinesOf, saysAnything, type ViewItem } from './view-item.js';

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
  const serving = await readServing(pool, views, clocks);
  const answering = serving.filter((one) => answersAt(one, clocks.position));
  const at = await readStoryAt(pool, answering, story, clocks, budget);
  const head = await headOf(pool, story, clocks, serving, at);
  return head ? assembleBoard(head, views, serving, clocks, at.subjects) : null;
}

/** Puts a board together from its subjects' items, wherever those were folded. */
export function assembleBoard(
  head: StoryHead,
  views: readonly AnyView[],
  serving: readonly Serving[],
  clocks: Clocks,
  subjects: readonly SubjectAt[],
): Board {
  const told = subjects.filter(({ row }) => row && saysAnything(row));
  const halted = haltedAt(views, serving, clocks.position);
  const byView = views
    .filter((view) => !halted.includes(view.name))
    .map((view): [string, ViewItem[]] => [view.name, told.flatMap((one) => (one.view === view && one.item ? [one.item] : []))]);
  return {
    story: head,
    views: Object.fromEntries(byView),
    deadlines: deadlinesAt(told, clocks.instant),
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
    (a, b) => periodOf(a.date).to - periodOf(b.date).to || compareText(a.view, b.view) || compareText(a.subject, b.subject),
  );
}

const DAY = 86_400_000_000;

function daysLeft(date: string, instant: number): number {
  const lastDay = periodOf(formatDay(periodOf(date).to - 1)).from;
  return (lastDay - periodOf(formatDay(instant)).from) / DAY;
}

/** By code units, as the database's COLLATE "C" does for the names that stand here. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
