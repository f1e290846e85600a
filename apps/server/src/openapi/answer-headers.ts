import { SAFETY_HEADERS } from '../http/default-headers.js';

/** A header of an answer, as a component of the document. `required`: every answer that declares it has it. */
interface AnswerHeader {
  description: string;
  required?: true;
  schema: Readonly<Record<string, unknown>>;
}

const text = { type: 'string' } as const;
const seconds = { type: 'integer', minimum: 0 } as const;

/** `content-security-policy` becomes `Content-Security-Policy`. */
const capitals = (name: string): string => name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/** Headers that every answer declares. */
const ofEveryAnswer: Readonly<Record<string, AnswerHeader>> = {
  'X-Request-Id': {
    description: 'The id of the request in the server’s log: your X-Request-Id, or a new id',
    required: true,
    schema: text,
  },
  ...Object.fromEntries(
    Object.keys(SAFETY_HEADERS).map((name) => [
      capitals(name),
      { description: 'Limits what a browser may do with the answer', required: true as const, schema: text },
    ]),
  ),
  RateLimit: {
    description: 'Where requests are limited: the requests left (r), and the seconds until the window ends (t)',
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'Where requests are limited: the requests allowed (q) in a window of so many seconds (w)',
    schema: text,
  },
  'Set-Cookie': {
    description: 'Where the session of the request’s cookie has ended: removes the cookie from the browser',
    schema: text,
  },
  'Strict-Transport-Security': { description: 'Behind TLS: a browser must use only TLS from now on', schema: text },
  'Access-Control-Allow-Origin': {
    description: 'Where pages of other origins may use the API: the origin that may',
    schema: text,
  },
  'Access-Control-Expose-Headers': {
    description: 'Where pages of other origins may use the API: the headers that they may read',
    schema: text,
  },
  'Content-Encoding': {
    description: 'The compression of the answer, `br` or `gzip`, where the request accepts it',
    schema: text,
  },
  Vary: { description: 'The request headers on which the answer depends', schema: text },
};

/** All headers that several operations share. */
export const answerHeaders = {
  ...ofEveryAnswer,
  ETag: {
    description:
      'Identifies the content of the answer. Sent as If-None-Match, it saves the body of an unchanged answer',
    schema: text,
  },
  Link: { description: 'The next page, with `rel="next"`; missing on the last page', schema: text },
  Allow: { description: 'The methods that the path supports', required: true, schema: text },
  'WWW-Authenticate': {
    description:
      'The kind of key that is needed, and what is wrong with the one that was sent. Where a calendar was requested ' +
      'also HTTP Basic',
    required: true,
    schema: text,
  },
  'Accept-Encoding': { description: 'Where the body was compressed: the encodings that are accepted', schema: text },
  'Retry-After': { description: 'Try again after so many seconds', required: true, schema: seconds },
} satisfies Readonly<Record<string, AnswerHeader>>;

export type AnswerHeaderName = 'ETag' | 'Link' | 'Allow' | 'WWW-Authenticate' | 'Accept-Encoding' | 'Retry-After';

/** References to header components. */
export const referToHeaders = (...names: readonly string[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const headersOfEveryAnswer = referToHeaders(...Object.keys(ofEveryAnswer));
