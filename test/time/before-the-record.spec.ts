import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { rate, StoryFixture } from './story-fixture.js';

let server: TestServer;
/** The position of the event that opened the story. */
let opened: number;
let recordedAt: string;

beforeAll(async () => {
  server = await startServer();
  await StoryFixture.open(server, 'an-earlier-one');
  const fixture = await StoryFixture.open(server, 'late-to-it');
  ({ position: opened } = await fixture.get<{ position: number }>('/v1/admin/log'));
  await fixture.fact('TariffChanged', '2025-04-09', rate(125), { publisher: 'Gazette', publishedAt: '2025-04-10' });
  const { items } = await fixture.get<{ items: { recordedAt: string }[] }>('/v1/events', { story: 'late-to-it' });
  recordedAt = items[0]?.recordedAt ?? '';
}, 120_000);

const READS = [
  '',
  '/timeline',
  '/brief',
  '/digests?period=day',
  '/changes?from=2024',
  '/replay',
  '/replay?clock=recordedAsOf',
];
const detailOf = async (story: string, read: string, query: string): Promise<[number, string, string]> => {
  const path = `/v1/stories/${story}${read}${read.includes('?') ? '&' : '?'}${query}`;
  const { status, code, detail } = refusalOf(await server.get(path));
  return [status, code, detail];
};

describe('as recorded before a story was opened, a read of the story', () => {
  it.each(READS)('is not found, and says since when there is a record: %s', async (read) => {
    const detail =
      `The record has no story late-to-it at this point: the record of late-to-it begins on ` +
      `${recordedAt.slice(0, 10)}, at position ${opened}; for what was published by that day use reportedAsOf.`;
    for (const point of [`@${opened - 1}`, '@0', '2020', '1500-01', `${recordedAt.slice(0, 19)}Z`])
      expect(await detailOf('late-to-it', read, `recordedAsOf=${point}`)).toEqual([404, 'not-found', detail]);
    const known = read.startsWith('/changes') ? '' : '&knownOn=2025-04-10';
    expect(await detailOf('late-to-it', read, `recordedAsOf=2020${known}`)).toEqual([404, 'not-found', detail]);
  });

  it('is answered on the clock of the press, as the problem says', async () => {
    for (const read of READS) {
      const query = read === '/changes?from=2024' ? 'reportedAsOf=2025-04-10' : 'knownOn=2025-04-10';
      const answer = await server.get(`/v1/stories/late-to-it${read}${read.includes('?') ? '&' : '?'}${query}`);
      expect([read, answer.status]).toEqual([read, 200]);
    }
  });

  it.each(READS)('of a story that was never opened gives no such date: %s', async (read) => {
    const detail = 'The record has no story never-opened at this point.';
    for (const query of ['recordedAsOf=@1', 'recordedAsOf=2020', 'minPosition=1'])
      expect(await detailOf('never-opened', read, query)).toEqual([404, 'not-found', detail]);
  });

  it('a cursor of a later point is read at that point', async () => {
    const { next } = (await server.get('/v1/stories/late-to-it/changes?from=2024&limit=1')).body as { next: string };
    expect((await server.get(`/v1/stories/late-to-it/changes?cursor=${next}`)).status).toBe(200);
  });
});
