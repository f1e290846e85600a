import type { z } from 'zod';
import type { RequestedClocks } from '#reader/clocks/clocks.js';
import { badParameter } from '../problems/problem.js';
import { clockOf } from './changes.schema.js';
import type { ReplayQuery } from './replay.schema.js';
import { onClock } from './change-range.js';

/**
 * The clocks of the point to which a story is told.
 * @throws Problem `bad-parameter` where a parameter does not go with the clock
 */
export function replayPoint(asked: z.output<typeof ReplayQuery>): RequestedClocks {
  const clock = clockOf(asked);
  if (asked.to === undefined) return asked;
  if (asked[clock] !== undefined) throw badParameter(clock, 'goes not with to, which is on this clock');
  return { ...asked, [clock]: onClock(asked, 'to', asked.to) };
}
