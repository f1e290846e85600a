import type { Pool } from 'pg';
import type { StoredEvent } from '#log/event.js';
import { readEvents } from '#log/read/read-events.js';
import type { Article } from '../articles/article.entity.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { settleSources } from '../articles/file-article.command.js';
import { readUncited } from '../articles/read-articles.js';
import { toEventInput } from '../events/to-event-body.js';

export interface ExportRange {
  after: number;
  /** The last position of the export. */
  upTo: number;
  story: string | undefined;
  /** Whether the client may read the texts of articles. */
  withBodies: boolean;
}

const PAGE = 500;

/**
 * The log in its order, each article before the first event that cites it. Articles that no event cites come last. An
 * export that broke off after a position, together with one that begins after it, equals a single export.
 */
export async function* exportLines(
  pool: Pool,
  articles: ArticleRepository,
  range: ExportRange,
): AsyncGenerator<unknown> {
  const { upTo, story, withBodies } = range;
  for (let after = range.after; ;) {
    const events = await settleSources(pool, await readEvents(pool, { after, upTo, limit: PAGE, story }));
    const cited = [...new Set(events.flatMap(({ source }) => source?.article ?? []))];
    const fresh = new Set(await articles.notCitedBy(cited, after, story));
    for (const event of events) {
      const article = event.source?.article;
      if (article !== undefined && fresh.delete(article)) yield* articleLine(articles, article, withBodies);
      yield eventLine(event);
    }
    if (events.length < PAGE) break;
    after = events.at(-1)?.position ?? after;
  }
  if (story !== undefined) return;
  for await (const ids of readUncited(pool, upTo, PAGE)) {
    for (const id of ids) yield* articleLine(articles, id, withBodies);
  }
}

function eventLine(event: StoredEvent): unknown {
  const { position, version, recordedAt, recordedBy, source } = event;
  const { quoteStart, quoteEnd, unverified, publisher, publishedAt, headline } = source ?? {};
  const input = toEventInput(event);
  const sourceFields = {
    // Where the article's text was erased, the quote could not be located again.
    ...(quoteStart !== undefined && { quoteStart, quoteEnd }),
    // The article may have other values by now.
    ...(unverified && { unverified, publisher, ...(publishedAt !== undefined && { publishedAt }), headline }),
  };
  const complete =
    Object.keys(sourceFields).length === 0
      ? input
      : { ...input, source: { ...(input['source'] as object), ...sourceFields } };
  return { position, version, recordedAt, recordedBy, ...complete };
}

/** An article with its text, or with the sha256 and the reason why the text was erased. Holds one text at a time. */
async function* articleLine(articles: ArticleRepository, id: string, withBodies: boolean): AsyncGenerator<unknown> {
  const article = await (withBodies ? articles.findWhole(id) : articles.find(id));
  if (article) yield { article: toExportedArticle(article) };
}

function toExportedArticle({
  id,
  url,
  revision,
  sha256,
  headline,
  publisher,
  publishedAt,
  language,
  byline,
  body,
  erasedReason,
}: Article) {
  return {
    id,
    url,
    revision,
    sha256,
    headline,
    publisher,
    ...(publishedAt !== null && { publishedAt }),
    ...(language !== null && { language }),
    ...(byline !== null && { byline }),
    ...(typeof body === 'string' && { body }),
    ...(erasedReason !== null && { erased: erasedReason }),
  };
}
