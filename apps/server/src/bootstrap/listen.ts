import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform/config/config.js';

/** The address cannot be listened on. The message is written for the operator: print it without a stack. */
export class ListenError extends Error {
  override readonly name = 'ListenRefused';
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
};

/**
 * @returns the address to call the server by
 * @throws ListenRefused
 */
export async function listen(
  app: NestFastifyApplication,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new ListenError(`Dateline cannot listen on ${host}:${port}: ${reason}. Set HOST and PORT.`);
  }
  const address = app.getHttpServer().address();
  const actualPort = address !== null && typeof address === 'object' ? address.port : port;
  // A wildcard address is not one that can be called.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${actualPort}`;
}
