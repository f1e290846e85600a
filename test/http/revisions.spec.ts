import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  ArticleBody,
  ArticlesBody,
  DiffBody,
  WholeArticleBody,
} from '../../apps/server/src/articles/articles.schema.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { bodyOf, refusalOf } from './recording.js';

const NOBODY = '01920000-0000-7000-8000-00000000ffff';
const ARTICLE = { headline: 'Envoys meet', publisher: 'Morning Gazette', publishedAt: '2025-06-02' };

let server: TestServer;
let keys: Record<'reader' | 'editor', Record<string, string>>;
let urls = 0;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'true' });
  const keyOf = async (role: string) => {
    const { key } = (await server.post('/v1/admin/keys', { name: role, role })).body as { key: string };
    return { authorization: `Bearer ${key}` };
  };
  keys = { reader: await keyOf('reader'), editor: await keyOf('editor') };
}, 120_000);

const ownUrl = (): string => `https://example.org/revised/${(urls += 1)}`;
const file = async (url: string, body: string, more: object = {}, status = 201): Promise<ArticleBody> =>
  bodyOf(ArticleBody, await server.post('/v1/articles', { ...ARTICLE, url, body, ...more }), status);
const article = async (id: string) => bodyOf(WholeArticleBody, await server.get(`/v1/articles/${id}`));
const diff = (id: string, after: string, headers = keys.editor): Promise<Answer> =>
  server.get(`/v1/articles/${id}/diff?with=${after}`, headers);

describe('the revisions of a url', () => {
  it('know of one another', async () => {
    const url = ownUrl();
    const first = await file(url, 'One.');
    expect(first.revisions).toEqual([{ id: first.id, revision: 1, publishedAt: '2025-06-02', filedAt: first.filedAt }]);
    const second = await file(url, 'Two.', { publishedAt: undefined });
    await file(ownUrl(), 'Another.');
    const revisions = [...first.revisions, { id: second.id, revision: 2, publishedAt: null, filedAt: second.filedAt }];
    expect(second.revisions).toEqual(revisions);
    expect((await article(first.id)).revisions).toEqual(revisions);
    const { items } = bodyOf(ArticlesBody, await server.get('/v1/articles?limit=3'));
    expect(items.map((one) => [one.id, one.revisions.length])).toEqual([
      [expect.any(String), 1],
      [second.id, 2],
      [first.id, 2],
    ]);
    expect(items[2]?.revisions).toEqual(revisions);
    // Filed again, the first is answered with the second beside it.
    expect((await file(url, 'One.', {}, 200)).revisions).toEqual(revisions);
  });

  it('change the entity tag of an article', async () => {
    const url = ownUrl();
    const { id } = await file(url, 'One.');
    const etag = (await server.get(`/v1/articles/${id}`)).headers.get('etag') ?? '';
    expect((await server.get(`/v1/articles/${id}`, { 'if-none-match': etag })).status).toBe(304);
    await file(url, 'Two.');
    expect((await server.get(`/v1/articles/${id}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('are listed up to the latest 50', async () => {
    const url = ownUrl();
    const first = await file(url, 'Revision 1');
    for (let n = 2; n <= 53; n++) await file(url, `Revision ${n}`);
    expect((await article(first.id)).revisions.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 4),
    );
  });

  it('are told where a text is erased', async () => {
    const url = ownUrl();
    const first = await file(url, 'One.');
    const second = await file(url, 'Two.');
    const answer = await server.request('DELETE', `/v1/admin/articles/${first.id}/body`, { reason: 'a court order' });
    expect(bodyOf(ArticleBody, answer).revisions.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('in a list say which were never filed with their text', async () => {
    const url = ownUrl();
    const line = JSON.stringify({ article: { ...ARTICLE, url, sha256: 'ab'.repeat(32) } });
    await server.post('/v1/events/import', line, { 'content-type': 'application/x-ndjson' });
    const [listed] = bodyOf(ArticlesBody, await server.get('/v1/articles?limit=1')).items;
    expect(listed).toMatchObject({ url, unverified: true });
  });
});

describe('the comparison of two articles', () => {
  it('is word by word, from the one to the other', async () => {
    const url = ownUrl();
    const before = await file(url, 'The envoys met on Monday.\n\nNothing was agreed.');
    const after = await file(url, 'The envoys met on Tuesday.\n\nNothing was agreed.', { headline: 'Envoys met' });
    const compared = ({ id, revision, sha256, headline, publishedAt }: ArticleBody) => ({
      id,
      url,
      revision,
      sha256,
      headline,
      publishedAt,
    });
    const answer = await diff(before.id, after.id.toUpperCase());
    expect(bodyOf(DiffBody, answer)).toEqual({
      before: compared(before),
      after: compared(after),
      coarse: false,
      parts: [
        { kind: 'same', text: 'The envoys met on ' },
        { kind: 'removed', text: 'Monday' },
        { kind: 'added', text: 'Tuesday' },
        { kind: 'same', text: '.\n\nNothing was agreed.' },
      ],
    });
    const etag = answer.headers.get('etag') ?? '';
    expect((await diff(before.id, after.id, { ...keys.editor, 'if-none-match': etag })).status).toBe(304);
    const back = bodyOf(DiffBody, await diff(after.id, before.id));
    expect(back.parts.slice(1, 3)).toEqual([
      { kind: 'removed', text: 'Tuesday' },
      { kind: 'added', text: 'Monday' },
    ]);
  });

  it('is possible for articles of different urls, and of one with itself', async () => {
    const [one, other] = [await file(ownUrl(), 'The talks failed.'), await file(ownUrl(), 'The talks failed again.')];
    expect(bodyOf(DiffBody, await diff(one.id, other.id)).parts.map(({ kind }) => kind)).toEqual([
      'same',
      'added',
      'same',
    ]);
    expect(bodyOf(DiffBody, await diff(one.id, one.id)).parts).toEqual([{ kind: 'same', text: 'The talks failed.' }]);
  });

  it('is for editors alone, since it shows the texts', async () => {
    const { id } = await file(ownUrl(), 'A text for editors.');
    for (const [headers, status, code] of [
      [{ authorization: '' }, 401, 'unauthenticated'],
      [keys.reader, 403, 'forbidden'],
    ] as const) {
      const refused = await diff(id, id, headers);
      expect(refusalOf(refused)).toMatchObject({ status, code });
      expect(refused.text).not.toContain('A text');
    }
  });

  it.each<[string, (word: string) => string]>([
    ['that have nothing in common', (word) => word.replace('word', 'new')],
    ['of the same words in another order', (word) => word],
  ])('of two texts of 1 MiB %s is bounded', async (_, changed) => {
    const words = Array.from({ length: 100_000 }, (_, n) => `word${(n * 7_919) % 100_003}`);
    const before = await file(ownUrl(), words.join(' '));
    const after = await file(ownUrl(), words.reverse().map(changed).join(' '));
    const begun = performance.now();
    const answer = await diff(before.id, after.id);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(bodyOf(DiffBody, answer)).toMatchObject({
      coarse: changed('word') === 'word',
      parts: [{ kind: 'removed' }, { kind: 'added' }],
    });
    expect(answer.text.length).toBeLessThan(2_100_000);
  });

  it.each<[string, (id: string) => string, number, string]>([
    ['with nothing', (id) => `/v1/articles/${id}/diff`, 400, 'bad-parameter'],
    ['with what is no id', (id) => `/v1/articles/${id}/diff?with=2`, 400, 'bad-parameter'],
    ['with NUL', (id) => `/v1/articles/${id}/diff?with=%00`, 400, 'bad-parameter'],
    ['with two', (id) => `/v1/articles/${id}/diff?with=${id}&with=${id}`, 400, 'bad-parameter'],
    ['with an unknown parameter', (id) => `/v1/articles/${id}/diff?with=${id}&asOf=2025`, 400, 'bad-parameter'],
    ['with an unknown article', (id) => `/v1/articles/${id}/diff?with=${NOBODY}`, 404, 'not-found'],
    ['of an unknown article', (id) => `/v1/articles/${NOBODY}/diff?with=${id}`, 404, 'not-found'],
    ['of what is no id', (id) => `/v1/articles/none/diff?with=${id}`, 404, 'not-found'],
  ])('%s is refused', async (_, path, status, code) => {
    const { id } = await file(ownUrl(), 'A text.');
    expect(refusalOf(await server.get(path(id), keys.editor))).toMatchObject({ status, code });
  });

  it('of a text that is not here says why', async () => {
    const [here, erased] = [await file(ownUrl(), 'A text.'), await file(ownUrl(), 'Another text.')];
    await server.request('DELETE', `/v1/admin/articles/${erased.id}/body`, { reason: 'A court order.' });
    for (const [one, other] of [
      [here, erased],
      [erased, here],
    ] as const)
      expect(refusalOf(await diff(one.id, other.id))).toMatchObject({
        status: 404,
        detail: expect.stringMatching(/erased: A court order\./),
      });
    const url = ownUrl();
    const line = JSON.stringify({ article: { ...ARTICLE, url, sha256: 'cd'.repeat(32) } });
    await server.post('/v1/events/import', line, { 'content-type': 'application/x-ndjson' });
    const unverified = bodyOf(ArticlesBody, await server.get('/v1/articles?limit=1')).items[0]?.id ?? '';
    expect(refusalOf(await diff(here.id, unverified))).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/never filed/),
    });
  });
});
