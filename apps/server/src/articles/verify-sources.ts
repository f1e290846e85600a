import type { EventSource } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { ReadingPool } from '../app-dependencies.js';
import type { Article } from './article.entity.js';
import type { ArticleRepository } from './article.repository.js';
import { quotable, type QuotableBody } from './find-quote.js';

/** So many events are compared at once, and so many times by one filing: the next filing of the same text goes on. */
const PAGE = 500;
const MOST_PAGES = 20;

/**
 * Compares what events said of an article while its text was not here with the text that has been filed since. Those
 * that agree are no longer unverified; the others stay so, since the log cannot be changed. Nothing to do for an
 * article that was filed with its text.
 */
export async function verifySources(articles: ArticleRepository, pool: ReadingPool, filed: Article): Promise<void> {
  if (filed.verifiedTo === null || filed.unverified) return;
  const article = await articles.findWhole(filed.id);
  if (typeof article?.body !== 'string') return;
  const text = quotable(article.body);
  let after = filed.verifiedTo;
  for (let page = 0; page < MOST_PAGES; page++) {
    const ids = await articles.eventIdsOf(filed.id, after, Number.MAX_SAFE_INTEGER, PAGE);
    const events = await readEventsById(pool, ids);
    after = events.at(-1)?.position ?? after;
    const verified = events
      .filter(({ source }) => source?.unverified && agrees(source, article, text))
      .map(({ id }) => id);
    if (events.length > 0) await articles.keepVerified(filed.id, verified, after);
    if (ids.length < PAGE) return;
  }
}

/**
 * Whether all that a source says of an article is what the article itself says: who published what and when, and the
 * quote where it is said to stand.
 */
export function agrees(source: Omit<EventSource, 'unverified'>, article: Article, text: QuotableBody): boolean {
  const { publisher, publishedAt, headline, quote, quoteStart, quoteEnd } = source;
  const known =
    publisher === article.publisher && (publishedAt ?? null) === article.publishedAt && headline === article.headline;
  if (!known || quote === undefined) return known;
  return quoteStart === undefined || quoteEnd === undefined
    ? text.find(quote) !== null
    : text.standsAt(quote, { start: quoteStart, end: quoteEnd });
}
