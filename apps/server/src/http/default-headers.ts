import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * The API answers with data. A browser must not run, frame or sniff it, nor draw it into a page of another site, and no
 * shared cache may keep it.
 */
export const SAFETY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-cache',
} as const;

/** Half a year. */
const STRICT_TRANSPORT = 'max-age=15552000';

/** Sets the headers of every answer: the request's id, and what a browser may do with it. A route may override them. */
export function setDefaultHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(SAFETY_HEADERS).header('x-request-id', request.id);
  if (request.protocol === 'https') void reply.header('strict-transport-security', STRICT_TRANSPORT);
}

/** An id may appear in logs and pages of other programs: visible ASCII only, and nothing that is markup. */
const VISIBLE = /^[\x21-\x7e]{1,128}$/;
const MARKUP = /[<>"'&`]/;

/** The client's `X-Request-Id` where it is 1 to 128 visible ASCII characters without markup, else a new id. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && VISIBLE.test(given) && !MARKUP.test(given) ? given : randomUUID();
}
