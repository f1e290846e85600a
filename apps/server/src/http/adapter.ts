import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { logProblem } from '../problems/problem.filter.js';
import { problemOf } from '../problems/problem-of.js';
import { sendProblem } from '../problems/send-problem.js';
import { answerClientError } from './client-errors.js';
import { limits } from './limits.js';
import { requestIdOf } from './request-id.js';

/** Which proxies may say for whom they ask: how many of them, or their addresses; `null`: none. */
export type TrustedProxies = number | readonly string[] | null;

/** Fastify with the limits of this server, answering with problems from the first byte on. */
export function createAdapter(trustProxy: TrustedProxies, logger: Logger): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    trustProxy:
      typeof trustProxy === 'number'
        ? (_address: string, hop: number) => hop < trustProxy
        : trustProxy === null
          ? false
          : [...trustProxy],
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: limits.keepAliveMs,
    // While closing, what still comes in on an open connection is answered as ever; the connection is closed after it.
    return503OnClosing: false,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.overdueCheckMs,
      maxHeaderSize: limits.headerBytes,
      // Node would refuse a request without Host by itself, without a problem; the hooks do.
      requireHostHeader: false,
    },
    routerOptions: {
      maxParamLength: limits.pathStep,
      // The parameters are read by the hooks, more strictly.
      querystringParser: () => ({}),
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error);
      logProblem(logger, problem, request);
      sendProblem(problem, request, reply);
    },
    skipMiddie: true,
  });
}
