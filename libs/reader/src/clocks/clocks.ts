import { formatInstant, type Period } from '#catalogue/values/reduced-date.js';
import { positionAt, requestEndAt } from '#log/read/position-at.js';
import { readHead } from '#log/read/read-head.js';
import type { Pool } from 'pg';
import type { Projection } from '#projector/store/projections.js';
import type { Checkpoint, ViewsAt } from './checkpoint.js';

/** A date on a clock, as it was asked for, and the span of UTC that it names. Counted inclusive of all of it. */
export interface RequestedDate {
  text: string;
  period: Period;
}

export interface RequestedClocks {
  asOf?: RequestedDate | undefined;
  reportedAsOf?: RequestedDate | undefined;
  recordedAsOf?: RequestedDate | { position: number } | undefined;
  /** Wait until the views hold this position. */
  minPosition?: number | undefined;
}

/** One point of the three clocks: all parts of one answer are read at it. */
export interface Clocks {
  /** The last instant of the world that counts, microseconds since the epoch; `Infinity`: no bound. */
  asOf: number;
  /** The last instant of the press that counts; `Infinity`: no bound. */
  reportedAsOf: number;
  /** The one point of the log at which all is read: the end of a request, and no further than the views stand. */
  position: number;
  /** The instant for which is told what time alone changes: `asOf` where it is given, else now. */
  instant: number;
  /** The record's clock as it was resolved: an instant, `@` and a position, or `null` where it was not asked for. */
  recordedAsOf: string | null;
  /**
   * The generations that there were when the views had come so far, if they were read: who reads there, or further
   * back, need not ask.
   */
  projections?: readonly Projection[];
}

/** What an answer says of its clocks. */
export interface FormattedClocks {
  asOf: string | null;
  reportedAsOf: string | null;
  recordedAsOf: string | null;
  position: number;
}

/** All that is known where the views stand, told as of now, microseconds since the epoch. */
export function latestClocks(at: ViewsAt, now: number): Clocks {
  return { ...at, asOf: Infinity, reportedAsOf: Infinity, instant: now, recordedAsOf: null };
}

/** A point of the clocks that cannot be read. `not-yet` may be readable in a moment: the views have not come so far. */
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
export const PATIENCE = 5_000;

/**
 * Resolves the clocks that were asked for to one point that can be read.
 *
 * @param now microseconds since the epoch
 * @throws ClockRefused where that point lies ahead of the record, or the views do not reach it in time
 */
export async function resolveClocks(
  pool: Pool,
  checkpoint: Checkpoint,
  requested: RequestedClocks,
  now: number,
): Promise<Clocks> {
  const { asOf, reportedAsOf, recordedAsOf } = requested;
  const least =
    requested.minPosition === undefined ? null : await reach(checkpoint, requested.minPosition, 'minPosition');
  const wanted = recordedAsOf && (await positionAsked(pool, recordedAsOf));
  const at = wanted
    ? await reach(checkpoint, wanted.position, 'recordedAsOf')
    : (least ?? (await checkpoint.viewsAt()));
  const last = asOf ? asOf.period.to - 1 : Infinity;
  const clocks = {
    asOf: last,
    reportedAsOf: reportedAsOf ? reportedAsOf.period.to - 1 : Infinity,
    instant: asOf ? last : now,
  };
  const present = { ...clocks, ...at, recordedAsOf: null };
  return wanted ? { ...present, position: wanted.position, recordedAsOf: wanted.told } : present;
}

/** What an answer says of the clocks that it was read at. */
export function formatClocks(clocks: Clocks): FormattedClocks {
  const told = (instant: number): string | null => (instant === Infinity ? null : formatInstant(instant));
  return {
    asOf: told(clocks.asOf),
    reportedAsOf: told(clocks.reportedAsOf),
    recordedAsOf: clocks.recordedAsOf,
    position: clocks.position,
  };
}

async function positionAsked(
  pool: Pool,
  asked: RequestedDate | { position: number },
): Promise<{ position: number; told: string }> {
  if ('position' in asked) {
    const end = asked.position === 0 ? 0 : await requestEndAt(pool, asked.position);
    if (end === null)
      throw new ClockError('not-there', 'recordedAsOf', `position ${asked.position} is past the end of the log`);
    return { position: end, told: `@${end}` };
  }
  const { period, text } = asked;
  const last = period.to - 1;
  const phrase = formatInstant(last);
  const settled = await positionAt(pool, last);
  if (settled !== null) return { position: settled, told: phrase };
  // The period has not ended. One that has begun goes up to the head.
  if ((await positionAt(pool, period.from - 1)) === null)
    throw new ClockError('not-there', 'recordedAsOf', `${text} is in the future`);
  return { position: (await readHead(pool)).position, told: phrase };
}

/** Where the views stand once they hold a position. */
async function reach(
  checkpoint: Checkpoint,
  position: number,
  parameter: 'recordedAsOf' | 'minPosition',
): Promise<ViewsAt> {
  const at = await checkpoint.viewsAt();
  if (at.position >= position) return at;
  if (await checkpoint.waitFor(position, PATIENCE)) return checkpoint.viewsAt();
  throw new ClockError('not-yet', parameter, `the views have not reached position ${position} yet`);
}
