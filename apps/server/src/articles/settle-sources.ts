import type { StoredEvent } from '#log/event.js';
import type { TimelineEntry } from '#reader/timeline/timeline-entry.js';
import type { ReadingPool } from '../app-dependencies.js';

/** $1 events: those whose source was found to agree with the text of its article since they were recorded. */
const VERIFIED = `select v.event as id from unnest($1::uuid[]) u(id) join verified_source v on v.event = u.id`;

/**
 * Takes the mark `unverified` from events whose source was verified after they were recorded. The log itself keeps the
 * mark. It is told as of now, like the article itself, whatever the clocks say. Asks nothing where nothing is marked,
 * which is most often so.
 */
export async function settleSources(pool: ReadingPool, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const marked = events.filter(({ source }) => source?.unverified).map(({ id }) => id);
  const verified = await readVerified(pool, marked);
  return events.map((event) => {
    if (!event.source?.unverified || !verified.has(event.id)) return event;
    const { unverified: _mark, ...source } = event.source;
    return { ...event, source };
  });
}

/** The same for facts as the timeline tells them. */
export async function settleFacts<Entry extends TimelineEntry>(
  pool: ReadingPool,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const marked = entries.flatMap(({ sources }) =>
    sources.filter((source) => source.unverified).map(({ event }) => event),
  );
  const verified = await readVerified(pool, marked);
  if (verified.size === 0) return [...entries];
  return entries.map((entry) => ({
    ...entry,
    sources: entry.sources.map((source) => {
      const { unverified: _mark, ...settled } = source;
      return verified.has(source.event) ? settled : source;
    }),
  }));
}

async function readVerified(pool: ReadingPool, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>(VERIFIED, [ids]);
  return new Set(rows.map(({ id }) => id));
}
