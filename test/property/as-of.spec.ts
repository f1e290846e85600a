import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import type { Told } from '../oracle/told.js';
import { check, pathOf } from './ask.js';
import { someDate } from './dates.js';
import { drafts, type Draft } from './drafts.js';
import { holds } from './holds.js';
import { questionOf, sketches, type Question } from './questions.js';
import { followReplay } from './replay.js';
import { factOf, fileArticles, namesOf, openingOf, post, postInRequests, type Requests } from './record.js';

const requests = fc.record<Requests>({
  sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
  atOnce: fc.constantFrom(1, 1, 2, 4),
});

let server: TestServer;
let articles: string[];
let cases = 0;

beforeAll(async () => {
  server = await startServer();
  articles = await fileArticles(server);
}, 120_000);

/** Opens two stories of the case's own and records the facts in them, in requests. */
async function record(facts: readonly Draft[], how: Requests): Promise<Told[]> {
  const names = namesOf((cases += 1));
  const opened = await post(server, names.stories.map(openingOf));
  const postings = facts.map((draft) => factOf(draft, names, articles));
  return [...opened, ...(await postInRequests(server, postings, how))];
}

const now = (): string => new Date().toISOString();

describe('as of any date, as recorded at any point', () => {
  it('items, histories, lists and boards are what an independent oracle makes of the events', async () => {
    let points = 0;
    const run = fc.asyncProperty(drafts, requests, sketches, async (facts, how, asked) => {
      const told = await record(facts, how);
      const questions = asked.map((sketch) => questionOf(sketch, told, now()));
      await Promise.all(questions.map((question) => check(server, question, told)));
      points += questions.length;
    });
    await holds(run, 200);
    expect(points).toBeGreaterThanOrEqual(2000);
  }, 300_000);

  it('the changes of a replay lead from nothing to the board of the as-of read', async () => {
    const run = fc.asyncProperty(drafts, requests, fc.array(someDate, { minLength: 3, maxLength: 3 }), async (facts, how, dates) => {
      const told = await record(facts, how);
      const story = told[0]?.story ?? '';
      const recordedAsOf = `@${told.at(-1)?.position ?? 0}`;
      for (const date of dates) {
        const board = await server.get(`/v1/stories/${story}?${search({ asOf: date, recordedAsOf })}`);
        const replay = await server.get(`/v1/stories/${story}/replay?${search({ to: date, recordedAsOf })}`);
        expect([board.status, replay.status]).toEqual([200, 200]);
        followReplay(replay.text, board.body);
      }
    });
    await holds(run, 40);
  }, 300_000);

  it('what had been answered for an ended point of the record is answered in the same bytes whatever is recorded later', async () => {
    const run = fc.asyncProperty(drafts, drafts, requests, sketches, async (facts, later, how, asked) => {
      const names = namesOf((cases += 1));
      const [opened, postings, more] = [
        names.stories.map(openingOf),
        facts.map((draft) => factOf(draft, names, articles)),
        later.map((draft) => factOf(draft, names, articles)),
      ];
      const told = [...(await post(server, opened)), ...(await postInRequests(server, postings, how))];
      const head = told.at(-1)?.position ?? 0;
      const paths = asked.map((sketch) => pathOf(ended(questionOf(sketch, told, now()), head), head));
      const before = await Promise.all(paths.map((path) => server.get(path)));
      const last = (await postInRequests(server, more, how)).at(-1);
      await server.get(`/v1/stories/${names.stories[0]}?minPosition=${last?.position ?? head}`);
      const after = await Promise.all(paths.map((path) => server.get(path)));
      expect(after.map(said)).toEqual(before.map(said));
    });
    await holds(run, 40);
  }, 300_000);
});

const search = (query: Record<string, string>): string => new URLSearchParams(query).toString();

/** The bytes of an answer; of a refusal, which bears the request's own id, that it was one. */
const said = ({ status, text }: Answer): string => (status === 200 ? text : String(status));

/** The question with a date of the world and a point of the record that is over. */
function ended(question: Question, head: number): Question {
  const { asOf = '2025-06', recordedAsOf, now: asked } = question.point;
  const over = recordedAsOf !== undefined && recordedAsOf.length !== 10;
  return { ...question, point: { asOf, recordedAsOf: over ? recordedAsOf : `@${head}`, now: asked } };
}
