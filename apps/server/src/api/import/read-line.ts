import type { ParsedEvent } from '#catalogue/event-input.js';
import { articleId, sha256Of } from '../articles/article-id.js';
import type { QuotePlace } from '../articles/find-quote.js';
import { readBody } from '../asking/read-body.js';
import { parseAs, single } from '../events/parse-events.js';
import { Problem } from '../problems/problem.js';
import { parseJson } from '../protocol/json-body.js';
import { limits } from '../protocol/limits.js';
import { ImportedArticle } from './imported-article.schema.js';
import { idOfLine } from './line-id.js';
import type { Line } from './line-splitter.js';

/** An article of a line, with the sha256 of its body whether that came along or not. */
export type KnownArticle = ImportedArticle & { sha256: string };

/** What a line says: an article, or an event with its id. */
export type ReadLine =
  | { line: number; bytes: number; article: KnownArticle }
  /** `quotePlace`: where its quote stood in the article, for where the text is no longer there. */
  | { line: number; bytes: number; event: ParsedEvent & { id: string }; quotePlace: QuotePlace | null };

/**
 * Reads a line.
 *
 * @param now microseconds since the epoch
 * @throws Problem with pointers into the line
 */
export function readLine({ number, bytes }: Line, now: number): ReadLine {
  if (bytes === null) throw new Problem('too-large', 'A line is at most 4 MiB.');
  const said = parseJson(bytes);
  const place = { line: number, bytes: bytes.length };
  if (isObject(said) && 'article' in said && !('type' in said)) return { ...place, article: readArticle(said) };
  if (bytes.length > limits.importedEventBytes) throw new Problem('too-large', 'A line with an event is at most 256 KiB.');
  const { input, quotePlace } = withoutItsPlaces(said);
  const [event] = parseAs(single, [input], now).events;
  if (!event) throw new Error('a line gave no event');
  return { ...place, event: { ...event, id: event.id ?? idOfLine(input) }, quotePlace };
}

function readArticle(said: Record<string, unknown>): KnownArticle {
  const other = Object.keys(said).find((key) => key !== 'article');
  if (other !== undefined) throw invalid('invalid-request', `/${other}`, 'does not belong beside an article');
  try {
    const article = readBody(ImportedArticle, said['article']);
    if (article.body === undefined && article.sha256 === undefined)
      throw invalid('invalid-request', '/body', 'is required, or else its sha256');
    if (article.body !== undefined && Buffer.byteLength(article.body, 'utf8') > limits.articleBytes)
      throw invalid('too-large', '/body', 'must be at most 1 MiB');
    const sha256 = article.body === undefined ? (article.sha256 ?? '') : sha256Of(article.body);
    if (article.sha256 !== undefined && article.sha256 !== sha256) throw invalid('invalid-request', '/sha256', 'is not that of the body');
    if (article.id !== undefined && article.id !== articleId(article.url, sha256))
      throw invalid('invalid-request', '/id', 'is not what follows from its url and the sha256 of its body');
    return { ...article, sha256 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.errors.map(({ pointer, detail }) => ({ pointer: `/article${pointer}`, detail }));
    throw new Problem(error.code, error.detail, { errors });
  }
}

/** What an export says of an event besides what was said with it: where it stood in the log that it comes from, which is not taken over. */
const PLACES = ['position', 'version', 'recordedAt', 'recordedBy'];

function withoutItsPlaces(said: unknown): { input: unknown; quotePlace: QuotePlace | null } {
  if (!isObject(said)) return { input: said, quotePlace: null };
  // What JSON.parse made belongs to nobody else.
  for (const key of PLACES) if (Object.hasOwn(said, key)) delete said[key];
  const { source } = said;
  if (!isObject(source) || !('quoteStart' in source || 'quoteEnd' in source)) return { input: said, quotePlace: null };
  const { quoteStart: start, quoteEnd: end, ...words } = source;
  if (!isPlace(start) || !isPlace(end) || end <= start)
    throw invalid(
      'invalid-event',
      '/source/quoteStart',
      'must, with quoteEnd, be a place in a text: two whole numbers, the second the larger',
    );
  return { input: { ...said, source: words }, quotePlace: { start, end } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlace = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= limits.articleBytes;

const invalid = (code: 'invalid-request' | 'invalid-event' | 'too-large', pointer: string, detail: string): Problem =>
  new Problem(code, `${pointer} ${detail}.`, { errors: [{ pointer, detail }] });
