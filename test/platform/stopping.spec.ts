import { describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SHIPPED, startServer, type TestServer } from '../support/server.js';

/** Makes `/readyz` wait until the returned function is called. */
async function holdUpReadiness(server: TestServer): Promise<() => Promise<void>> {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query('begin; lock table schema_migration in access exclusive mode');
  return async () => {
    await owner.query('commit');
    await owner.end();
  };
}

async function openSocket(server: TestServer, text: string): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(text);
  return socket;
}

describe('SIGTERM', () => {
  it('lets the request under way finish, and accepts no new one', async () => {
    const server = await startServer({}, { program: SHIPPED });
    const release = await holdUpReadiness(server);
    const underWay = server.get('/readyz');
    await sleep(300);
    const ended = server.stop();
    await sleep(300);
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow('fetch failed');
    await release();
    expect(await underWay).toMatchObject({ status: 200 });
    expect(await ended).toBe(0);
    expect(server.log()).toContain('"inTime":true');
  });

  it('does not wait for idle connections', async () => {
    const server = await startServer();
    await openSocket(server, 'GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await openSocket(server, '');
    const began = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  it('ends requests that do not end by themselves, within ten seconds', async () => {
    const server = await startServer();
    await openSocket(server, 'POST /v1/events HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{');
    await openSocket(server, 'GET /livez HTTP/1.1\r\nhost: local');
    await sleep(200);
    const began = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
  }, 20_000);

  it('ends the server at once when it comes a second time', async () => {
    const server = await startServer({}, { program: SHIPPED });
    const release = await holdUpReadiness(server);
    void server.get('/readyz').catch(() => undefined);
    await sleep(300);
    const ended = server.stop();
    await sleep(400);
    const began = Date.now();
    void server.stop();
    expect(await ended).toBe(1);
    expect(Date.now() - began).toBeLessThan(1000);
    await release();
  });

  it('counts once when it comes twice at the same moment: npm repeats the Ctrl-C of the terminal', async () => {
    const server = await startServer({}, { program: SHIPPED });
    process.kill(server.pid, 'SIGINT');
    process.kill(server.pid, 'SIGINT');
    expect(await server.stop()).toBe(0);
  });
});
