import { beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
}, 120_000);

const open = { authorization: '' };

describe('what needs no key', () => {
  it.each(['/livez', '/readyz', '/openapi.json', '/docs'])('%s', async (path) => {
    expect((await server.get(path, open)).status).toBe(200);
  });

  it('the start leads to the documentation', async () => {
    const answer = await server.get('/', open);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs']);
  });

  it('readiness tells of each part', async () => {
    const { body } = await server.get('/readyz', open);
    expect(body).toMatchObject({
      ready: true,
      checks: { database: { ready: true }, schema: { ready: true }, durability: { ready: true } },
    });
  });
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
  it('names no other host, and all that it loads is served here', async () => {
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

  it('is held to this server by its policy', async () => {
    const { headers } = await server.get('/docs', open);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*connect-src 'self'/);
  });
});

interface Operation {
  operationId?: string;
  summary?: string;
  security?: unknown[];
  responses: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
}

describe('the OpenAPI document', () => {
  let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };
  let operations: [string, Operation][];

  beforeAll(async () => {
    document = (await server.get('/openapi.json', open)).body as typeof document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
    );
  });

  it('is of version 3.1 and refers to nothing that it does not hold', () => {
    expect(document.openapi).toBe('3.1.0');
    const text = JSON.stringify(document);
    const names = new Set([...text.matchAll(/"(#\/[^"]+)"/g)].map((match) => match[1] ?? ''));
    expect(names.size).toBeGreaterThan(0);
    for (const name of names) expect(document.components.schemas).toHaveProperty([name.replace('#/components/schemas/', '')]);
  });

  it('gives each operation a name of its own, a summary and its answers, problems among them', () => {
    const names = operations.map(([, operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const [name, operation] of operations) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\S/)]);
      const problems = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      expect([name, problems.length]).not.toEqual([name, 0]);
      for (const [, answer] of problems)
        expect(answer.content).toEqual({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });
    }
  });

  it('has the catalogue as a union that the type tells apart, and answers that are closed', () => {
    const events = document.components.schemas['NewEvent'] as { discriminator: { propertyName: string; mapping: Record<string, string> } };
    expect(events.discriminator.propertyName).toBe('type');
    expect(Object.keys(events.discriminator.mapping)).toEqual(expect.arrayContaining(['StoryOpened', 'TariffChanged', 'EventRetracted']));
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if ('properties' in schema)
        expect([name, (schema as { additionalProperties?: unknown }).additionalProperties]).toEqual([name, false]);
    }
  });

  it('says where a key is needed', () => {
    const needing = operations.filter(([, operation]) => operation.security !== undefined).map(([name]) => name);
    expect(needing).toContain('get /metrics');
    expect(needing).not.toContain('get /livez');
    for (const name of needing) expect(operations.find(([one]) => one === name)?.[1].responses).toHaveProperty(['401']);
  });
});

it('after twenty wrong keys in a minute a new key is not tried any more, and one that was right before still serves', async () => {
  const own = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  const wrong = () => own.get('/metrics', { authorization: 'Bearer wrong' });
  expect((await own.get('/metrics')).status).toBe(200);
  for (let i = 0; i < 20; i++) expect((await wrong()).status).toBe(401);
  const limited = await wrong();
  expect([limited.status, (limited.body as { code: string }).code]).toEqual([429, 'rate-limited']);
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await own.get('/metrics')).status).toBe(200);
}, 60_000);
