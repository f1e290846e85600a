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

async function refusal(answer: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await answer.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiError) return error;
  throw new Error('it was not refused', { cause: error });
}

describe('a client', () => {
  it('opens a story, records in it, and reads what follows, typed', async () => {
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

  it('reads a list through all its pages', async () => {
    const seen: string[] = [];
    const facts = items((cursor) =>
      client.GET('/v1/stories/{slug}/timeline', { params: { path, query: { limit: 1, cursor } } }),
    );
    for await (const fact of facts) seen.push(fact.occurredAt);
    expect(seen).toEqual(['2025-04-11', '2025-04-09']);
  });

  it('reads an answer line by line, and can leave off', async () => {
    const replay = () => client.GET('/v1/stories/{slug}/replay', { params: { path }, parseAs: 'stream' });
    const frames: Schemas['Frame'][] = [];
    // The story was opened at an instant, later than its facts.
    for await (const frame of lines<Schemas['Frame']>(await replay())) frames.push(frame);
    expect(
      frames.map((frame) => ('board' in frame ? 'board' : 'event' in frame ? frame.event.occurredAt : 'other')),
    ).toEqual(['2025-04-09', '2025-04-11', expect.stringContaining('T'), 'board']);
    for await (const frame of lines<Schemas['Frame']>(await replay())) {
      expect(frame).toEqual(frames[0]);
      break;
    }
  });

  it('asks for a subject whose name has other characters in it', async () => {
    const asked = client.GET('/v1/views/{view}/{subject}', {
      params: { path: { view: 'tariffs', subject: 'USA>CHN:all' } },
    });
    const item = await unwrap(asked);
    expect(item.view === 'tariffs' && item.state?.ratePercent).toBe(145);
  });

  it('is told 304 where it has what there is', async () => {
    const { response } = await client.GET('/v1/stories/{slug}', { params: { path } });
    const etag = response.headers.get('etag') ?? '';
    const again = await client.GET('/v1/stories/{slug}', { params: { path, header: { 'If-None-Match': etag } } });
    expect([again.response.status, again.data]).toEqual([304, undefined]);
    await expect(unwrap(Promise.resolve(again))).rejects.toThrow(RangeError);
  });
});

describe('what is refused', () => {
  it('is thrown with its problem, and with the places of what is wrong', async () => {
    const wrong = { ...tariff('2025-13', -1), data: { imposedBy: 'US', appliesTo: 'CHN', ratePercent: -1 } };
    const { problem, message } = await refusal(client.POST('/v1/events', { body: wrong }));
    expect(problem).toMatchObject({ status: 422, code: 'invalid-event' });
    expect(message).toContain('/data/ratePercent');
    expect(message).toContain('422 invalid-event');
  });

  it('is thrown where the key is missing or wrong, and of what there is not', async () => {
    const stranger = connect({ url: server.url });
    expect((await refusal(stranger.GET('/v1/stories'))).problem.code).toBe('unauthenticated');
    expect((await refusal(connect({ url: server.url, key: 'wrong' }).GET('/v1/stories'))).problem.code).toBe(
      'unauthenticated',
    );
    expect(
      (await refusal(client.GET('/v1/stories/{slug}', { params: { path: { slug: 'nothing' } } }))).problem.code,
    ).toBe('not-found');
  });

  it('says when to try again, and is told also where no problem came', async () => {
    const answers: Response[] = [
      new Response('try later', { status: 503, statusText: 'Service Unavailable', headers: { 'retry-after': '7' } }),
      new Response('', { status: 502 }),
    ];
    const odd = connect({ url: server.url, fetch: () => Promise.resolve(answers.shift() ?? Response.error()) });
    const first = await refusal(odd.GET('/v1/stories'));
    expect([first.retryAfter, first.problem.status, first.problem.detail]).toEqual([7, 503, 'try later']);
    const second = await refusal(odd.GET('/v1/stories'));
    expect([second.retryAfter, second.problem.status, second.problem.title]).toEqual([
      null,
      502,
      'No problem was told',
    ]);
  });
});
