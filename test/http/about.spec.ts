import { beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
}, 120_000);

const open = { authorization: '' };

describe('without a key', () => {
  it.each(['/livez', '/readyz', '/openapi.json', '/docs'])('%s is open', async (path) => {
    expect((await server.get(path, open)).status).toBe(200);
  });

  it('the root is the console', async () => {
    const answer = await server.get('/', open);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('/readyz reports each part', async () => {
    const { body } = await server.get('/readyz', open);
    expect(body).toMatchObject({
      ready: true,
      checks: { database: { ready: true }, schema: { ready: true }, durability: { ready: true } },
    });
  });
});

it('the OpenAPI document has two media types', async () => {
  for (const accept of ['application/json', 'application/vnd.oai.openapi+json'])
    expect((await server.get('/openapi.json', { ...open, accept })).headers.get('content-type')).toBe(
      `${accept}; charset=utf-8`,
    );
});

describe('metrics', () => {
  it('are for readers', async () => {
    expect((await server.get('/metrics', open)).status).toBe(401);
    const { status, text, headers } = await server.get('/metrics', {
      accept: 'application/openmetrics-text;q=0.8,text/plain;version=0.0.4;q=0.5',
    });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
  });
});

describe('the documentation', () => {
  it('refers to no other host, and this server has all files that it loads', async () => {
    const { text } = await server.get('/docs', open);
    expect(text).not.toMatch(/https?:|\/\//);
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const asset of assets) {
      const answer = await server.get(asset, open);
      expect([asset, answer.status]).toEqual([asset, 200]);
      expect(answer.text.length).toBeGreaterThan(100);
    }
  });

  it('has a policy that only allows this server', async () => {
    const { headers } = await server.get('/docs', open);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*connect-src 'self'/);
  });
});

it('after twenty invalid keys in a minute only keys that were accepted before are still checked', async () => {
  const own = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  const wrong = () => own.get('/metrics', { authorization: 'Bearer wrong' });
  expect((await own.get('/metrics')).status).toBe(200);
  for (let i = 0; i < 20; i++) expect((await wrong()).status).toBe(401);
  const limited = await wrong();
  expect([limited.status, (limited.body as { code: string }).code]).toEqual([429, 'rate-limited']);
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await own.get('/metrics')).status).toBe(200);
}, 60_000);
