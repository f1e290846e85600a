import type { ClientBase } from 'pg';
import type { Chain } from './check-event.js';
import type { Problem, VerifyReason } from './problem.js';

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
 * Holds the head of each story's stream against what the log came to: its version, and whether it is closed. Call it
 * where the chain has come to the end of the same snapshot. It takes the versions out of the chain, so that no more
 * than them has to be kept.
 */
export async function checkStreams(client: ClientBase, chain: Chain): Promise<Problem | null> {
  for (let after = ''; ;) {
    const { rows } = await client.query<StreamRow>(STREAMS, [after, PAGE]);
    for (const { story, version, closed } of rows) {
      const recorded = chain.versions.get(story);
      const wrong = (reason: VerifyReason, problem: string) => problemOf(client, story, recorded, reason, problem);
      if (recorded === undefined) return wrong('stream-without-events', 'the story has a stream and no event');
      if (Number(version) !== recorded)
        return wrong('stream-differs', `the story's stream has version ${version}, but its events come to ${recorded}`);
      if (closed !== chain.closed.has(story))
        return wrong(
          'stream-differs',
          `the story's stream says that it is ${closed ? 'closed' : 'open'}, and its events do not`,
        );
      chain.versions.delete(story);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = last.story;
  }
  for (const [story, version] of chain.versions)
    return problemOf(client, story, version, 'stream-missing', 'the story has events and no stream');
  return null;
}

/** @param version the last one of the story's events, if there are any */
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
