import { beforeAll, describe, expect, it } from '@jest/globals';
import { HistoryBody, ItemsBody } from '../../apps/server/src/views/views.schema.js';
import { parseCsv } from '../bulk/parse-csv.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { startServer, type TestServer } from '../support/server.js';
import { EventGenerator } from '../time/event-generator.js';
import { pageOf, rate, StoryFixture } from '../time/story-fixture.js';

const LONG = 'long-histories';
const COUNTRIES = ['ARG', 'BRA', 'CHL', 'COL', 'EGY', 'IDN', 'IND', 'JPN', 'KEN', 'KOR', 'MEX', 'NGA'];
const FACTS_OF_EACH = 210;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const fixture = await StoryFixture.open(server, 'a-story');
  const generator = new EventGenerator(randomFrom(seedOfRun('histories of items')), ['a-story']);
  for (let n = 0; n < 8; n += 1) await fixture.batch(generator.next(30));
  const long = await StoryFixture.open(server, LONG);
  const source = pageOf({ publisher: 'Gazette', publishedAt: '2026-01-01' });
  for (let from = 0; from < COUNTRIES.length; from += 4)
    await long.batch(
      COUNTRIES.slice(from, from + 4).flatMap((country) =>
        Array.from({ length: FACTS_OF_EACH }, (_, n) => {
          const occurredAt = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
          return { type: 'TariffChanged', story: LONG, occurredAt, data: rate(n + 1, country), source };
        }),
      ),
    );
}, 120_000);

const listed = async (view: string, query: string) => bodyOf(ItemsBody, await server.get(`/v1/views/${view}?${query}`));

async function historyOf(view: string, subject: string, query: string): Promise<unknown[]> {
  const steps: unknown[] = [];
  for (let part: string | null = `limit=200&${query}`; part !== null;) {
    const path: string = `/v1/views/${view}/${encodeURIComponent(subject)}/history?${part}`;
    const page = bodyOf(HistoryBody, await server.get(path));
    steps.push(...page.items);
    part = page.next === null ? null : `cursor=${page.next}`;
  }
  return steps;
}

describe('a list with include=history', () => {
  it.each(['', 'asOf=2025-06', 'reportedAsOf=2026-02', 'recordedAsOf=@120&asOf=2025-10'])(
    'has the history of each of its items (%s)',
    async (point) => {
      let steps = 0;
      for (const view of ['tariffs', 'truces', 'meetings', 'talks']) {
        const query = `story=a-story&${point}`;
        const { items, histories = [] } = await listed(view, `include=history&${query}`);
        expect(items).toEqual((await listed(view, query)).items);
        expect(histories.map(({ subject }) => subject)).toEqual(items.map(({ subject }) => subject));
        for (const history of histories) {
          expect(history).toEqual({
            subject: history.subject,
            steps: await historyOf(view, history.subject, point),
            more: false,
          });
          steps += history.steps.length;
        }
      }
      expect(steps).toBeGreaterThan(10);
    },
  );

  it('has none without the parameter', async () =>
    expect(await listed('tariffs', 'story=a-story')).not.toHaveProperty('histories'));

  it('has all steps in place of the items as CSV and NDJSON', async () => {
    const { histories = [] } = await listed('tariffs', 'story=a-story&include=history');
    const steps = histories.flatMap((one) => one.steps);
    const lines = (await server.get('/v1/views/tariffs?story=a-story&include=history&format=ndjson')).text;
    const parsed = lines
      .trim()
      .split('\n')
      .map((line) => {
        const { clocks, ...step } = JSON.parse(line) as { clocks: unknown };
        expect(clocks).toBeDefined();
        return step;
      });
    expect(parsed).toEqual(steps);
    const csv = await server.get('/v1/views/tariffs?story=a-story&include=history&format=csv');
    expect(parseCsv(csv.text).map(({ subject, by }) => [subject, by])).toEqual(
      steps.map(({ subject, by }) => [subject, by]),
    );
  });

  it('has the first 200 steps of a long history, and ends the page once there are many', async () => {
    const subjects: string[] = [];
    const pages: number[] = [];
    for (let query: string | null = `story=${LONG}&include=history`; query !== null;) {
      const part: string = query;
      const { items, histories = [], next } = await listed('tariffs', part);
      for (const [n, { subject, steps, more }] of histories.entries()) {
        expect([items[n]?.subject, steps.length, more]).toEqual([subject, 200, true]);
        subjects.push(subject);
      }
      pages.push(histories.length);
      query = next === null ? null : `cursor=${next}`;
    }
    expect(subjects).toEqual(COUNTRIES.map((country) => `USA>${country}:all`));
    expect(pages).toEqual([10, 2]);
    const lines = (await server.get(`/v1/views/tariffs?story=${LONG}&include=history&format=ndjson`)).text;
    expect(lines.trim().split('\n')).toHaveLength(COUNTRIES.length * FACTS_OF_EACH);
  });

  it('takes no other word', async () => {
    for (const word of ['histories', 'history,', 'facts', ''])
      expect(refusalOf(await server.get(`/v1/views/tariffs?include=${word}`))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/include', suggestion: 'history' }],
      });
  });
});
