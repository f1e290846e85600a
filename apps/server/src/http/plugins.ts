import fastifyCompress from '@fastify/compress';
import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Compressing a smaller answer gains nothing. Bytes. */
const COMPRESSION_THRESHOLD = 1_024;

/**
 * Compresses large answers where the client accepts that. Lines and event streams are sent as they are: compression
 * would hold chunks back. Bodies of requests are never decompressed: a few bytes could become gigabytes.
 */
export async function registerCompression(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyCompress, {
    threshold: COMPRESSION_THRESHOLD,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  });
}

/** How long a browser may cache the answer to a preflight request, seconds. */
const PREFLIGHT_MAX_AGE = 600;

/** Headers of a request that the API reads. */
const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'Prefer',
  'X-Request-Id',
];
/** Headers of an answer that a script of another origin may read. */
const EXPOSED_HEADERS = [
  ...['Dateline-Position', 'ETag', 'Idempotency-Replayed', 'Link', 'Location', 'Preference-Applied'],
  ...['RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'],
];

/**
 * Lets pages of other origins use the API with a key. Cookies are not accepted from them.
 *
 * @param origins the origins; `*` means any
 */
export async function registerCors(fastify: FastifyInstance, origins: readonly string[]): Promise<void> {
  await fastify.register(fastifyCors, {
    origin: origins.includes('*')
      ? '*'
      : (origin, done) => done(null, origin !== undefined && origins.includes(origin)),
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_MAX_AGE,
    strictPreflight: false,
  });
}
