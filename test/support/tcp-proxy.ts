import net from 'node:net';
import { stopAfterwards } from './started.js';

export interface TcpProxy {
  /** The database's address, by way of the proxy. */
  url: string;
  /** Lets the next message that holds a text through to the server, and breaks the connection instead of bringing the answer. */
  swallowAnswerTo: (text: string) => void;
  /** How many answers were swallowed. */
  swallowed: () => number;
  /** Breaks every connection and takes no new ones, until `restore`. */
  cut: () => void;
  restore: () => void;
  /** Breaks every connection; new ones are taken. */
  dropAll: () => void;
}

/** A proxy before a database that can break connections at the worst moment. */
export async function tcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  let awaited: string | null = null;
  let swallowed = 0;
  let open = true;
  const server = net.createServer((client) => {
    if (!open) return void client.destroy();
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    let swallowing = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      sockets.delete(client);
      sockets.delete(upstream);
    };
    sockets.add(client).add(upstream);
    client.on('data', (data) => {
      if (awaited !== null && data.includes(awaited)) {
        awaited = null;
        swallowing = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!swallowing) return void client.write(data);
      swallowed += 1;
      end();
    });
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  stopAfterwards(() => {
    dropAll();
    return new Promise((resolve) => server.close(() => resolve(undefined)));
  });
  const address = server.address() as net.AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    swallowAnswerTo: (text) => (awaited = text),
    swallowed: () => swallowed,
    cut: () => {
      open = false;
      dropAll();
    },
    restore: () => (open = true),
    dropAll,
  };
}
