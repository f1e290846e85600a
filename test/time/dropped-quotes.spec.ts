import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import { ArticleBody } from '../../apps/server/src/articles/articles.schema.js';
import { RecordedBody } from '../../apps/server/src/events/recorded.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { importText } from '../bulk/importing.js';
import { bodyOf, openStory, tariff } from '../http/recording.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { tariffPath } from './story-fixture.js';

const QUOTE = 'a rate of 145 percent';
/** The texts of an article: with the quote, and without it. */
const WITH = (n = 1): string => `Edition ${n}. The order sets\na  rate of 145 percent, officials said.`;
const WITHOUT = (n = 1): string => `Edition ${n}. The order sets a new rate, officials said.`;

let server: TestServer;
let story: string;
let url: string;
let stories = 0;

beforeAll(async () => {
  server = await startServer();
}, 120_000);

beforeEach(async () => {
  story = `quotes-${(stories += 1)}`;
  url = `https://example.org/quotes/${stories}`;
  await openStory(server, story);
});

const file = async (body: string, publishedAt: string | undefined = '2025-04-12', status = 201): Promise<ArticleBody> =>
  bodyOf(
    ArticleBody,
    await server.post('/v1/articles', { url, headline: 'An order', publisher: 'Gazette', publishedAt, body }),
    status,
  );
/** Records a fact with the quote. Returns its id and position. */
async function quoting(article: string, more: Record<string, unknown> = {}): Promise<{ id: string; position: number }> {
  const fact = tariff(story, '2025-04-11', 145, { source: { article, quote: QUOTE }, ...more });
  const [event] = bodyOf(RecordedBody, await server.post('/v1/events', fact, { prefer: 'wait=10' }), 201).events;
  return { id: event?.id ?? '', position: event?.position ?? 0 };
}
const timeline = async (query = '') =>
  bodyOf(FactsBody, await server.get(`/v1/stories/${story}/timeline?limit=200${query}`)).items;
/** For each fact of the story: whether it is flagged, and the revision that each of its sources names. */
const flags = async (query = '') =>
  (await timeline(query)).map(({ quoteDropped, sources }) => [
    quoteDropped ?? false,
    ...sources.map(({ quoteDroppedIn }) => quoteDroppedIn?.revision ?? null),
  ]);
const erase = (id: string) => server.request('DELETE', `/v1/admin/articles/${id}/body`, { reason: 'withdrawn' });

describe('a fact whose quote a later revision no longer has', () => {
  it('is flagged in the timeline, and in the facts of its subject', async () => {
    const first = await file(WITH());
    const { id } = await quoting(first.id);
    expect(await timeline()).toEqual([expect.not.objectContaining({ quoteDropped: true })]);
    const second = await file(WITHOUT());
    const [fact] = await timeline();
    expect(fact).toMatchObject({
      id,
      quoteDropped: true,
      sources: [{ article: first.id, quote: QUOTE, quoteDroppedIn: { article: second.id, revision: 2 } }],
    });
    const { items } = bodyOf(FactsBody, await server.get(`${tariffPath()}/facts?limit=200`));
    expect(items.find((one) => one.id === id)).toEqual(fact);
  });

  it('is flagged too where it is recorded after that revision', async () => {
    const first = await file(WITH());
    await file(WITHOUT());
    await quoting(first.id);
    expect(await flags()).toEqual([[true, 2]]);
  });

  it('is not flagged where the later revision has it, in whatever white space', async () => {
    const first = await file(WITH());
    await quoting(first.id);
    await file(`Edition 2. It has ${QUOTE.replaceAll(' ', '\r\n\t')}.`);
    expect(await flags()).toEqual([[false, null]]);
  });

  it('is judged by the latest revision', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    await file(WITHOUT(2));
    expect(await flags()).toEqual([[true, 2]]);
    await file(WITH(3));
    expect(await flags()).toEqual([[false, null]]);
    await file(WITHOUT(4));
    expect(await flags()).toEqual([[true, 4]]);
  });

  it('is not flagged by an earlier revision, nor by one of another url', async () => {
    await file(WITHOUT(1));
    const second = await file(WITH(2));
    await quoting(second.id);
    url += '-other';
    await file(WITHOUT(3));
    expect(await flags()).toEqual([[false, null]]);
  });

  it('is flagged account by account', async () => {
    const first = await file(WITH());
    const { id } = await quoting(first.id);
    const page = { url: 'https://example.org/other', publisher: 'Post', quote: QUOTE };
    await server.post(`/v1/events/${id}/corroboration`, { source: page }, { prefer: 'wait=10' });
    await file(WITHOUT());
    expect(await flags()).toEqual([[true, 2, null]]);
  });

  it('without a quote is never flagged', async () => {
    const first = await file(WITH());
    await quoting(first.id, { source: { article: first.id } });
    await file(WITHOUT());
    expect(await flags()).toEqual([[false, null]]);
  });

  it('changes the entity tag of the timeline', async () => {
    const first = await file(WITH());
    await quoting(first.id);
    const path = `/v1/stories/${story}/timeline`;
    const etag = (await server.get(path)).headers.get('etag') ?? '';
    expect((await server.get(path, { 'if-none-match': etag })).status).toBe(304);
    await file(WITHOUT());
    expect((await server.get(path, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('only such revisions count', () => {
  it('as were filed by `recordedAsOf`: a position, or a date', async () => {
    const first = await file(WITH(1));
    const before = await quoting(first.id);
    const second = await file(WITHOUT(2));
    const after = await quoting(first.id, { occurredAt: '2025-04-12' });
    await file(WITH(3));
    expect(await flags()).toEqual([
      [false, null],
      [false, null],
    ]);
    expect(await flags(`&recordedAsOf=@${before.position}`)).toEqual([[false, null]]);
    expect(await flags(`&recordedAsOf=@${after.position}`)).toEqual([
      [true, 2],
      [true, 2],
    ]);
    const justAfter = new Date(Date.parse(second.filedAt) + 1).toISOString();
    expect((await flags(`&recordedAsOf=${justAfter}`))[0]).toEqual([true, 2]);
    const justBefore = new Date(Date.parse(second.filedAt) - 1).toISOString();
    expect((await flags(`&recordedAsOf=${justBefore}`))[0]).toEqual([false, null]);
  });

  it('as were published by `reportedAsOf`, in the precision of their dates', async () => {
    const first = await file(WITH(1), '2025-04-12');
    await quoting(first.id);
    await file(WITHOUT(2), '2025-05');
    await file(WITH(3), '2025-06-10T12:00:00+02:00');
    await file(WITHOUT(4), '2026');
    const at = async (date: string) => (await flags(`&reportedAsOf=${date}`))[0];
    expect(await at('2025-05-30')).toEqual([false, null]);
    expect(await at('2025-05-31')).toEqual([true, 2]);
    expect(await at('2025-06-10T09:59:59Z')).toEqual([true, 2]);
    expect(await at('2025-06-10T10:00:00Z')).toEqual([false, null]);
    expect(await at('2026-12-30')).toEqual([false, null]);
    expect(await at('2026')).toEqual([true, 4]);
    expect((await flags())[0]).toEqual([true, 4]);
  });

  it('without a date only where no date is asked', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    await server.post('/v1/articles', { url, headline: 'An order', publisher: 'Gazette', body: WITHOUT(2) });
    expect(await flags('&reportedAsOf=2030')).toEqual([[false, null]]);
    expect(await flags()).toEqual([[true, 2]]);
  });

  it('also where many revisions came later', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    await file(WITHOUT(2), '2025-04-13');
    for (let n = 3; n <= 125; n++) await file(WITH(n), '2025-07');
    expect(await flags('&reportedAsOf=2025-04-13')).toEqual([[true, 2]]);
    expect(await flags('&reportedAsOf=2025-04-12')).toEqual([[false, null]]);
    expect(await flags('&reportedAsOf=2025-07')).toEqual([[false, null]]);
  });
});

describe('a text that is not here', () => {
  it('says nothing once it was erased: the latest with a text decides', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    await file(WITH(2));
    const third = await file(WITHOUT(3));
    expect(await flags()).toEqual([[true, 3]]);
    await erase(third.id);
    expect(await flags()).toEqual([[false, null]]);
  });

  it('may be that of the quoted revision, since its quote was checked', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    await erase(first.id);
    await file(WITHOUT(2));
    expect(await flags()).toEqual([[true, 2]]);
  });

  it('says nothing of a revision known by its sha256 alone, until that is filed', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    const sha256 = hash('sha256', WITHOUT(2), 'hex');
    const details = { url, headline: 'An order', publisher: 'Gazette', publishedAt: '2025-04-12' };
    await importText(server, JSON.stringify({ article: { ...details, sha256 } }));
    expect(await flags()).toEqual([[false, null]]);
    await file(WITHOUT(2));
    expect(await flags()).toEqual([[true, 2]]);
  });

  it('proves no quote: an unverified source is not flagged, until its text confirms it', async () => {
    const sha256 = hash('sha256', WITH(1), 'hex');
    const details = { url, headline: 'An order', publisher: 'Gazette', publishedAt: '2025-04-12' };
    await importText(server, JSON.stringify({ article: { ...details, sha256 } }));
    const [article] = ((await server.get('/v1/articles?limit=1')).body as { items: ArticleBody[] }).items;
    const { key } = (await server.post('/v1/admin/keys', { name: `desk-${stories}`, role: 'editor' })).body as {
      key: string;
    };
    const fact = tariff(story, '2025-04-11', 145, { source: { article: article?.id, quote: QUOTE } });
    const imported = await server.post('/v1/events/import', JSON.stringify(fact), {
      'content-type': 'application/x-ndjson',
      authorization: `Bearer ${key}`,
    });
    expect(imported.text).toContain('"imported":1');
    const { position } = JSON.parse(imported.text) as { position: number };
    await file(WITHOUT(2));
    expect(await flags(`&minPosition=${position}`)).toEqual([[false, null]]);
    await file(WITH(1));
    expect(await flags()).toEqual([[true, 2]]);
  });
});

describe('an import', () => {
  it('of an export shows the same flags', async () => {
    const first = await file(WITH(1));
    await quoting(first.id);
    await file(WITHOUT(2));
    const other = await startServer();
    const { text } = await server.get('/v1/export');
    await importText(other, text);
    const head = ((await other.get('/v1/admin/log')).body as { position: number }).position;
    const answer = await other.get(`/v1/stories/${story}/timeline?minPosition=${head}`);
    expect(bodyOf(FactsBody, answer).items.map(({ quoteDropped }) => quoteDropped)).toEqual([true]);
  }, 60_000);
});

it('revisions that were filed before this release count: rows alone decide', async () => {
  const first = await file(WITH(1));
  await quoting(first.id);
  // As an earlier release filed it.
  await asOwner(server.ownerUrl, (client) =>
    client.query(
      `insert into article (id, url, revision, sha256, headline, publisher, published_at, body, filed_at, filed_by)
       select gen_random_uuid(), url, 2, '', headline, publisher, published_at, $2, '2025-04-13', 'an editor'
         from article where id = $1`,
      [first.id, WITHOUT(2)],
    ),
  );
  expect(await flags()).toEqual([[true, 2]]);
});

it('pages of a timeline with many long texts have all facts, each once', async () => {
  const long = ' It was long.'.repeat(20_000);
  const facts: string[] = [];
  for (let n = 0; n < 12; n++) {
    url = `https://example.org/quotes/long/${n}`;
    const first = await file(WITH(n) + long);
    facts.unshift((await quoting(first.id, { occurredAt: `2025-05-${String(n + 1).padStart(2, '0')}` })).id);
    await file((n % 2 === 0 ? WITHOUT(n) : WITH(n + 100)) + long);
  }
  const listed: [string, boolean][] = [];
  for (let query: string | null = 'limit=5'; query !== null;) {
    const page: FactsPage = bodyOf(FactsBody, await server.get(`/v1/stories/${story}/timeline?${query}`));
    listed.push(...page.items.map(({ id, quoteDropped }): [string, boolean] => [id, quoteDropped ?? false]));
    query = page.next === null ? null : `cursor=${page.next}`;
  }
  expect(listed).toEqual(facts.map((id, i) => [id, i % 2 === 1]));
}, 60_000);

interface FactsPage {
  items: { id: string; quoteDropped?: true | undefined }[];
  next: string | null;
}
