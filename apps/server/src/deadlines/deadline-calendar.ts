import { formatDay, lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import { date as dateInWords } from '#catalogue/wording/dates.js';
import type { DeadlinePage, DeadlinePlace } from '#reader/board/read-deadlines.js';
import type { DeadlineItem } from '#reader/items/deadline.js';
import { v5 } from 'uuid';
import type { CalendarEvent } from './calendar.js';

/** How many events a calendar has at most. */
export const MAX_CALENDAR_EVENTS = 1_000;

/**
 * A deadline as an event of a calendar. It lies on the last day of its date in UTC, as `daysLeft` counts: "by November"
 * is over after the 30th. Its `uid` names what expires by its subject and a plan by its fact, so an event moves when a
 * truce is extended, and one is replaced by another when a meeting is planned anew.
 *
 * @param title of the subject, where facts give one
 * @param logId a UUID: the same subjects in another log are other events
 */
export function calendarEvent(item: DeadlineItem, title: string | undefined, logId: string): CalendarEvent {
  const { view, subject, kind, event, date, what, state, story } = item;
  const { precision } = periodOf(date);
  const isDay = precision === 'day';
  return {
    uid: v5(JSON.stringify([view, subject, kind, event]), logId),
    day: formatDay(lastInstant(periodOf(date))),
    summary: `${title ?? subject}: ${what}${isDay ? '' : ` (${dateInWords(date)})`}`,
    description: [
      `Date: ${dateInWords(date)}`,
      `State: ${state}${item.fate === null || item.fate === 'open' || item.fate === 'due' ? '' : `, ${item.fate}`}`,
      `Story: ${story}`,
      `Subject: ${view}, ${subject}`,
    ].join('\n'),
    categories: [view, kind, state],
    status: statusOf(item),
  };
}

/** What was only announced, threatened or planned is tentative until it is reported. */
function statusOf({ fate }: DeadlineItem): CalendarEvent['status'] {
  if (fate === 'withdrawn' || fate === 'superseded') return 'CANCELLED';
  return fate === null || fate === 'fulfilled' ? 'CONFIRMED' : 'TENTATIVE';
}

/** How many deadlines are read at once. */
const PAGE = 200;

/**
 * The events of deadlines, up to `MAX_CALENDAR_EVENTS`, and whether there are more.
 *
 * @param read reads the deadlines after a place
 */
export async function calendarEvents(
  read: (after: DeadlinePlace | null, limit: number) => Promise<DeadlinePage>,
  logId: string,
): Promise<{ events: CalendarEvent[]; isCut: boolean }> {
  const events: CalendarEvent[] = [];
  for (let after: DeadlinePlace | null = null; ;) {
    const { items, titles, next }: DeadlinePage = await read(after, PAGE);
    for (const item of items) {
      if (events.length === MAX_CALENDAR_EVENTS) return { events, isCut: true };
      events.push(calendarEvent(item, titles.get(item), logId));
    }
    if (next === null) return { events, isCut: false };
    after = next;
  }
}
