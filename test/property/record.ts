import type { TestServer } from '../support/server.js';
import type { Told } from '../oracle/told.js';
import type { Draft } from './drafts.js';
import type { Kind } from './happenings.js';

export const PUBLISHERS = [
  { publisher: 'Morning Gazette', publishedAt: '2025-10-26' },
  { publisher: 'Evening Post', publishedAt: '2025-06-01T12:34:56.789012Z' },
  { publisher: 'Weekly Ledger', publishedAt: undefined },
] as const;

const QUOTE = 'the two sides said what they said';

/** What is called what in one case. */
export interface Names {
  stories: readonly [string, string];
  subjects: Readonly<Record<Kind, readonly [Record<string, string>, Record<string, string>]>>;
}

/** The answer to a write, as far as the oracle needs it. */
interface Recorded {
  position: number;
  events: { id: string; position: number; recordedAt: string }[];
}

/** Files one article of each publisher; answers their ids. */
export async function fileArticles(server: TestServer): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, { publisher, publishedAt }] of PUBLISHERS.entries()) {
    const body = `On this day, as ${publisher} has it, ${QUOTE}, and more was not said.`;
    const article = { url: `https://example.org/property/${i}`, headline: `What ${publisher} has`, publisher, publishedAt, body };
    const answer = await server.post('/v1/articles', article);
    if (answer.status !== 201) throw new Error(`filing an article: ${answer.status} ${answer.text}`);
    ids.push((answer.body as { id: string }).id);
  }
  return ids;
}

/** Fresh names for a case: a pair of countries of its own for the tariffs, slugs with its number for the rest. */
export function namesOf(caseNumber: number): Names {
  const n = `p${caseNumber}`;
  const [imposedBy, appliesTo] = pairOf(caseNumber);
  return {
    stories: [`${n}-one`, `${n}-two`],
    subjects: {
      truce: [{ truce: `${n}-pause` }, { truce: `${n}-lull` }],
      tariff: [
        { imposedBy, appliesTo },
        { imposedBy, appliesTo, measure: `${n}-steel` },
      ],
      talks: [{ talks: `${n}-talks` }, { talks: `${n}-parley` }],
      meeting: [{ meeting: `${n}-meeting` }, { meeting: `${n}-dinner` }],
    },
  };
}

/** One event to post, and what the oracle will know of it once it has its place in the record. */
export interface Posting {
  body: Readonly<Record<string, unknown>>;
  told: Omit<Told, 'id' | 'position' | 'requestStart' | 'recordedAt'>;
}

export function factOf(draft: Draft, names: Names, articles: readonly string[]): Posting {
  const { type, occurredAt, certainty, attributedTo } = draft;
  const { publisher, publishedAt } = PUBLISHERS[draft.publisher];
  const story = names.stories[draft.story];
  const data = { ...names.subjects[draft.kind][draft.which], ...draft.data };
  const article = articles[draft.publisher];
  const source =
    draft.source === 'article'
      ? { article, quote: QUOTE, attributedTo }
      : { url: 'https://example.org/property/page', publisher, ...draft.source, attributedTo };
  const published = draft.source === 'article' ? publishedAt : draft.source.publishedAt;
  return {
    body: { type, story, occurredAt, certainty, data, source },
    told: { type, story, occurredAt, certainty, data, publisher, attributedTo, publishedAt: published },
  };
}

export function openingOf(story: string): Posting {
  const opening = { type: 'StoryOpened', story, occurredAt: '2025-01-01', data: { title: `The story ${story}` } };
  return { body: opening, told: { ...opening, certainty: 'reported', publisher: '' } };
}

/** Posts one request, a single event as such and more as an array; answers the events as they now stand in the record. */
export async function post(server: TestServer, postings: readonly Posting[]): Promise<Told[]> {
  const bodies = postings.map((posting) => posting.body);
  const answer = await server.post('/v1/events', bodies.length === 1 && bodies[0] !== undefined ? bodies[0] : bodies);
  if (answer.status !== 201) throw new Error(`recording: ${answer.status} ${answer.text}\n${JSON.stringify(bodies, null, 1)}`);
  const { events } = answer.body as Recorded;
  return postings.map(({ told }, i) => {
    const recorded = events[i];
    if (recorded === undefined) throw new Error(`no event ${i} in ${answer.text}`);
    const { id, position, recordedAt } = recorded;
    return { ...told, id, position, recordedAt, requestStart: events[0]?.position ?? position };
  });
}

/** In which requests a case is recorded: how many facts each holds, over and over, and how many requests are on their way at once. */
export interface Requests {
  sizes: number[];
  atOnce: number;
}

/** Posts the facts in requests, the last of them taking what is left; answers them in the order of the record. */
export async function postInRequests(server: TestServer, postings: readonly Posting[], { sizes, atOnce }: Requests): Promise<Told[]> {
  const requests: Posting[][] = [];
  for (let i = 0; i < postings.length;) {
    const size = sizes[requests.length % sizes.length] ?? 1;
    requests.push(postings.slice(i, i + size));
    i += size;
  }
  const told: Told[] = [];
  for (let i = 0; i < requests.length; i += atOnce) {
    const answers = await Promise.all(requests.slice(i, i + atOnce).map((request) => post(server, request)));
    told.push(...answers.flat());
  }
  return told.sort((a, b) => a.position - b.position);
}

const COUNTRIES =
  'ARG AUS AUT BEL BRA CAN CHE CHL CHN COL CZE DEU DNK EGY ESP EST ETH FIN FRA GBR GHA GRC HUN IDN IND IRL ISL ISR ITA JPN KEN KHM KOR LTU LUX LVA MAR MEX MYS NGA NLD NOR NZL PAK PER PHL POL PRT ROU SAU SGP SVK SVN SWE THA TUN TUR UKR URY USA VNM ZAF'.split(
    ' ',
  );

/** A pair of two different countries for each number, none twice before all have been. */
function pairOf(n: number): [string, string] {
  const imposedBy = n % COUNTRIES.length;
  const step = 1 + (Math.floor(n / COUNTRIES.length) % (COUNTRIES.length - 1));
  return [COUNTRIES[imposedBy] ?? 'USA', COUNTRIES[(imposedBy + step) % COUNTRIES.length] ?? 'CHN'];
}
