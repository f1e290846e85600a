import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Socket } from 'node:net';
import type { BackgroundThrottle } from '#platform/background/background-throttle.js';
import type { Config } from '#platform/config/config.js';

/** The server cannot listen on the address. The message is for the operator: print it without a stack. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
};

/**
 * @returns the URL under which the server can be called
 * @throws ListenError
 */
export async function listen(
  app: NestFastifyApplication,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new ListenError(`Dateline cannot listen on ${host}:${port}: ${reason}. Set HOST and PORT.`);
  }
  const address = app.getHttpServer().address();
  const actualPort = address !== null && typeof address === 'object' ? address.port : port;
  // A client cannot connect to a wildcard address.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${actualPort}`;
}

/**
 * How long requests in progress may take at shutdown, milliseconds. Then their connections are cut: streams never end.
 */
const GRACE_MS = 5000;

/**
 * Prepares the shutdown of an HTTP server. Call it before the server listens.
 *
 * @returns a function that stops accepting, waits for the requests in progress, and closes every connection
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
      // A connection becomes idle when its request is answered. No further request would be accepted on it.
      server.closeIdleConnections();
      // Browsers connect ahead of time. To Node, a connection without a first byte is not idle.
      for (const socket of connected) if (socket.bytesRead === 0) socket.destroy();
    }, 50);
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await app.close();
    clearInterval(sweep);
    clearTimeout(cut);
  };
}

/** Reports each API request, so that background work slows down. `/metrics` and `/readyz` do not count. */
export function trackRequestRate(app: NestFastifyApplication, throttle: BackgroundThrottle): void {
  app.getHttpServer().on('request', ({ url }) => {
    if (url?.startsWith('/v1/')) throttle.recordRequest();
  });
}
