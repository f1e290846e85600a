import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { env } from 'node:process';
import { unsupported, type CitedEvent } from '#briefs/testing/unsupported.js';
import { drafts } from '../property/drafts.js';
import { checkProperty } from '../property/check-property.js';
import { namesOf } from '../property/names.js';
import { openingOf, postingsOf } from '../property/postings.js';
import { sketches, questionOf } from '../property/questions.js';
import { post, postInRequests } from '../property/record.js';
import { fileArticles } from '../property/sources.js';
import { startServer, type TestServer } from '../support/server.js';
import { readBrief, sentencesOf } from './read-brief.js';

const CASES = Number(env['DATELINE_BRIEFS'] ?? (env['DATELINE_TEST_LONG'] === 'true' ? 60 : 20));
const DOUBTS = 'What is disputed or only claimed';
const NAMES = [
  ...[
    'Ada Moreno',
    'Li Wen',
    'Jon Aker',
    'Minister',
    'Envoy',
    'Geneva',
    'Madrid',
    'rare earths',
    'soybeans',
    'chips',
    'Illness',
    'Harbour Committee',
  ],
  ...['Morning Gazette', 'Evening Post', 'Weekly Ledger', 'Harbour Wire', 'A minister', 'A spokeswoman'],
];

let server: TestServer;
let articles: string[];
let cases = 1000;

beforeAll(async () => {
  server = await startServer();
  articles = await fileArticles(server);
}, 120_000);

type Event = CitedEvent & { id: string };
const logOf = async (story: string): Promise<Event[]> =>
  ((await server.get(`/v1/events?story=${story}&limit=200`)).body as { items: Event[] }).items;

describe('the brief of a random story, at random points of the clocks', () => {
  it('contains only what the cited events contain, and states no claim as a fact', async () => {
    const property = fc.asyncProperty(drafts, sketches(4), async (events, questions) => {
      const names = namesOf((cases += 1));
      const opened = await post(server, names.stories.map(openingOf));
      const posted = [
        ...opened,
        ...(await postInRequests(server, postingsOf(events, names, articles), { sizes: [4], atOnce: 1 })),
      ];
      const head = posted.at(-1)?.position ?? 0;
      const log = new Map((await Promise.all(names.stories.map(logOf))).flat().map((event) => [event.id, event]));
      for (const sketch of questions) {
        const { point, story } = questionOf(sketch, posted, new Date().toISOString());
        const clocks = Object.entries({
          asOf: point.asOf,
          reportedAsOf: point.reportedAsOf,
          recordedAsOf: point.recordedAsOf,
        });
        const query = new URLSearchParams(
          clocks.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
        );
        if (point.recordedAsOf === undefined) query.set('minPosition', String(head));
        const path = `?${query.toString()}`;
        if ((await server.get(`/v1/stories/${story}${path}`)).status === 404) continue;
        const brief = await readBrief(server, story, path);
        const facts = (await server.get(`/v1/stories/${story}/timeline${path}&limit=200`)).body as {
          items: { id: string; certainty: string }[];
        };
        const claimed = facts.items.filter(({ certainty }) => certainty === 'claimed').map(({ id }) => id);
        const wrong = brief.sections.flatMap(({ title, sentences }) =>
          sentences.flatMap(({ text, events }) => {
            const cited = events.flatMap((id) => log.get(id) ?? []);
            const missing = unsupported(text, cited, NAMES);
            if (cited.length < events.length) missing.push('an event');
            if (title !== DOUBTS && events.some((id) => claimed.includes(id))) missing.push('anything but a claim');
            return missing.length === 0 ? [] : [{ path, text, missing, cited }];
          }),
        );
        expect(wrong).toEqual([]);
        expect(sentencesOf(brief).length).toBeLessThanOrEqual(40);
      }
    });
    await checkProperty(property, CASES);
  }, 300_000);
});
