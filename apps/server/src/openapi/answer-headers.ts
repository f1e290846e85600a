import { SAFETY_HEADERS } from '../http/default-headers.js';

/** A header of an answer, as a component of the document. `required`: each answer that declares it has it. */
interface AnswerHeader {
  description: string;
  required?: true;
  schema: Readonly<Record<string, unknown>>;
}

const text = { type: 'string' } as const;
const seconds = { type: 'integer', minimum: 0 } as const;

/** `content-security-policy` is told as `Content-Security-Policy`. */
const capitals = (name: string): string => name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/** What every answer carries. A browser that comes to show one is kept from doing more with it than that. */
const ofEveryAnswer: Readonly<Record<string, AnswerHeader>> = {
  'X-Request-Id': {
    description: 'Names the request in the log of the server: what you sent as X-Request-Id, or a new id',
    required: true,
    schema: text,
  },
  ...Object.fromEntries(
    Object.keys(SAFETY_HEADERS).map((name) => [
      capitals(name),
      { description: 'What a browser may do with the answer', required: true as const, schema: text },
    ]),
  ),
  RateLimit: {
    description: 'Where rates are limited: how many requests are left (r), and for how many seconds (t)',
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'Where rates are limited: how many requests (q) in how many seconds (w)',
    schema: text,
  },
  'Set-Cookie': {
    description: 'Where the cookie that came is of a session that is over: that the browser is to forget it',
    schema: text,
  },
  'Strict-Transport-Security': { description: 'Behind TLS: that a browser is to come by it from now on', schema: text },
  'Access-Control-Allow-Origin': { description: 'Where pages of other origins may ask: from which', schema: text },
  'Access-Control-Expose-Headers': {
    description: 'Where pages of other origins may ask: which headers they may read',
    schema: text,
  },
  'Content-Encoding': { description: 'How the answer is packed: `br` or `gzip`, as the request accepts', schema: text },
  Vary: { description: 'Headers of the request that the answer depends on', schema: text },
};

/** Every header that several operations answer with. */
export const answerHeaders = {
  ...ofEveryAnswer,
  ETag: {
    description:
      'Names what the answer says; sent back as If-None-Match, it saves the body of an answer that has not changed',
    schema: text,
  },
  Link: { description: 'The next page, `rel="next"`; missing on the last', schema: text },
  Allow: { description: 'The methods that there are', required: true, schema: text },
  'WWW-Authenticate': {
    description: 'What kind of key is needed, and what was wrong with the one that came',
    required: true,
    schema: text,
  },
  'Accept-Encoding': { description: 'Where the body came packed: that it is taken only as it is', schema: text },
  'Retry-After': { description: 'Seconds after which to try again', required: true, schema: seconds },
} satisfies Readonly<Record<string, AnswerHeader>>;

export type AnswerHeaderName = 'ETag' | 'Link' | 'Allow' | 'WWW-Authenticate' | 'Accept-Encoding' | 'Retry-After';

/** References to headers of the components, for an answer of the document. */
export const referToHeaders = (...names: readonly string[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const headersOfEveryAnswer = referToHeaders(...Object.keys(ofEveryAnswer));
