import { beforeAll, describe, expect, it } from '@jest/globals';
import { BriefBody } from '../../apps/server/src/stories/brief.schema.js';
import { BoardBody, StoriesBody } from '../../apps/server/src/stories/stories.schema.js';
import { bodyOf, openStory, refusalOf } from '../http/recording.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { EventGenerator } from '../time/event-generator.js';
import { StoryFixture } from '../time/story-fixture.js';

const STORIES = ['first-story', 'second-story', 'third-story'];
const ALL = 'include=headline,disputes,deadline';
/** Points of the clocks at which some stories have deadlines, disputes, or nothing yet. */
const POINTS = [
  '',
  'asOf=2025-06',
  'asOf=2024-12-31',
  'reportedAsOf=2026-01-31',
  'recordedAsOf=@150',
  'asOf=2025-09&reportedAsOf=2026-02&recordedAsOf=@200',
  'knownOn=2026-01-20&undated=include',
];

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ DATELINE_ROLES: 'api,projector,worker' });
  const fixture = await StoryFixture.open(server, 'first-story');
  for (const story of STORIES.slice(1)) await openStory(server, story, { parties: ['USA', 'CHN'] });
  await openStory(server, 'empty-story');
  await fixture.batch(['disputed-truce', 'another-truce'].flatMap(disputed));
  const generator = new EventGenerator(randomFrom(seedOfRun('includes of stories')), STORIES);
  for (let n = 0; n < 10; n += 1) await fixture.batch(generator.next(30));
}, 120_000);

/** Two papers that disagree about the last day of a truce. */
const disputed = (truce: string) =>
  ['2025-11-09', '2025-11-10'].map((validUntil) => ({
    type: 'TruceAgreed',
    story: 'second-story',
    occurredAt: '2025-03-11',
    data: { truce, parties: ['USA', 'CHN'], validUntil },
    source: { url: 'https://example.org/truce', publisher: `Paper of the ${validUntil}`, publishedAt: '2026-01-10' },
  }));

const listed = async (query: string) => bodyOf(StoriesBody, await server.get(`/v1/stories?${query}`)).items;

/** How many open disputes the list of disputes has of a story. */
async function openDisputes(story: string, point: string): Promise<number> {
  let count = 0;
  for (let query: string | null = `story=${story}&open=true&limit=200&${point}`; query !== null;) {
    const answer = await server.get(`/v1/disputes?${query}`);
    const { items, next } = answer.body as { items: unknown[]; next: string | null };
    count += items.length;
    query = next === null ? null : `cursor=${next}`;
  }
  return count;
}

describe('a list of stories includes', () => {
  it.each(POINTS)('what the brief, the disputes and the board of each say (%s)', async (point) => {
    const items = await listed(`${ALL}&${point}`);
    expect(items.length).toBeGreaterThan(2);
    for (const { slug, headline, disputes, deadline } of items) {
      const brief = bodyOf(BriefBody, await server.get(`/v1/stories/${slug}/brief?${point}`));
      const board = bodyOf(BoardBody, await server.get(`/v1/stories/${slug}?${point}`));
      expect({ slug, headline, disputes, deadline }).toEqual({
        slug,
        headline: brief.headline,
        disputes: await openDisputes(slug, point),
        deadline: board.deadlines[0] ?? null,
      });
    }
  });

  it('disputes and deadlines somewhere, so that the comparison proves something', async () => {
    const found = (await Promise.all(POINTS.map((point) => listed(`${ALL}&${point}`)))).flat();
    expect(found.filter(({ disputes = 0 }) => disputes > 1).length).toBeGreaterThan(2);
    expect(found.filter(({ deadline }) => deadline).length).toBeGreaterThan(2);
    expect(found.filter(({ deadline }) => deadline === null).length).toBeGreaterThan(2);
  });

  it('only what is asked for, and nothing of it without the parameter', async () => {
    const names = async (query: string) =>
      Object.keys((await listed(query))[0] ?? {}).filter((name) => ['headline', 'disputes', 'deadline'].includes(name));
    expect(await names('')).toEqual([]);
    expect(await names('include=deadline')).toEqual(['deadline']);
    expect(await names('include=disputes,headline,disputes')).toEqual(['headline', 'disputes']);
  });

  it('the same on pages of one story each', async () => {
    const items: unknown[] = [];
    for (let query: string | null = `${ALL}&limit=1`; query !== null;) {
      const path: string = `/v1/stories?${query}`;
      const page = bodyOf(StoriesBody, await server.get(path));
      items.push(...page.items);
      query = page.next === null ? null : `cursor=${page.next}`;
    }
    expect(items).toEqual(await listed(ALL));
  });

  it('the headline at once that a new fact makes, and the kept one while nothing new came', async () => {
    const story = 'empty-story';
    const headlineOf = async () => (await listed('include=headline')).find(({ slug }) => slug === story)?.headline;
    const kept = await headlineOf();
    const recorded = await server.post(
      '/v1/events',
      {
        type: 'TruceAgreed',
        story,
        occurredAt: '2025-08',
        data: { truce: 'listed-truce', parties: ['CHN', 'CAN'], validUntil: '2999-12-31' },
        source: { url: 'https://example.org/t', publisher: 'Gazette', publishedAt: '2025-08-02' },
      },
      { prefer: 'wait=10' },
    );
    expect(recorded.status).toBe(201);
    const fresh = await headlineOf();
    expect(fresh).not.toBe(kept);
    const read = async () => bodyOf(BriefBody, await server.get(`/v1/stories/${story}/brief`));
    await until('the brief is kept', async () => !(await read()).stale);
    expect([(await read()).headline, await headlineOf()]).toEqual([fresh, fresh]);
  });

  it('no other word: the nearest is suggested', async () => {
    expect(refusalOf(await server.get('/v1/stories?include=headline,dispute'))).toMatchObject({
      status: 400,
      code: 'bad-parameter',
      errors: [{ pointer: '/include', suggestion: 'disputes' }],
    });
  });
});
