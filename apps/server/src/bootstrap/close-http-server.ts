import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Milliseconds for the answers under way; what does not end by itself, like a stream, is then cut. */
const patience = 5000;

/**
 * Prepares the end of an HTTP server that does not listen yet.
 *
 * @returns stops accepting, waits for the answers under way, and closes every connection
 */
export function closeHttpServer(app: NestFastifyApplication): () => Promise<void> {
  const server = app.getHttpServer();
  const connected = new Set<Socket>();
  server.on('connection', (socket) => {
    connected.add(socket);
    socket.once('close', () => connected.delete(socket));
  });
  return async () => {
    const sweep = setInterval(() => {
      // A connection that gets its answer from now on is kept open for a next request that will not be taken.
      server.closeIdleConnections();
      // Browsers connect ahead of time; Node does not count as idle what has not said anything yet.
      for (const socket of connected) if (socket.bytesRead === 0) socket.destroy();
    }, 50);
    const cut = setTimeout(() => server.closeAllConnections(), patience);
    await app.close();
    clearInterval(sweep);
    clearTimeout(cut);
  };
}
