import { Problem } from '../problems/problem.js';

export const NDJSON = 'application/x-ndjson';
export const CSV = 'text/csv';
export const MARKDOWN = 'text/markdown';
export const CALENDAR = 'text/calendar';
export const EVENT_STREAM = 'text/event-stream';

/** Whether an answer of this type has the whole of a list. JSON has pages. */
export const isWholeList = (type: string): boolean => [CSV, NDJSON, CALENDAR].includes(type);

/**
 * The values of the parameter `format` and their media types. The parameter is for clients that cannot set a header,
 * such as the import of a spreadsheet, and takes precedence over `Accept`.
 */
const FORMATS = { json: 'application/json', csv: CSV, ndjson: NDJSON, md: MARKDOWN, ics: CALENDAR } as const;
export type Format = keyof typeof FORMATS;

export const mediaTypeOf = (format: Format): string => FORMATS[format];

/** The formats among some media types. */
export const formatsAmong = (types: readonly string[]): Format[] =>
  (Object.keys(FORMATS) as Format[]).filter((format) => types.includes(FORMATS[format]));

interface MediaRange {
  type: string;
  subtype: string;
  quality: number;
}

/**
 * Chooses the media type of an answer: the one of `offered` to which the `Accept` header gives the highest quality (RFC
 * 9110, 12.5.1), or `null` where it accepts none. Without the header every type is accepted.
 *
 * @param offered without parameters, the preferred one first
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | null {
  if (accept === undefined || accept === '*/*') return offered[0] ?? null;
  const ranges = accept.split(',').flatMap(parseRange);
  let best: string | null = null;
  let bestQuality = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > bestQuality) [best, bestQuality] = [type, quality];
  }
  return best;
}

/** The quality by the most specific range that covers the type. */
function qualityOf(offered: string, ranges: readonly MediaRange[]): number {
  const [type, subtype] = offered.split('/');
  let quality = 0;
  let specific = -1;
  for (const range of ranges) {
    const rank = range.type === '*' ? 0 : range.subtype === '*' ? 1 : 2;
    const covers = (range.type === '*' || range.type === type) && (range.subtype === '*' || range.subtype === subtype);
    if (covers && rank > specific) [quality, specific] = [range.quality, rank];
  }
  return quality;
}

function parseRange(text: string): MediaRange[] {
  const [media = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const match = /^([!#$%&'*+.^_`|~0-9a-z-]+)\/([!#$%&'*+.^_`|~0-9a-z-]+)$/.exec(media);
  if (!match) return [];
  const [, type = '', subtype = ''] = match;
  if (type === '*' && subtype !== '*') return [];
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? [{ type, subtype, quality: Number(weight) }] : [];
}

type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Refuses a compressed body (unless it is gzip and the route takes that) and a body of another media type or charset,
 * before a byte of it is read. A request without a body passes: the handler decides whether it needs one.
 *
 * @param accepts media types without parameters; none where the route takes no body
 * @param gzip whether the route takes a body that is compressed with gzip
 * @throws Problem `unsupported-media-type`
 */
export function checkContentType(headers: RequestHeaders, accepts: readonly string[], gzip = false): void {
  if (accepts.length === 0) return;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity' && !(gzip && encoding === 'gzip')) {
    const detail = gzip
      ? 'Send the body as it is, or compressed with gzip.'
      : 'Send the body as it is, without a Content-Encoding.';
    throw new Problem('unsupported-media-type', detail, {
      headers: { 'accept-encoding': gzip ? 'gzip, identity' : 'identity' },
    });
  }
  const contentType = headers['content-type'];
  if (typeof contentType !== 'string') {
    if (hasBody(headers)) throw wrongType(`A body needs a Content-Type: ${accepts.join(' or ')}.`);
    return;
  }
  if (accepts.includes(contentType)) return;
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (!accepts.includes(type)) throw wrongType(`The Content-Type must be ${accepts.join(' or ')}.`);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'utf8', '"utf-8"', '"utf8"'].includes(charset))
    throw wrongType('The charset must be UTF-8.');
}

/** The media type of a request's body, without parameters; '' where there is none. */
export function contentTypeOf({ headers }: { headers: RequestHeaders }): string {
  const [type = ''] = String(headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

/** Whether the headers announce a body. */
export const hasBody = (headers: RequestHeaders): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

const wrongType = (detail: string): Problem => new Problem('unsupported-media-type', detail);
