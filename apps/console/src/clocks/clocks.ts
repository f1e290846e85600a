import { dayText } from '../ui/dates.js';

/** The three clocks, as the API names them. */
export const CLOCKS = ['asOf', 'reportedAsOf', 'recordedAsOf'] as const;
export type Clock = (typeof CLOCKS)[number];

/** A point of the three clocks, as it stands in the address of a page. A clock that is missing is open. */
export type ClockPoint = { [Name in Clock]?: string };

/** The clocks among search parameters. */
export function clocksOf(search: Readonly<Record<string, unknown>>): ClockPoint {
  const given = CLOCKS.map((clock) => [clock, search[clock]] as const);
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** A point with one clock moved; without a value that clock is open. */
export function withClock(point: ClockPoint, clock: Clock, value: string | undefined): ClockPoint {
  const { [clock]: _before, ...others } = point;
  return value === undefined ? others : { ...others, [clock]: value };
}

/** A point on which everything that is known by a day was known: what had happened and had been published by then. */
export const knownOn = (point: ClockPoint, day: number): ClockPoint => ({
  ...point,
  asOf: dayText(day),
  reportedAsOf: dayText(day),
});

export const isOpen = (point: ClockPoint): boolean => CLOCKS.every((clock) => point[clock] === undefined);

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const POSITION = /^@(0|[1-9]\d{0,14})$/;

/** Why a text cannot be a point of a clock; `null`: it can. The server decides about dates that are not there. */
export function clockTextError(clock: Clock, text: string): string | null {
  if (DATE.test(text) || (clock === 'recordedAsOf' && POSITION.test(text))) return null;
  return clock === 'recordedAsOf'
    ? 'Write a date such as 2025-08-12, or a position such as @23.'
    : 'Write a date such as 2025-08-12, 2025-08 or 2025.';
}
