import { formatDay } from '#catalogue/values/reduced-date.js';
import { date } from '#catalogue/wording/dates.js';
import { list } from '#catalogue/wording/lists.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import type { Halted } from '../views/halted.js';

/**
 * At which point of the clocks something is told, in words: "As of 26 October 2025, as published by 1 November 2025."
 *
 * @param halted views that it lacks: "As of 26 October 2025, without tariffs and truces, halted by an error." And
 * subjects: "without USA>CHN:all (tariffs), set aside."
 */
export function formatPoint(
  { asOf, instant, reportedAsOf, recordedAsOf, position }: Clocks,
  { halted, haltedSubjects, moreHaltedSubjects = 0 }: Halted,
): string {
  const day = (at: number): string => date(formatDay(at));
  const press = reportedAsOf === Infinity ? [] : [`as published by ${day(reportedAsOf)}`];
  const record = recordedAsOf === null ? [] : [`as recorded up to position ${position}`];
  const lacks = halted.length === 0 ? [] : [`without ${list(halted)}, halted by an error`];
  const names = haltedSubjects.map(({ view, subject }) => `${subject} (${view})`);
  const more = moreHaltedSubjects === 0 ? [] : [`${moreHaltedSubjects} more`];
  const aside = names.length === 0 ? [] : [`without ${list([...names, ...more])}, set aside`];
  return `${[`As of ${day(asOf === Infinity ? instant : asOf)}`, ...press, ...record, ...lacks, ...aside].join(', ')}.`;
}
