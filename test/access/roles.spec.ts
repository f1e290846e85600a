import { beforeAll, describe, expect, it } from '@jest/globals';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { ArticleBody, WholeArticleBody } from '../../apps/server/src/articles/articles.schema.js';
import { EventsBody } from '../../apps/server/src/events/event.schema.js';
import { bodyOf, openStory, PAGE, refusalOf, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';

interface Operation {
  name: string;
  method: string;
  path: string;
  needs: 'open' | 'reader' | 'editor' | 'admin';
}

let server: TestServer;
let operations: Operation[];
const keys: Record<string, { authorization: string }> = { nobody: { authorization: '' } };

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  await openStory(server, 'roles');
  for (const role of ['reader', 'editor'] as const) {
    const { key } = bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name: `A ${role}`, role }), 201);
    keys[role] = { authorization: `Bearer ${key}` };
  }
  const { paths } = (await server.get('/openapi.json')).body as {
    paths: Record<string, Record<string, { security?: unknown[] }>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, '00000000-0000-8000-8000-000000000000'),
      // An empty requirement among others: the operation also takes a request without a key.
      needs:
        security?.length && security.every((one) => Object.keys(one as object).length > 0)
          ? neededFor(method, path)
          : 'open',
    })),
  );
}, 120_000);

/** The role that an operation needs. Stated here independently of the server's own declarations. */
function neededFor(method: string, path: string): Operation['needs'] {
  if (path.startsWith('/v1/admin')) return 'admin';
  // It shows the texts of articles.
  if (path === '/v1/articles/{id}/diff') return 'editor';
  return method === 'get' || path === '/v1/session' ? 'reader' : 'editor';
}

/** Sends operations with the key of a role. Returns those that were not refused with that status and code. */
async function notRefused(who: string, tried: Operation[], status: number, code: string): Promise<string[]> {
  expect(tried.length).toBeGreaterThan(0);
  const answers = await Promise.all(
    tried.map(async ({ name, method, path }) => {
      const answer = await server.request(method, path, undefined, keys[who]);
      return answer.status === status && refusalOf(answer).code === code ? [] : [`${name}: ${answer.status}`];
    }),
  );
  return answers.flat();
}

describe('every endpoint', () => {
  it('that is open reports health, is documentation, the console, or tells of a session or ends it', () => {
    const open = operations.filter(({ needs }) => needs === 'open').map(({ name }) => name);
    expect(open.filter((name) => !/^GET \/(livez|readyz|openapi\.json|docs.*|sign-in.*)?$/.test(name)).sort()).toEqual([
      'DELETE /v1/session',
      'GET /v1/session',
    ]);
  });

  it('that is not open needs a key', async () => {
    expect(
      await notRefused(
        'nobody',
        operations.filter(({ needs }) => needs !== 'open'),
        401,
        'unauthenticated',
      ),
    ).toEqual([]);
  });

  it('of an editor or an admin refuses a reader', async () => {
    expect(
      await notRefused(
        'reader',
        operations.filter(({ needs }) => needs === 'editor' || needs === 'admin'),
        403,
        'forbidden',
      ),
    ).toEqual([]);
  });

  it('of an admin refuses an editor', async () => {
    expect(
      await notRefused(
        'editor',
        operations.filter(({ needs }) => needs === 'admin'),
        403,
        'forbidden',
      ),
    ).toEqual([]);
  });

  it('of a reader accepts a reader', async () => {
    const tried = operations.filter(({ needs, path }) => needs === 'reader' && !path.endsWith('/stream'));
    const answers = await Promise.all(
      tried.map(
        async ({ name, method, path }) =>
          [name, (await server.request(method, path, undefined, keys['reader'])).status] as const,
      ),
    );
    expect(answers.filter(([, status]) => status === 401 || status === 403 || status >= 500)).toEqual([]);
  });
});

describe('the text of an article', () => {
  const TEXT = 'A tariff of ten per cent was announced.';
  const file = async (url: string) =>
    bodyOf(
      ArticleBody,
      await server.post('/v1/articles', { ...PAGE, url, headline: 'Tariffs', body: TEXT }, keys['editor']),
      201,
    );

  it('is for editors', async () => {
    const { id } = await file('https://example.org/for-editors');
    expect(bodyOf(WholeArticleBody, await server.get(`/v1/articles/${id}`, keys['editor'])).body).toBe(TEXT);
    const read = await server.get(`/v1/articles/${id}`, keys['reader']);
    expect(bodyOf(WholeArticleBody, read)).not.toHaveProperty('body');
    expect(read.headers.get('vary')).toMatch(/authorization/i);
  });

  it('is erased permanently: the sha256, the quotes and the reason stay', async () => {
    const filed = await file('https://example.org/to-be-erased');
    const quoting = (quote: string) => tariff('roles', '2025-02-04', 10, { source: { article: filed.id, quote } });
    expect((await server.post('/v1/events', quoting('ten per cent'))).status).toBe(201);
    const address = `/v1/admin/articles/${filed.id.toUpperCase()}/body`;
    expect(refusalOf(await server.request('DELETE', address, {}))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/reason' }],
    });

    const erased = { ...filed, erased: 'The publisher asked for it' };
    expect(
      bodyOf(ArticleBody, await server.request('DELETE', address, { reason: 'The publisher asked for it' })),
    ).toEqual(erased);
    expect(bodyOf(ArticleBody, await server.request('DELETE', address, { reason: 'Another reason' }))).toEqual(erased);
    expect(bodyOf(WholeArticleBody, await server.get(`/v1/articles/${filed.id}`))).toEqual({ ...erased, body: null });

    const again = await server.post('/v1/articles', {
      ...PAGE,
      url: 'https://example.org/to-be-erased',
      headline: 'Tariffs',
      body: TEXT,
    });
    expect(bodyOf(ArticleBody, again)).toEqual(erased);
    expect(bodyOf(WholeArticleBody, await server.get(`/v1/articles/${filed.id}`)).body).toBeNull();
    const [taken] = bodyOf(EventsBody, await server.get(`/v1/articles/${filed.id}/events`)).items;
    expect(taken?.source).toMatchObject({ sha256: filed.sha256, quote: 'ten per cent' });
    expect(refusalOf(await server.post('/v1/events', quoting('per cent')))).toMatchObject({ code: 'quote-not-found' });
    expect((await server.get('/v1/admin/audit?action=article-erased')).body).toMatchObject({
      items: [{ subject: filed.id, detail: { reason: 'The publisher asked for it' } }],
    });
    expect(
      (await server.request('DELETE', '/v1/admin/articles/00000000-0000-8000-8000-000000000000/body', { reason: 'x' }))
        .status,
    ).toBe(404);
  });
});
