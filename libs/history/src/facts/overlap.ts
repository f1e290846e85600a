import { formatDay, type Period } from '#catalogue/values/reduced-date.js';

interface Dated {
  occurredAt: string;
  period: Period;
}

/**
 * Whether two dates can be the same. A day and an instant also where the day is the instant's date in its own offset.
 */
export function periodsOverlap(a: Dated, b: Dated): boolean {
  if (a.period.from < b.period.to && b.period.from < a.period.to) return true;
  return isDayOf(a, b) || isDayOf(b, a);
}

function isDayOf(day: Dated, instant: Dated): boolean {
  if (day.period.precision !== 'day' || instant.period.precision !== 'instant') return false;
  return day.occurredAt === instant.occurredAt.slice(0, 10) || day.occurredAt === formatDay(instant.period.from);
}
