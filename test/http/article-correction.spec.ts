import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { v4 } from 'uuid';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { ArticleBody, WholeArticleBody } from '../../apps/server/src/articles/articles.schema.js';
import { ArticleCorrectedBody } from '../../apps/server/src/events/correct-article.js';
import { DryRunBody } from '../../apps/server/src/events/recorded.schema.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { bodyOf, openStory, refusalOf, tariff } from './recording.js';

const WAITING = 'select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))';
const REASON = 'the date was that of the print edition';

let server: TestServer;
let filed = 0;

beforeAll(async () => {
  server = await startServer();
  await openStory(server, 'articles');
}, 120_000);

/** Files an article without a date of publication. Resolves to its id. */
async function file(more: Record<string, unknown> = {}): Promise<string> {
  const url = `https://example.org/${(filed += 1)}`;
  const article = { url, headline: 'Tariffs', publisher: 'Gazette', body: 'Tariffs were raised.', ...more };
  return bodyOf(ArticleBody, await server.post('/v1/articles', article), 201).id;
}

const fact = (article: string, more: Record<string, unknown> = {}) => {
  const event = { id: v4(), source: { article, quote: 'Tariffs were raised.' }, ...more };
  return { ...tariff('articles', '2025-04-01', 10), ...event };
};
async function record(...events: object[]): Promise<void> {
  const answer = await server.post('/v1/events', events, { prefer: 'wait=20' });
  if (answer.status !== 201) throw new Error(answer.text);
}
const send = (article: string, publishedAt = '2025-04-02', headers: Record<string, string> = {}, query = '') =>
  server.post(
    `/v1/articles/${article}/correction${query}`,
    { publishedAt, reason: REASON },
    { prefer: 'wait=20', ...headers },
  );
const corrected = async (article: string, publishedAt?: string, status = 201) =>
  bodyOf(ArticleCorrectedBody, await send(article, publishedAt), status);

/** The ids of the events that the corrections are about. */
async function targetsOf({ events }: { events: { id: string }[] }): Promise<unknown[]> {
  const read = events.map(async ({ id }) => (await server.get(`/v1/events/${id}`)).body as { data: object });
  return (await Promise.all(read)).map(({ data }) => data);
}

describe('the correction of an article', () => {
  it('records one correction for each account that was taken from it, in one request', async () => {
    const [article, another] = [await file(), await file()];
    const [one, two, other] = [fact(article), fact(article, { occurredAt: '2025-05-01' }), fact(another)];
    const account = v4();
    await record(one, two, other, {
      ...{ id: account, type: 'EventCorroborated', data: { target: other.id } },
      source: { article, quote: 'Tariffs were raised.' },
    });
    const answer = await corrected(article);
    expect([answer.events.length, answer.more]).toEqual([3, false]);
    expect(await targetsOf(answer)).toEqual(
      [one.id, two.id, account].map((target) => ({ target, publishedAt: '2025-04-02', reason: REASON })),
    );
    const ends = answer.events.map(async ({ id }) => (await server.get(`/v1/events/${id}`)).body);
    expect(new Set((await Promise.all(ends)).map((event) => (event as { requestEnd: number }).requestEnd)).size).toBe(
      1,
    );
    const count = async (id: string) =>
      ((await server.get(`/v1/events/${id}?reportedAsOf=2025-04-02`)).body as { accounts: object[] }).accounts.length;
    expect([await count(one.id), await count(two.id), await count(other.id)]).toEqual([1, 1, 1]);
  });

  it('sent again records nothing, and corrects what was taken from the article since', async () => {
    const article = await file({ publishedAt: '2025-04-09' });
    const first = fact(article);
    await record(first);
    expect((await corrected(article)).events).toHaveLength(1);
    const again = await corrected(article, '2025-04-02', 200);
    expect([again.events, again.more]).toEqual([[], false]);
    const late = fact(article, { occurredAt: '2025-06-01' });
    await record(late);
    expect(await targetsOf(await corrected(article))).toMatchObject([{ target: late.id }]);
    // Another date is another correction, and so is the first date after that.
    expect((await corrected(article, '2025-04-03')).events).toHaveLength(2);
    expect((await corrected(article, '2025-04-02')).events).toHaveLength(2);
    // All of them have the date of the article as filed.
    expect((await corrected(article, '2025-04-09')).events).toHaveLength(2);
    expect((await corrected(article, '2025-04-09', 200)).events).toEqual([]);
  });

  it('leaves out what is retracted: an account, or its fact', async () => {
    const article = await file();
    const [kept, gone, other] = [fact(article), fact(article), fact(await file())];
    const account = { id: v4(), type: 'EventCorroborated', data: { target: other.id }, source: { article } };
    await record(kept, gone, other, account);
    await record(...[gone, account].map(({ id }) => ({ type: 'EventRetracted', data: { target: id, reason: 'r' } })));
    expect(await targetsOf(await corrected(article))).toMatchObject([{ target: kept.id }]);
  });

  it('leaves the article, and events that are sent again, as they were', async () => {
    const article = await file();
    const event = fact(article);
    await record(event);
    await corrected(article);
    expect(bodyOf(WholeArticleBody, await server.get(`/v1/articles/${article}`)).publishedAt).toBeNull();
    expect((await server.post('/v1/events', event)).body).toMatchObject({ events: [{ duplicate: true }] });
  });

  it('of an article that nothing was taken from records nothing', async () => {
    expect(await corrected(await file(), '2025-04-02', 200)).toMatchObject({ events: [], more: false });
  });

  it('gives the first answer again for its Idempotency-Key', async () => {
    const article = await file();
    await record(fact(article));
    const key = { 'idempotency-key': v4() };
    const [first, again] = [await send(article, '2025-04-02', key), await send(article, '2025-04-02', key)];
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(refusalOf(await send(article, '2025-04-03', key)).code).toBe('idempotency-key-reused');
    expect(refusalOf(await send(await file(), '2025-04-02', key)).code).toBe('idempotency-key-reused');
  });

  it('that records nothing leaves its Idempotency-Key free', async () => {
    const [article, key] = [await file(), { 'idempotency-key': v4() }];
    expect((await send(article, '2025-04-02', key)).status).toBe(200);
    await record(fact(article));
    expect((await send(article, '2025-04-02', key)).status).toBe(201);
  });

  it('passes over an account that is retracted while it waits', async () => {
    const article = await file();
    const [kept, gone] = [fact(article), fact(article, { occurredAt: '2025-05-01' })];
    await record(kept, gone);
    await asOwner(server.ownerUrl, async (owner) => {
      await owner.query('begin; select from log_head for update');
      const retraction = server.post(`/v1/events/${gone.id}/retraction`, { reason: 'r' });
      await until('the retraction waits', async () => (await owner.query(WAITING)).rowCount === 1);
      const correction = corrected(article);
      await setTimeout(300);
      await owner.query('commit');
      expect((await retraction).status).toBe(201);
      expect(await targetsOf(await correction)).toMatchObject([{ target: kept.id }]);
    });
  });

  it('can be tried', async () => {
    const article = await file();
    await record(fact(article));
    const head = (await server.get('/v1/admin/log')).text;
    for (const id of [article, await file()]) bodyOf(DryRunBody, await send(id, '2025-04-02', {}, '?dryRun=true'), 200);
    expect((await server.get('/v1/admin/log')).text).toBe(head);
  });

  it('is refused if the story is not at the expected version', async () => {
    const article = await file();
    await record(fact(article));
    expect(refusalOf(await send(article, '2025-04-02', { 'if-match': '"1"' })).code).toBe('version-mismatch');
  });

  it('of many accounts takes several requests', async () => {
    const article = await file();
    const milestone = { type: 'MilestoneReported', data: { text: 'Something was opened.' } };
    const batch = (count: number) => Array.from({ length: count }, () => fact(article, milestone));
    await record(...batch(1000));
    await record(...batch(3));
    const first = await corrected(article);
    expect([first.events.length, first.more]).toEqual([1000, true]);
    const second = await corrected(article);
    expect([second.events.length, second.more]).toEqual([3, false]);
    expect((await corrected(article, '2025-04-02', 200)).more).toBe(false);
  }, 120_000);

  it('is recorded by the key of an editor', async () => {
    const article = await file();
    await record(fact(article));
    const keyOf = async (role: string) => {
      const { key } = bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name: `A ${role}`, role }), 201);
      return { authorization: `Bearer ${key}` };
    };
    expect(refusalOf(await send(article, '2025-04-02', await keyOf('reader'))).code).toBe('forbidden');
    const answer = await send(article, '2025-04-02', await keyOf('editor'));
    const { events } = bodyOf(ArticleCorrectedBody, answer, 201);
    expect((await server.get(`/v1/events/${events[0]?.id ?? ''}`)).body).toMatchObject({ recordedBy: 'A editor' });
  });

  it.each<[unknown, string]>([
    [{ reason: REASON }, '/publishedAt'],
    [{ publishedAt: '2025-02-30', reason: REASON }, '/publishedAt'],
    [{ publishedAt: null, reason: REASON }, '/publishedAt'],
    [{ publishedAt: '2025' }, '/reason'],
    [{ publishedAt: '2025', reason: '' }, '/reason'],
    [{ publishedAt: '2025', reason: REASON, headline: 'Another' }, '/headline'],
    [[], ''],
  ])('is refused with %j', async (body, pointer) => {
    const answer = await server.post(`/v1/articles/${await file()}/correction`, body as object);
    const refusal = refusalOf(answer);
    expect([refusal.status, refusal.code, refusal.errors?.[0]?.pointer]).toEqual([422, 'invalid-request', pointer]);
  });

  it('of an article that is not filed is not found', async () => {
    for (const id of [v4(), 'none']) expect(refusalOf(await send(id)).code).toBe('not-found');
  });
});
