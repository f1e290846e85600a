import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Route } from '../openapi/endpoint.js';

export const SESSION_COOKIE = 'dateline_session';

/** Methods that change nothing. */
const SAFE = ['GET', 'HEAD'];

/** The token of the session that a request's cookie names, whether it counts here or not. */
export function sessionTokenIn(request: FastifyRequest): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : request.server.parseCookie(cookie)[SESSION_COOKIE];
}

/**
 * The token by which a request may be let in. A browser sends cookies by itself, also where another site makes it ask:
 * so a cookie reads, and changes something only in pages of this server's own, from the same origin. It never records
 * anything.
 */
export function sessionToken(request: FastifyRequest, route: Route): string | undefined {
  if (request.headers.cookie === undefined) return undefined;
  if (SAFE.includes(request.method) || (route.page === true && isOfThisOrigin(request))) return sessionTokenIn(request);
  return undefined;
}

/** By what browsers say of a request's origin and no page can change. */
function isOfThisOrigin({ headers, protocol, host }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
  return headers.origin === `${protocol}://${host}`;
}

/** The `Set-Cookie` that gives a browser its session: no script can read it, and no other site's request brings it. */
export const sessionCookie = (
  server: FastifyInstance,
  { protocol }: FastifyRequest,
  token: string,
  expiresAt: Date,
): string => server.serializeCookie(SESSION_COOKIE, token, { ...attributes(protocol), expires: expiresAt });

/** The `Set-Cookie` that takes it away. */
export const noSessionCookie = (server: FastifyInstance, { protocol }: FastifyRequest): string =>
  server.serializeCookie(SESSION_COOKIE, '', { ...attributes(protocol), maxAge: 0 });

const attributes = (protocol: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', ...(protocol === 'https' && { secure: true }) }) as const;
