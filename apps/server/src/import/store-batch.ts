import { articleId } from '../articles/article-id.js';
import { verifySources } from '../articles/verify-sources.js';
import { toProblem } from '../events/append-refusals.js';
import type { Batch } from './batches.js';
import type { KnownArticle, ReadLine } from './read-line.js';
import {
  firstOf,
  posting,
  prepareEvents,
  type EventLine,
  type ImportParts,
  type PreparedLines,
} from './prepare-events.js';
import type { RejectedLine } from './rejected-line.js';

/** A group that waits for its turn: its lines, or its events ready for the log. */
export type PreparedBatch = { firstLine: number; nextLine: number; refused: RejectedLine | null } & (
  { lines: ReadLine[] } | { events: PreparedLines }
);

/** What became of a group: what was stored of it, and the first line that was not. */
export interface StoredBatch {
  imported: number;
  duplicates: number;
  /** The last position at which a line of it stands; 0 where none was an event. */
  position: number;
  refused: RejectedLine | null;
}

/**
 * Makes a group ready while the one before it is on its way to the log. That may store nothing and need nothing of the
 * one before: so there are no articles in it, and no events about events. All else is made ready in its turn.
 */
export async function prepareBatch(
  { lines, refused }: Batch,
  importedBy: string,
  parts: ImportParts,
): Promise<PreparedBatch> {
  const waiting = { firstLine: lines[0]?.line ?? 0, nextLine: (lines.at(-1)?.line ?? 0) + 1, refused };
  const events = eventsIn(lines);
  if (events.length < lines.length || events.length === 0 || events.some(({ event }) => event.about === 'event'))
    return { ...waiting, lines };
  // An article that the group before has filed may be there in its turn.
  const ready = await prepareEvents(events, importedBy, parts).catch(() => null);
  return ready === null || ready.refused ? { ...waiting, lines } : { ...waiting, events: ready };
}

/**
 * Files the articles of a group, then records its events as one request. Where one of them is refused, those before it
 * are recorded all the same.
 *
 * @param importedBy the name of the key
 * @throws what the database throws: then nothing says whether the events were stored; the reason of `authority`: then
 * the articles before it were filed
 */
export async function storeBatch(group: PreparedBatch, importedBy: string, parts: ImportParts): Promise<StoredBatch> {
  if ('events' in group) return append(group.events, parts);
  let filed = 0;
  const articles = group.lines.flatMap((line) => ('article' in line ? [line.article] : []));
  for (const article of articles) {
    parts.authority.throwIfAborted();
    const { article: stored, fresh } = await parts.articles.file(toFile(article), parts.importer);
    if (fresh) filed++;
    if (article.body !== undefined) await verifySources(parts.articles, parts.pool, stored);
  }
  const events = eventsIn(group.lines);
  const stored = events.length === 0 ? NONE : await append(await prepareEvents(events, importedBy, parts), parts);
  return { ...stored, imported: stored.imported + filed, duplicates: stored.duplicates + articles.length - filed };
}

const NONE = { imported: 0, duplicates: 0, position: 0, refused: null };

const eventsIn = (lines: readonly ReadLine[]): EventLine[] =>
  lines.filter((line): line is EventLine => 'event' in line);

async function append(
  { request, lines, targets, refused }: PreparedLines,
  { appender }: ImportParts,
): Promise<StoredBatch> {
  let first = refused;
  for (let { events } = request; events.length > 0;) {
    const result = await appender.append({ ...request, events });
    if (result.ok) {
      const duplicates = result.events.filter((event) => event.duplicate).length;
      return { imported: events.length - duplicates, duplicates, position: result.position, refused: first };
    }
    const { index, refused } = firstOf(toProblem(result, posting, targets), (index) => lines[index] ?? 0);
    first = refused;
    events = events.slice(0, index);
  }
  return { ...NONE, refused: first };
}

const toFile = ({
  url,
  sha256,
  headline,
  publisher,
  publishedAt,
  language,
  byline,
  body,
  revision,
  erased,
}: KnownArticle) => ({
  id: articleId(url, sha256),
  url,
  sha256,
  headline,
  publisher,
  publishedAt: publishedAt ?? null,
  language: language ?? null,
  byline: byline ?? null,
  body: body ?? null,
  revision: revision ?? null,
  erasedReason: erased ?? null,
});
