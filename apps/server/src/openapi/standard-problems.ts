import type { ApiResponseOptions } from '@nestjs/swagger';
import { ProblemBody } from '../problems/problem.js';
import { problemCodes, statusOf, type ProblemCode } from '../problems/problem-codes.js';
import { headersOfEveryAnswer, referToHeaders, type AnswerHeaderName } from './answer-headers.js';
import { NDJSON } from '../http/media-types.js';
import type { Route } from '../http/route.js';
import { schemaRef } from './schema-reference.js';

/** The problems that follow from what a route requires and accepts. Every role may read, so no read is `forbidden`. */
export function standardProblems(route: Route): ProblemCode[] {
  return [
    'bad-parameter',
    ...(route.access === 'open' ? [] : (['unauthenticated', 'rate-limited', 'unavailable'] as const)),
    ...(route.limited ? (['rate-limited'] as const) : []),
    ...(route.access === 'open' || route.access === 'reader' ? [] : (['forbidden'] as const)),
    'not-acceptable',
    ...(route.accepts.length === 0 ? [] : (['malformed-json', 'unsupported-media-type'] as const)),
    // A body of NDJSON may have any length.
    ...(route.accepts.some((type) => type.endsWith('json') && type !== NDJSON) ? (['too-large'] as const) : []),
    'internal',
  ];
}

/** The problems of requests that reach no operation. */
export const UNROUTED_PROBLEMS = [
  ...(['not-found', 'method-not-allowed', 'malformed-request', 'request-timeout', 'headers-too-large'] as const),
  ...(['rate-limited', 'too-large', 'unsupported-media-type'] as const),
];

/** The headers of problems with a status, in addition to those of every answer. */
const OF_STATUS: Readonly<Record<number, readonly AnswerHeaderName[]>> = {
  401: ['WWW-Authenticate'],
  403: ['WWW-Authenticate'],
  405: ['Allow'],
  415: ['Accept-Encoding'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** One answer for each status that the codes have. The description of an answer lists its codes. */
export function problemAnswers(codes: readonly ProblemCode[]): ApiResponseOptions[] {
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b);
  return statuses.map((status) => ({
    status,
    ...problemAnswer([...new Set(codes)].filter((code) => statusOf(code) === status)),
  }));
}

/** The answer for codes that all have the same status. */
export function problemAnswer(codes: readonly ProblemCode[]) {
  const [status] = codes.map(statusOf);
  return {
    description: codes.map((code) => `\`${code}\`: ${problemCodes[code].title}`).join('; '),
    headers: { ...headersOfEveryAnswer, ...referToHeaders(...((status !== undefined && OF_STATUS[status]) || [])) },
    content: { 'application/problem+json': { schema: schemaRef(ProblemBody, 'output') } },
  };
}
