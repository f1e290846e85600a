import type { Pool } from 'pg';
import type { ParsedEvent } from '#catalogue/event-input.js';
import type { Source } from '#catalogue/source.js';
import type { EventSource } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { Article } from '../articles/article.entity.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { ArticleId } from '../articles/articles.schema.js';
import { quotable, type QuotableBody, type QuotePlace, sourceAgrees } from '../articles/find-quote.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { articleOf, webSourceOf } from './new-event.js';
import { summarizeErrors, type ParsedRequest, type SourceClaim } from './parse-events.js';

/** For so many missing quotes of a request, the error says where they differ from the text. */
const MAX_EXPLAINED = 5;

/**
 * The sources of events as they are stored: with the details of their articles, and the places of their quotes. `null`
 * for an event without a source. A source whose article has no text here is marked `unverified`, unless an admin
 * imports it.
 *
 * @throws Problem `unknown-article`, else `quote-not-found`, with all errors
 */
export async function resolveSources(
  { events, pointer, imported }: ParsedRequest,
  articles: ArticleRepository,
  pool: Pool,
): Promise<(EventSource | null)[]> {
  const names = events.map(articleOf);
  const ids = new Set(names.flatMap((name) => (name === undefined ? [] : (ArticleId.safeParse(name).data ?? []))));
  const quoted = events.some(({ source }) => source !== undefined && 'article' in source && source.quote !== undefined);
  const found = ids.size === 0 ? new Map<string, Article>() : await articles.findSources([...ids], quoted);
  const findArticle = (name: string): Article | undefined => found.get(ArticleId.safeParse(name).data ?? '');

  const unknown = names.flatMap((name, index) =>
    name === undefined || findArticle(name)
      ? []
      : [
          {
            pointer: pointer(index, '/source/article'),
            detail: 'is not the id of a filed article; POST /v1/articles files one',
          },
        ],
  );
  if (unknown.length > 0) throw refusal('unknown-article', unknown);

  const stored = await readStoredSources(events, findArticle, pool);
  const bodies = new Map<string, QuotableBody>();
  const missingQuotes: ProblemPointer[] = [];
  const sources = events.map((event, index) => {
    const { source } = event;
    if (!source || !('article' in source)) return webSourceOf(event);
    const article = findArticle(source.article);
    if (!article) throw new Error(`the article of event ${index} was not found, and not refused`);
    const before = stored.get(event.id ?? '');
    if (before?.article === article.id && before.quote === source.quote && before.attributedTo === source.attributedTo)
      return before;

    const body = typeof article.body === 'string' ? (bodies.get(article.id) ?? quotable(article.body)) : null;
    if (body) bodies.set(article.id, body);
    const claims = imported && { byAdmin: imported.byAdmin, claim: imported.claims[index] ?? null };
    const found = toStoredSource(source, article, body, claims);
    if (!found) {
      const near = missingQuotes.length < MAX_EXPLAINED ? (body?.longestBeginning(source.quote ?? '') ?? null) : null;
      const where = near === null ? '' : `; the article continues otherwise after “${near}”`;
      const detail = `is not in the article, letter for letter${where}`;
      missingQuotes.push({ pointer: pointer(index, '/source/quote'), detail });
    }
    return found;
  });
  if (missingQuotes.length > 0) throw refusal('quote-not-found', missingQuotes);
  return sources;
}

/**
 * The source as it is stored, with the details of its article; `null` where the article does not contain the quote.
 *
 * @param body `null`: the text of the article is missing
 * @param imported only of an import: what its line claims about the article
 */
function toStoredSource(
  source: Source,
  article: Article,
  body: QuotableBody | null,
  imported: { byAdmin: boolean; claim: SourceClaim | null } | undefined,
): EventSource | null {
  const { byAdmin = false, claim = null } = imported ?? {};
  if (byAdmin && claim?.unverified) {
    const claimed = ofArticle({ ...article, publishedAt: null, ...claim.unverified }, source);
    const withPlace = { ...claimed, ...placeFields(claim.place) };
    const isUncheckable = article.unverified || (source.quote !== undefined && !body);
    if (isUncheckable || !sourceAgrees(withPlace, article, body ?? NO_BODY)) return { ...withPlace, ...UNVERIFIED };
  }
  const details = ofArticle(article, source);
  if (source.quote === undefined) return { ...details, ...(article.unverified && !byAdmin && UNVERIFIED) };
  if (imported && !body) return { ...details, ...placeFields(claim?.place), ...(!byAdmin && UNVERIFIED) };
  const place = body?.find(source.quote);
  return place ? { ...details, ...placeFields(place) } : null;
}

const UNVERIFIED = { unverified: true } as const;
const NO_BODY = quotable('');

/**
 * The stored sources of events that are sent again, where an article has changed since. Whatever has been filed or
 * erased meanwhile, a repeated event keeps its source, so that it stays a duplicate.
 */
async function readStoredSources(
  events: readonly ParsedEvent[],
  findArticle: (name: string) => Article | undefined,
  pool: Pool,
): Promise<Map<string, EventSource>> {
  const changed = events.flatMap((event) => {
    const name = articleOf(event);
    const article = name === undefined ? undefined : findArticle(name);
    return event.id !== undefined && article && (article.verifiedTo !== null || article.erasedReason !== null)
      ? [event.id]
      : [];
  });
  const stored = await readEventsById(pool, [...new Set(changed)]);
  return new Map(stored.flatMap(({ id, source }) => (source ? [[id, source] as const] : [])));
}

const quoteFields = ({ quote, attributedTo }: Source) => ({
  ...(quote !== undefined && { quote }),
  ...(attributedTo !== undefined && { attributedTo }),
});

const placeFields = (place: QuotePlace | null | undefined) => place && { quoteStart: place.start, quoteEnd: place.end };

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
  ...quoteFields(source),
});

const refusal = (code: 'unknown-article' | 'quote-not-found', errors: readonly ProblemPointer[]): Problem =>
  new Problem(code, summarizeErrors(errors), { errors });
