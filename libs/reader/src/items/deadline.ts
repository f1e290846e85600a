import { formatDay, lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { Deadline } from '#views/define-view.js';
import type { Fate } from '#views/plans/plan.js';
import { hasPassed } from '#views/time/ends.js';
import { compareText } from '../subjects/subject.js';
import { undatedField } from './left-out.js';
import type { SubjectAt } from './view-item.js';

/**
 * `upcoming`: the date has not passed. `overdue`: it has, and of the plan nothing was reported. `settled`: the plan was
 * carried out, replaced or dropped, or what was to expire has expired.
 */
export const DEADLINE_STATES = ['upcoming', 'overdue', 'settled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** A deadline of a subject at an instant. */
export interface DeadlineItem {
  view: string;
  subject: string;
  story: string;
  kind: Deadline['kind'];
  date: string;
  what: string;
  /** Whole days of UTC from the day of the read to the last day of the date. */
  daysLeft: number;
  state: DeadlineState;
  /** The fact that opened the plan; `null` for what expires. */
  event: string | null;
  /** The fact that settled the plan. */
  settledBy: string | null;
  /** What became of the plan; `null` for what expires. */
  fate: Fate | null;
  /** Of its subject, as in `ViewItem`. */
  undated?: number;
}

/** The deadlines of a subject at an instant (microseconds since the epoch), in the order of its view. */
export function deadlinesOf({ view, item, row, leftOut }: SubjectAt, instant: number): DeadlineItem[] {
  // These are deadlines of the state as it was folded: the item's state lacks what time alone has ended.
  if (!item || !row || row.state === null) return [];
  return (view.deadlines?.(row.state as never) ?? []).map((deadline) => {
    const { kind, date, what } = deadline;
    return {
      view: view.name,
      subject: item.subject,
      story: item.story,
      kind,
      date,
      what,
      daysLeft: daysLeft(date, instant),
      ...outcomeOf(deadline, hasPassed(date, instant)),
      ...undatedField(leftOut),
    };
  });
}

type Outcome = Pick<DeadlineItem, 'state' | 'event' | 'settledBy' | 'fate'>;

function outcomeOf({ plan }: Deadline, passed: boolean): Outcome {
  if (plan === null) return { state: passed ? 'settled' : 'upcoming', event: null, settledBy: null, fate: null };
  const { event, fate, settledBy } = plan;
  if (fate !== 'open' && fate !== 'due') return { state: 'settled', event, settledBy, fate };
  return passed
    ? { state: 'overdue', event, settledBy: null, fate: 'due' }
    : { state: 'upcoming', event, settledBy: null, fate: 'open' };
}

/** What is still to come of some subjects, the nearest first. */
export function upcomingOf(subjects: readonly SubjectAt[], instant: number): DeadlineItem[] {
  const upcoming = subjects.flatMap((at) => deadlinesOf(at, instant)).filter(({ state }) => state === 'upcoming');
  return upcoming.sort(
    (a, b) =>
      periodOf(a.date).to - periodOf(b.date).to || compareText(a.view, b.view) || compareText(a.subject, b.subject),
  );
}

const DAY = 86_400_000_000;

function daysLeft(date: string, instant: number): number {
  const lastDay = periodOf(formatDay(lastInstant(periodOf(date)))).from;
  return (lastDay - periodOf(formatDay(instant)).from) / DAY;
}
