import type { ClientBase } from 'pg';
import type { LogHead } from '../read/read-head.js';
import type { Chain } from './check-event.js';
import type { Problem } from './problem.js';

/** A head of the log that somebody noted earlier: a log whose tail was cut no longer holds it. */
export interface TrustedHead {
  position: number;
  /** sha256, hex. */
  hash: string;
}

/** Whether the chain, where it has come to the position that was noted, has the hash that was noted. */
export function checkNoted({ position, hash }: Chain, noted: TrustedHead | null): Problem | null {
  if (!noted || noted.position !== position || hash.toString('hex') === noted.hash.toLowerCase()) return null;
  return { position, reason: 'noted-head-differs', problem: 'it has another hash than the head that was noted' };
}

/**
 * $1 microseconds since the epoch: whether the head's clock stands before it; and whether there are events before the
 * first.
 */
const HEAD = `
select h.recorded_us < $1 as earlier, exists (select from event e where e.position < 1) as before_first from log_head h`;

/** The first event that stands above the head. */
export const outside = (head: number): Problem => ({
  position: head + 1,
  reason: 'event-outside',
  problem: `events stand above the head, which is at ${head}`,
});

/** Holds the head against the last event, with which the chain has come to the end of the same snapshot. */
export async function checkHead(
  client: ClientBase,
  chain: Chain,
  head: LogHead,
  noted: TrustedHead | null,
): Promise<Problem | null> {
  const { position } = chain;
  if (position < head.position) {
    const problem = `the log ends at ${position}, but its head says ${head.position}`;
    return { position: position + 1, reason: 'event-missing', problem };
  }
  if (position > head.position) return outside(head.position);
  const differs = (problem: string): Problem => ({ position, reason: 'head-differs', problem });
  if (chain.hash.toString('hex') !== head.hash) return differs('the head has another hash than the last event');
  const { rows } = await client.query<{ earlier: boolean; before_first: boolean }>(HEAD, [chain.recordedUs]);
  if (rows[0]?.earlier) return differs("the head's clock stands before the last event's recorded_at");
  if (rows[0]?.before_first) return { position: 0, reason: 'event-outside', problem: 'events stand before position 1' };
  if (!noted || noted.position <= position) return null;
  const problem = `the log ends before the head that was noted, ${noted.position}`;
  return { position: position + 1, reason: 'noted-head-differs', problem };
}
