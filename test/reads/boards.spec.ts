import { beforeAll, describe, expect, it } from '@jest/globals';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';
import { bodyOf, openStory, refusalOf } from '../http/recording.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { startServer, type TestServer } from '../support/server.js';
import { EventGenerator } from '../time/event-generator.js';
import { StoryFixture } from '../time/story-fixture.js';

const STORY = 'some-boards';

let server: TestServer;
let fixture: StoryFixture;
beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, STORY);
  const generator = new EventGenerator(randomFrom(seedOfRun('some boards')), [STORY]);
  for (let n = 0; n < 8; n += 1) await fixture.batch(generator.next(30));
}, 120_000);

async function boards(query: string) {
  const answer = await server.get(`/v1/stories/${STORY}/boards?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
  const lines = answer.text.split('\n').filter((line) => line !== '');
  return lines.map((line) => BoardBody.parse(JSON.parse(line)));
}

describe('the boards of some dates', () => {
  const DATES = ['2025-10-26', '2025-03', '2024', '2025', '2025-06-01T12:00:00Z', '2025-10-26', '2030-01-01'];

  it.each(['', '&reportedAsOf=2026-01-31', '&recordedAsOf=@100', '&reportedAsOf=2026&undated=include'])(
    'are those of the story as of each date, in the order given (%s)',
    async (others) => {
      const found = await boards(`asOf=${DATES.join(',')}${others}`);
      const expected = await Promise.all(
        DATES.map(async (date) =>
          bodyOf(BoardBody, await server.get(`/v1/stories/${STORY}?asOf=${encodeURIComponent(date)}${others}`)),
        ),
      );
      expect(found).toEqual(expected);
      expect(new Set(found.map(({ clocks }) => clocks.position)).size).toBe(1);
      expect(new Set(found.map((board) => JSON.stringify(board.views))).size).toBeGreaterThan(3);
    },
  );

  it('are at one position, whatever is recorded meanwhile', async () => {
    const dates = Array.from({ length: 32 }, (_, n) => `2025-${String((n % 12) + 1).padStart(2, '0')}`);
    const generator = new EventGenerator(randomFrom(seedOfRun('meanwhile')), [STORY]);
    const [found] = await Promise.all([boards(`asOf=${dates.join(',')}`), fixture.batch(generator.next(20))]);
    expect(found).toHaveLength(32);
    const [position] = found.map(({ clocks }) => clocks.position);
    expect(found.map(({ clocks }) => clocks.position)).toEqual(Array<number | undefined>(32).fill(position));
    const [pinned] = await boards(`asOf=${dates[0]}&recordedAsOf=@${position}`);
    expect(found[0]?.views).toEqual(pinned?.views);
  });

  it('are 32 at most, and of a story that is there', async () => {
    const many = Array<string>(33).fill('2025').join(',');
    expect(refusalOf(await server.get(`/v1/stories/${STORY}/boards?asOf=${many}`))).toMatchObject({
      status: 400,
      errors: [{ pointer: '/asOf', detail: 'has more than 32 dates' }],
    });
    expect(refusalOf(await server.get(`/v1/stories/${STORY}/boards`))).toMatchObject({
      status: 400,
      errors: [{ pointer: '/asOf', detail: 'is required' }],
    });
    await openStory(server, 'opened-late');
    const early = await server.get(`/v1/stories/opened-late/boards?asOf=2025&recordedAsOf=@3`);
    expect(refusalOf(early)).toMatchObject({ status: 404, code: 'not-found' });
  });
});
