import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';

export const PERIODS = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** A day, a week from Monday to Sunday, or a month, all in UTC. */
export interface DigestPeriod {
  kind: PeriodKind;
  /** `2025-10-26`, `2025-W43` (ISO 8601), `2025-10`. */
  name: string;
  /** From this instant, inclusive, to that one, exclusive: microseconds since the epoch. */
  from: number;
  to: number;
}

const DAY = 86_400_000_000;

/** The period of a kind in which an instant lies. */
export function periodAt(kind: PeriodKind, instant: number): DigestPeriod {
  const day = formatDay(instant);
  if (kind === 'week') return weekOf(periodOf(day).from);
  const name = kind === 'day' ? day : day.slice(0, 7);
  const { from, to } = periodOf(name);
  return { kind, name, from, to };
}

/** The start of its last day: a whole day, since in far centuries a microsecond is less than a number holds. */
export const lastDay = ({ to }: Pick<DigestPeriod, 'to'>): number => to - DAY;

/** Whether a date is known well enough to lie in one period of a kind: "August" is in a month, and in no week. */
export function isWithin(kind: PeriodKind, date: string): boolean {
  const { precision } = periodOf(date);
  return precision === 'day' || precision === 'instant' || (precision === 'month' && kind === 'month');
}

/** A week belongs to the year in which its Thursday lies. */
function weekOf(day: number): DigestPeriod {
  const from = day - ((new Date(day / 1000).getUTCDay() + 6) % 7) * DAY;
  const thursday = from + 3 * DAY;
  const year = formatDay(thursday).slice(0, 4);
  const number = 1 + Math.floor((thursday - periodOf(year).from) / (7 * DAY));
  return { kind: 'week', name: `${year}-W${String(number).padStart(2, '0')}`, from, to: from + 7 * DAY };
}
