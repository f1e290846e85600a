import type { FastifyReply, FastifyRequest } from 'fastify';
import { setDefaultHeaders } from '../http/default-headers.js';
import { drainBody } from '../http/drain-body.js';
import { problemBody } from './problem-body.js';
import type { Problem } from './problem.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/**
 * What the answer that is not given had set already, and Fastify's wish to close where it has not read the whole body.
 */
const OF_THE_ANSWER_REFUSED = ['connection', 'etag', 'link', 'content-length', 'content-type'];

/**
 * Answers with a problem. Once headers are on their way there is nothing left to say: the connection is cut, so that
 * nobody takes a part for the whole.
 */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  // A malformed URL never reaches the hooks, so the headers of every answer are set here again.
  setDefaultHeaders(request, reply);
  for (const header of OF_THE_ANSWER_REFUSED) reply.removeHeader(header);
  void reply
    .code(problem.status)
    .headers({ ...problem.headers, 'cache-control': 'no-store', 'content-type': PROBLEM_JSON });
  const body = JSON.stringify(problemBody(problem, request.raw.url ?? '/', request.id));
  drainBody(request.raw, () => void reply.send(body));
}
