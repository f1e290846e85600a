import type { Pool } from 'pg';
import { lastInstant } from '#catalogue/values/reduced-date.js';
import { positionAt } from '#log/read/read-head.js';
import type { RequestedDate } from '#reader/clocks/clocks.js';

/** The part of the log that a list of events is about. */
export interface RecordedRange {
  after?: number | undefined;
  from?: RequestedDate | undefined;
  to?: RequestedDate | undefined;
  order?: 'asc' | 'desc' | undefined;
}

/**
 * The positions of a page: after the first number, up to the second.
 *
 * @param head the last position of the list
 * @param place the last position of the page before; `null` on the first page
 */
export async function positionsOf(
  pool: Pool,
  { after = 0, from, to, order = 'asc' }: RecordedRange,
  head: number,
  place: number | null,
): Promise<{ after: number; upTo: number }> {
  // Where a date has not passed yet, nothing has been recorded after it.
  const begins = from ? ((await positionAt(pool, from.period.from - 1)) ?? head) : 0;
  const ends = to ? ((await positionAt(pool, lastInstant(to.period))) ?? head) : head;
  const range = { after: Math.max(after, begins), upTo: Math.min(head, ends) };
  if (place === null) return range;
  return order === 'asc'
    ? { ...range, after: Math.max(range.after, place) }
    : { ...range, upTo: Math.min(range.upTo, place - 1) };
}
