import { beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';
import { bodies } from './cases/bodies.js';
import { catalogue } from './cases/catalogue.js';
import { envelope } from './cases/envelope.js';
import { filing } from './cases/filing.js';
import { reading } from './cases/reading.js';
import { ARTICLE, FACT, fact, get, OPEN, prepare, type Case } from './material.js';
import { readPrototypes, REPORTS_PROTOTYPES } from './prototypes.js';
import { send, sendRaw, type Answer, type Request } from './send.js';

let server: TestServer;
let article: string;
let position: number;
let prototypes: string;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false', ...REPORTS_PROTOTYPES });
  article = await prepare(server);
  position = await head();
  prototypes = await readPrototypes(server);
}, 120_000);

async function head(): Promise<number> {
  const answer = await server.get('/v1/admin/log');
  return (answer.body as { position: number }).position;
}

/** Replaces the placeholders of the article's id and the admin key. */
function filled(request: Request): Request {
  const body =
    request.body !== null && typeof request.body === 'object' && !Buffer.isBuffer(request.body)
      ? JSON.stringify(request.body)
      : request.body;
  return {
    ...request,
    path: request.path.replace('$KEY', server.adminKey),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body.replaceAll(ARTICLE, article) : body }),
  };
}

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance: string;
  requestId: string;
  errors?: { pointer: string; detail: string; suggestion?: string }[];
}

/** Parses the problem of an answer, and checks what every problem has. */
function problemOf(answer: Answer): Problem {
  expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
    expect.any(Number),
    expect.stringMatching(/^application\/problem\+json/),
    expect.any(String),
  ]);
  const problem = JSON.parse(answer.text) as Problem;
  expect(problem).toEqual({
    type: `urn:dateline:problem:${problem.code}`,
    title: expect.stringMatching(/\S/),
    status: answer.status,
    detail: expect.stringMatching(/\S/),
    code: expect.stringMatching(/^[a-z-]+$/),
    instance: expect.any(String),
    requestId: answer.headers['x-request-id'],
    ...(problem.errors === undefined ? {} : { errors: expect.any(Array) }),
    ...(problem.code === 'version-mismatch' && { version: expect.any(Number) }),
  });
  for (const error of problem.errors ?? [])
    expect(error).toEqual({
      pointer: expect.stringMatching(/^(\/.*)?$/),
      detail: expect.stringMatching(/\S/),
      ...(error.suggestion !== undefined && { suggestion: expect.stringMatching(/\S/) }),
    });
  expect(answer.text).not.toMatch(/\.(ts|js):\d+|node_modules|SELECT |postgres:\/\//);
  return problem;
}

async function refused([, request, ...answers]: Case): Promise<void> {
  const answer = await send(server, filled(request));
  const { code, errors = [] } = problemOf(answer);
  const actual = [`${answer.status} ${code}`, ...errors.map((error) => `${answer.status} ${code} ${error.pointer}`)];
  if (!answers.some((right) => actual.includes(right)))
    throw new Error(`expected ${answers.join(' or ')}, got ${actual.join(', ')}\n${answer.text}`);
  if (answer.status === 401) expect(answer.headers['www-authenticate']).toMatch(/Bearer/);
  if (answer.status === 405) expect(answer.headers['allow']).toMatch(/[A-Z]+/);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(await head()).toBe(position);
}

const table = (cases: readonly Case[]): [string, Case][] => cases.map((row) => [row[0], row]);

describe('events', () => {
  it.each(table(envelope))('%s', (_, row) => refused(row));
});

describe('the catalogue', () => {
  it.each(table(catalogue))('%s', (_, row) => refused(row));
});

describe('bodies', () => {
  it.each(table(bodies))('%s', (_, row) => refused(row));
});

describe('stories, articles, the log', () => {
  it.each(table(filing))('%s', (_, row) => refused(row));
});

describe('reading', () => {
  it.each(table(reading))('%s', (_, row) => refused(row));
});

describe('several faults', () => {
  it('of an event are all reported at once, each with its pointer', async () => {
    const answer = await send(
      server,
      fact({ occurredAt: '2025-13', certainty: 'sure', data: { imposedBy: 'US', appliesTo: 'CHN', ratePercent: -1 } }),
    );
    const pointers = (problemOf(answer).errors ?? []).map((error) => error.pointer).sort();
    expect(pointers).toEqual(['/certainty', '/data/imposedBy', '/data/ratePercent', '/occurredAt']);
  });

  it('a cursor is only valid for its own list', async () => {
    const first = await send(server, get('/v1/stories?limit=1'));
    const { next } = JSON.parse(first.text) as { next: string };
    expect(next).toEqual(expect.any(String));
    const there = await send(server, get(`/v1/stories/${OPEN}/timeline?cursor=${encodeURIComponent(next)}`));
    expect(problemOf(there)).toMatchObject({ status: 400, code: 'bad-cursor' });
    const changed = `${next.slice(0, -3)}${next.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    const altered = await send(server, get(`/v1/stories?limit=1&cursor=${encodeURIComponent(changed)}`));
    expect(problemOf(altered)).toMatchObject({ status: 400, code: 'bad-cursor' });
  });

  it('a request id with markup is not sent back', async () => {
    const answer = await send(server, get('/v1/nothing', { 'x-request-id': '<script>alert(1)</script>' }));
    expect(problemOf(answer).requestId).not.toContain('<');
  });

  it('no request has added a property to the objects of the server', async () => {
    expect(await readPrototypes(server)).toBe(prototypes);
  });
});

describe('bytes on a connection', () => {
  const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n`;
  const authorized = () => `Authorization: Bearer ${server.adminKey}`;
  const good = JSON.stringify(FACT);
  /** A request to record an event, with these headers and body. */
  const posted = (...rest: string[]): string =>
    lines('POST /v1/events HTTP/1.1', 'Host: x', authorized(), 'Content-Type: application/json', ...rest);

  it.each<[string, () => (string | Buffer)[], number]>([
    ['not HTTP', () => [lines('HELLO', '')], 400],
    ['NUL in the address', () => [lines('GET /v1/stories\0 HTTP/1.1', 'Host: x', authorized(), '')], 400],
    [
      'raw bytes in the address',
      () => [
        Buffer.from(
          lines('GET /v1/stories/\xff\xfe HTTP/1.1', 'Host: x', authorized(), 'Connection: close', ''),
          'latin1',
        ),
      ],
      400,
    ],
    ['two lengths', () => [posted('Content-Length: 2', 'Content-Length: 5', '', '{}')], 400],
    ['a length and chunks', () => [posted('Content-Length: 2', 'Transfer-Encoding: chunked', '', '0', '')], 400],
    ['a chunk without a size', () => [posted('Transfer-Encoding: chunked', '', 'zz', '')], 400],
    [
      'a header of 100 KiB',
      () => [lines('GET /v1/stories HTTP/1.1', 'Host: x', `X-Long: ${'x'.repeat(102_400)}`, '')],
      431,
    ],
    ['a body longer than its length', () => [posted('Content-Length: 10', ''), good], 400],
  ])('are refused, and the connection is closed: %s', async (_, pieces, status) => {
    const { statuses, closed } = await sendRaw(server, pieces());
    expect([statuses, closed]).toEqual([[status], true]);
    expect(await head()).toBe(position);
  });

  it('that stop in the middle of a body are refused once the client closes its side', async () => {
    const half = [posted(`Content-Length: ${good.length}`, ''), good.slice(0, 40)];
    expect(await sendRaw(server, half, { end: true })).toMatchObject({ statuses: [400], closed: true });
    expect(await head()).toBe(position);
  });

  it('that stop in the middle of a body are waited for while the client may send more', async () => {
    const half = [posted(`Content-Length: ${good.length}`, ''), good.slice(0, 40)];
    expect(await sendRaw(server, half)).toEqual({ statuses: [], text: '', closed: false });
    expect(await head()).toBe(position);
  });
});

it('after all cases nothing has been stored, and the server still records', async () => {
  expect(await head()).toBe(position);
  const stories = (await server.get('/v1/stories')).body as { items: unknown[] };
  expect(stories.items).toHaveLength(2);
  expect((await server.post('/v1/events', FACT)).status).toBe(201);
});
