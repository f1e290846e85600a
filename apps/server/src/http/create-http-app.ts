import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AuthorityWatch, type FindAuthorityEnd } from '../auth/authority-watch.js';
import { Authenticator, type AuthenticatorOptions } from '../auth/authenticator.js';
import { RateLimiter } from '../auth/rate-limiter.js';
import { answerClientError } from './client-errors.js';
import { requestIdOf, setDefaultHeaders } from './default-headers.js';
import { registerBodyParsers } from './json-body.js';
import { limits } from './limits.js';
import { registerCompression, registerCors } from './plugins.js';
import { registerRequestHooks } from './request-hooks.js';
import { ProblemFilter, refuse } from './send-problem.js';

/** The proxies whose `X-Forwarded-…` headers are trusted: how many hops, or their addresses; `null`: none. */
export type TrustedProxies = number | readonly string[] | null;

export interface HttpAppOptions extends AuthenticatorOptions {
  /** Whether a key or session that was accepted has ended since. Checked while an answer to its holder lasts. */
  endOf: FindAuthorityEnd;
  trustProxy: TrustedProxies;
  /** Requests a minute for each key or address; null: no limit. */
  rateLimit: number | null;
  /** Concurrent streams of the log for each key or address. */
  maxStreams?: number;
  /** Other origins whose pages may use the API; `*`: any. */
  corsOrigins: readonly string[];
  logger: Logger;
  /** Registers routes that no controller has. */
  extend?: (fastify: FastifyInstance) => void;
}

/**
 * Creates the HTTP application of a module whose routes are declared with `Endpoint`. It is ready to `listen`.
 *
 * A request passes, in this order:
 * 1. Node's parser; what that refuses, `answerClientError` answers.
 * 2. `setDefaultHeaders`, then CORS.
 * 3. `registerRequestHooks`: route, key, rate limit, media types, query parameters.
 * 4. The body parser, and the controller's method.
 * 5. On the way back: `ProblemFilter` for what was thrown, compression, and one line in the log.
 */
export async function createHttpApp(module: DynamicModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const { logger } = options;
  const adapter = createAdapter(options.trustProxy, logger);
  const fastify = adapter.getInstance();
  registerBodyParsers(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    setDefaultHeaders(request, reply);
    done();
  });
  await registerCompression(fastify);
  if (options.corsOrigins.length > 0) await registerCors(fastify, options.corsOrigins);
  // Without its hook the plugin parses a cookie only where `parseCookie` is called.
  void fastify.register(fastifyCookie, { hook: false });
  fastify.decorate('authorityWatch', new AuthorityWatch(options.endOf, logger));
  registerRequestHooks(fastify, {
    authenticator: new Authenticator(options),
    rateLimiter: new RateLimiter(options.rateLimit, options.maxStreams),
    logger,
  });
  options.extend?.(fastify);
  // Node would answer an unknown Expect header without a problem. The header may be ignored (RFC 9110, 10.1.1).
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));

  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(logger));
  await app.init();
  return app;
}

/** Fastify with the limits of this server, and with problems for all that it refuses. */
function createAdapter(trustProxy: TrustedProxies, logger: Logger): FastifyAdapter {
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
    // During shutdown a request on an open connection is still served; the connection is closed after it.
    return503OnClosing: false,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.overdueCheckMs,
      maxHeaderSize: limits.headerBytes,
      // Node would refuse a request without Host without a problem. The request hooks refuse it.
      requireHostHeader: false,
    },
    routerOptions: {
      maxParamLength: limits.pathStep,
      // The request hooks parse the query string, more strictly.
      querystringParser: () => ({}),
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      refuse(error, request, reply, logger),
    skipMiddie: true,
  });
}
