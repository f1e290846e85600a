import type { FastifyReply } from 'fastify';
import { whileWanted } from '#platform/database/while-wanted.js';
import type { ReadingPool } from '../app-dependencies.js';

/**
 * The parts of the server with which one request is answered: what it reads is given up when its client goes before the
 * answer is out. Take them once a request.
 */
export function partsFor<Parts extends { pool: ReadingPool }>(parts: Parts, reply: FastifyReply): Parts {
  const wanted = new AbortController();
  // Where the answer is out, nothing is under way any more.
  if (reply.raw.destroyed) wanted.abort();
  else reply.raw.once('close', () => wanted.abort());
  return { ...parts, pool: whileWanted(parts.pool, wanted.signal) };
}
