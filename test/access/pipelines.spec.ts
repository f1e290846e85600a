import { describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { startServer } from '../support/server.js';

describe('a connection with pipelined requests', () => {
  it('is refused its 101st request in progress, and closed; other connections are served', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const one = `GET /v1/stories HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.adminKey}\r\n\r\n`;
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(one.repeat(400)));
      let received = '';
      socket.setEncoding('utf8').on('data', (piece: string) => (received += piece));
      // Requests that the server has not read break the pipe once it has closed.
      socket.on('error', (error: NodeJS.ErrnoException) =>
        ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? undefined : reject(error),
      );
      socket.on('close', () => resolve(received));
    });
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status);
    expect(statuses.length).toBeGreaterThan(100);
    expect(statuses.length).toBeLessThan(400);
    expect(statuses.indexOf('429')).toBe(statuses.length - 1);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set(['200']));
    expect(text.slice(text.lastIndexOf('HTTP/1.1 429'))).toMatch(/^connection: close\r$/im);
    expect((await server.get('/v1/stories')).status).toBe(200);
  }, 30_000);

  it('may send any number of requests one after the other', async () => {
    const server = await startServer();
    for (let n = 0; n < 150; n += 1) expect((await server.get('/livez')).status).toBe(200);
  }, 30_000);
});
