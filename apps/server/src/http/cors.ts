import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** How long a browser may remember what it was told, seconds. */
const REMEMBERED = 600;

/** Headers of requests that the API reads, and of answers that a page's script may read besides the plainest. */
const ALLOWED = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'Prefer',
  'X-Request-Id',
];
const EXPOSED = [
  ...['Dateline-Position', 'ETag', 'Idempotency-Replayed', 'Link', 'Location', 'Preference-Applied'],
  ...['RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'],
];

/**
 * Lets pages of other origins ask the API, with a key. Cookies are never taken from them.
 *
 * @param origins which; `*`: any
 */
export async function registerCors(fastify: FastifyInstance, origins: readonly string[]): Promise<void> {
  await fastify.register(fastifyCors, {
    origin: origins.includes('*')
      ? '*'
      : (origin, done) => done(null, origin !== undefined && origins.includes(origin)),
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowedHeaders: ALLOWED,
    exposedHeaders: EXPOSED,
    maxAge: REMEMBERED,
    strictPreflight: false,
  });
}
