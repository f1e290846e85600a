import type { AppendResult } from '#log/append/append-request.js';
import type { ServerParts } from '../../server-parts.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { articleId } from '../articles/article-id.js';
import { problemOfRefusal } from '../events/append-refusals.js';
import type { PostedEvents } from '../events/parse-events.js';
import { summary } from '../events/parse-events.js';
import { prepareEvents } from '../events/prepare-events.js';
import { Problem } from '../problems/problem.js';
import type { KnownArticle, ReadLine } from './read-line.js';
import { refusedLine, type RefusedLine } from './refused-line.js';

/** What became of a group: what was stored of it, and the first line that was not. */
export interface StoredGroup {
  imported: number;
  duplicates: number;
  /** The last position at which a line of it stands; 0 where none was an event. */
  position: number;
  refused: RefusedLine | null;
}

export interface ImportParts extends Pick<ServerParts, 'pool' | 'appender'> {
  articles: ArticleRepository;
}

type EventLine = Extract<ReadLine, { event: unknown }>;

/**
 * Files the articles of a group, then records its events as one request. Where one of them is refused, those before it are recorded all the same.
 *
 * @param importedBy the name of the key
 * @throws Problem without places, and whatever the database throws: then nothing says whether the events were stored
 */
export async function storeGroup(lines: readonly ReadLine[], importedBy: string, parts: ImportParts): Promise<StoredGroup> {
  let [imported, duplicates] = [0, 0];
  for (const line of lines) {
    if (!('article' in line)) continue;
    const { fresh } = await parts.articles.file(filed(line.article, importedBy));
    if (fresh) imported++;
    else duplicates++;
  }
  let events = lines.filter((line): line is EventLine => 'event' in line);
  let refused: RefusedLine | null = null;
  while (events.length > 0) {
    const result = await record(events, importedBy, parts);
    if (!(result instanceof Problem)) {
      const known = result.events.filter((event) => event.duplicate).length;
      return { imported: imported + events.length - known, duplicates: duplicates + known, position: result.position, refused };
    }
    const { index, refusal } = firstRefused(result, events);
    refused = refusal;
    events = events.slice(0, index);
  }
  return { imported, duplicates, position: 0, refused };
}

async function record(
  lines: readonly EventLine[],
  recordedBy: string,
  { pool, appender, articles }: ImportParts,
): Promise<Extract<AppendResult, { ok: true }> | Problem> {
  const posted: PostedEvents = {
    batch: false,
    pointer: (index, within) => `/${index}${within}`,
    unknownTarget: 'unknown-target',
    events: lines.map((line) => line.event),
    quotePlaces: lines.map((line) => line.quotePlace),
  };
  try {
    const headers = { idempotencyKey: null, expectedVersion: null, wait: null };
    const { resolved, request } = await prepareEvents({ posted, said: null, recordedBy, headers }, { pool }, articles);
    const result = await appender.append(request);
    if (result.ok) return result;
    return problemOfRefusal(
      result,
      posted,
      resolved.map(({ refusal }) => refusal),
    );
  } catch (error) {
    if (error instanceof Problem && error.errors.length > 0) return error;
    throw error;
  }
}

/** The first of the events that a problem names. */
function firstRefused({ code, errors }: Problem, lines: readonly EventLine[]): { index: number; refusal: RefusedLine } {
  const placed = errors.map(({ pointer, detail }) => {
    const [, index = '', within = ''] = /^\/(\d+)(.*)$/s.exec(pointer) ?? [];
    return { index: Number(index), pointer: within, detail };
  });
  const index = Math.min(...placed.map((error) => error.index));
  const own = placed.filter((error) => error.index === index).map(({ pointer, detail }) => ({ pointer, detail }));
  return { index, refusal: refusedLine(lines[index]?.line ?? 0, { code, detail: summary(own), errors: own }) };
}

const filed = (
  { url, sha256, headline, publisher, publishedAt, language, byline, body, revision, erased }: KnownArticle,
  filedBy: string,
) => ({
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
  erasedReason: body === undefined ? (erased ?? null) : null,
  filedBy,
});
