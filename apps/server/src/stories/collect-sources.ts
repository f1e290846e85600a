import type { Note } from '#briefs/markdown.js';
import type { Section } from '#briefs/sentence.js';
import { readEventsById } from '#log/read/read-events.js';
import type { ReadingPool } from '../app-dependencies.js';

/** Where the events that a text cites were read. */
export async function collectSources(pool: ReadingPool, sections: readonly Section[]): Promise<Map<string, Note>> {
  const ids = [...new Set(sections.flatMap(({ sentences }) => sentences.flatMap(({ events }) => events)))];
  const events = await readEventsById(pool, ids);
  return new Map(
    events.map(({ id, type, source, data }) => [
      id,
      {
        quote: source?.quote ?? null,
        publisher: source?.publisher ?? null,
        url: source?.url ?? null,
        publishedAt: source?.publishedAt ?? null,
        attributedTo: source?.attributedTo ?? null,
        reason: type === 'EventCorrected' ? String(data['reason']) : null,
      },
    ]),
  );
}
