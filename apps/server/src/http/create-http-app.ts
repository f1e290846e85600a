import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AuthorityWatch, type FindAuthorityEnd } from '../auth/authority-watch.js';
import { Authenticator, type AuthenticatorOptions } from '../auth/authenticator.js';
import { RateLimiter } from '../auth/rate-limiter.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { createAdapter, type TrustedProxies } from './adapter.js';
import { registerBodies } from './json-body.js';
import { KnownRoutes } from './known-routes.js';
import { registerCompression } from './compression.js';
import { registerCors } from './cors.js';
import { setDefaultHeaders } from './default-headers.js';
import { registerRequestHooks } from './request-hooks.js';
import { registerRequestLog } from './request-log.js';

export interface HttpAppOptions extends AuthenticatorOptions {
  /** Whether what let somebody in is still right: asked for as long as their answer takes. */
  endOf: FindAuthorityEnd;
  trustProxy: TrustedProxies;
  /** Requests a minute, per key or address; null: no limit. */
  rateLimit: number | null;
  /** Streams of the log under way at a time, per key or address; missing: as many as the guide says. */
  maxStreams?: number;
  /** Origins whose pages may ask; `*`: any; empty: none but this server's own. */
  corsOrigins: readonly string[];
  logger: Logger;
  /** Registers routes that no controller has. */
  extend?: (fastify: FastifyInstance) => void;
}

/**
 * Makes an application of a module whose routes are declared with `Endpoint`: everything between the socket and a
 * handler, for all routes alike. Ready to `listen`.
 */
export async function createHttpApp(module: DynamicModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const adapter = createAdapter(options.trustProxy, options.logger);
  const fastify = adapter.getInstance();
  registerBodies(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    setDefaultHeaders(request, reply);
    done();
  });
  await registerCompression(fastify);
  if (options.corsOrigins.length > 0) await registerCors(fastify, options.corsOrigins);
  // Cookies are read where they count, and not on every request.
  void fastify.register(fastifyCookie, { hook: false });
  const { logger } = options;
  fastify.decorate('authorityWatch', new AuthorityWatch(options.endOf, logger));
  registerRequestHooks(fastify, {
    gate: new Authenticator(options),
    throttle: new RateLimiter(options.rateLimit, options.maxStreams),
    routes: new KnownRoutes(),
    logger,
  });
  registerRequestLog(fastify, logger);
  options.extend?.(fastify);
  // Node would answer an Expect that it does not know by itself, without a problem. It may as well be passed over (RFC
  // 9110, 10.1.1).
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
