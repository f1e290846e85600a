import type { Pool } from 'pg';
import type { Note } from '#briefs/markdown.js';
import type { Section } from '#briefs/model/sentence.js';
import { formatDay } from '#catalogue/values/reduced-date.js';
import { date } from '#catalogue/wording/dates.js';
import { list } from '#catalogue/wording/sentence.js';
import { EventKind } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import type { Halted } from '../views/halted.js';

/**
 * A point of the clocks in words: "As of 26 October 2025, by what had been published by 1 November 2025." Without a
 * bound of valid time it is as of today, whatever day the press is asked about.
 *
 * @param missing views: "As of 26 October 2025, without tariffs and truces, halted by an error." And subjects: "without
 * USA>CHN:all (tariffs), halted."
 */
export function formatPoint(
  { asOf, instant, reportedAsOf, recordedAsOf, position }: Clocks,
  { halted, haltedSubjects, moreHaltedSubjects = 0 }: Halted,
): string {
  const day = (at: number): string => date(formatDay(at));
  const press = reportedAsOf === Infinity ? [] : [`by what had been published by ${day(reportedAsOf)}`];
  const record = recordedAsOf === null ? [] : [`as recorded up to position ${position}`];
  const views = halted.length === 0 ? [] : [`without ${list(halted)}, halted by an error`];
  const names = haltedSubjects.map(({ view, subject }) => `${subject} (${view})`);
  const more = moreHaltedSubjects === 0 ? [] : [`${moreHaltedSubjects} more`];
  const subjects = names.length === 0 ? [] : [`without ${list([...names, ...more])}, halted`];
  const isToday = asOf === Infinity && reportedAsOf !== Infinity;
  const world = `As of ${isToday ? 'today' : day(asOf === Infinity ? instant : asOf)}`;
  return `${[world, ...press, ...record, ...views, ...subjects].join(', ')}.`;
}

/** How far a brief is behind: "612 events of the story have been recorded since." */
export const formatBehind = (behind: number): string => `${behind} events of the story have been recorded since.`;

/** What is left out for want of a date of publication, as a line; no line where nothing is. */
export function formatUndated(undated = 0): string[] {
  if (undated === 0) return [];
  const reports = undated === 1 ? '1 report' : `${undated} reports`;
  return [`Left out: ${reports} whose date of publication is not known.`];
}

/**
 * $1 events, $2 position: the last date of publication that a correction gives the source of each, as known there.
 */
const PUBLICATIONS = `
select u.id, c.published_at
  from unnest($1::uuid[]) u(id)
 cross join lateral (
   select e.envelope #>> '{data,publishedAt}' as published_at from event e
    where e.target = u.id and e.kind = ${EventKind.correction} and e.position <= $2
      and e.envelope #>> '{data,publishedAt}' is not null
    order by e.position desc limit 1) c`;

/** The sources of the events that a text cites, by their ids, with corrected dates of publication. */
export async function collectSources(
  pool: Pool,
  sections: readonly Section[],
  position: number,
): Promise<Map<string, Note>> {
  const ids = [...new Set(sections.flatMap(({ sentences }) => sentences.flatMap(({ events }) => events)))];
  const events = await readEventsById(pool, ids);
  const { rows } = await pool.query<{ id: string; published_at: string }>(PUBLICATIONS, [ids, position]);
  const corrected = new Map(rows.map((row) => [row.id, row.published_at]));
  return new Map(
    events.map(({ id, type, source, data }) => [
      id,
      {
        quote: source?.quote ?? null,
        publisher: source?.publisher ?? null,
        url: source?.url ?? null,
        publishedAt: corrected.get(id) ?? source?.publishedAt ?? null,
        attributedTo: source?.attributedTo ?? null,
        reason: type === 'EventCorrected' ? String(data['reason']) : null,
      },
    ]),
  );
}
