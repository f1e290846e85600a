import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Authenticator } from '../auth/authenticator.js';
import type { Identity } from '../auth/roles.js';
import type { RateLimiter } from '../auth/rate-limiter.js';
import { noSessionCookie, sessionToken } from '../auth/session-cookie.js';
import { readQuery } from '../query/read-query.js';
import type { Route } from '../openapi/endpoint.js';
import { refusePage } from '../browser-pages/refuse-page.js';
import { Problem } from '../problems/problem.js';
import { negotiate } from './accept.js';
import { PipeliningLimit } from './pipelining-limit.js';
import type { KnownRoutes } from './known-routes.js';
import { checkContentType } from './check-content-type.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; `null` for somebody without a key. */
    identity: Identity | null;
    /** The query parameters, read by the route's schema. */
    asked: unknown;
    /** The media type to answer with. */
    produces: string;
  }
}

/** A route that was not declared is nobody's but an admin's. */
const UNDECLARED: Route = { access: 'admin', query: undefined, accepts: [], produces: ['application/json'] };

export interface RequestParts {
  gate: Authenticator;
  throttle: RateLimiter;
  routes: KnownRoutes;
  logger: Logger;
}

/**
 * Looks at each request before its body is read, in one hook, in this order: is there such a route, may this one ask,
 * and as often, can it be answered as they want, are the parameters known, is the body of a kind that is taken. What
 * fails first is the answer.
 */
export function registerRequestHooks(fastify: FastifyInstance, { gate, throttle, routes, logger }: RequestParts): void {
  fastify.decorateRequest('identity', null);
  fastify.decorateRequest('asked', null);
  fastify.decorateRequest('produces', 'application/json');
  const pipelines = new PipeliningLimit();
  fastify.addHook('onRoute', (route) => routes.add(route.method, route.url));
  fastify.addHook('onRequest', (request, reply, done) => {
    let admitted: Identity | null | Promise<Identity | null>;
    let session: string | undefined;
    const route = request.routeOptions.config.route ?? UNDECLARED;
    // A library's own handler of errors is not asked what a refusal looks like.
    const refuse = (error: unknown): void =>
      route.page === true ? refusePage(error, request, reply, logger) : done(error as Error);
    const pass = (identity: Identity | null): void => {
      request.identity = identity;
      try {
        if (session !== undefined && identity === null) forgetSession();
        if (route.access !== 'open' || route.limited) throttle.count(request, reply);
        if (route.page !== true) look(request, reply, route);
        if (route.long) throttle.begin(route.long, request, reply);
      } catch (error) {
        refuse(error);
        return;
      }
      done();
    };
    // A browser would go on sending one that is over.
    const forgetSession = (): void => void reply.header('set-cookie', noSessionCookie(request.server, request));
    // Whoever is not let in is counted by their address, so that they cannot ask for ever.
    const turnAway = (error: unknown): void => {
      try {
        if (session !== undefined && error instanceof Problem && error.code === 'unauthenticated') forgetSession();
        throttle.count(request, reply);
      } catch (limited) {
        refuse(limited);
        return;
      }
      refuse(error);
    };
    try {
      pipelines.begin(request, reply);
      if (lacksHost(request)) throw new Problem('malformed-request', 'A request needs a Host.');
      const { url } = request.routeOptions;
      if (request.is404 || url === undefined || url === '*' || routes.isMistaken(url, request.raw.url ?? ''))
        throw noSuchRoute(request, routes);
      if (namesNul(request)) throw new Problem('not-found', 'Nothing has NUL in its name.');
      const { authorization } = request.headers;
      // Where it is not looked at, it is nobody's business whether it is over.
      if (route.access !== 'open' && authorization === undefined) session = sessionToken(request, route);
      admitted = gate.authenticate(route.access, {
        authorization,
        session,
        address: request.ip,
        keyOnly: route.keyOnly,
      });
    } catch (error) {
      turnAway(error);
      return;
    }
    if (admitted instanceof Promise) admitted.then(pass, turnAway);
    else pass(admitted);
  });
}

function look(request: FastifyRequest, reply: FastifyReply, route: Route): void {
  request.produces = acceptable(request, route);
  request.asked = readQuery(route.query, request.raw.url ?? '');
  checkContentType(request.headers, route.accepts, route.packed);
  if (route.produces.length > 1) void reply.header('vary', 'accept');
}

function acceptable(request: FastifyRequest, route: Route): string {
  const chosen = negotiate(request.headers.accept, route.produces);
  if (chosen === null) throw new Problem('not-acceptable', `This can be had as ${route.produces.join(' or ')}.`);
  return chosen;
}

/** HTTP/1.0 may go without. */
const lacksHost = (request: FastifyRequest): boolean =>
  request.raw.headers.host === undefined && request.raw.httpVersion === '1.1';

/** No name holds NUL, and PostgreSQL takes no text that does. */
const namesNul = (request: FastifyRequest): boolean =>
  (request.raw.url ?? '').split('?', 1)[0]?.includes('%00') ?? false;

function noSuchRoute(request: FastifyRequest, routes: KnownRoutes): Problem {
  const methods = routes.methodsOf(request.raw.url ?? '');
  if (methods.length === 0) return new Problem('not-found', 'Nothing is served at this path.');
  return new Problem('method-not-allowed', `This resource has ${methods.join(', ')}.`, {
    headers: { allow: methods.join(', ') },
  });
}
