import { describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { startServer } from '../support/server.js';

describe('a connection that sends without waiting', () => {
  it('has a hundred requests under way; with the next one it is told so and closed, and others are served', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const one = `GET /v1/stories HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.adminKey}\r\n\r\n`;
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(one.repeat(400)));
      let text = '';
      socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      // What was sent and not taken breaks the pipe once the server has closed.
      socket.on('error', (error: NodeJS.ErrnoException) =>
        ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? undefined : reject(error),
      );
      socket.on('close', () => resolve(text));
    });
    const statuses = [...said.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status);
    expect(statuses.length).toBeGreaterThan(100);
    expect(statuses.length).toBeLessThan(400);
    expect(statuses.indexOf('429')).toBe(statuses.length - 1);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set(['200']));
    expect(said.slice(said.lastIndexOf('HTTP/1.1 429'))).toMatch(/^connection: close\r$/im);
    expect((await server.get('/v1/stories')).status).toBe(200);
  }, 30_000);

  it('may send as many as it likes one after the other', async () => {
    const server = await startServer();
    for (let n = 0; n < 150; n += 1) expect((await server.get('/livez')).status).toBe(200);
  }, 30_000);
});
