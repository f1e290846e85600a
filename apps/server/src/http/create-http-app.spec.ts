import { Body, Controller, Get, HttpCode, Module, Post, Req, Res, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { z } from 'zod';
import { pageParameters } from '../query/parameters.js';
import { Endpoint } from '../openapi/endpoint.js';
import { createHttpApp } from './create-http-app.js';

const Anything = z.unknown();
const asJson = { 200: { description: 'fine', schema: Anything } };

/** Routes that return what a handler receives, or that fail as handlers may. */
@Controller('probe')
class ProbeController {
  @Get('named/:name')
  @Endpoint({ id: 'named', summary: 's', access: 'reader', query: z.strictObject(pageParameters), answers: asJson })
  named(@Req() request: FastifyRequest): unknown {
    return { query: request.validatedQuery, identity: request.identity, params: request.params };
  }

  @Post('echo')
  @HttpCode(200)
  @Endpoint({ id: 'echo', summary: 's', access: 'editor', body: { schema: Anything }, answers: asJson })
  echo(@Body() body: unknown): unknown {
    return { body, given: body !== undefined };
  }

  @Get('kinds')
  @Endpoint({
    id: 'kinds',
    summary: 's',
    access: 'open',
    answers: { 200: { description: 'd', types: ['application/json', 'text/plain'] } },
  })
  kinds(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { responseType } = request;
    void reply.header('content-type', responseType).send(responseType === 'text/plain' ? 'plain' : '{}');
  }

  @Get('bug')
  @Endpoint({ id: 'bug', summary: 's', access: 'open', answers: asJson })
  bug(): never {
    throw new TypeError('it contains a password');
  }

  @Get('away')
  @Endpoint({ id: 'away', summary: 's', access: 'open', answers: asJson })
  async away(): Promise<never> {
    await Promise.resolve();
    throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
  }

  @Get('torn')
  @Endpoint({
    id: 'torn',
    summary: 's',
    access: 'open',
    answers: { 200: { description: 'd', types: ['application/x-ndjson'] } },
  })
  torn(@Res() reply: FastifyReply): void {
    const lines = (async function* () {
      yield '{"line":1}\n';
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('in the middle');
    })();
    void reply.header('content-type', 'application/x-ndjson').send(Readable.from(lines));
  }

  @Get('undeclared')
  undeclared(): unknown {
    return {};
  }
}

@Module({})
class ProbeModule {
  static here(): DynamicModule {
    return { module: ProbeModule, controllers: [ProbeController] };
  }
}

let app: NestFastifyApplication;
let url: string;
const logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  const logger = pino(
    { base: null },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  app = await createHttpApp(ProbeModule.here(), {
    logger,
    publicRead: false,
    trustProxy: null,
    rateLimit: null,
    corsOrigins: [],
    resume: () => null,
    onFailed: () => undefined,
    endOf: () => Promise.resolve(null),
    authenticate: (token) =>
      token === 'edit' ? { name: 'ed', role: 'editor' } : token === 'read' ? { name: 'rita', role: 'reader' } : null,
  });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});

afterAll(() => app.close());

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: new Uint8Array(Buffer.from(body)) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text.startsWith('{') ? JSON.parse(text) : { text }) as Record<string, unknown>,
  };
}

/** Sends the whole body before it reads the answer, as simple clients do. Returns the status. */
function sendWhole(size: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/probe/echo`, {
      method: 'POST',
      agent: false,
      headers: { ...(!headers['transfer-encoding'] && { 'content-length': size }), ...headers },
    });
    outgoing.on('response', (incoming) => incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0)));
    outgoing.on('error', reject);
    outgoing.end(Buffer.alloc(size, ' '));
  });
}

const editor = { authorization: 'Bearer edit' };
const json = { ...editor, 'content-type': 'application/json' };

/** Sends bytes over a socket. Returns everything that is received until the server closes, or within half a second. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    const done = (): void => {
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', done).on('error', done);
    setTimeout(done, 500);
  });
}

describe('an answer', () => {
  it('has the id of its request and the safety headers', async () => {
    const { status, headers, body } = await ask('GET', '/probe/named/a%2Fb?limit=7', {
      ...editor,
      'x-request-id': 'trace-1',
    });
    expect([status, body]).toEqual([
      200,
      { query: { limit: 7 }, identity: { name: 'ed', role: 'editor' }, params: { name: 'a/b' } },
    ]);
    expect(headers.get('x-request-id')).toBe('trace-1');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  });

  it('to HEAD is the answer to GET without the body', async () => {
    const { status, headers, body } = await ask('HEAD', '/probe/named/x', editor);
    expect([status, body]).toEqual([200, { text: '' }]);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(10);
    expect((await ask('HEAD', '/probe/named/x')).status).toBe(401);
  });

  it('has the media type that is accepted', async () => {
    const { headers, body } = await ask('GET', '/probe/kinds', { accept: 'text/*' });
    expect([body, headers.get('content-type'), headers.get('vary')]).toEqual([
      { text: 'plain' },
      'text/plain',
      'accept',
    ]);
  });
});

describe('a body', () => {
  it('is parsed as JSON', async () => {
    expect((await ask('POST', '/probe/echo', json, '{"a":[1]}')).body).toEqual({ body: { a: [1] }, given: true });
  });

  it('may be as large as the limit, but not larger', async () => {
    const limit = 4 * 1024 * 1024;
    expect((await ask('POST', '/probe/echo', json, `"${'x'.repeat(limit - 2)}"`)).status).toBe(200);
    expect((await ask('POST', '/probe/echo', json, `"${'x'.repeat(limit - 1)}"`)).body).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  it.each([
    ['with a Content-Length', 'close', undefined],
    ['in chunks', 'keep-alive', 'chunked'],
  ])('that is too large is answered with 413 after it was sent whole, %s', async (_name, connection, encoding) => {
    for (let i = 0; i < 5; i++)
      expect(
        await sendWhole(20 * 1024 * 1024, {
          ...json,
          connection,
          ...(encoding && { 'transfer-encoding': encoding }),
        }),
      ).toBe(413);
  });

  it('may be missing where the handler allows it', async () => {
    expect((await ask('POST', '/probe/echo', editor)).body).toEqual({ given: false });
  });
});

describe('a refusal', () => {
  it.each<[string, string, string, Record<string, string>, string | undefined, number, string]>([
    ['an unknown path', 'GET', '/nope', editor, undefined, 404, 'not-found'],
    ['an unknown path, with a broken body', 'POST', '/nope', json, '{', 404, 'not-found'],
    ['an empty path parameter', 'GET', '/probe/named/', editor, undefined, 404, 'not-found'],
    ['a too long path parameter', 'GET', `/probe/named/${'x'.repeat(501)}`, editor, undefined, 404, 'not-found'],
    ['NUL in a path parameter', 'GET', '/probe/named/a%00b', editor, undefined, 404, 'not-found'],
    ['an escape that is not UTF-8', 'GET', '/probe/named/%ff', editor, undefined, 400, 'bad-parameter'],
    ['a broken escape', 'GET', '/probe/named/%zz', editor, undefined, 400, 'bad-parameter'],
    ['an unknown parameter', 'GET', '/probe/named/x?nope=1', editor, undefined, 400, 'bad-parameter'],
    ['a repeated parameter', 'GET', '/probe/named/x?limit=1&limit=1', editor, undefined, 400, 'bad-parameter'],
    ['a parameter where none is allowed', 'POST', '/probe/echo?dry=1', json, '{}', 400, 'bad-parameter'],
    ['no key', 'GET', '/probe/named/x', {}, undefined, 401, 'unauthenticated'],
    [
      'no key, with a broken body',
      'POST',
      '/probe/echo',
      { 'content-type': 'application/json' },
      '{',
      401,
      'unauthenticated',
    ],
    ['a key in the query string', 'GET', '/probe/named/x?key=edit', {}, undefined, 401, 'unauthenticated'],
    [
      'a role that is too low',
      'POST',
      '/probe/echo',
      { ...json, authorization: 'Bearer read' },
      '{}',
      403,
      'forbidden',
    ],
    ['a route that was not declared', 'GET', '/probe/undeclared', editor, undefined, 403, 'forbidden'],
    [
      'an Accept that cannot be met',
      'GET',
      '/probe/named/x',
      { ...editor, accept: 'text/html' },
      undefined,
      406,
      'not-acceptable',
    ],
    [
      'a body of another type',
      'POST',
      '/probe/echo',
      { ...json, 'content-type': 'text/plain' },
      '{}',
      415,
      'unsupported-media-type',
    ],
    ['a body without a type', 'POST', '/probe/echo', editor, '{}', 415, 'unsupported-media-type'],
    [
      'a compressed body',
      'POST',
      '/probe/echo',
      { ...json, 'content-encoding': 'gzip' },
      '{}',
      415,
      'unsupported-media-type',
    ],
    [
      'a type that is nonsense',
      'POST',
      '/probe/echo',
      { ...json, 'content-type': 'application' },
      '{}',
      415,
      'unsupported-media-type',
    ],
    ['a body that is not JSON', 'POST', '/probe/echo', json, '{"a":', 400, 'malformed-json'],
    ['an empty body', 'POST', '/probe/echo', json, '', 400, 'malformed-json'],
    ['a bug in the server', 'GET', '/probe/bug', {}, undefined, 500, 'internal'],
    ['a database that is away', 'GET', '/probe/away', {}, undefined, 503, 'unavailable'],
  ])('of %s is a problem', async (_name, method, path, headers, body, status, code) => {
    const answer = await ask(method, path, headers, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      status,
      code,
      type: `urn:dateline:problem:${code}`,
      instance: path.split('?')[0],
    });
    expect(answer.body['requestId']).toBe(answer.headers.get('x-request-id'));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['DELETE', 'PUT', 'PATCH', 'OPTIONS', 'GET'])(
    'of %s on a path that only has POST names the methods',
    async (method) => {
      const { status, headers, body } = await ask(method, '/probe/echo', json);
      expect([status, headers.get('allow'), body['code']]).toEqual([405, 'POST', 'method-not-allowed']);
    },
  );

  it('has the authentication scheme, or the seconds until a retry', async () => {
    expect((await ask('GET', '/probe/named/x')).headers.get('www-authenticate')).toBe('Bearer realm="dateline"');
    expect((await ask('GET', '/probe/away')).headers.get('retry-after')).toBe('2');
  });

  it('of a bug is logged with the request id, and reveals nothing', async () => {
    const { body } = await ask('GET', '/probe/bug');
    expect(JSON.stringify(body)).not.toMatch(/password|TypeError|create-http-app\.spec/);
    const line = logged.find((entry) => entry['requestId'] === body['requestId'] && entry['level'] === 50);
    expect(line).toMatchObject({ err: { message: 'it contains a password' } });
  });

  it('in the middle of an answer cuts the connection, so that no client takes a part for the whole', async () => {
    const answer = await fetch(`${url}/probe/torn`);
    await expect(answer.text()).rejects.toThrow();
  });
});

describe('bytes that are not a valid request', () => {
  it.each([
    ['GARBAGE\r\n\r\n', 400, 'malformed-request'],
    ['GET /probe/kinds HTTP/9.9\r\nHost: x\r\n\r\n', 400, 'malformed-request'],
    ['GET /probe/kinds HTTP/1.1\r\n\r\n', 400, 'malformed-request'],
    [
      'POST /probe/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
      400,
      'malformed-request',
    ],
    [`GET /probe/kinds?${'x'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'headers-too-large'],
    ['OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 404, 'not-found'],
    ['GET *probe/kinds HTTP/1.1\r\nHost: x\r\n\r\n', 404, 'not-found'],
    ['POST /probe/echo HTTP/1.1\r\nHost: x\r\nExpect: a miracle\r\n\r\n', 401, 'unauthenticated'],
  ])('are answered with a problem: %.60s', async (bytes, status, code) => {
    const answer = await sendBytes(bytes);
    expect(answer.split('\r\n', 1)[0]).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toMatch(/\r\nx-request-id: [\w-]+\r\n/i);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({ status, code });
  });
});

describe('the log', () => {
  it('has one line for each request, without its query string', async () => {
    const { headers } = await ask('GET', '/probe/named/x?limit=3', editor);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const lines = logged.filter((entry) => entry['requestId'] === headers.get('x-request-id'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      msg: 'request',
      method: 'GET',
      path: '/probe/named/x',
      status: 200,
      key: 'ed',
      address: '127.0.0.1',
    });
  });
});
