import { beforeAll, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type TestServer } from '../support/server.js';

const MANY = 40;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'true', DATELINE_DEMO: 'true' });
}, 120_000);

interface Client {
  socket: Socket;
  /** All that was received. */
  received: () => string;
  /** How long the server kept the connection open, milliseconds; null while it is open. */
  held: () => number | null;
}

function open(text: string, reads = true): Client {
  const { hostname, port } = new URL(server.url);
  const began = performance.now();
  let received = '';
  let held: number | null = null;
  const socket = connect(Number(port), hostname, () => socket.write(text));
  if (reads) socket.on('data', (chunk) => (received += chunk.toString('latin1')));
  socket.on('error', () => undefined).on('close', () => (held = performance.now() - began));
  return { socket, received: () => received, held: () => held };
}

const clients = (text: string, reads = true): Client[] => Array.from({ length: MANY }, () => open(text, reads));

it('clients that are slow, hang or never read delay nobody, and are cut off', async () => {
  const memory = async () =>
    Number(/^process_resident_memory_bytes (\d+)/m.exec((await server.get('/metrics')).text)?.[1]);
  const before = await memory();

  const slow = clients('GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const drip = setInterval(() => slow.forEach(({ socket }) => socket.write('a')), 1_000);
  const hanging = clients(
    `POST /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${server.adminKey}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  );
  // Each requests three large answers on one connection, and reads none of them.
  const requests = 'GET /v1/stories/us-china-trade/timeline?limit=200 HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(3);
  const unread = clients(requests, false);

  const slowest = { ms: 0 };
  for (const until = Date.now() + 19_000; Date.now() < until; await sleep(50)) {
    const began = performance.now();
    expect((await server.get('/v1/stories')).status).toBe(200);
    slowest.ms = Math.max(slowest.ms, performance.now() - began);
  }
  clearInterval(drip);
  console.log({
    slowestAnswerToOthersInMs: Math.round(slowest.ms),
    memoryGrownByMiB: Math.round(((await memory()) - before) / 2 ** 20),
  });

  expect(slowest.ms).toBeLessThan(5_000);
  for (const { received, held } of slow) {
    expect(received()).toMatch(/^HTTP\/1\.1 408 [^]*request-timeout/);
    expect(held()).toBeLessThan(19_000);
  }
  for (const { held } of hanging) expect(held()).toBeNull();
  expect((await memory()) - before).toBeLessThan(200 * 2 ** 20);
  for (const { socket } of [...hanging, ...unread]) socket.destroy();
  expect(await server.stop()).toBe(0);
}, 60_000);
