import type { ApiResponseOptions } from '@nestjs/swagger';
import { ProblemBody } from '../problems/problem-body.js';
import { problemCodes, statusOf, type ProblemCode } from '../problems/problem-codes.js';
import type { Route } from './endpoint.js';
import { referTo } from './schema-reference.js';

/** The problems that a route can answer with because of what it needs and takes. */
export function usualProblems(route: Route): ProblemCode[] {
  return [
    'bad-parameter',
    ...(route.access === 'open' ? [] : (['unauthenticated', 'forbidden', 'rate-limited'] as const)),
    'not-acceptable',
    ...(route.accepts.length === 0 ? [] : (['malformed-json', 'too-large', 'unsupported-media-type'] as const)),
    'internal',
    'unavailable',
  ];
}

/** One answer for each status among the codes; its description lists them. */
export function problemAnswers(codes: readonly ProblemCode[]): ApiResponseOptions[] {
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b);
  return statuses.map((status) => ({
    status,
    description: [...new Set(codes)]
      .filter((code) => statusOf(code) === status)
      .map((code) => `\`${code}\`: ${problemCodes[code].title}`)
      .join('; '),
    content: { 'application/problem+json': { schema: referTo(ProblemBody, 'output') } },
  }));
}
