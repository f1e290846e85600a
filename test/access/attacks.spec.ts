import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { sendRaw } from '../bad-input/send.js';
import { openStory, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';

interface Parameter {
  name: string;
  in: string;
  $ref?: string;
}

let server: TestServer;
/** Every GET that there is, with the names of its parameters. */
let reads: { path: string; steps: string[]; query: string[] }[];
let before: string;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  await openStory(server, 'attacked');
  await server.post('/v1/events', tariff('attacked', '2025-02-04', 10), { prefer: 'wait=10' });
  const { paths } = (await server.get('/openapi.json')).body as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  };
  reads = Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || path.endsWith('/stream')) return [];
    const names = (where: string) => (get.parameters ?? []).filter((one) => one.in === where).map((one) => one.name);
    return [{ path, steps: names('path'), query: names('query') }];
  });
  before = await state();
}, 120_000);

/** What an attack must not change: the log, the keys, the story. */
async function state(): Promise<string> {
  const all = ['/v1/admin/log', '/v1/admin/keys', '/v1/events', '/v1/stories/attacked'];
  const texts = await Promise.all(
    all.map(async (path) => JSON.stringify({ ...((await server.get(path)).body as object), clocks: null })),
  );
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}

/** The path with an attack in each place in turn, once in a step and once in a parameter. */
const placed = (attack: string): string[] => {
  const bad = encodeURIComponent(attack);
  return reads.flatMap(({ path, steps, query }) => {
    const usual = path.replaceAll(/\{\w+\}/g, 'attacked');
    const inSteps = steps.map((step) => path.replace(`{${step}}`, bad).replaceAll(/\{\w+\}/g, 'attacked'));
    return [...inSteps, ...query.map((name) => `${usual}?${name}=${bad}`), `${usual}?${bad}=1`];
  });
};

describe('in every step and parameter of every read', () => {
  it.each<[string, string]>([
    ['SQL that ends a text', "' or 1=1; drop table event; --"],
    ['SQL that joins', "x' union select id, name, role, encode(digest,'hex') from api_key --"],
    ['SQL that waits', "'; select pg_sleep(20); --"],
    ['SQL in dollars', '$$; delete from article; $$'],
    ['patterns of LIKE', '%_%\\'],
    ['a path upwards', '../../../../etc/passwd'],
    ['a path upwards in bytes', '..\\..\\windows\\win.ini'],
    ['a header', 'x\r\nSet-Cookie: dateline_session=evil\r\n\r\n<h1>'],
    ['the prototype', '__proto__'],
    ['a constructor', 'constructor'],
    ['a way into both', '__proto__[admin]=true'],
    ['HTML', '<script>alert(1)</script>'],
    ['what matches slowly', `${'a-'.repeat(1_500)}!`],
    ['digits that match slowly', `${'2025-01-'.repeat(400)}Z`],
    ['a number beyond all numbers', '9'.repeat(300)],
    ['an object of JSON', '{"$gt":""}'],
  ])(
    '%s is a value that is not there, and nothing else',
    async (_what, attack) => {
      const paths = placed(attack);
      expect(paths.length).toBeGreaterThan(50);
      for (const path of paths) {
        const began = performance.now();
        const answer = await server.get(path);
        const ms = performance.now() - began;
        if (answer.status >= 500 || ms > 2_000)
          throw new Error(`${answer.status} after ${Math.round(ms)} ms: GET ${path}\n${answer.text}`);
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('content-type') ?? '').not.toMatch(
          /html/.test(path) || /^\/(docs|sign-in)?(\?|$)/.test(path) ? /nothing/ : /html/,
        );
        expect(answer.text).not.toMatch(/root:x:0|dl_[\da-f]{8}_/);
      }
      expect(await state()).toBe(before);
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    },
    120_000,
  );
});

describe('in a header', () => {
  const SLOW = [
    `"${'a'.repeat(7_000)}`,
    `"a",${' '.repeat(7_000)}x`,
    `${'W/"a",'.repeat(1_200)}x`,
    `${'a/b;q=0.'.repeat(1_000)}`,
    `${'wait=,'.repeat(1_200)}`,
    `Bearer ${' '.repeat(6_000)}\u00a0`,
  ];

  it.each([
    'if-none-match',
    'if-match',
    'accept',
    'prefer',
    'authorization',
    'cookie',
    'accept-encoding',
    'idempotency-key',
    'x-forwarded-for',
    'content-type',
  ])('what matches slowly holds up nobody: %s', async (name) => {
    for (const value of SLOW) {
      const began = performance.now();
      const answer = await server.request('POST', '/v1/events', {}, { [name]: value });
      expect(answer.status).toBeLessThan(500);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });

  it('another header cannot be smuggled in by an id that comes back', async () => {
    const answer = await sendRaw(server, [
      'GET /livez HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\tb\r\nConnection: close\r\n\r\n',
    ]);
    expect(answer).not.toMatch(/x-request-id: a\tb/i);
    const two = await sendRaw(server, [
      'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/admin/keys HTTP/1.1\r\nHost: x\r\n\r\n',
    ]);
    expect(two.split('\r\n')[0]).toMatch(/^HTTP\/1\.1 400 /);
    expect(two.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

describe('in a body', () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip'])('what is packed is not unpacked: %s', async (encoding) => {
    const answer = await server.request('POST', '/v1/events', bomb, { 'content-encoding': encoding });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it.each<[string, string]>([
    ['brackets without end', '['.repeat(4_000_000)],
    ['brackets that end', '['.repeat(2_000_000) + ']'.repeat(2_000_000)],
    ['objects within objects', '{"a":'.repeat(500_000) + '1' + '}'.repeat(500_000)],
    ['a slug that matches slowly', JSON.stringify({ slug: `${'a-'.repeat(1_500_000)}!`, title: 'x' })],
    [
      'a great many names',
      JSON.stringify(Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`name${n}`, n]))),
    ],
    ['a number of many digits', `{"slug":${'9'.repeat(3_000_000)}}`],
    [
      'the prototype',
      '{"slug":"x","title":"x","__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
    ],
  ])('%s is refused in no time', async (_what, body) => {
    for (const path of ['/v1/stories', '/v1/events', '/v1/admin/keys']) {
      const began = performance.now();
      const answer = await server.post(path, body);
      expect([400, 413, 422]).toContain(answer.status);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
    expect(await state()).toBe(before);
  });

  it('HTML comes back as what it is, in JSON that no browser shows as a page', async () => {
    const title = '<img src=x onerror=alert(1)>';
    await server.post('/v1/stories', { slug: 'html', title }, { prefer: 'wait=10' });
    const answer = await server.get('/v1/stories/html', { accept: 'application/json' });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect((answer.body as { story: { title: string } }).story.title).toBe(title);
    before = await state();
  });
});

describe('a cursor', () => {
  it('is good for its own list alone, also between lists of the same kind', async () => {
    for (const name of ['One of two', 'Two of two']) await server.post('/v1/admin/keys', { name, role: 'reader' });
    const keys = ((await server.get('/v1/admin/keys?limit=1')).body as { next: string }).next;
    const audit = ((await server.get('/v1/admin/audit?limit=1')).body as { next: string }).next;
    for (const path of [
      `/v1/admin/audit?cursor=${keys}`,
      `/v1/admin/keys?cursor=${audit}`,
      `/v1/events?cursor=${keys}`,
      `/v1/articles?cursor=${audit}`,
    ])
      expect(await server.get(path)).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
  });
});
