import {
  formatInstant,
  formatLastInstant,
  justBefore,
  lastInstant,
  type Period,
} from '#catalogue/values/reduced-date.js';
import type { PressTime } from '#history/facts/published-by.js';
import { positionAt, readHead, requestEndAt } from '#log/read/read-head.js';
import type { Pool } from 'pg';
import type { Projection } from '#projector/store/projections.js';
import type { Checkpoint, ViewsAt } from './checkpoint.js';

/** A date on a clock as it was requested, and the span of UTC that it names. All of the span counts. */
export interface RequestedDate {
  text: string;
  period: Period;
}

export interface RequestedClocks {
  asOf?: RequestedDate | undefined;
  reportedAsOf?: RequestedDate | undefined;
  /** Include sources without a date of publication. */
  undated?: PressTime['undated'];
  recordedAsOf?: RequestedDate | { position: number } | undefined;
  /** Wait until the views reach this position. */
  minPosition?: number | undefined;
}

/** One point of the three clocks, at which all parts of an answer are read. */
export interface Clocks extends PressTime {
  /** The last instant of valid time that counts, microseconds since the epoch; `Infinity`: no bound. */
  asOf: number;
  /** The last instant of publication that counts, microseconds since the epoch; `Infinity`: no bound. */
  reportedAsOf: number;
  /** The position of the log at which all is read: the end of a request, and not beyond the views' checkpoint. */
  position: number;
  /** The instant at which states that time alone changes are shown: `asOf` where it is given, else now. */
  instant: number;
  /** The requested point of the record as it was resolved: an instant, or `@` and a position. `null`: none. */
  recordedAsOf: string | null;
  /** The requested dates, by which answers name instants that have no exact number. */
  dates?: Pick<RequestedClocks, 'asOf' | 'reportedAsOf'>;
  /** The hash of the log in hex, if the views were at its head; the position may lie before that. */
  history?: string | null;
  /** The generations at the checkpoint, if they were read. They serve any read at it or before it. */
  projections?: readonly Projection[];
}

/** What is known at a point of the clocks, whatever the valid time. */
export type Known = Pick<Clocks, 'reportedAsOf' | 'undated' | 'position'>;

/** Clocks as an answer shows them. */
export interface FormattedClocks {
  asOf: string | null;
  reportedAsOf: string | null;
  recordedAsOf: string | null;
  /** Only where sources without a date of publication are included. */
  undated?: 'include';
  position: number;
}

/** The clocks of a read of all that is known at a checkpoint. @param now microseconds since the epoch */
export function latestClocks(at: ViewsAt, now: number): Clocks {
  return { ...at, asOf: Infinity, reportedAsOf: Infinity, instant: now, recordedAsOf: null };
}

/** A point of the clocks that cannot be read. `not-yet`: the views have not reached it, a retry may succeed. */
export class ClockError extends Error {
  constructor(
    readonly reason: 'not-there' | 'not-yet',
    readonly parameter: 'recordedAsOf' | 'minPosition',
    detail: string,
  ) {
    super(detail);
  }
}

/** How long a read waits for the views, milliseconds. */
export const VIEWS_TIMEOUT_MS = 5_000;

/**
 * Resolves requested clocks to one point that can be read.
 *
 * @param now microseconds since the epoch
 * @throws ClockError where the log does not reach that point, or the views do not reach it in time
 */
export async function resolveClocks(
  pool: Pool,
  checkpoint: Checkpoint,
  requested: RequestedClocks,
  now: number,
): Promise<Clocks> {
  const { asOf, reportedAsOf, recordedAsOf, undated } = requested;
  const least =
    requested.minPosition === undefined ? null : await reach(checkpoint, requested.minPosition, 'minPosition');
  const wanted = recordedAsOf && (await resolveRecordPoint(pool, recordedAsOf));
  const at = wanted
    ? await reach(checkpoint, wanted.position, 'recordedAsOf')
    : (least ?? (await checkpoint.viewsAt()));
  const last = asOf ? lastInstant(asOf.period) : Infinity;
  const clocks = {
    asOf: last,
    reportedAsOf: reportedAsOf ? lastInstant(reportedAsOf.period) : Infinity,
    ...(undated && { undated }),
    instant: asOf ? last : now,
    dates: { asOf, reportedAsOf },
  };
  const latest = { ...clocks, ...at, recordedAsOf: null };
  return wanted ? { ...latest, position: wanted.position, recordedAsOf: wanted.text } : latest;
}

/** Clocks in the form that answers show. */
export function formatClocks({ asOf, reportedAsOf, undated, dates, recordedAsOf, position }: Clocks): FormattedClocks {
  return {
    asOf: formatBound(asOf, dates?.asOf),
    reportedAsOf: formatBound(reportedAsOf, dates?.reportedAsOf),
    recordedAsOf,
    ...(undated && { undated }),
    position,
  };
}

/** @param date the requested date, which is shown if it gave this instant */
function formatBound(instant: number, date: RequestedDate | undefined): string | null {
  if (instant === Infinity) return null;
  const isOfDate = !Number.isSafeInteger(instant) && date && lastInstant(date.period) === instant;
  return isOfDate ? formatLastInstant(date.text) : formatInstant(instant);
}

async function resolveRecordPoint(
  pool: Pool,
  requested: RequestedDate | { position: number },
): Promise<{ position: number; text: string }> {
  if ('position' in requested) {
    const end = requested.position === 0 ? 0 : await requestEndAt(pool, requested.position);
    if (end === null)
      throw new ClockError('not-there', 'recordedAsOf', `position ${requested.position} is past the end of the log`);
    return { position: end, text: `@${end}` };
  }
  const { period, text } = requested;
  const settled = await positionAt(pool, lastInstant(period));
  if (settled !== null) return { position: settled, text: formatLastInstant(text) };
  // The period has not ended. If it has begun, it reaches to the head.
  if ((await positionAt(pool, justBefore(period.from))) === null)
    throw new ClockError('not-there', 'recordedAsOf', `${text} is in the future`);
  return { position: (await readHead(pool)).position, text: formatLastInstant(text) };
}

/** Waits for the views to reach a position, and returns their checkpoint. */
async function reach(
  checkpoint: Checkpoint,
  position: number,
  parameter: 'recordedAsOf' | 'minPosition',
): Promise<ViewsAt> {
  const at = await checkpoint.viewsAt();
  if (at.position >= position) return at;
  if (await checkpoint.waitFor(position, VIEWS_TIMEOUT_MS)) return checkpoint.viewsAt();
  throw new ClockError('not-yet', parameter, `the views have not reached position ${position} yet`);
}

/** The largest bigint: valid time without a bound. As text, since it has no exact JavaScript number. */
export const NO_BOUND = '9223372036854775807';

/** A bound of valid time as a parameter of type bigint. */
export const worldBound = (instant: number): string => (instant === Infinity ? NO_BOUND : String(instant));
