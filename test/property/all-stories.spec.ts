import { stderr } from 'node:process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '../oracle/recorded.js';
import { startServer, type TestServer } from '../support/server.js';
import { checkAnswer } from './check-answer.js';
import { checkProperty } from './check-property.js';
import { drafts } from './drafts.js';
import { namesOf } from './names.js';
import { openingOf, postingsOf } from './postings.js';
import { questionOf, READS, sketch, type Read, type Sketch } from './questions.js';
import { post, postInRequests } from './record.js';
import { fileArticles } from './sources.js';

const LONG = process.env['DATELINE_TEST_LONG'] === 'true';
/** How many pairs of stories are recorded, one after the other, and how many questions are asked after each. */
const PAIRS = LONG ? 24 : 10;
const QUESTIONS = 30;

/** The reads that can be about all stories. */
const WIDE: readonly Read[] = ['timeline', 'changes', 'deadlines', 'list', 'disputes', 'series'];

const wideSketches: fc.Arbitrary<Sketch[]> = fc.array(
  fc.tuple(sketch, fc.constantFrom(...WIDE)).map(([one, read]) => ({ ...one, read, isOfSubject: false })),
  { minLength: QUESTIONS, maxLength: QUESTIONS },
);

let server: TestServer;
let articles: string[];
let cases = 0;

beforeAll(async () => {
  server = await startServer();
  articles = await fileArticles(server);
}, 120_000);

describe('over all stories', () => {
  it('lists, timelines, changes, deadlines and series equal those of the oracle, which knows the whole log', async () => {
    const recorded: RecordedEvent[] = [];
    const asked = new Map(READS.map((read) => [read, 0]));
    const run = fc.asyncProperty(drafts, wideSketches, async (events, sketches) => {
      const names = namesOf((cases += 1));
      recorded.push(...(await post(server, names.stories.map(openingOf))));
      const how = { sizes: [3, 1, 7], atOnce: 1 };
      recorded.push(...(await postInRequests(server, postingsOf(events, names, articles), how)));
      const now = new Date().toISOString();
      for (const one of sketches) {
        const question = { ...questionOf(one, recorded, now), among: 'all' as const };
        const points = await checkAnswer(server, question, recorded);
        asked.set(one.read, (asked.get(one.read) ?? 0) + points);
      }
    });
    await checkProperty(run, PAIRS);
    stderr.write(`property: over all stories ${JSON.stringify(Object.fromEntries(asked))}\n`);
    for (const read of WIDE) expect(asked.get(read)).toBeGreaterThan(PAIRS);
  }, 600_000);
});
