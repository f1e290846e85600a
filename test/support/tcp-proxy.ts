import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopAfterwards } from './started.js';

export interface TcpProxy {
  /** The database's address, by way of the proxy. */
  url: string;
  /**
   * Lets the next message that holds a text through to the server, and breaks the connection instead of bringing the
   * answer.
   */
  swallowAnswerTo: (text: string) => void;
  /** How many messages to the server held a text, from its first call on. */
  sent: (text: string) => number;
  /** How many answers were swallowed. */
  swallowed: () => number;
  /**
   * Lets the next message that holds a text through to the server, and keeps the answer, and all that follows on its
   * connection.
   */
  holdAnswerTo: (text: string) => void;
  /** How many connections have an answer that is kept. */
  held: () => number;
  /** Breaks every connection and takes no new ones, until `restore`. */
  cut: () => void;
  restore: () => void;
  /** Breaks every connection; new ones are taken. */
  dropAll: () => void;
  /**
   * Carries nothing any more, in either direction: connections stand, new ones too, and nobody is told. Until `flow`,
   * which brings what was written meanwhile.
   */
  stall: () => void;
  flow: () => void;
  /** Each piece of what is sent takes so many milliseconds, either way. 0: none. */
  slow: (milliseconds: number) => void;
}

/** What becomes of the answer to the next message that holds a text. */
interface Trap {
  text: string;
  fate: 'swallow' | 'hold';
}

/** A proxy before a database that can break connections at the worst moment. */
export async function tcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  let trap: Trap | null = null;
  let swallowed = 0;
  const counts = new Map<string, number>();
  let held = 0;
  let open = true;
  let stalled = false;
  let lag = 0;
  /** Brings what is sent to a socket, one piece after the other. */
  const carrier = (to: net.Socket): ((data: Buffer) => void) => {
    let last = Promise.resolve();
    let underWay = 0;
    return (data) => {
      if (lag === 0 && underWay === 0) return void to.write(data);
      underWay += 1;
      last = last.then(async () => {
        await sleep(lag);
        underWay -= 1;
        to.write(data);
      });
    };
  };
  const server = net.createServer((client) => {
    if (!open) return void client.destroy();
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    const [toServer, toClient] = [carrier(upstream), carrier(client)];
    let caught: Trap['fate'] | 'held' | null = null;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      sockets.delete(client);
      sockets.delete(upstream);
    };
    sockets.add(client).add(upstream);
    client.on('data', (data) => {
      for (const [text, count] of counts) if (data.includes(text)) counts.set(text, count + 1);
      if (trap !== null && data.includes(trap.text)) {
        caught = trap.fate;
        trap = null;
      }
      toServer(data);
    });
    upstream.on('data', (data) => {
      switch (caught) {
        case null:
          return toClient(data);
        case 'swallow':
          swallowed += 1;
          return end();
        case 'hold':
          caught = 'held';
          held += 1;
          return;
        case 'held':
          return;
      }
    });
    for (const socket of [client, upstream]) {
      socket.on('error', end).on('close', end);
      if (stalled) socket.pause();
    }
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
    swallowAnswerTo: (text) => (trap = { text, fate: 'swallow' }),
    sent: (text) => {
      const count = counts.get(text) ?? 0;
      counts.set(text, count);
      return count;
    },
    swallowed: () => swallowed,
    holdAnswerTo: (text) => (trap = { text, fate: 'hold' }),
    held: () => held,
    cut: () => {
      open = false;
      dropAll();
    },
    restore: () => (open = true),
    dropAll,
    stall: () => {
      stalled = true;
      for (const socket of sockets) socket.pause();
    },
    flow: () => {
      stalled = false;
      for (const socket of sockets) socket.resume();
    },
    slow: (milliseconds) => (lag = milliseconds),
  };
}
