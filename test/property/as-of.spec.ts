import { env, stderr } from 'node:process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import type { RecordedEvent } from '../oracle/recorded.js';
import { checkAnswer } from './check-answer.js';
import { drafts, largeDrafts, type Draft } from './drafts.js';
import { checkProperty } from './check-property.js';
import { namesOf } from './names.js';
import { openingOf, postingsOf } from './postings.js';
import { pathOf, replayPathOf } from './question-path.js';
import { questionOf, sketches, type Question } from './questions.js';
import { post, postInRequests, type Requests } from './record.js';
import { followReplay } from './replay.js';
import { fileArticles } from './sources.js';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { Tally } from './kinds.js';

const LONG = env['DATELINE_TEST_LONG'] === 'true';

/** At how many points of the clocks the server is compared with the oracle. */
const POINTS = Number(env['DATELINE_POINTS'] ?? (LONG ? 10_000 : 5000));
/** How many of them are asked of logs of hundreds of facts, recorded in requests of hundreds. */
const LARGE_POINTS = Math.ceil(POINTS / 25);
/** How many stories are replayed, and how many are read again later. */
const STORIES = LONG ? 60 : 20;
const QUESTIONS = 40;
const MINUTES = Math.ceil(5 + POINTS / 1000);

const requestsOfUpTo = (max: number): fc.Arbitrary<Requests> =>
  fc.record<Requests>({
    sizes: fc.array(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 5 }),
    atOnce: fc.constantFrom(1, 1, 2, 4),
  });
const requests = requestsOfUpTo(7);
const LARGE_REQUEST = 300;

let server: TestServer;
let articles: string[];
let cases = 0;

beforeAll(async () => {
  server = await startServer();
  articles = await fileArticles(server);
}, 120_000);

/** Opens two new stories for a case, and records the events in them, in requests. */
async function record(events: readonly Draft[], how: Requests): Promise<RecordedEvent[]> {
  const names = namesOf((cases += 1));
  const opened = await post(server, names.stories.map(openingOf));
  return [...opened, ...(await postInRequests(server, postingsOf(events, names, articles), how))];
}

const now = (): string => new Date().toISOString();

describe('as of any date, publication time and position', () => {
  const tally = new Tally();
  let points = 0;

  /** Asks questions about random logs, and compares each answer with that of the oracle. */
  async function compare(logs: fc.Arbitrary<Draft[]>, how: fc.Arbitrary<Requests>, count: number): Promise<void> {
    const run = fc.asyncProperty(logs, how, sketches(QUESTIONS), async (events, sizes, someSketches) => {
      const recorded = await record(events, sizes);
      const questions = someSketches.map((sketch) => questionOf(sketch, recorded, now()));
      const compared = await Promise.all(questions.map((question) => checkAnswer(server, question, recorded)));
      points += compared.reduce((sum, one) => sum + one, 0);
      tally.add(recorded, questions);
    });
    await checkProperty(run, Math.ceil(count / QUESTIONS));
  }

  it(
    'all answers about long logs, recorded in large requests, equal those of an independent oracle',
    async () => {
      await compare(largeDrafts, requestsOfUpTo(LARGE_REQUEST), LARGE_POINTS);
      expect(points).toBeGreaterThanOrEqual(LARGE_POINTS);
    },
    MINUTES * 60_000,
  );

  it(
    'all answers equal those of an independent oracle',
    async () => {
      await compare(drafts, requests, POINTS - points);
      expect(points).toBeGreaterThanOrEqual(POINTS);
      // Some kinds are rare: then it goes on until each has occurred.
      const isFull = POINTS >= 5000;
      for (let n = 0; isFull && n < 10 && tally.missing().length > 0; n += 1)
        await compare(drafts, requests, POINTS / 10);
      stderr.write(`property: ${points} points; ${tally.toString()}\n`);
      if (isFull) expect(tally.missing()).toEqual([]);
    },
    MINUTES * 60_000,
  );

  it('the changes of a replay lead from nothing to the board of the as-of read and of the oracle', async () => {
    const run = fc.asyncProperty(drafts, requests, sketches(4), async (events, how, someSketches) => {
      const recorded = await record(events, how);
      const head = recorded.at(-1)?.position ?? 0;
      for (const sketch of someSketches) {
        const question = ended(questionOf({ ...sketch, read: 'board' }, recorded, now()), head);
        await checkAnswer(server, question, recorded);
        const [board, replay] = [await server.get(pathOf(question, head)), await server.get(replayPathOf(question))];
        expect(replay.status).toBe(board.status);
        if (board.status === 200) followReplay(replay.text, board.body);
      }
    });
    await checkProperty(run, STORIES);
  }, 300_000);

  it('an answer for a past position has the same bytes after more events are recorded', async () => {
    const run = fc.asyncProperty(
      drafts,
      fc.nat(28),
      requests,
      sketches(12),
      async (events, first, how, someSketches) => {
        const names = namesOf((cases += 1));
        const postings = postingsOf(events, names, articles);
        const before = postings.slice(0, 1 + first);
        const opened = await post(server, names.stories.map(openingOf));
        const recorded = [...opened, ...(await postInRequests(server, before, how))];
        const head = recorded.at(-1)?.position ?? 0;
        const paths = someSketches.map((sketch) => pathOf(ended(questionOf(sketch, recorded, now()), head), head));
        const answers = await Promise.all(paths.map((path) => server.get(path)));
        const later = await postInRequests(server, postings.slice(before.length), how);
        await server.get(`/v1/stories/${names.stories[0]}?minPosition=${later.at(-1)?.position ?? head}`);
        const again = await Promise.all(paths.map((path) => server.get(path)));
        expect(again.map(bytesOf)).toEqual(answers.map(bytesOf));
      },
    );
    await checkProperty(run, STORIES);
  }, 300_000);

  it.each([7, 1000])(
    'the rows that the server projected equal those of a projection in batches of %i',
    async (size) => {
      const fresh = new FreshProjection(server.ownerUrl, size);
      expect(await fresh.differences()).toEqual([]);
      await fresh.forget();
    },
    120_000,
  );
});

/** The bytes of an answer; of an error, which has the request's own id, the status alone. */
const bytesOf = ({ status, text }: Answer): string => (status === 200 ? text : String(status));

/** The question with a bound of valid time and a position, or an instant, in the past. */
function ended(question: Question, head: number): Question {
  const { asOf = '2025-06', recordedAsOf } = question.point;
  const isPast = recordedAsOf !== undefined && recordedAsOf.length !== 10;
  // The other point of changes has no end, nor has the last day of the record: they are not asked.
  const isOpen = question.read === 'changes' || (question.read === 'series' && question.steps.clock === 'recordedAsOf');
  const read = isOpen ? 'item' : question.read;
  return { ...question, read, point: { ...question.point, asOf, recordedAsOf: isPast ? recordedAsOf : `@${head}` } };
}
