import { z } from 'zod';
import { canonicalJson } from '#catalogue/canonical-json.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { articleId, sha256Of, uuidOf } from '../articles/article.entity.js';
import type { QuotePlace } from '../articles/find-quote.js';
import type { IdentifiedEvent } from '../events/new-event.js';
import { parseWithShape, single, summarizeErrors, type SourceClaim } from '../events/parse-events.js';
import { parseJson } from '../http/json-body.js';
import { limits } from '../http/limits.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { readBody } from '../query/read-body.js';
import { ImportedArticle } from './import.controller.js';
import type { Line } from './line-splitter.js';

/** An imported article with the sha256 of its body, given or computed. */
export type IdentifiedArticle = ImportedArticle & { sha256: string };

interface ArticleLine {
  line: number;
  bytes: number;
  article: IdentifiedArticle;
}

export interface EventLine {
  line: number;
  bytes: number;
  event: IdentifiedEvent;
  claim: SourceClaim | null;
}

export type ReadLine = ArticleLine | EventLine;

/**
 * Parses a line.
 *
 * @param now microseconds since the epoch
 * @param byAdmin an admin imports it: an article may have no text, or be erased
 * @throws Problem with pointers into the line
 */
export function readLine({ number, bytes }: Line, now: number, byAdmin: boolean): ReadLine {
  if (bytes === null) throw new Problem('too-large', 'A line is at most 4 MiB.');
  const value = parseJson(bytes);
  const place = { line: number, bytes: bytes.length };
  if (isObject(value) && 'article' in value && !('type' in value))
    return { ...place, article: readArticle(value, byAdmin) };
  if (bytes.length > limits.importedEventBytes)
    throw new Problem('too-large', 'A line with an event is at most 256 KiB.');
  const { input, claim } = splitClaim(value);
  const [event] = parseWithShape(single, [input], now).events;
  if (!event) throw new Error('the line of an event has no event');
  return { ...place, event: { ...event, id: event.id ?? idOfLine(input) }, claim };
}

function readArticle(value: Record<string, unknown>, byAdmin: boolean): IdentifiedArticle {
  const other = Object.keys(value).find((key) => key !== 'article');
  if (other !== undefined) throw invalid('invalid-request', `/${other}`, 'is not allowed together with an article');
  try {
    const article = readBody(ImportedArticle, value['article']);
    if (article.body === undefined && article.sha256 === undefined)
      throw invalid('invalid-request', '/body', 'is required, or a sha256 in its place');
    const errors = byAdmin ? [] : errorsOfReservedFields(article);
    if (errors.length > 0)
      throw new Problem('forbidden', 'Importing an article without its text needs an admin’s key.', { errors });
    if (article.body !== undefined && article.erased !== undefined)
      throw invalid('invalid-request', '/erased', 'is not allowed together with a body: an erased article has none');
    if (article.body !== undefined && Buffer.byteLength(article.body, 'utf8') > limits.articleBytes)
      throw invalid('too-large', '/body', 'must be at most 1 MiB');
    const sha256 = article.body === undefined ? (article.sha256 ?? '') : sha256Of(article.body);
    if (article.sha256 !== undefined && article.sha256 !== sha256)
      throw invalid('invalid-request', '/sha256', 'is not the sha256 of the body');
    if (article.id !== undefined && article.id !== articleId(article.url, sha256))
      throw invalid('invalid-request', '/id', 'is not the id for its url and the sha256 of its body');
    // Only an admin may give the number of a revision. For others it is the next one.
    return { ...article, revision: byAdmin ? article.revision : undefined, sha256 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.errors.map(({ pointer, detail }) => ({ pointer: `/article${pointer}`, detail }));
    throw new Problem(error.code, error.detail, { errors });
  }
}

/** Fields that only an admin may give, or leave out, since nothing here can check them. */
const errorsOfReservedFields = ({ body, erased }: ImportedArticle): ProblemPointer[] => [
  ...(erased === undefined ? [] : [{ pointer: '/erased', detail: 'is only allowed for an admin' }]),
  ...(body === undefined
    ? [{ pointer: '/body', detail: 'is required: only an admin may import an article by its sha256 alone' }]
    : []),
];

/** The place of an exported event in the log of its origin. It is not imported. */
const PLACE_FIELDS = ['position', 'version', 'recordedAt', 'recordedBy'];

/** The details of an article in the source of an exported event that is unverified. */
const ClaimedArticle = z.object({ publisher: Text, publishedAt: ReducedDate.optional(), headline: Text });

/** Splits a line into the event as it would be posted, and what it claims about its article. */
function splitClaim(value: unknown): { input: unknown; claim: SourceClaim | null } {
  if (!isObject(value)) return { input: value, claim: null };
  // JSON.parse created the object, so it may be changed.
  for (const key of PLACE_FIELDS) if (Object.hasOwn(value, key)) delete value[key];
  const { source } = value;
  if (
    !isObject(source) ||
    !('quoteStart' in source || 'quoteEnd' in source || ('unverified' in source && 'article' in source))
  )
    return { input: value, claim: null };
  const { quoteStart, quoteEnd, ...withoutPlace } = source;
  const place = quoteStart === undefined && quoteEnd === undefined ? null : readPlace(quoteStart, quoteEnd);
  const { unverified, publisher, publishedAt, headline, ...others } = withoutPlace;
  if (unverified === undefined || !('article' in source))
    return { input: { ...value, source: withoutPlace }, claim: { place, unverified: null } };
  if (unverified !== true) throw invalid('invalid-event', '/source/unverified', 'must be true or absent');
  const claimed = ClaimedArticle.safeParse({ publisher, publishedAt, headline });
  if (!claimed.success) {
    const errors = claimed.error.issues.map(({ path, message }) => ({
      pointer: `/source/${path.join('/')}`,
      detail: message,
    }));
    throw new Problem('invalid-event', summarizeErrors(errors), { errors });
  }
  return { input: { ...value, source: others }, claim: { place, unverified: claimed.data } };
}

function readPlace(start: unknown, end: unknown): QuotePlace {
  if (isPlace(start) && isPlace(end) && end > start) return { start, end };
  throw invalid(
    'invalid-event',
    '/source/quoteStart',
    'must be a place in a text together with quoteEnd: two whole numbers, the second one larger',
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlace = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= limits.articleBytes;

const invalid = (code: 'invalid-request' | 'invalid-event' | 'too-large', pointer: string, detail: string): Problem =>
  new Problem(code, `${pointer} ${detail}.`, { errors: [{ pointer, detail }] });

/**
 * The id of an event without one, derived from its line as canonical JSON. A line that is sent again, or stands twice
 * in a text, is therefore the same event, whatever the order of its keys and its white space.
 */
const idOfLine = (value: unknown): string => uuidOf(sha256Of(`dateline import line\n${canonicalJson(value)}`));

/** The line at which an import stopped, and why. All lines before it are stored. */
export interface RejectedLine {
  line: number;
  code: ProblemCode;
  detail: string;
  errors: readonly ProblemPointer[];
}

/** A line that is rejected with a problem. Without pointers of the problem, the pointer is the whole line. */
export function rejectedLine(
  line: number,
  { code, detail, errors }: Pick<Problem, 'code' | 'detail' | 'errors'>,
): RejectedLine {
  return { line, code, detail, errors: errors.length > 0 ? errors : [{ pointer: '', detail }] };
}
