import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { sendProblem } from './send-problem.js';

/** The one place where what was thrown becomes an answer, whether a handler, a hook or Fastify threw it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemOf(error);
    logProblem(this.logger, problem, request);
    sendProblem(problem, request, http.getResponse<FastifyReply>());
  }
}

/** Only what is ours to mend is logged here; what a client did wrong is in the line of its request. */
export function logProblem(logger: Logger, problem: Problem, request: FastifyRequest): void {
  if (problem.code === 'internal') logger.error({ requestId: request.id, err: problem.cause }, 'request failed');
  else if (problem.code === 'unavailable' && problem.cause !== undefined) {
    logger.warn({ requestId: request.id, err: problem.cause }, 'request could not be served');
  }
}
