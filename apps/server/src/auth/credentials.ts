import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * The key in an `Authorization` header: the bearer token or, in a request that only reads, the password of HTTP Basic
 * with any user name, since a calendar program can send nothing else. A browser sends a password again by itself, also
 * where a page of another site makes the request: so it must not change anything.
 *
 * @returns `null` where the header holds no key
 */
export const keyIn = (authorization: string, method: string): string | null =>
  bearerToken(authorization) ?? (SAFE_METHODS.includes(method) ? basicPassword(authorization) : null);

/** The password of HTTP Basic (RFC 7617) as UTF-8; `null` where there is none. A user name holds no colon. */
function basicPassword(authorization: string): string | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 || colon === pair.length - 1 ? null : pair.slice(colon + 1);
}

/** The token of `Authorization: Bearer`; `null` for another scheme. Node decodes headers as Latin-1; a key is UTF-8. */
export function bearerToken(authorization: string): string | null {
  const token = /^Bearer +(\S(?:.*\S)?) *$/i.exec(authorization)?.[1];
  return token === undefined ? null : Buffer.from(token, 'latin1').toString('utf8');
}

export const SESSION_COOKIE = 'dateline_session';

/** The session token in a request's cookie, whether it is accepted for this request or not. */
export function sessionTokenIn(request: FastifyRequest): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : request.server.parseCookie(cookie)[SESSION_COOKIE];
}

/** Methods that change nothing. */
const SAFE_METHODS = ['GET', 'HEAD'];

/** A header that the console sends. No form can set it, and CORS allows it to no other origin. */
export const CONSOLE_HEADER = 'x-dateline-console';

/**
 * The session token by which a request may be authenticated. A browser also sends the cookie when a page of another
 * site makes the request. So a session changes things only from the same origin: on a library's pages, and where the
 * request has the header of the console.
 *
 * @param route `page`: whether the route is a library's page
 */
export function sessionToken(
  request: FastifyRequest,
  route: Readonly<{ page?: boolean | undefined }>,
): string | undefined {
  if (request.headers.cookie === undefined) return undefined;
  const accepted =
    SAFE_METHODS.includes(request.method) ||
    (isSameOrigin(request) && (route.page === true || request.headers[CONSOLE_HEADER] === '1'));
  return accepted ? sessionTokenIn(request) : undefined;
}

/** By headers that a browser sets and no page can change. */
function isSameOrigin({ headers, protocol, host }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
  return headers.origin === `${protocol}://${host}`;
}

/** The `Set-Cookie` header that opens a session in a browser. No script reads it, and no other site's page sends it. */
export const sessionCookie = (
  server: FastifyInstance,
  { protocol }: FastifyRequest,
  token: string,
  expiresAt: Date,
): string => server.serializeCookie(SESSION_COOKIE, token, { ...attributes(protocol), expires: expiresAt });

/** The `Set-Cookie` header that removes it. */
export const expiredSessionCookie = (server: FastifyInstance, { protocol }: FastifyRequest): string =>
  server.serializeCookie(SESSION_COOKIE, '', { ...attributes(protocol), maxAge: 0 });

const attributes = (protocol: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', ...(protocol === 'https' && { secure: true }) }) as const;
