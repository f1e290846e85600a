import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyPluginCallback } from 'fastify';
import { pino } from 'pino';
import { createHttpApp } from '../http/create-http-app.js';
import { PAGE_HEADERS, registerPages } from './pages.js';

class EmptyModule {}
const nothing: DynamicModule = { module: EmptyModule };

/** The pages of a library, which has an error handler of its own. */
const plugin: FastifyPluginCallback = (fastify, _options, done) => {
  fastify.get('/', (_request, reply) => reply.type('text/html').send('<h1>Queues</h1>'));
  fastify.get('/api', (request) => ({ query: request.query, holder: request.identity?.name }));
  fastify.post('/api/retry', () => ({ retried: true }));
  fastify.setErrorHandler((_error, _request, reply) => reply.status(500).send({ error: 'of the library' }));
  done();
};

/** The entries of the audit trail. */
const audited: unknown[][] = [];
const pool = {
  query: (_sql: string, values: unknown[]) => Promise.resolve(audited.push(values)),
} as unknown as Parameters<typeof registerPages>[2];

let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  app = await createHttpApp(nothing, {
    logger: pino({ level: 'silent' }),
    publicRead: true,
    trustProxy: null,
    rateLimit: null,
    corsOrigins: [],
    authenticate: (key) =>
      key === 'editing' ? { name: 'ed', role: 'editor' } : key === 'managing' ? { name: 'ada', role: 'admin' } : null,
    resume: (token) => (token === 'of-ada' ? { name: 'ada', role: 'admin' } : null),
    onFailed: () => undefined,
    endOf: () => Promise.resolve(null),
    extend: (fastify) =>
      registerPages(fastify, { prefix: '/admin/queues', access: 'admin', policy: "default-src 'self'", plugin }, pool),
  });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}/admin/queues${path}`, { method, headers, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const session = { cookie: 'other=1; dateline_session=of-ada' };

describe('pages of a library', () => {
  it('are served to an admin by key or by session, as HTML and with their own policy', async () => {
    for (const headers of [session, { authorization: 'Bearer managing' }] as Record<string, string>[]) {
      const page = await ask('GET', '/', { ...headers, accept: 'text/html,*/*;q=0.8' });
      expect([page.status, page.text, page.headers.get('content-security-policy')]).toEqual([
        200,
        '<h1>Queues</h1>',
        "default-src 'self'",
      ]);
      expect(Object.fromEntries(page.headers)).toMatchObject(PAGE_HEADERS);
    }
  });

  it('get their query parameters unchecked', async () => {
    expect(JSON.parse((await ask('GET', '/api?page=2', session)).text)).toEqual({
      query: { page: '2' },
      holder: 'ada',
    });
  });

  it('redirect a browser without a session to the sign-in page, with the way back', async () => {
    const { status, headers } = await ask('GET', '/api?page=2', { accept: 'text/html,*/*;q=0.8' });
    expect([status, headers.get('location')]).toEqual([303, '/sign-in?next=%2Fadmin%2Fqueues%2Fapi%3Fpage%3D2']);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['nobody', {}, 401, 'unauthenticated'],
    ['an editor', { authorization: 'Bearer editing' }, 403, 'forbidden'],
    ['an ended session', { cookie: 'dateline_session=nobody' }, 401, 'unauthenticated'],
  ])('refuse %s with a problem', async (_who, headers, status, code) => {
    const refusal = await ask('GET', '/api', headers);
    expect([refusal.status, JSON.parse(refusal.text)]).toEqual([status, expect.objectContaining({ code })]);
  });

  it.each<[string, Record<string, string>, number]>([
    ['from the same origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 401],
    ['from another origin of the same site', { 'sec-fetch-site': 'same-site' }, 401],
    ['from an unknown origin', {}, 401],
    ['from another origin, by an old browser', { origin: 'https://elsewhere.example' }, 401],
  ])('accept a change by a session only from their own origin: %s', async (_where, headers, status) => {
    expect((await ask('POST', '/api/retry', { ...session, ...headers })).status).toBe(status);
  });

  it('accept a change from an old browser that sends its origin', async () => {
    expect((await ask('POST', '/api/retry', { ...session, origin: url })).status).toBe(200);
  });

  it('write changes to the audit trail', async () => {
    audited.length = 0;
    await ask('GET', '/api', session);
    await ask('POST', '/api/retry', { authorization: 'Bearer managing' });
    expect(audited).toEqual([
      [
        'ada',
        'pages-used',
        '/admin/queues/api/retry',
        '{"method":"POST"}',
        '127.0.0.1',
        expect.stringMatching(/^[\da-f-]{36}$/),
      ],
    ]);
  });
});
