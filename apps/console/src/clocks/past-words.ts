import { firstDay, formatDate, lastDay } from '../ui/dates.js';
import type { ClockPoint } from './clocks.js';

/** A story that has been silent for longer than this may not be up to date. */
const SILENT_DAYS = 30;

/** What a page leaves out, for the banner above it; `null`: nothing. */
export function pastInWords(point: ClockPoint, now: number): string | null {
  const { asOf, reportedAsOf, recordedAsOf } = point;
  const record = recordedAsOf?.startsWith('@') ? recordedAsOf : recordedAsOf && formatDate(recordedAsOf);
  const press = reportedAsOf && formatDate(reportedAsOf);
  if (asOf === undefined) {
    if (press && record) return `By what was in print on ${press}, as recorded at ${record}.`;
    if (press) return `By what was in print on ${press}. Later reports are left out.`;
    return record ? `What this record said at ${record}. Later entries are left out.` : null;
  }
  const day = formatDate(asOf);
  if (firstDay(asOf) > now) return `${day} is ahead. Only what time alone does is shown.`;
  if (press && record) return `${day}, by what was in print on ${press}, as recorded at ${record}.`;
  if (press && asOf === reportedAsOf) return `What was known on ${day}: later reports are left out.`;
  if (press) return `The world on ${day}, by what was in print on ${press}.`;
  if (record) return `${day}, as recorded at ${record}. New entries change nothing here.`;
  return `The world on ${day}. What was reported about it later is included.`;
}

/** The last day of a story where it has been silent since for long; `null`: it has not. */
export function silentSince(marks: readonly { occurredAt: string; retracted: boolean }[], now: number): string | null {
  const last = marks.findLast(({ retracted }) => !retracted)?.occurredAt;
  return last !== undefined && now - lastDay(last) > SILENT_DAYS ? last : null;
}
