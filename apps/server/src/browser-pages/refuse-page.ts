import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { logProblem } from '../problems/problem.filter.js';
import { problemOf } from '../problems/problem-of.js';
import { sendProblem } from '../problems/send-problem.js';
import { negotiate } from '../http/accept.js';

/** Refuses a page. Who asked for one with a browser and needs a key is led to where it can be given. */
export function refusePage(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const problem = problemOf(error);
  const wantsPage =
    request.method === 'GET' && negotiate(request.headers.accept, ['application/json', 'text/html']) === 'text/html';
  if (problem.code === 'unauthenticated' && wantsPage) {
    void reply
      .header('cache-control', 'no-store')
      .redirect(`/sign-in?next=${encodeURIComponent(request.raw.url ?? '/')}`, 303);
    return;
  }
  logProblem(logger, problem, request);
  sendProblem(problem, request, reply);
}
