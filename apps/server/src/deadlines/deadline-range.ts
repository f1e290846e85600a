import { END_OF_CALENDAR, formatDay, parseReducedDate, periodOf } from '#catalogue/values/reduced-date.js';
import type { RequestedDate } from '#reader/clocks/clocks.js';
import type { DeadlineFilter } from '#reader/board/read-deadlines.js';
import type { DeadlineState } from '#reader/items/deadline.js';

/** A span of time as a calendar counts it. */
export interface Within {
  unit: 'd' | 'w' | 'm';
  count: number;
}

/** Days, weeks or months as in `30d`, `2w` and `6m`; `null` for another text. */
export function parseWithin(text: string): Within | null {
  const match = /^(\d{1,5})([dwm])$/.exec(text);
  return match && { count: Number(match[1]), unit: match[2] as Within['unit'] };
}

interface RequestedRange {
  state: DeadlineState;
  from?: RequestedDate | undefined;
  to?: RequestedDate | undefined;
  within?: Within | undefined;
}

/**
 * The instants between which the dates of deadlines must end. `within` reaches ahead from the day of the read for what
 * is to come, back for what is overdue, and both ways for what is settled.
 *
 * @param instant of the read, microseconds since the epoch
 */
export function deadlineRange(
  { state, from, to, within }: RequestedRange,
  instant: number,
): Pick<DeadlineFilter, 'after' | 'upTo'> {
  if (!within) return { after: from?.period.from ?? -Infinity, upTo: to?.period.to ?? Infinity };
  const today = formatDay(instant);
  const [first, last] = [movedDay(today, within, -1), movedDay(today, within, 1)];
  return {
    // A date that lies in or on the first day ends after its beginning.
    after: state === 'upcoming' || first === null ? -Infinity : periodOf(first).from,
    upTo: state === 'overdue' || last === null ? Infinity : periodOf(last).to,
  };
}

const DAY = 86_400_000_000;

/** A day so much earlier or later; `null` where the calendar has none. A month keeps the day, or ends before it. */
function movedDay(day: string, { unit, count }: Within, sign: 1 | -1): string | null {
  if (unit !== 'm') {
    const moved = periodOf(day).from + sign * count * (unit === 'w' ? 7 : 1) * DAY;
    return moved < periodOf('0001').from || moved >= END_OF_CALENDAR ? null : formatDay(moved);
  }
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + sign * count;
  const ofMonth = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  const period = months < 12 ? null : parseReducedDate(ofMonth);
  if (!period) return null;
  const same = period.from + (date - 1) * DAY;
  return formatDay(Math.min(same, period.to - DAY));
}
