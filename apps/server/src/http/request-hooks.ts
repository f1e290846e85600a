import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Authenticator } from '../auth/authenticator.js';
import { expiredSessionCookie, sessionToken, sessionTokenIn } from '../auth/credentials.js';
import type { RateLimiter } from '../auth/rate-limiter.js';
import type { Identity } from '../auth/identity.js';
import { Problem } from '../problems/problem.js';
import { PipeliningLimit } from './connections.js';
import { KnownRoutes, type Route } from './route.js';
import { CALENDAR, checkContentType, type Format, mediaTypeOf, negotiate } from './media-types.js';
import { readQuery } from './read-query.js';
import { refusePage } from './send-problem.js';

/** A route that was not declared with `Endpoint` is only for admins. */
const UNDECLARED: Route = { access: 'admin', query: undefined, accepts: [], produces: ['application/json'] };

export interface RequestHookParts {
  authenticator: Authenticator;
  rateLimiter: RateLimiter;
  logger: Logger;
}

/**
 * Checks each request before its body is read, in one hook and in this order: is there such a route; is the key valid
 * and its role high enough; is the request within the rate limit; is there an accepted media type; are the query
 * parameters valid; does the route take a body of that type. The first failure is the answer. A second hook logs the
 * request when its answer has been sent.
 */
export function registerRequestHooks(fastify: FastifyInstance, parts: RequestHookParts): void {
  const { authenticator, rateLimiter, logger } = parts;
  const routes = new KnownRoutes();
  const pipelining = new PipeliningLimit();
  fastify.decorateRequest('identity', null);
  fastify.decorateRequest('validatedQuery', null);
  fastify.decorateRequest('responseType', 'application/json');
  fastify.addHook('onRoute', (route) => routes.add(route.method, route.url));

  fastify.addHook('onRequest', (request, reply, done) => {
    const route = request.routeOptions.config.route ?? UNDECLARED;
    let session: string | undefined;

    const accept = (identity: Identity | null): void => {
      request.identity = identity;
      try {
        if (identity === null) removeEndedSession();
        if (route.access !== 'open' || route.limited) rateLimiter.count(request, reply);
        if (route.page !== true) checkRequest(request, reply, route);
        if (route.long) rateLimiter.begin(route.long, request, reply);
      } catch (error) {
        refuse(error);
        return;
      }
      done();
    };

    // A refused request counts against its address, so that nobody can send them without end.
    const reject = (error: unknown): void => {
      try {
        if (error instanceof Problem && error.code === 'unauthenticated') removeEndedSession();
        rateLimiter.count(request, reply);
      } catch (limited) {
        refuse(limited);
        return;
      }
      refuse(error);
    };

    // A library's page may have an error handler of its own, which must not answer in place of ours.
    const refuse = (error: unknown): void =>
      route.page === true ? refusePage(error, request, reply, logger) : done(error as Error);

    // Otherwise the browser would go on sending the cookie.
    const removeEndedSession = (): void => {
      if (session !== undefined) void reply.header('set-cookie', expiredSessionCookie(request.server, request));
    };

    let identity: Identity | null | Promise<Identity | null>;
    try {
      pipelining.begin(request, reply);
      checkRoute(request, routes);
      const { authorization } = request.headers;
      if (route.access !== 'open' && authorization === undefined) session = sessionToken(request, route);
      identity = authenticator.authenticate(route.access, {
        authorization,
        session,
        hasUnusedSession: session === undefined && sessionTokenIn(request) !== undefined,
        address: request.ip,
        method: request.method,
        offersBasic: offersBasic(request, route),
        keyOnly: route.keyOnly,
        keyless: route.keyless,
      });
    } catch (error) {
      reject(error);
      return;
    }
    if (identity instanceof Promise) identity.then(accept, reject);
    else accept(identity);
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    logRequest(logger, request, reply);
    done();
  });
}

/**
 * Whether a refusal for want of a key also offers HTTP Basic: where a calendar is requested, since a calendar program
 * sends a password only to a server that offers it. Not to a script in a browser (`Sec-Fetch-Mode`), where the browser
 * would open its dialog for passwords over the page.
 */
function offersBasic({ headers, raw }: FastifyRequest, { produces }: Route): boolean {
  if (!produces.includes(CALENDAR)) return false;
  const isCalendar = /[?&]format=ics(?:&|$)/.test(raw.url ?? '') || negotiate(headers.accept, produces) === CALENDAR;
  return isCalendar && (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate';
}

/** @throws Problem `malformed-request`, `not-found` or `method-not-allowed` */
function checkRoute(request: FastifyRequest, routes: KnownRoutes): void {
  const { headers, httpVersion, url = '' } = request.raw;
  // HTTP/1.0 does not require a Host.
  if (headers.host === undefined && httpVersion === '1.1')
    throw new Problem('malformed-request', 'A request needs a Host header.');
  const { url: route } = request.routeOptions;
  if (request.is404 || route === undefined || route === '*' || routes.isMistaken(route, url)) {
    const methods = routes.methodsOf(url).join(', ');
    if (methods === '') throw new Problem('not-found', 'Nothing is served at this path.');
    throw new Problem('method-not-allowed', `This resource supports ${methods}.`, { headers: { allow: methods } });
  }
  // No name contains NUL, and PostgreSQL accepts no text that does.
  if (url.split('?', 1)[0]?.includes('%00')) throw new Problem('not-found', 'No name contains NUL.');
}

/** @throws Problem `not-acceptable`, `bad-parameter` or `unsupported-media-type` */
function checkRequest(request: FastifyRequest, reply: FastifyReply, route: Route): void {
  const url = request.raw.url ?? '';
  const accepted = negotiate(request.headers.accept, route.produces);
  const notAcceptable = `This resource is available as ${route.produces.join(' or ')}.`;
  if (accepted === null && !url.includes('?')) throw new Problem('not-acceptable', notAcceptable);
  // A format in the URL takes precedence over the header.
  const query = readQuery(route.query, url);
  const { format } = query as { format?: Format };
  const responseType = format === undefined ? accepted : mediaTypeOf(format);
  if (responseType === null) throw new Problem('not-acceptable', notAcceptable);
  request.responseType = responseType;
  request.validatedQuery = query;
  checkContentType(request.headers, route.accepts, route.gzip);
  if (route.produces.length > 1) void reply.header('vary', 'accept');
}

/** Writes one line without the query string, which may hold what is private. */
function logRequest(logger: Logger, request: FastifyRequest, reply: FastifyReply): void {
  if (!logger.isLevelEnabled('info')) return;
  logger.info(
    {
      requestId: request.id,
      method: request.method,
      path: (request.raw.url ?? '').split('?', 1)[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      address: request.ip,
      ...(request.identity && { key: request.identity.name }),
    },
    'request',
  );
}
