import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { limits } from './limits.js';

/**
 * Counts the requests under way on each connection. A client may send one after the other without waiting for the answers; each would begin at once, as
 * many as fit into what was sent.
 */
export class Pipelines {
  readonly #underWay = new WeakMap<Socket, number>();

  /**
   * Begins a request; it ends with its answer.
   * @throws Problem `rate-limited` where the connection has too many under way: it is closed after the answer
   */
  begin({ raw: { socket } }: Pick<FastifyRequest, 'raw'>, reply: Pick<FastifyReply, 'raw'>): void {
    const count = (this.#underWay.get(socket) ?? 0) + 1;
    this.#underWay.set(socket, count);
    reply.raw.once('close', () => this.#underWay.set(socket, (this.#underWay.get(socket) ?? 1) - 1));
    if (count <= limits.pipelined) return;
    throw new Problem('rate-limited', `One connection may have ${limits.pipelined} requests under way. Send the rest on another.`, {
      headers: { 'retry-after': '1', connection: 'close' },
    });
  }
}
