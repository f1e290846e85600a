import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, openStory, PAGE, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { ItemAtBody } from '../../apps/server/src/views/views.schema.js';

let server: TestServer;

const TRUCE = '/v1/views/truces/again-truce';
const BOARD = '/v1/stories/again';

async function record(...events: object[]): Promise<void> {
  const answer = await server.post('/v1/events', events, { prefer: 'wait=20' });
  expect([answer.status, answer.headers.get('preference-applied')]).toEqual([201, 'wait=20']);
}

const truce = (validUntil: string) => ({
  type: 'TruceAgreed',
  story: 'again',
  occurredAt: '2025-05-12',
  data: { truce: 'again-truce', parties: ['USA', 'CHN'], validUntil },
  source: PAGE,
});

const board = async () => bodyOf(BoardBody, await server.get(BOARD));
/** The status of the truce, as its item and the board of its story say it. */
const statusOfTruce = async (): Promise<unknown[]> => {
  const ofItem = bodyOf(ItemAtBody, await server.get(TRUCE)) as { state?: unknown };
  const ofBoard = (await board()).views['truces'] as { state?: unknown }[];
  return [ofItem, ...ofBoard].map(({ state }) => (state as { status: string }).status);
};

beforeAll(async () => {
  server = await startServer();
  await openStory(server, 'again', { parties: ['USA', 'CHN'], topics: ['trade'] });
  await openStory(server, 'other', { parties: ['USA', 'CHN'], topics: ['trade'] });
  await record(tariff('again', '2025-04-09', 125));
});

describe('a board that is asked for again', () => {
  it('has the position of the views by then, and the same tag while nothing of the story has changed', async () => {
    const [first, again] = [await server.get(BOARD), await server.get(BOARD)];
    expect(again.text).toBe(first.text);
    await record({
      ...tariff('other', '2025-04-10', 10),
      data: { imposedBy: 'CHN', appliesTo: 'EU', ratePercent: 10 },
    });
    const later = await server.get(BOARD);
    expect(bodyOf(BoardBody, later).clocks.position).toBe(bodyOf(BoardBody, first).clocks.position + 1);
    expect(later.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await server.get(BOARD, { 'if-none-match': first.headers.get('etag') ?? '' })).toMatchObject({
      status: 304,
    });
  });

  it('shows a fact of another story about one of its subjects', async () => {
    const before = await board();
    await record(tariff('other', '2025-05-14', 30));
    const after = await board();
    expect(before.views.tariffs).toMatchObject([{ state: { ratePercent: 125 } }]);
    expect(after.views.tariffs).toMatchObject([{ state: { ratePercent: 30 } }]);
  });
});

describe('a page of a timeline that is asked for again', () => {
  const path = `${BOARD}/timeline?limit=1`;

  it('has the same next page', async () => {
    await record(tariff('again', '2025-05-15', 31));
    const first = await server.get(path);
    const again = await server.get(path);
    expect(again.text).toBe(first.text);
    expect(first.headers.get('link')).toContain('rel="next"');
    expect(again.headers.get('link')).toBe(first.headers.get('link'));
  });

  it('shows the next fact, and at once what is filed of an article', async () => {
    const body = 'The order sets a rate of 32 percent.';
    const article = { url: 'https://example.org/again', headline: 'An order', publisher: 'Gazette', body };
    const filed = await server.post('/v1/articles', article);
    const source = { article: (filed.body as { id: string }).id, quote: 'a rate of 32 percent' };
    await server.get(path);
    await record(tariff('again', '2025-05-16', 32, { source }));
    const shown = async () => bodyOf(FactsBody, await server.get(path)).items;
    expect(await shown()).toMatchObject([{ occurredAt: '2025-05-16', sources: [{ quote: source.quote }] }]);
    expect(await shown()).toEqual([expect.not.objectContaining({ quoteDropped: true })]);
    await server.post('/v1/articles', { ...article, body: 'The order sets a rate.' });
    expect(await shown()).toMatchObject([{ quoteDropped: true }]);
  });
});

it('what is valid until an instant runs out at that instant, without a further event', async () => {
  const end = new Date(Date.now() + 2_500);
  await record(truce(end.toISOString()));
  expect(await statusOfTruce()).toEqual(['in_force', 'in_force']);
  await sleep(end.getTime() - Date.now() + 50);
  expect(await statusOfTruce()).toEqual(['expired', 'expired']);
});
