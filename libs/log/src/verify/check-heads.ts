import type { ClientBase } from 'pg';
import type { LogHead } from '../read/read-head.js';
import type { Chain } from './check-event.js';
import type { Problem, VerifyReason } from './problem.js';

/** A head of the log that somebody wrote down earlier. A log whose end was cut off no longer contains it. */
export interface TrustedHead {
  position: number;
  /** sha256, hex. */
  hash: string;
}

/** Once the chain has reached the position of the trusted head, compares their hashes. */
export function checkTrustedHead({ position, hash }: Chain, trusted: TrustedHead | null): Problem | null {
  if (!trusted || trusted.position !== position || hash.toString('hex') === trusted.hash.toLowerCase()) return null;
  return { position, reason: 'noted-head-differs', problem: 'its hash differs from that of the trusted head' };
}

/**
 * $1 microseconds since the epoch: whether the head is older than that, and whether there are events below position 1.
 */
const HEAD = `
select h.recorded_us < $1 as earlier, exists (select from event e where e.position < 1) as before_first
  from log_head h`;

/** The first event above the head. */
export const eventAboveHead = (head: number): Problem => ({
  position: head + 1,
  reason: 'event-outside',
  problem: `there are events above the head, which is at ${head}`,
});

/** Compares the head with the last event. Call it after the chain has reached the end of the same snapshot. */
export async function checkHead(
  client: ClientBase,
  chain: Chain,
  head: LogHead,
  trusted: TrustedHead | null,
): Promise<Problem | null> {
  const { position } = chain;
  if (position < head.position) {
    const problem = `the log ends at ${position}, but its head is at ${head.position}`;
    return { position: position + 1, reason: 'event-missing', problem };
  }
  if (position > head.position) return eventAboveHead(head.position);
  const differs = (problem: string): Problem => ({ position, reason: 'head-differs', problem });
  if (chain.hash.toString('hex') !== head.hash) return differs("the head's hash is not that of the last event");
  const { rows } = await client.query<{ earlier: boolean; before_first: boolean }>(HEAD, [chain.recordedUs]);
  if (rows[0]?.earlier) return differs("the time of the head is before the last event's recorded_at");
  if (rows[0]?.before_first) return { position: 0, reason: 'event-outside', problem: 'events exist before position 1' };
  if (!trusted || trusted.position <= position) return null;
  const problem = `the log ends before the trusted head, ${trusted.position}`;
  return { position: position + 1, reason: 'noted-head-differs', problem };
}

const PAGE = 5_000;

interface StreamRow {
  story: string;
  version: string;
  closed: boolean;
}

/** $1 after, $2 limit */
const STREAMS = 'select story, version, closed from stream where story > $1 order by story limit $2';

/** $1 story, $2 version */
const POSITION_OF = 'select position from event where story = $1 and version = $2';

/**
 * Compares the stored stream of each story with its events: the version, and whether it is closed. Call it after the
 * chain has reached the end of the same snapshot. It removes the versions from the chain, so that no second map is
 * needed.
 */
export async function checkStreams(client: ClientBase, chain: Chain): Promise<Problem | null> {
  for (let after = ''; ;) {
    const { rows } = await client.query<StreamRow>(STREAMS, [after, PAGE]);
    for (const { story, version, closed } of rows) {
      const recorded = chain.versions.get(story);
      const wrong = (reason: VerifyReason, problem: string) => problemOf(client, story, recorded, reason, problem);
      if (recorded === undefined) return wrong('stream-without-events', 'the story has a stream but no event');
      if (Number(version) !== recorded)
        return wrong('stream-differs', `the story's stream has version ${version}, but its last event has ${recorded}`);
      if (closed !== chain.closed.has(story))
        return wrong(
          'stream-differs',
          `the story's stream is ${closed ? 'closed' : 'open'}, but by its events it is ${closed ? 'open' : 'closed'}`,
        );
      chain.versions.delete(story);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = last.story;
  }
  for (const [story, version] of chain.versions)
    return problemOf(client, story, version, 'stream-missing', 'the story has events but no stream');
  return null;
}

/** @param version that of the story's last event, if there is one */
async function problemOf(
  client: ClientBase,
  story: string,
  version: number | undefined,
  reason: VerifyReason,
  problem: string,
): Promise<Problem> {
  const { rows } = await client.query<{ position: string }>(POSITION_OF, [story, version ?? 0]);
  return { position: Number(rows[0]?.position ?? 0), story, reason, problem };
}
