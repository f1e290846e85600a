import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { MarksBody } from '../../apps/server/src/stories/marks.schema.js';
import { bodyOf, openStory, PAGE, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';

type Mark = z.output<typeof MarksBody>['items'][number];

const MARKS = '/v1/stories/steel/marks';
let server: TestServer;
/** The ids of the facts, in the order in which they were recorded. */
let ids: string[];
/** The last position of each request about the story. */
const ends: number[] = [];

const record = async (path: string, body: object): Promise<string[]> => {
  const answer = await server.post(path, body, { prefer: 'wait=10' });
  if (answer.status !== 201) throw new Error(answer.text);
  const { events } = answer.body as { events: { id: string; position: number }[] };
  ends.push(events.at(-1)?.position ?? 0);
  return events.map(({ id }) => id);
};
const marks = async (query = ''): Promise<Mark[]> => bodyOf(MarksBody, await server.get(`${MARKS}${query}`)).items;
const dates = async (query = ''): Promise<string[]> => (await marks(query)).map(({ occurredAt }) => occurredAt);

beforeAll(async () => {
  server = await startServer();
  await openStory(server, 'steel');
  await openStory(server, 'other');
  ids = [
    ...(await record('/v1/events', [
      tariff('steel', '2025-06-04', 50),
      tariff('steel', '2025-03-12', 25, { certainty: 'claimed', source: { ...PAGE, attributedTo: 'A minister' } }),
    ])),
    ...(await record('/v1/events', [
      tariff('steel', '2025-07-01', 40, { source: { ...PAGE, publishedAt: '2025-11-02' } }),
      tariff('other', '2025-07-02', 10),
    ])),
  ];
  await record(`/v1/events/${ids[0]}/correction`, { occurredAt: '2025-06-05', reason: 'a slip' });
  await record(`/v1/events/${ids[1]}/retraction`, { reason: 'it was made up' });
}, 60_000);

describe('the marks of a story', () => {
  it('are its facts, the earliest first, with their places on the clocks, and how they stand', async () => {
    const common = { type: 'TariffChanged', recordedAt: expect.any(String), position: expect.any(Number) };
    expect(await marks()).toEqual([
      {
        ...common,
        id: ids[1],
        requestEnd: ends[0],
        occurredAt: '2025-03-12',
        reportedAt: PAGE.publishedAt,
        certainty: 'claimed',
        corrected: false,
        retracted: true,
      },
      {
        ...common,
        id: ids[0],
        requestEnd: ends[0],
        occurredAt: '2025-06-05',
        reportedAt: PAGE.publishedAt,
        certainty: 'reported',
        corrected: true,
        retracted: false,
      },
      {
        ...common,
        id: ids[2],
        requestEnd: ends[1],
        occurredAt: '2025-07-01',
        reportedAt: '2025-11-02',
        certainty: 'reported',
        corrected: false,
        retracted: false,
      },
    ]);
  });

  it('are those of a point of the clocks', async () => {
    expect(await dates('?asOf=2025-06')).toEqual(['2025-03-12', '2025-06-05']);
    expect(await dates('?reportedAsOf=2025-10-31')).toEqual(['2025-03-12', '2025-06-05']);
    expect(await dates(`?recordedAsOf=@${ends[0]}`)).toEqual(['2025-03-12', '2025-06-04']);
    expect((await marks(`?recordedAsOf=@${ends[1]}`)).filter((mark) => mark.corrected || mark.retracted)).toEqual([]);
  });

  it('come in pages, or all at once as lines or as a table', async () => {
    const first = bodyOf(MarksBody, await server.get(`${MARKS}?limit=2`));
    expect(first.items).toHaveLength(2);
    const second = bodyOf(MarksBody, await server.get(`${MARKS}?cursor=${first.next}`));
    expect([...first.items, ...second.items]).toEqual(await marks());
    expect(second.next).toBeNull();
    const lines = (await server.get(MARKS, { accept: 'application/x-ndjson' })).text.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Mark).id)).toEqual((await marks()).map(({ id }) => id));
    const table = (await server.get(`${MARKS}?format=csv`)).text.split('\r\n');
    expect(table[0]).toMatch(
      /^position,occurredAt,reportedAt,recordedAt,requestEnd,type,certainty,corrected,retracted,id/,
    );
    expect(table[1]).toContain(',TariffChanged,claimed,false,true,');
  });

  it('are those of a story that the record has', async () => {
    expect((await server.get('/v1/stories/none/marks')).status).toBe(404);
    expect((await server.get(`${MARKS}?recordedAsOf=@0`)).status).toBe(404);
  });
});

describe('one event', () => {
  const detail = async (id: string | undefined, query = '') =>
    bodyOf(EventDetailBody, await server.get(`/v1/events/${id}${query}`));

  it('has its fact in words, as the accounts that count have it', async () => {
    expect((await detail(ids[0])).sentence).toBe('The US set its tariffs on China at 50 percent.');
    expect((await detail(ids[1])).sentence).toBe(
      'According to A minister, the US set its tariffs on China at 25 percent.',
    );
    expect((await detail(ids[2], '?reportedAsOf=2025-10')).sentence).toBeNull();
  });

  it('has the hash of the event before it, and the first has none', async () => {
    const events = (await server.get('/v1/events?limit=200')).body as { items: { id: string; hash: string }[] };
    let before: string | null = null;
    for (const { id, hash } of events.items) {
      expect((await detail(id)).previousHash).toBe(before);
      before = hash;
    }
  });
});
