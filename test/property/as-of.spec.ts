import { env, stderr } from 'node:process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import type { Told } from '../oracle/told.js';
import { check, pathOf, replayPathOf } from './ask.js';
import { drafts, type Draft } from './drafts.js';
import { holds } from './holds.js';
import { namesOf } from './names.js';
import { openingOf, postingsOf } from './postings.js';
import { questionOf, sketches, type Question } from './questions.js';
import { post, postInRequests, type Requests } from './record.js';
import { followReplay } from './replay.js';
import { fileArticles } from './sources.js';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { Tally } from './kinds.js';

const LONG = env['DATELINE_TEST_LONG'] === 'true';

/** At how many points of the clocks the server is compared with the oracle. */
const POINTS = Number(env['DATELINE_POINTS'] ?? (LONG ? 5000 : 1500));
/** In how many stories it is replayed, and asked again later. */
const STORIES = LONG ? 60 : 20;
const QUESTIONS = 24;
const MINUTES = Math.ceil(5 + POINTS / 1000);

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

/** Opens two stories of the case's own and records the events in them, in requests. */
async function record(events: readonly Draft[], how: Requests): Promise<Told[]> {
  const names = namesOf((cases += 1));
  const opened = await post(server, names.stories.map(openingOf));
  return [...opened, ...(await postInRequests(server, postingsOf(events, names, articles), how))];
}

const now = (): string => new Date().toISOString();

describe('as of any date, as published and as recorded at any point', () => {
  it(
    'items, histories, lists and boards are what an independent oracle makes of the events',
    async () => {
      let points = 0;
      const tally = new Tally();
      const run = fc.asyncProperty(drafts, requests, sketches(QUESTIONS), async (events, how, asked) => {
        const told = await record(events, how);
        const questions = asked.map((sketch) => questionOf(sketch, told, now()));
        await Promise.all(questions.map((question) => check(server, question, told)));
        points += questions.length;
        tally.add(told, questions);
      });
      await holds(run, Math.ceil(POINTS / QUESTIONS));
      expect(points).toBeGreaterThanOrEqual(POINTS);
      stderr.write(`property: ${points} points; ${tally.toString()}\n`);
      if (POINTS >= 5000) expect(tally.missing()).toEqual([]);
    },
    MINUTES * 60_000,
  );

  it('the changes of a replay lead from nothing to the board of the as-of read, which is that of the oracle', async () => {
    const run = fc.asyncProperty(drafts, requests, sketches(4), async (events, how, asked) => {
      const told = await record(events, how);
      const head = told.at(-1)?.position ?? 0;
      for (const sketch of asked) {
        const question = ended(questionOf({ ...sketch, read: 'board' }, told, now()), head);
        await check(server, question, told);
        const [board, replay] = [await server.get(pathOf(question, head)), await server.get(replayPathOf(question))];
        expect(replay.status).toBe(board.status);
        if (board.status === 200) followReplay(replay.text, board.body);
      }
    });
    await holds(run, STORIES);
  }, 300_000);

  it('what had been answered for an ended point of the record is answered in the same bytes whatever is recorded later', async () => {
    const run = fc.asyncProperty(drafts, fc.nat(28), requests, sketches(12), async (events, first, how, asked) => {
      const names = namesOf((cases += 1));
      const postings = postingsOf(events, names, articles);
      const before = postings.slice(0, 1 + first);
      const opened = await post(server, names.stories.map(openingOf));
      const told = [...opened, ...(await postInRequests(server, before, how))];
      const head = told.at(-1)?.position ?? 0;
      const paths = asked.map((sketch) => pathOf(ended(questionOf(sketch, told, now()), head), head));
      const answers = await Promise.all(paths.map((path) => server.get(path)));
      const later = await postInRequests(server, postings.slice(before.length), how);
      await server.get(`/v1/stories/${names.stories[0]}?minPosition=${later.at(-1)?.position ?? head}`);
      const again = await Promise.all(paths.map((path) => server.get(path)));
      expect(again.map(said)).toEqual(answers.map(said));
    });
    await holds(run, STORIES);
  }, 300_000);

  it.each([7, 1000])(
    'the rows that the server made of all this in the batches that came are those of batches of %i',
    async (size) => {
      const anew = new FreshProjection(server.ownerUrl, size);
      expect(await anew.differences()).toEqual([]);
      await anew.forget();
    },
    120_000,
  );
});

/** The bytes of an answer; of a refusal, which bears the request's own id, that it was one. */
const said = ({ status, text }: Answer): string => (status === 200 ? text : String(status));

/** The question with a date of the world and a point of the record that is over. */
function ended(question: Question, head: number): Question {
  const { asOf = '2025-06', recordedAsOf } = question.point;
  const over = recordedAsOf !== undefined && recordedAsOf.length !== 10;
  return { ...question, point: { ...question.point, asOf, recordedAsOf: over ? recordedAsOf : `@${head}` } };
}
