import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { limits } from './limits.js';

/**
 * Counts the requests under way on each connection. A client may send one after the other without waiting for the
 * answers; each would begin at once, as many as fit into what was sent.
 */
export class PipeliningLimit {
  readonly #underWay = new WeakMap<Socket, { requests: number }>();

  /**
   * Begins a request; it ends with its answer.
   * @throws Problem `rate-limited` where the connection has too many under way: it is closed after the answer
   */
  begin({ raw: { socket } }: Pick<FastifyRequest, 'raw'>, reply: Pick<FastifyReply, 'raw'>): void {
    const underWay = this.#on(socket);
    underWay.requests += 1;
    reply.raw.on('close', () => (underWay.requests -= 1));
    if (underWay.requests <= limits.pipelined) return;
    throw new Problem(
      'rate-limited',
      `One connection may have ${limits.pipelined} requests under way. Send the rest on another.`,
      {
        headers: { 'retry-after': '1', connection: 'close' },
      },
    );
  }

  #on(socket: Socket): { requests: number } {
    const known = this.#underWay.get(socket);
    if (known) return known;
    const begun = { requests: 0 };
    this.#underWay.set(socket, begun);
    return begun;
  }
}
