import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Smaller answers gain nothing. Bytes. */
const THRESHOLD = 1_024;

/**
 * Packs answers that are large enough, for whoever accepts that. Lines and streams of events are sent as they are:
 * packed, they would wait for one another. Bodies of requests are never unpacked: a few bytes could become gigabytes.
 */
export async function registerCompression(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyCompress, {
    threshold: THRESHOLD,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  });
}
