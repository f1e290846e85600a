import { z } from 'zod';
import type { ParsedEvent } from '#catalogue/event-input.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { articleId, sha256Of } from '../articles/article-id.js';
import type { QuotePlace } from '../articles/find-quote.js';
import { readBody } from '../query/read-body.js';
import { parseWithShape, single, summary, type SourceClaim } from '../events/parse-events.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { parseJson } from '../http/json-body.js';
import { limits } from '../http/limits.js';
import { ImportedArticle } from './imported-article.schema.js';
import { idOfLine } from './line-id.js';
import type { Line } from './line-splitter.js';

/** An article of a line, with the sha256 of its body whether that came along or not. */
export type KnownArticle = ImportedArticle & { sha256: string };

/** What a line says: an article, or an event with its id. */
export type ReadLine =
  | { line: number; bytes: number; article: KnownArticle }
  /** `claim`: what it says of its source besides, for where the text of the article is not there. */
  | { line: number; bytes: number; event: ParsedEvent & { id: string }; claim: SourceClaim | null };

/**
 * Reads a line.
 *
 * @param now microseconds since the epoch
 * @param vouched an admin imports it: an article may come without its text, or be erased
 * @throws Problem with pointers into the line
 */
export function readLine({ number, bytes }: Line, now: number, vouched: boolean): ReadLine {
  if (bytes === null) throw new Problem('too-large', 'A line is at most 4 MiB.');
  const value = parseJson(bytes);
  const place = { line: number, bytes: bytes.length };
  if (isObject(value) && 'article' in value && !('type' in value))
    return { ...place, article: readArticle(value, vouched) };
  if (bytes.length > limits.importedEventBytes)
    throw new Problem('too-large', 'A line with an event is at most 256 KiB.');
  const { input, claim } = withoutItsPlaces(value);
  const [event] = parseWithShape(single, [input], now).events;
  if (!event) throw new Error('a line gave no event');
  return { ...place, event: { ...event, id: event.id ?? idOfLine(input) }, claim };
}

function readArticle(said: Record<string, unknown>, vouched: boolean): KnownArticle {
  const other = Object.keys(said).find((key) => key !== 'article');
  if (other !== undefined) throw invalid('invalid-request', `/${other}`, 'does not belong beside an article');
  try {
    const article = readBody(ImportedArticle, said['article']);
    if (article.body === undefined && article.sha256 === undefined)
      throw invalid('invalid-request', '/body', 'is required, or else its sha256');
    const reserved = vouched ? [] : adminsOwn(article);
    if (reserved.length > 0)
      throw new Problem('forbidden', 'An article without its text is imported with an admin’s key.', {
        errors: reserved,
      });
    if (article.body !== undefined && article.erased !== undefined)
      throw invalid('invalid-request', '/erased', 'does not belong beside a body: what was erased has none');
    if (article.body !== undefined && Buffer.byteLength(article.body, 'utf8') > limits.articleBytes)
      throw invalid('too-large', '/body', 'must be at most 1 MiB');
    const sha256 = article.body === undefined ? (article.sha256 ?? '') : sha256Of(article.body);
    if (article.sha256 !== undefined && article.sha256 !== sha256)
      throw invalid('invalid-request', '/sha256', 'is not that of the body');
    if (article.id !== undefined && article.id !== articleId(article.url, sha256))
      throw invalid('invalid-request', '/id', 'is not what follows from its url and the sha256 of its body');
    // The number of a revision is one more of what only an admin says: for everybody else the next one is given.
    return { ...article, revision: vouched ? article.revision : undefined, sha256 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.errors.map(({ pointer, detail }) => ({ pointer: `/article${pointer}`, detail }));
    throw new Problem(error.code, error.detail, { errors });
  }
}

/** What of an article nobody but an admin can say: nothing here could check it. */
const adminsOwn = ({ body, erased }: ImportedArticle): ProblemPointer[] => [
  ...(erased === undefined ? [] : [{ pointer: '/erased', detail: 'is for an admin to say' }]),
  ...(body === undefined
    ? [{ pointer: '/body', detail: 'is required: an article by its sha256 alone is for an admin to import' }]
    : []),
];

/**
 * What an export says of an event besides what was said with it: where it stood in the log that it comes from, which is
 * not taken over.
 */
const PLACES = ['position', 'version', 'recordedAt', 'recordedBy'];

/** What an export says of an article with an event whose source is unverified. */
const ClaimedArticle = z.object({ publisher: Text, publishedAt: ReducedDate.optional(), headline: Text });

function withoutItsPlaces(value: unknown): { input: unknown; claim: SourceClaim | null } {
  if (!isObject(value)) return { input: value, claim: null };
  // What JSON.parse made belongs to nobody else.
  for (const key of PLACES) if (Object.hasOwn(value, key)) delete value[key];
  const { source } = value;
  if (
    !isObject(source) ||
    !('quoteStart' in source || 'quoteEnd' in source || ('unverified' in source && 'article' in source))
  )
    return { input: value, claim: null };
  const { quoteStart, quoteEnd, ...words } = source;
  const place = quoteStart === undefined && quoteEnd === undefined ? null : readPlace(quoteStart, quoteEnd);
  const { unverified, publisher, publishedAt, headline, ...others } = words;
  if (unverified === undefined || !('article' in source))
    return { input: { ...value, source: words }, claim: { place, unverified: null } };
  if (unverified !== true) throw invalid('invalid-event', '/source/unverified', 'must be true where it is given');
  const claimed = ClaimedArticle.safeParse({ publisher, publishedAt, headline });
  if (!claimed.success) {
    const errors = claimed.error.issues.map(({ path, message }) => ({
      pointer: `/source/${path.join('/')}`,
      detail: message,
    }));
    throw new Problem('invalid-event', summary(errors), { errors });
  }
  return { input: { ...value, source: others }, claim: { place, unverified: claimed.data } };
}

function readPlace(start: unknown, end: unknown): QuotePlace {
  if (isPlace(start) && isPlace(end) && end > start) return { start, end };
  throw invalid(
    'invalid-event',
    '/source/quoteStart',
    'must, with quoteEnd, be a place in a text: two whole numbers, the second the larger',
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlace = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= limits.articleBytes;

const invalid = (code: 'invalid-request' | 'invalid-event' | 'too-large', pointer: string, detail: string): Problem =>
  new Problem(code, `${pointer} ${detail}.`, { errors: [{ pointer, detail }] });
