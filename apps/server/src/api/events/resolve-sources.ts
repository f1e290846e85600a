import type { ParsedEvent } from '#catalogue/event-input.js';
import type { Source, WebSource } from '#catalogue/source.js';
import type { EventSource } from '#log/event.js';
import type { Article } from '../articles/article.entity.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { ArticleId } from '../articles/articles.schema.js';
import { quotable, type QuotableBody, type QuotePlace } from '../articles/find-quote.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { summary, type PostedEvents } from './parse-events.js';

/** For so many quotes of a request it is looked up where they leave the text. */
const MOST_HELPED = 5;

/**
 * What the events' sources are stored as: with what their articles give, and where their quotes stand in them. `null` for an event without a source.
 * @throws Problem `unknown-article`, else `quote-not-found`, with all that are
 */
export async function resolveSources(
  { events, pointer, quotePlaces }: PostedEvents,
  articles: ArticleRepository,
): Promise<(EventSource | null)[]> {
  const named = events.map(articleOf);
  const ids = new Set(named.flatMap((name) => (name === undefined ? [] : (ArticleId.safeParse(name).data ?? []))));
  const quoted = events.some(({ source }) => source !== undefined && 'article' in source && source.quote !== undefined);
  const found = ids.size === 0 ? new Map<string, Article>() : await articles.findSources([...ids], quoted);
  const articleNamed = (name: string): Article | undefined => found.get(ArticleId.safeParse(name).data ?? '');

  const unknown = named.flatMap((name, index) =>
    name === undefined || articleNamed(name)
      ? []
      : [{ pointer: pointer(index, '/source/article'), detail: 'is not the id of a filed article; POST /v1/articles files one' }],
  );
  if (unknown.length > 0) throw refusal('unknown-article', unknown);

  const bodies = new Map<string, QuotableBody>();
  const missing: ProblemPointer[] = [];
  const sources = events.map((event, index) => {
    const { source } = event;
    if (!source || !('article' in source)) return pageOf(event);
    const article = articleNamed(source.article);
    if (!article) throw new Error(`article ${source.article} was found before`);
    if (source.quote === undefined) return ofArticle(article, source);
    if (quotePlaces && typeof article.body !== 'string') return { ...ofArticle(article, source), ...stood(quotePlaces[index]) };
    const body = bodies.get(article.id) ?? quotable(article.body ?? '');
    bodies.set(article.id, body);
    const place = body.find(source.quote);
    if (!place) {
      const near = missing.length < MOST_HELPED ? body.longestBeginning(source.quote) : null;
      const detail = `does not stand in the article, letter for letter${near === null ? '' : `; it goes on otherwise after “${near}”`}`;
      missing.push({ pointer: pointer(index, '/source/quote'), detail });
    }
    return { ...ofArticle(article, source), ...(place && { quoteStart: place.start, quoteEnd: place.end }) };
  });
  if (missing.length > 0) throw refusal('quote-not-found', missing);
  return sources;
}

/** Whether an event's source has to be looked up. */
export const namesArticle = (event: ParsedEvent): boolean => articleOf(event) !== undefined;

/** What the source of an event is stored as that names no article. */
export const pageOf = ({ source }: ParsedEvent): EventSource | null => (source && !('article' in source) ? ofPage(source) : null);

const articleOf = ({ source }: ParsedEvent): string | undefined => (source && 'article' in source ? source.article : undefined);

const words = ({ quote, attributedTo }: Source) => ({
  ...(quote !== undefined && { quote }),
  ...(attributedTo !== undefined && { attributedTo }),
});

/** Where a quote stood in a text that is not here, as somebody found who had it. */
const stood = (place: QuotePlace | null | undefined) => place && { quoteStart: place.start, quoteEnd: place.end };

const ofPage = ({ attributedTo, publishedAt, publisher, quote, url }: WebSource): EventSource => ({
  attributedTo,
  publishedAt,
  publisher,
  quote,
  url,
});

const ofArticle = ({ id, sha256, url, publisher, publishedAt, headline }: Article, source: Source): EventSource => ({
  article: id,
  sha256,
  url,
  publisher,
  ...(publishedAt !== null && { publishedAt }),
  headline,
  ...words(source),
});

const refusal = (code: 'unknown-article' | 'quote-not-found', errors: readonly ProblemPointer[]): Problem =>
  new Problem(code, summary(errors), { errors });
