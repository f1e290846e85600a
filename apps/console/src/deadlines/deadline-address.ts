import type { DeadlineFilter } from '../api/queries.js';
import type { ClockPoint } from '../clocks/clocks.js';

/** The kinds of deadlines: the value of `state` in the address, which the API has too. */
export const DEADLINE_KINDS = [
  {
    state: undefined,
    label: 'Upcoming',
    empty: 'Nothing expires or is due after this point. What ends, or is planned, is listed here.',
  },
  {
    state: 'overdue',
    label: 'Overdue',
    empty: 'No plan has passed its date unreported. A plan is overdue when nobody reports what became of it.',
  },
  {
    state: 'settled',
    label: 'Settled',
    empty: 'No plan was carried out, replaced or dropped by this point, and nothing had run out.',
  },
] as const;

/** The path of the same list in another format. */
export function listAddress(format: 'csv' | 'ics', filter: DeadlineFilter, point: ClockPoint): string {
  const given = Object.entries({ format, ...filter, ...point }).filter((one): one is [string, string] => !!one[1]);
  return `/v1/deadlines?${new URLSearchParams(given).toString()}`;
}
