import type { ParsedEvent } from '#catalogue/event-input.js';
import type { Source, WebSource } from '#catalogue/source.js';
import type { EventSource } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { ReadingPool } from '../app-dependencies.js';
import type { Article } from '../articles/article.entity.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { ArticleId } from '../articles/articles.schema.js';
import { quotable, type QuotableBody, type QuotePlace } from '../articles/find-quote.js';
import { agrees } from '../articles/verify-sources.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { summary, type ParsedRequest } from './parse-events.js';

/** For so many quotes of a request it is looked up where they leave the text. */
const MOST_HELPED = 5;

/**
 * What the events' sources are stored as: with what their articles give, and where their quotes stand in them. `null`
 * for an event without a source. What rests on an article whose text is not here is marked `unverified`, unless an
 * admin vouches for it.
 *
 * @throws Problem `unknown-article`, else `quote-not-found`, with all that are
 */
export async function resolveSources(
  { events, pointer, imported }: ParsedRequest,
  articles: ArticleRepository,
  pool: ReadingPool,
): Promise<(EventSource | null)[]> {
  const named = events.map(articleOf);
  const ids = new Set(named.flatMap((name) => (name === undefined ? [] : (ArticleId.safeParse(name).data ?? []))));
  const quoted = events.some(({ source }) => source !== undefined && 'article' in source && source.quote !== undefined);
  const found = ids.size === 0 ? new Map<string, Article>() : await articles.findSources([...ids], quoted);
  const articleNamed = (name: string): Article | undefined => found.get(ArticleId.safeParse(name).data ?? '');

  const unknown = named.flatMap((name, index) =>
    name === undefined || articleNamed(name)
      ? []
      : [
          {
            pointer: pointer(index, '/source/article'),
            detail: 'is not the id of a filed article; POST /v1/articles files one',
          },
        ],
  );
  if (unknown.length > 0) throw refusal('unknown-article', unknown);

  const stored = await storedSources(events, articleNamed, pool);
  const bodies = new Map<string, QuotableBody>();
  const missing: ProblemPointer[] = [];
  const sources = events.map((event, index) => {
    const { source } = event;
    if (!source || !('article' in source)) return webSourceOf(event);
    const article = articleNamed(source.article);
    if (!article) throw new Error(`an article of event ${index} was found before`);
    const before = stored.get(event.id ?? '');
    if (before?.article === article.id && before.quote === source.quote && before.attributedTo === source.attributedTo)
      return before;

    const { place = null, unverified = null } = imported?.claims[index] ?? {};
    const text = typeof article.body === 'string' ? (bodies.get(article.id) ?? quotable(article.body)) : null;
    if (text) bodies.set(article.id, text);
    const said = ofArticle(article, source);
    if (imported?.vouched && unverified) {
      const claimed = ofArticle({ ...article, publishedAt: null, ...unverified }, source);
      if (
        article.unverified ||
        (source.quote !== undefined && !text) ||
        !agrees({ ...claimed, ...stood(place) }, article, text ?? NO_TEXT)
      )
        return { ...claimed, ...stood(place), ...UNVERIFIED };
    }
    if (source.quote === undefined) return { ...said, ...(article.unverified && !imported?.vouched && UNVERIFIED) };
    if (imported && !text) return { ...said, ...stood(place), ...(!imported.vouched && UNVERIFIED) };
    const found = text?.find(source.quote) ?? null;
    if (!found) {
      const near = missing.length < MOST_HELPED ? (text?.longestBeginning(source.quote) ?? null) : null;
      const detail = `does not stand in the article, letter for letter${near === null ? '' : `; it goes on otherwise after “${near}”`}`;
      missing.push({ pointer: pointer(index, '/source/quote'), detail });
    }
    return { ...said, ...stood(found) };
  });
  if (missing.length > 0) throw refusal('quote-not-found', missing);
  return sources;
}

const UNVERIFIED = { unverified: true } as const;
const NO_TEXT = quotable('');

/**
 * The sources of events that are stored already, of those whose articles have become other than they were: sent again,
 * they say the same as before, whatever has been filed or erased since.
 */
async function storedSources(
  events: readonly ParsedEvent[],
  articleNamed: (name: string) => Article | undefined,
  pool: ReadingPool,
): Promise<Map<string, EventSource>> {
  const changed = events.flatMap((event) => {
    const name = articleOf(event);
    const article = name === undefined ? undefined : articleNamed(name);
    return event.id !== undefined && article && (article.verifiedTo !== null || article.erasedReason !== null)
      ? [event.id]
      : [];
  });
  const stored = await readEventsById(pool, [...new Set(changed)]);
  return new Map(stored.flatMap(({ id, source }) => (source ? [[id, source] as const] : [])));
}

/** Whether an event's source has to be looked up. */
export const namesArticle = (event: ParsedEvent): boolean => articleOf(event) !== undefined;

/** What the source of an event is stored as that names no article. */
export const webSourceOf = ({ source }: ParsedEvent): EventSource | null =>
  source && !('article' in source) ? ofPage(source) : null;

const articleOf = ({ source }: ParsedEvent): string | undefined =>
  source && 'article' in source ? source.article : undefined;

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

type ArticleDetails = Pick<Article, 'id' | 'sha256' | 'url' | 'publisher' | 'headline'> & {
  publishedAt?: string | null | undefined;
};

const ofArticle = (
  { id, sha256, url, publisher, publishedAt, headline }: ArticleDetails,
  source: Source,
): EventSource => ({
  article: id,
  sha256,
  url,
  publisher,
  ...(typeof publishedAt === 'string' && { publishedAt }),
  headline,
  ...words(source),
});

const refusal = (code: 'unknown-article' | 'quote-not-found', errors: readonly ProblemPointer[]): Problem =>
  new Problem(code, summary(errors), { errors });
