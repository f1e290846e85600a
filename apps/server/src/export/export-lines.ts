import type { StoredEvent } from '#log/event.js';
import { readEvents } from '#log/read/read-events.js';
import type { ReadingPool } from '../app-dependencies.js';
import type { Article } from '../articles/article.entity.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { settleSources } from '../articles/settle-sources.js';
import { neverNamed } from '../articles/read-articles.js';
import { toEventInput } from '../events/to-event-input.js';

export interface ExportQuestion {
  after: number;
  /** The last position that it holds. */
  upTo: number;
  story: string | undefined;
  /** Whether who asks may read the texts of articles. */
  withBodies: boolean;
}

const PAGE = 500;

/**
 * The log in its order, each article before the first event that names it, and at the end those that no event does. An
 * export that was cut off after a position, and another one after that position, are together what one would have been.
 */
export async function* exportLines(
  pool: ReadingPool,
  articles: ArticleRepository,
  question: ExportQuestion,
): AsyncGenerator<unknown> {
  const { upTo, story, withBodies } = question;
  for (let after = question.after; ;) {
    const events = await settleSources(pool, await readEvents(pool, { after, upTo, limit: PAGE, story }));
    const named = [...new Set(events.flatMap(({ source }) => source?.article ?? []))];
    const fresh = new Set(await articles.notNamedBy(named, after, story));
    for (const event of events) {
      const article = event.source?.article;
      if (article !== undefined && fresh.delete(article)) yield* articleLine(articles, article, withBodies);
      yield eventLine(event);
    }
    if (events.length < PAGE) break;
    after = events.at(-1)?.position ?? after;
  }
  if (story !== undefined) return;
  for await (const ids of neverNamed(pool, upTo, PAGE)) {
    for (const id of ids) yield* articleLine(articles, id, withBodies);
  }
}

function eventLine(event: StoredEvent): unknown {
  const { position, version, recordedAt, recordedBy, source } = event;
  const { quoteStart, quoteEnd, unverified, publisher, publishedAt, headline } = source ?? {};
  const said = toEventInput(event);
  const besides = {
    // Where the article's text is gone, nobody could find the quote again.
    ...(quoteStart !== undefined && { quoteStart, quoteEnd }),
    // The article may say something else by now.
    ...(unverified && { unverified, publisher, ...(publishedAt !== undefined && { publishedAt }), headline }),
  };
  const placed =
    Object.keys(besides).length === 0 ? said : { ...said, source: { ...(said['source'] as object), ...besides } };
  return { position, version, recordedAt, recordedBy, ...placed };
}

/** Its text, or what stands for it: the sha256, and why it was erased. One text is held at a time. */
async function* articleLine(articles: ArticleRepository, id: string, withBodies: boolean): AsyncGenerator<unknown> {
  const article = await (withBodies ? articles.findWhole(id) : articles.find(id));
  if (article) yield { article: toldArticle(article) };
}

function toldArticle({
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
