import { beforeAll, describe, expect, it } from '@jest/globals';
import { connect, items, lines, ApiError, unwrap, type components, type Dateline } from '#client/client.js';
import { startServer, type TestServer } from '../support/server.js';

type Schemas = components['schemas'];

const STORY = 'us-china-trade';
const path = { slug: STORY };
const source = { url: 'https://example.org/page', publisher: 'Morning Gazette', publishedAt: '2025-10-26' };

let server: TestServer;
let client: Dateline;

beforeAll(async () => {
  server = await startServer();
  client = connect({ url: `${server.url}/`, key: server.adminKey });
});

const tariff = (occurredAt: string, ratePercent: number): Schemas['TariffChangedEvent'] => ({
  type: 'TariffChanged',
  story: STORY,
  occurredAt,
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent },
  source,
});

async function errorOf(answer: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await answer.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiError) return error;
  throw new Error('the request was not refused', { cause: error });
}

describe('a client', () => {
  it('opens a story, records in it and reads its board, with types', async () => {
    const opened = await unwrap(client.POST('/v1/stories', { body: { slug: STORY, title: 'US–China trade' } }));
    expect(opened).toMatchObject({ slug: STORY, position: 1 });
    const recorded = await unwrap(
      client.POST('/v1/events', {
        body: [tariff('2025-04-09', 125), tariff('2025-04-11', 145)],
        params: { header: { Prefer: 'wait=10' } },
      }),
    );
    expect('events' in recorded && recorded.events.map(({ version }) => version)).toEqual([2, 3]);
    const board = await unwrap(client.GET('/v1/stories/{slug}', { params: { path, query: { asOf: '2025-04-10' } } }));
    const [item] = board.views.tariffs ?? [];
    expect(item?.state?.ratePercent).toBe(125);
  });

  it('reads all pages of a list', async () => {
    const seen: string[] = [];
    const facts = items((cursor) =>
      client.GET('/v1/stories/{slug}/timeline', { params: { path, query: { limit: 1, cursor } } }),
    );
    for await (const fact of facts) seen.push(fact.occurredAt);
    expect(seen).toEqual(['2025-04-11', '2025-04-09']);
  });

  it('reads an answer line by line, and can stop', async () => {
    const replay = () => client.GET('/v1/stories/{slug}/replay', { params: { path }, parseAs: 'stream' });
    const frames: Schemas['Frame'][] = [];
    // The story was opened after its facts had happened.
    for await (const frame of lines<Schemas['Frame']>(await replay())) frames.push(frame);
    expect(
      frames.map((frame) => ('board' in frame ? 'board' : 'event' in frame ? frame.event.occurredAt : 'other')),
    ).toEqual(['2025-04-09', '2025-04-11', expect.stringContaining('T'), 'board']);
    for await (const frame of lines<Schemas['Frame']>(await replay())) {
      expect(frame).toEqual(frames[0]);
      break;
    }
  });

  it('escapes the name of a subject', async () => {
    const answer = client.GET('/v1/views/{view}/{subject}', {
      params: { path: { view: 'tariffs', subject: 'USA>CHN:all' } },
    });
    const item = await unwrap(answer);
    expect(item.view === 'tariffs' && item.state?.ratePercent).toBe(145);
  });

  it('gets 304 for an answer that has not changed', async () => {
    const { response } = await client.GET('/v1/stories/{slug}', { params: { path } });
    const etag = response.headers.get('etag') ?? '';
    const again = await client.GET('/v1/stories/{slug}', { params: { path, header: { 'If-None-Match': etag } } });
    expect([again.response.status, again.data]).toEqual([304, undefined]);
    await expect(unwrap(Promise.resolve(again))).rejects.toThrow(RangeError);
  });
});

describe('a refused request', () => {
  it('throws its problem, with pointers to what is wrong', async () => {
    const wrong = { ...tariff('2025-13', -1), data: { imposedBy: 'US', appliesTo: 'CHN', ratePercent: -1 } };
    const { problem, message } = await errorOf(client.POST('/v1/events', { body: wrong }));
    expect(problem).toMatchObject({ status: 422, code: 'invalid-event' });
    expect(message).toContain('/data/ratePercent');
    expect(message).toContain('422 invalid-event');
  });

  it('throws for a missing key, an invalid key and an unknown story', async () => {
    const stranger = connect({ url: server.url });
    expect((await errorOf(stranger.GET('/v1/stories'))).problem.code).toBe('unauthenticated');
    expect((await errorOf(connect({ url: server.url, key: 'wrong' }).GET('/v1/stories'))).problem.code).toBe(
      'unauthenticated',
    );
    expect(
      (await errorOf(client.GET('/v1/stories/{slug}', { params: { path: { slug: 'nothing' } } }))).problem.code,
    ).toBe('not-found');
  });

  it('has the seconds until a retry, and a problem even where the answer has none', async () => {
    const answers: Response[] = [
      new Response('try later', { status: 503, statusText: 'Service Unavailable', headers: { 'retry-after': '7' } }),
      new Response('', { status: 502 }),
    ];
    const odd = connect({ url: server.url, fetch: () => Promise.resolve(answers.shift() ?? Response.error()) });
    const first = await errorOf(odd.GET('/v1/stories'));
    expect([first.retryAfter, first.problem.status, first.problem.detail]).toEqual([7, 503, 'try later']);
    const second = await errorOf(odd.GET('/v1/stories'));
    expect([second.retryAfter, second.problem.status, second.problem.title]).toEqual([
      null,
      502,
      'The answer has no problem',
    ]);
  });
});
