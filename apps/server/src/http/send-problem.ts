import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { problemOf } from '../problems/problem-of.js';
import { type Problem, problemBody } from '../problems/problem.js';
import { setDefaultHeaders } from './default-headers.js';
import { limits } from './limits.js';
import { hasBody, negotiate } from './media-types.js';

/**
 * Reads and discards the rest of a request's body, then calls back. Many clients send the whole body before they read
 * the answer: if the server answered and closed half way, they would report a broken pipe instead. Stops after
 * `limits.restBytes` or `timeoutMs`.
 */
export function drainBody(request: IncomingMessage, then: () => void, timeoutMs: number = limits.restMs): void {
  if (request.complete || request.destroyed || !hasBody(request.headers)) {
    then();
    return;
  }
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > limits.restBytes) done();
  };
  const done = (): void => {
    clearTimeout(timer);
    request.off('data', count).off('end', done).off('close', done);
    then();
  };
  const timer = setTimeout(done, timeoutMs);
  request.on('data', count).once('end', done).once('close', done).resume();
}

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Answers with the problem of whatever a handler or a hook threw. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    refuse(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

/** Logs the problem of an error where it is the server's, and answers with it. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const problem = problemOf(error);
  logProblem(logger, problem, request);
  sendProblem(problem, request, reply);
}

/** Refuses a page of a library. A browser without a valid key is redirected to the sign-in page. */
export function refusePage(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const wantsPage =
    request.method === 'GET' && negotiate(request.headers.accept, ['application/json', 'text/html']) === 'text/html';
  if (problemOf(error).code !== 'unauthenticated' || !wantsPage) {
    refuse(error, request, reply, logger);
    return;
  }
  void reply
    .header('cache-control', 'no-store')
    .redirect(`/sign-in?next=${encodeURIComponent(request.raw.url ?? '/')}`, 303);
}

/** Headers of the answer that is replaced, and Fastify's `connection` header, set where the body was not read. */
const REPLACED_HEADERS = ['connection', 'etag', 'link', 'content-length', 'content-type'];

/**
 * Answers with a problem. Where headers have been sent already, it cuts the connection, so that no client takes a part
 * for the whole.
 */
function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  // No hook runs for a malformed URL, so the default headers are set here as well.
  setDefaultHeaders(request, reply);
  for (const header of REPLACED_HEADERS) reply.removeHeader(header);
  void reply
    .code(problem.status)
    .headers({ ...problem.headers, 'cache-control': 'no-store', 'content-type': PROBLEM_JSON });
  const body = JSON.stringify(problemBody(problem, request.raw.url ?? '/', request.id));
  drainBody(request.raw, () => void reply.send(body));
}

/** Logs only what the operator can mend. The client's mistakes are in the line of the request. */
function logProblem(logger: Logger, problem: Problem, request: FastifyRequest): void {
  if (problem.code === 'internal') logger.error({ requestId: request.id, err: problem.cause }, 'request failed');
  else if (problem.code === 'unavailable' && problem.cause !== undefined)
    logger.warn({ requestId: request.id, err: problem.cause }, 'request could not be served');
}
