import type { Pool } from 'pg';
import { lastInstant } from '#catalogue/values/reduced-date.js';
import { readHead } from '#log/read/read-head.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Checkpoint } from '#reader/clocks/checkpoint.js';
import {
  ClockError,
  formatClocks,
  resolveClocks,
  type Clocks,
  type FormattedClocks,
  type RequestedClocks,
  type RequestedDate,
} from '#reader/clocks/clocks.js';
import { badParameter, unavailable } from '../problems/problem.js';

/** Clocks as the parameters of a read request them. */
export interface ClockQuery extends RequestedClocks {
  /** Stands for both `asOf` and `reportedAsOf`. */
  knownOn?: RequestedDate | undefined;
}

/** What a read needs to resolve its clocks. */
export interface ClockParts {
  pool: Pool;
  checkpoint: Checkpoint;
  now: Clock;
}

/**
 * The two clocks for which `knownOn` stands, in its place.
 * @throws Problem `bad-parameter` where one of them is given too
 */
export function withoutKnownOn<Query extends ClockQuery>(query: Query): Query {
  const { knownOn } = query;
  if (knownOn === undefined) return query;
  const given = (['asOf', 'reportedAsOf'] as const).find((clock) => query[clock] !== undefined);
  if (given) throw badParameter('knownOn', `cannot be given with ${given}: it sets both asOf and reportedAsOf`);
  return { ...query, knownOn: undefined, asOf: knownOn, reportedAsOf: knownOn };
}

/**
 * Resolves the requested clocks. Waits for views that have not come that far.
 * @throws Problem `bad-parameter` for a point ahead of the record or a contradiction, `unavailable` where the views do
 * not reach the point in time
 */
export async function resolveRequestClocks(parts: ClockParts, query: ClockQuery): Promise<Clocks> {
  const requested = withoutKnownOn(query);
  if (requested.minPosition !== undefined) await refuseAhead(parts.pool, requested.minPosition);
  try {
    return await resolveClocks(parts.pool, parts.checkpoint, requested, parts.now());
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    throw error.reason === 'not-there'
      ? badParameter(error.parameter, error.message)
      : unavailable(`${error.parameter}: ${error.message}.`, 1);
  }
}

/** The same point of the clocks as of a date. */
export function clocksAsOf(clocks: Clocks, asOf: RequestedDate): Clocks {
  const last = lastInstant(asOf.period);
  return { ...clocks, asOf: last, instant: last, dates: { ...clocks.dates, asOf } };
}

/** Waiting for a position that was never recorded would not end. */
async function refuseAhead(pool: Pool, position: number): Promise<void> {
  const head = await readHead(pool);
  if (position > head.position)
    throw badParameter('minPosition', `position ${position} is past the end of the log, position ${head.position}`);
}

/**
 * The clocks as part of an entity tag: only those that were requested. Without `recordedAsOf` the position moves with
 * every event of any story while the answer stays the same.
 */
export function etagClocks(clocks: Clocks): Partial<FormattedClocks> {
  const { position, ...dates } = formatClocks(clocks);
  return clocks.recordedAsOf === null ? dates : { ...dates, position };
}
