import { beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    DATELINE_PUBLIC_READ: 'true',
    DATELINE_CORS_ORIGINS: 'https://news.example, http://localhost:5173',
    DATELINE_DEMO: 'true',
    DATELINE_TRUST_PROXY: '1',
  });
}, 120_000);

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** Sends a request and returns the bytes of its answer, which `fetch` would decompress. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.url}${path}`, { method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject).end();
  });
}

describe('a large answer', () => {
  const path = '/v1/stories/us-china-trade/timeline?limit=50&recordedAsOf=@69';

  it.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'br;q=0, gzip', gunzipSync],
  ] as const)('is compressed with %s for a client that accepts %s', async (encoding, accepted, unpack) => {
    const plain = await ask(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await ask(path, { 'accept-encoding': accepted });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers['vary']).toMatch(/accept-encoding/i);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
    const unpacked = JSON.parse(unpack(packed.bytes).toString('utf8')) as { items: unknown[] };
    expect(unpacked.items).toEqual((JSON.parse(plain.bytes.toString('utf8')) as { items: unknown[] }).items);
    expect(packed.headers['etag']).toBe(plain.headers['etag']);
    const again = await ask(path, { 'accept-encoding': accepted, 'if-none-match': String(packed.headers['etag']) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('to HEAD is the same without its body', async () => {
    for (const headers of [{}, { 'accept-encoding': 'br' }] as Record<string, string>[]) {
      const head = await ask(path, headers, 'HEAD');
      expect([head.status, head.bytes.length, head.headers['etag']]).toEqual([
        200,
        0,
        (await ask(path, headers)).headers['etag'],
      ]);
    }
  });

  it('is not compressed where it is streamed; nor is a small one', async () => {
    for (const small of ['/v1/stories/us-china-trade/replay', '/livez'])
      expect((await ask(small, { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBeUndefined();
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string, path = '/v1/events') =>
    ask(
      path,
      { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      'OPTIONS',
    );

  it('that is configured may send requests, without cookies', async () => {
    const allowed = await preflight('https://news.example');
    expect(allowed).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://news.example',
        'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
        'access-control-allow-headers': expect.stringContaining('Authorization'),
        'access-control-max-age': '600',
      },
    });
    expect(allowed.headers).not.toHaveProperty('access-control-allow-credentials');
    const read = await ask('/v1/stories', { origin: 'http://localhost:5173' });
    expect(read.headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:5173',
      'access-control-expose-headers': expect.stringContaining('ETag'),
      vary: expect.stringMatching(/origin/i),
    });
    const refused = await ask('/v1/admin/log', { origin: 'https://news.example' });
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, 'https://news.example']);
  });

  it.each(['https://other.example', 'http://news.example', 'https://news.example.evil.example', 'null'])(
    'that is not configured may not: %s',
    async (origin) => {
      const refused = await preflight(origin);
      expect([refused.status, refused.headers['allow'], refused.headers['access-control-allow-origin']]).toEqual([
        405,
        'GET, HEAD, POST',
        undefined,
      ]);
      expect((await preflight(origin, '/nothing')).status).toBe(404);
      expect((await ask('/v1/stories', { origin })).headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it('may not where no origin is configured', async () => {
    const closed = await startServer();
    const answer = await closed.request('OPTIONS', '/v1/events', undefined, {
      origin: 'https://news.example',
      'access-control-request-method': 'POST',
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});

describe('every answer', () => {
  it.each(['/livez', '/v1/stories', '/nothing', '/v1/admin/log', '/v1/stories?nothing=1'])(
    'has the safety headers: %s',
    async (path) => {
      expect((await ask(path)).headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      });
    },
  );

  it.each(['/docs', '/sign-in'])('that is a page also has the headers of a page: %s', async (path) => {
    expect((await ask(path)).headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('behind TLS makes a browser use TLS from now on', async () => {
    expect((await ask('/livez', { 'x-forwarded-proto': 'https' })).headers['strict-transport-security']).toBe(
      'max-age=15552000',
    );
    expect((await ask('/livez')).headers).not.toHaveProperty('strict-transport-security');
  });
});
