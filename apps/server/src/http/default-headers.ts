import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The API answers with data: nothing in it may run, be framed, be sniffed into something else, be drawn into another
 * site's page, or be kept by a shared cache.
 */
export const SAFETY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-cache',
} as const;

/** Behind TLS: the browser is to come by TLS from now on, for half a year. */
const ONLY_TLS = 'max-age=15552000';

/** What every answer carries: the request's id and the headers of safety. A route may say otherwise afterwards. */
export function setDefaultHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(SAFETY_HEADERS).header('x-request-id', request.id);
  if (request.protocol === 'https') void reply.header('strict-transport-security', ONLY_TLS);
}
