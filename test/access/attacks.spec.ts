import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readPrototypes, REPORTS_PROTOTYPES } from '../bad-input/prototypes.js';
import { sendRaw } from '../bad-input/send.js';
import { openStory, tariff } from '../http/recording.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';

interface Parameter {
  name: string;
  in: string;
  $ref?: string;
}

let server: TestServer;
/** Every GET of the document, with the names of its parameters. */
let reads: { path: string; steps: string[]; query: string[] }[];
let before: string;
let prototypes: string;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false', ...REPORTS_PROTOTYPES });
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
  prototypes = await readPrototypes(server);
}, 120_000);

/** A hash of what an attack must not change: the log, the keys, the story. */
async function state(): Promise<string> {
  const all = ['/v1/admin/log', '/v1/admin/keys', '/v1/events', '/v1/stories/attacked'];
  const texts = await Promise.all(
    all.map(async (path) => JSON.stringify({ ...((await server.get(path)).body as object), clocks: null })),
  );
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}

/** All reads with the attack as a path parameter, as a query parameter, and as the name of one. */
const withAttack = (attack: string): string[] => {
  const bad = encodeURIComponent(attack);
  return reads.flatMap(({ path, steps, query }) => {
    const usual = path.replaceAll(/\{\w+\}/g, 'attacked');
    const inSteps = steps.map((step) => path.replace(`{${step}}`, bad).replaceAll(/\{\w+\}/g, 'attacked'));
    return [...inSteps, ...query.map((name) => `${usual}?${name}=${bad}`), `${usual}?${bad}=1`];
  });
};

/** The parameters of a page, which only its script reads: the page is the same for all of them. */
const PAGES = [/^(\/sign-in)\?next=/, /^(\/)\?(?:asOf|reportedAsOf|recordedAsOf|party|topic)=/];

/** The path of the page that is asked for with a parameter of its own. */
const pageOf = (path: string): string | undefined => PAGES.map((page) => page.exec(path)?.[1]).find(Boolean);

/** Whether an answer is a refusal, an empty list or an empty text. */
function isRefusedOrEmpty({ status, body, text }: Answer): boolean {
  if (status >= 400 && status < 500) return true;
  const items = (body as { items?: unknown[] } | undefined)?.items;
  return status === 200 && (text === '' || items?.length === 0);
}

describe('in every path and query parameter of every read', () => {
  it.each<[string, string]>([
    ['SQL that ends a text', "' or 1=1; drop table event; --"],
    ['SQL with a union', "x' union select id, name, role, encode(digest,'hex') from api_key --"],
    ['SQL that sleeps', "'; select pg_sleep(20); --"],
    ['SQL in dollar quotes', '$$; delete from article; $$'],
    ['patterns of LIKE', '%_%\\'],
    ['a path upwards', '../../../../etc/passwd'],
    ['a path upwards with backslashes', '..\\..\\windows\\win.ini'],
    ['a header', 'x\r\nSet-Cookie: dateline_session=evil\r\n\r\n<h1>'],
    ['the prototype', '__proto__'],
    ['a constructor', 'constructor'],
    ['a property of the prototype', '__proto__[admin]=true'],
    ['HTML', '<script>alert(1)</script>'],
    ['a text that some patterns match slowly', `${'a-'.repeat(1_500)}!`],
    ['digits that some patterns match slowly', `${'2025-01-'.repeat(400)}Z`],
    ['a number that is too large', '9'.repeat(300)],
    ['an object of JSON', '{"$gt":""}'],
  ])(
    '%s is refused or matches nothing',
    async (_what, attack) => {
      const paths = withAttack(attack);
      expect(paths.length).toBeGreaterThan(50);
      const pages = new Map<string, string>();
      for (const page of ['/', '/sign-in']) pages.set(page, (await server.get(page)).text);
      for (const path of paths) {
        const began = performance.now();
        const answer = await server.get(path);
        const ms = performance.now() - began;
        const page = pageOf(path);
        if (page !== undefined) {
          expect([answer.status, answer.text === pages.get(page)]).toEqual([200, true]);
          continue;
        }
        if (!isRefusedOrEmpty(answer) || ms > 2_000)
          throw new Error(`${answer.status} after ${Math.round(ms)} ms: GET ${path}\n${answer.text}`);
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('content-type') ?? '').not.toMatch(/html/);
        expect(answer.text).not.toMatch(/root:x:0|dl_[\da-f]{8}_/);
      }
      expect(await state()).toBe(before);
      expect(await readPrototypes(server)).toBe(prototypes);
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
  ])('a text that some patterns match slowly is read in no time: %s', async (name) => {
    for (const value of SLOW) {
      const began = performance.now();
      // The body is not a valid event.
      const { status } = await server.request('POST', '/v1/events', {}, { [name]: value });
      expect([400, 401, 406, 415, 422, 429]).toContain(status);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });

  it('an id that is not sent back cannot add a header', async () => {
    const { text, statuses } = await sendRaw(server, [
      'GET /livez HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\tb\r\nConnection: close\r\n\r\n',
    ]);
    expect(statuses).toEqual([200]);
    expect(text).toMatch(/^x-request-id: [\da-f-]{36}\r$/im);
  });

  it('a length together with chunks cannot hide a second request', async () => {
    const { statuses, closed } = await sendRaw(server, [
      'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n' +
        'GET /v1/admin/keys HTTP/1.1\r\nHost: x\r\n\r\n',
    ]);
    expect([statuses, closed]).toEqual([[400], true]);
  });
});

describe('in a body', () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip'])('a compressed body is refused: %s', async (encoding) => {
    const answer = await server.request('POST', '/v1/events', bomb, { 'content-encoding': encoding });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it.each<[string, string]>([
    ['brackets that are never closed', '['.repeat(4_000_000)],
    ['brackets within brackets', '['.repeat(2_000_000) + ']'.repeat(2_000_000)],
    ['objects within objects', '{"a":'.repeat(500_000) + '1' + '}'.repeat(500_000)],
    ['a slug that some patterns match slowly', JSON.stringify({ slug: `${'a-'.repeat(1_500_000)}!`, title: 'x' })],
    ['very many names', JSON.stringify(Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`name${n}`, n])))],
    ['a number with very many digits', `{"slug":${'9'.repeat(3_000_000)}}`],
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
    expect(await readPrototypes(server)).toBe(prototypes);
  });

  it('HTML is sent back unchanged, in JSON that no browser shows as a page', async () => {
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
  it('is only valid for its own list, also among lists of the same kind', async () => {
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
