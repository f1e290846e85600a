import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { whileWanted } from '#platform/database/while-wanted.js';

/**
 * Returns the parts with another pool. Its queries are cancelled if the client goes away before its answer is sent.
 * Call it once for each request.
 */
export function cancelOnDisconnect<Parts extends { pool: Pool }>(parts: Parts, reply: FastifyReply): Parts {
  const wanted = new AbortController();
  if (reply.raw.destroyed) wanted.abort();
  else reply.raw.once('close', () => wanted.abort());
  return { ...parts, pool: whileWanted(parts.pool, wanted.signal) };
}
