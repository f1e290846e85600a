import { beforeAll, describe, expect, it } from '@jest/globals';
import { ArticleBody, ArticlesBody, WholeArticleBody } from '../../apps/server/src/articles/articles.schema.js';
import { EventsBody } from '../../apps/server/src/events/event.schema.js';
import { startServer, type TestServer } from '../support/server.js';
import { bodyOf, openStory, refusalOf, tariff } from './recording.js';

const ARTICLE = {
  url: 'https://example.org/envoys',
  headline: 'Envoys meet',
  publisher: 'Morning Gazette',
  publishedAt: '2025-06',
  body: 'The envoys met\non Monday.\r\n\tNothing was agreed. ',
  language: 'en-GB',
  byline: 'A. Writer',
};

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'true' });
  await openStory(server, 'envoys');
}, 120_000);

const file = (change: Record<string, unknown> = {}) => server.post('/v1/articles', { ...ARTICLE, ...change });

describe('filing', () => {
  it('stores an article unchanged, under an id that is computed from its url and body', async () => {
    const answer = await file();
    const article = bodyOf(ArticleBody, answer, 201);
    expect(article).toMatchObject({
      url: ARTICLE.url,
      revision: 1,
      publishedAt: '2025-06',
      filedBy: 'admin',
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(answer.headers.get('location')).toBe(`/v1/articles/${article.id}`);
    expect(bodyOf(WholeArticleBody, await server.get(`/v1/articles/${article.id}`)).body).toBe(ARTICLE.body);
  });

  it('an article again returns it as it was first filed', async () => {
    const first = bodyOf(ArticleBody, await file({ url: 'https://example.org/again' }), 201);
    expect(
      bodyOf(ArticleBody, await file({ url: 'https://example.org/again', headline: 'Another headline' }), 200),
    ).toEqual(first);
  });

  it('another body of the same url adds a revision', async () => {
    const url = 'https://example.org/revised';
    for (const revision of [1, 2, 3]) {
      expect(bodyOf(ArticleBody, await file({ url, body: `Version ${revision}` }), 201).revision).toBe(revision);
    }
  });

  it('allows optional fields to be missing', async () => {
    const { publishedAt: _unknown, language: _none, byline: _nobody, ...least } = ARTICLE;
    const article = bodyOf(
      ArticleBody,
      await server.post('/v1/articles', { ...least, url: 'https://example.org/least' }),
      201,
    );
    expect(article).toMatchObject({ publishedAt: null, language: null, byline: null });
  });
});

describe('an article', () => {
  it('has a body for editors only', async () => {
    const { id } = bodyOf(ArticleBody, await file({ url: 'https://example.org/hidden' }), 201);
    expect(bodyOf(WholeArticleBody, await server.get(`/v1/articles/${id}`, { authorization: '' }))).not.toHaveProperty(
      'body',
    );
  });

  it('is a source: quotes are located in it', async () => {
    const { id, sha256 } = bodyOf(ArticleBody, await file({ url: 'https://example.org/quoted' }), 201);
    const quoting = (quote: string) =>
      tariff('envoys', '2025-06-02', 10, { source: { article: id.toUpperCase(), quote, attributedTo: 'An envoy' } });
    expect((await server.post('/v1/events', quoting('met on Monday. Nothing'))).status).toBe(201);
    const { items } = bodyOf(EventsBody, await server.get(`/v1/articles/${id}/events`));
    expect(items).toHaveLength(1);
    const source = items[0]?.source;
    expect(source).toMatchObject({
      article: id,
      sha256,
      url: 'https://example.org/quoted',
      publisher: ARTICLE.publisher,
      headline: ARTICLE.headline,
      attributedTo: 'An envoy',
    });
    expect(ARTICLE.body.slice(source?.quoteStart, source?.quoteEnd)).toBe('met\non Monday.\r\n\tNothing');
    expect(items[0]?.reportedAt).toBe('2025-06');
    const refusal = refusalOf(await server.post('/v1/events', [quoting('met'), quoting('met on Tuesday')]));
    expect(refusal).toMatchObject({ status: 422, code: 'quote-not-found', errors: [{ pointer: '/1/source/quote' }] });
    expect(
      bodyOf(ArticlesBody, await server.get('/v1/articles?story=envoys')).items.map((article) => article.id),
    ).toEqual([id]);
    expect((await server.get('/v1/articles?story=nothing')).status).toBe(404);
  });
});

it('the list has pages, the latest first, with each article once', async () => {
  for (let n = 0; n < 5; n++) await file({ url: `https://example.org/page/${n}` });
  const all = bodyOf(ArticlesBody, await server.get('/v1/articles?limit=200')).items.map((article) => article.id);
  const paged: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: { items: { id: string }[]; next: string | null } = bodyOf(
      ArticlesBody,
      await server.get(`/v1/articles?limit=2${next && `&cursor=${next}`}`),
    );
    paged.push(...page.items.map((article) => article.id));
    next = page.next;
  }
  expect(paged).toEqual(all);
});
