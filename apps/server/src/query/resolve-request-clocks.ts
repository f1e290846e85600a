import { readHead } from '#log/read/read-head.js';
import { ClockError, resolveClocks, type RequestedClocks, type Clocks } from '#reader/clocks/clocks.js';
import type { AppDependencies } from '../app-dependencies.js';
import { badParameter, unavailable } from '../problems/problem.js';

/** What a read needs to find its point of the clocks. */
export type ClockParts = Pick<AppDependencies, 'pool' | 'checkpoint' | 'now'>;

/**
 * The point of the clocks at which a read is answered. Waits for the views where they have not come so far.
 * @throws Problem `bad-parameter` for a point ahead of the record, `unavailable` where the views do not reach it in
 * time
 */
export async function resolveRequestClocks(parts: ClockParts, requested: RequestedClocks): Promise<Clocks> {
  if (requested.minPosition !== undefined) await refuseAhead(parts, requested.minPosition);
  try {
    return await resolveClocks(parts.pool, parts.checkpoint, requested, parts.now());
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    throw error.reason === 'not-there'
      ? badParameter(error.parameter, error.message)
      : unavailable(`${error.parameter}: ${error.message}.`, 1);
  }
}

/** What was never recorded will not be waited for. */
async function refuseAhead({ pool }: ClockParts, position: number): Promise<void> {
  const head = await readHead(pool);
  if (position > head.position)
    throw badParameter('minPosition', `position ${position} is past the end of the log, which is ${head.position}`);
}
