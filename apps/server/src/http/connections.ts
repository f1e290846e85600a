import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { limits } from './limits.js';

/**
 * Limits the pipelined requests of each connection. A client may send requests without waiting for the answers, and
 * Node starts each at once: as many as fit into what was sent.
 */
export class PipeliningLimit {
  readonly #inProgress = new WeakMap<Socket, { requests: number }>();

  /**
   * Counts a request until its answer is closed.
   * @throws Problem `rate-limited` where the connection has too many in progress; it is closed after the answer
   */
  begin({ raw: { socket } }: Pick<FastifyRequest, 'raw'>, reply: Pick<FastifyReply, 'raw'>): void {
    const connection = this.#inProgress.get(socket) ?? { requests: 0 };
    this.#inProgress.set(socket, connection);
    connection.requests += 1;
    reply.raw.on('close', () => (connection.requests -= 1));
    if (connection.requests <= limits.pipelined) return;
    throw new Problem(
      'rate-limited',
      `One connection may have ${limits.pipelined} requests in progress. Send the others on another connection.`,
      { headers: { 'retry-after': '1', connection: 'close' } },
    );
  }
}

const exemptSockets = new WeakSet<Socket>();

/**
 * Exempts a connection from the limit on the time in which a request must arrive. For a handler that reads the body as
 * it comes and limits its time itself. The connection must be closed after that request.
 */
export const exemptFromTimeout = (socket: Socket): void => void exemptSockets.add(socket);

export const isExempt = (socket: Socket): boolean => exemptSockets.has(socket);
