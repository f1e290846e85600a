import { formatDay } from '#catalogue/values/reduced-date.js';
import { date } from '#catalogue/wording/dates.js';
import type { Clocks } from '#projector/read/clocks.js';

/** At which point of the clocks something is told, in words: "As of 26 October 2025, as published by 1 November 2025." */
export function pointInWords({ asOf, instant, reportedAsOf, recordedAsOf, position }: Clocks): string {
  const day = (at: number): string => date(formatDay(at));
  const press = reportedAsOf === Infinity ? [] : [`as published by ${day(reportedAsOf)}`];
  const record = recordedAsOf === null ? [] : [`as recorded up to position ${position}`];
  return `${[`As of ${day(asOf === Infinity ? instant : asOf)}`, ...press, ...record].join(', ')}.`;
}
