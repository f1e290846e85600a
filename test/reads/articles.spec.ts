import { beforeAll, describe, expect, it } from '@jest/globals';
import { ArticlesBody } from '../../apps/server/src/articles/articles.schema.js';
import { bodyOf } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';

/** More than a statement can have parameters. */
const ARTICLES = 70_000;

let server: TestServer;
beforeAll(async () => {
  const database = await createTestDatabase();
  // The rows are inserted directly, since 70,000 requests would take minutes and the log does not matter here. One of
  // two stories has all articles but one.
  await asOwner(database.ownerUrl, async (owner) => {
    const id = `('00000000-0000-8000-8000-' || lpad(n::text, 12, '0'))::uuid`;
    await owner.query(
      `insert into article (id, url, revision, sha256, headline, publisher, body, filed_at, filed_by)
       select ${id}, 'https://example.org/' || n, 1, '', 'Article ' || n, 'A paper', '',
              '2025-01-01'::timestamptz + n * interval '1 second', 'test'
         from generate_series(1, $1) n`,
      [ARTICLES],
    );
    await owner.query(
      `insert into event (position, id, story, version, type, kind, fact_id, fact_type, request_end, recorded_at,
                          recorded_by, content_hash, hash, envelope)
       select n, ${id}, case n when 17 then 'short' else 'long' end,
              case when n = 17 then 1 when n > 17 then n - 1 else n end, 'MilestoneReported', 0, ${id},
              'MilestoneReported', n, now(), 'test', '', '',
              json_build_object('source', json_build_object('article', ${id}::text))
         from generate_series(1, $1) n`,
      [ARTICLES],
    );
    await owner.query(
      `insert into stream (story, version, closed) values ('short', 1, false), ('long', $1 - 1, false)`,
      [ARTICLES],
    );
    await owner.query(`update log_head set position = $1`, [ARTICLES]);
    await owner.query('analyze article, event');
  });
  server = await startServer({ DATELINE_ROLES: 'api' }, { databaseUrl: database.url, ownerUrl: database.ownerUrl });
}, 120_000);

const page = async (query: string) => bodyOf(ArticlesBody, await server.get(`/v1/articles?${query}`));
const numbers = ({ items }: { items: { headline: string }[] }): number[] =>
  items.map(({ headline }) => Number(headline.split(' ')[1]));

describe(`${ARTICLES} articles of one story`, () => {
  it('are listed page by page, the latest filed first', async () => {
    const first = await page('story=long&limit=3');
    expect(numbers(first)).toEqual([70_000, 69_999, 69_998]);
    expect(numbers(await page(`cursor=${first.next}`))).toEqual([69_997, 69_996, 69_995]);
  });

  it('do not include the article of another story, which has a list of its own', async () => {
    expect(numbers(await page('story=short'))).toEqual([17]);
    const all: number[] = [];
    for (let query = 'story=long&limit=200'; all.length < 400;) {
      const found = await page(query);
      all.push(...numbers(found));
      query = `cursor=${found.next}`;
    }
    expect(all).toEqual(Array.from({ length: 400 }, (_, n) => ARTICLES - n));
  });

  it('are listed with the articles of other stories', async () => {
    expect(numbers(await page('limit=2'))).toEqual([70_000, 69_999]);
    expect((await server.get('/v1/articles?story=never-opened')).status).toBe(404);
  });

  it('are listed in both orders, and by their address', async () => {
    expect(numbers(await page('story=long&order=asc&limit=3'))).toEqual([1, 2, 3]);
    expect(numbers(await page('order=asc&limit=3'))).toEqual([1, 2, 3]);
    const { items } = await page('story=long&limit=1');
    const { url = '' } = items[0] ?? {};
    expect(numbers(await page(`story=long&url=${encodeURIComponent(url)}`))).toEqual([70_000]);
    expect(numbers(await page(`url=${encodeURIComponent(url)}&order=asc`))).toEqual([70_000]);
  });
});
