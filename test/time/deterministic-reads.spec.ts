import { beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '#catalogue/catalogue.js';
import { openStory } from '../http/recording.js';
import { between, oneOf, randomFrom, seedOfRun } from '../support/load/random.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture } from './story-fixture.js';
import { EventGenerator, type Posted } from './event-generator.js';

const random = randomFrom(seedOfRun('the same bytes'));
const STORIES = ['first-story', 'second-story'];
const FURTHER = 1_000;
const IN_A_REQUEST = 25;

/** All reads at a point of the record, by their paths in the OpenAPI document. */
const READS: Readonly<Record<string, (at: Place) => string[]>> = {
  '/v1/stories': () => ['/v1/stories', '/v1/stories?party=USA', '/v1/stories?include=headline,disputes,deadline'],
  '/v1/stories/{slug}': ({ story }) => [`/v1/stories/${story}`],
  '/v1/stories/{slug}/boards': ({ story }) => [`/v1/stories/${story}/boards`],
  '/v1/stories/{slug}/timeline': ({ story }) =>
    ['', '?include=retracted', '?party=CHN&limit=3', '?type=TariffChanged', '?view=truces&subject=truce-1'].map(
      (query) => `/v1/stories/${story}/timeline${query}`,
    ),
  '/v1/stories/{slug}/marks': ({ story }) => [`/v1/stories/${story}/marks`],
  '/v1/stories/{slug}/brief': ({ story }) => [`/v1/stories/${story}/brief`],
  '/v1/stories/{slug}/digests': ({ story }) =>
    ['day&limit=5', 'month'].map((period) => `/v1/stories/${story}/digests?period=${period}`),
  '/v1/stories/{slug}/changes': ({ story }) => [`/v1/stories/${story}/changes`],
  '/v1/stories/{slug}/replay': ({ story }) => [
    `/v1/stories/${story}/replay`,
    `/v1/stories/${story}/replay?clock=recordedAsOf`,
  ],
  '/v1/views/{view}': ({ view }) =>
    ['', '?story=first-story&limit=2', '?dateUncertain=true', '?include=history&limit=5'].map(
      (query) => `/v1/views/${view}${query}`,
    ),
  '/v1/views/{view}/{subject}': ({ view, subject }) => [`/v1/views/${view}/${subject}`],
  '/v1/views/{view}/{subject}/history': ({ view, subject }) => [`/v1/views/${view}/${subject}/history?limit=5`],
  '/v1/views/{view}/{subject}/facts': ({ view, subject }) => [`/v1/views/${view}/${subject}/facts?limit=5`],
  '/v1/timeline': () =>
    ['', '?party=CHN&limit=3', '?order=asc&type=TariffChanged&limit=5', '?view=truces'].map(
      (query) => `/v1/timeline${query}`,
    ),
  '/v1/changes': () => ['/v1/changes'],
  '/v1/series': ({ view }) => [`/v1/series?view=${view}&story=first-story&from=2025-01-15&to=2025-12-15&step=1m`],
  '/v1/disputes': () => ['/v1/disputes', '/v1/disputes?open=true&limit=3'],
  '/v1/deadlines': () =>
    ['', '?within=90d', '?state=overdue', '?state=settled'].map((query) => `/v1/deadlines${query}`),
  '/v1/events': () => ['/v1/events?limit=200'],
  '/v1/events/{id}': ({ event }) => [`/v1/events/${event}`],
  '/v1/events/{id}/similar': ({ event }) => [`/v1/events/${event}/similar`],
  '/v1/articles/{id}/events': ({ article }) => [`/v1/articles/${article}/events`],
};

interface Place {
  story: string;
  view: string;
  subject: string;
  event: string;
  article: string;
}

interface Operation {
  parameters?: { name: string; in: string }[];
}

let server: TestServer;
let fixture: StoryFixture;
let generator: EventGenerator;
let article: string;
let operations: Map<string, Operation>;
let recorded: Posted[];

async function post(events: Posted[]): Promise<void> {
  await fixture.batch(events);
  recorded.push(...events);
}

/** Records some events, in several requests. */
async function record(count: number): Promise<void> {
  for (let left = count; left > 0; left -= IN_A_REQUEST) await post(generator.next(Math.min(left, IN_A_REQUEST)));
}

beforeAll(async () => {
  server = await startServer();
  recorded = [];
  generator = new EventGenerator(random, STORIES);
  fixture = await StoryFixture.open(server, 'first-story');
  await openStory(server, 'second-story', { parties: ['USA', 'CHN'] });
  const text = {
    url: 'https://example.org/a',
    headline: 'A headline',
    publisher: 'Gazette',
    publishedAt: '2025-06-01',
    body: 'It came so.',
  };
  article = ((await server.post('/v1/articles', text)).body as { id: string }).id;
  const { paths } = (await server.get('/openapi.json')).body as { paths: Record<string, { get?: Operation }> };
  const reads = Object.entries(paths).flatMap(([path, { get }]): [string, Operation][] => (get ? [[path, get]] : []));
  operations = new Map(
    // `/` is a page: only its script reads the clocks.
    reads.filter(
      ([path, { parameters = [] }]) => path !== '/' && parameters.some(({ name }) => name === 'recordedAsOf'),
    ),
  );
  await record(300);
}, 120_000);

/** A path with dates on the clocks that its operation takes. The point of the record is a position of the log. */
function dated(template: string, path: string): string {
  const takes = (name: string) =>
    operations.get(template)?.parameters?.some((one) => one.in === 'query' && one.name === name);
  const at = between(random, Math.floor(fixture.position / 2), fixture.position);
  const query = new URLSearchParams({ recordedAsOf: `@${at}` });
  // The days of a series step along this clock.
  if (takes('asOf') && template !== '/v1/series')
    query.set('asOf', oneOf(random, ['2025-03', '2025-06-30', '2025-10', '2026']));
  if (takes('reportedAsOf') && random() < 0.4)
    query.set('reportedAsOf', oneOf(random, ['2026-01-31', '2026-02', '2026-03']));
  if (template.endsWith('/changes')) {
    const clock = oneOf(random, ['asOf', 'reportedAsOf', 'recordedAsOf'] as const);
    query.delete(clock);
    query.set('clock', clock);
    const ends = {
      asOf: ['2025-02', '2025-11'],
      reportedAsOf: ['2026-01-20', '2026-03'],
      recordedAsOf: [`@${at - 50}`, `@${at}`],
    }[clock];
    query.set('from', ends[0] ?? '');
    query.set('to', ends[1] ?? '');
    if (clock === 'asOf') query.delete('asOf');
    else query.set('asOf', '2025');
  }
  return `${path}${path.includes('?') ? '&' : '?'}${query.toString()}`;
}

/** Subjects of each view that facts have named. */
async function placesOf(view: string): Promise<string[]> {
  const { items } = (await server.get(`/v1/views/${view}`)).body as { items: { subject: string }[] };
  return items.map(({ subject }) => encodeURIComponent(subject));
}

describe('an answer as of a date and a past position of the record', () => {
  it('has the same bytes after 1,000 further events of every kind, for every read', async () => {
    // A new read has to be added above.
    expect(Object.keys(READS).sort()).toEqual([...operations.keys()].sort());
    const { items: views } = (await server.get('/v1/views')).body as { items: { name: string }[] };
    const requested: string[] = [];
    for (const [template, paths] of Object.entries(READS)) {
      for (const { name: view } of views) {
        const subject = oneOf(random, await placesOf(view));
        const fact = oneOf(random, recorded.filter(({ data }) => !('target' in data)).slice(0, 100));
        const place = { story: oneOf(random, STORIES), view, subject, event: fact.id, article };
        requested.push(...paths(place).map((path) => dated(template, path)));
      }
    }
    const wanted: [string, Record<string, string>][] = requested.map((path) => [path, {}]);
    for (const path of requested) {
      if (path.includes('/brief?')) wanted.push([path, { accept: 'text/markdown' }]);
      if (/^\/v1\/views\/\w+\?(?!.*limit)/.test(path)) wanted.push([path, { accept: 'text/csv' }]);
    }
    const before = await answers(wanted);
    // The second pages too.
    const further = before.flatMap(({ path, next }) =>
      next === null ? [] : [[`${path.split('?')[0]}?cursor=${next}`, {}] as const],
    );
    const later = await answers(further);
    expect(further.length).toBeGreaterThan(20);

    const from = recorded.length;
    await record(FURTHER - 4);
    for (const story of STORIES) await post(generator.closing(story));
    const since = recorded.slice(from);
    expect(since).toHaveLength(FURTHER);
    const types = new Set([...since.map(({ type }) => type), 'StoryOpened']);
    expect([...types].sort()).toEqual(catalogue.map(({ type }) => type).sort());

    expect(differing(before, await answers(wanted))).toEqual([]);
    expect(differing(later, await answers(further))).toEqual([]);
    const good = before.filter(({ status }) => status === 200).length;
    process.stdout.write(
      `${before.length + later.length} answers, ${good} of ${before.length} first pages with status 200\n`,
    );
    // A refusal proves little, so most answers have to be none.
    expect(before.filter(({ status }) => status !== 200).length).toBeLessThan(before.length / 10);
    expect(later.every(({ status }) => status === 200)).toBe(true);
  }, 240_000);
});

interface Answered {
  path: string;
  status: number;
  text: string;
  tag: string | null;
  next: string | null;
}

/** The paths whose answers differ, each with the text around the first difference. */
function differing(before: readonly Answered[], after: readonly Answered[]): string[] {
  return before.flatMap((one, i) => {
    const [was, is] = [JSON.stringify(one), JSON.stringify(after[i])];
    if (was === is) return [];
    const at = [...was].findIndex((letter, n) => letter !== is[n]);
    return [`${one.path}: ${was.slice(at - 60, at + 60)} | ${is.slice(at - 60, at + 60)}`];
  });
}

/** The bytes of each answer, its cursor and its tag. Of a refusal the status alone, since its text has a request id. */
async function answers(requests: readonly (readonly [string, Record<string, string>])[]): Promise<Answered[]> {
  const found = [];
  for (const [path, headers] of requests) {
    const { status, text, body, headers: given } = await server.get(path, headers);
    const next = (body as { next?: string | null } | undefined)?.next ?? null;
    found.push({ path, status, text: status === 200 ? text : '', tag: given.get('etag'), next });
  }
  return found;
}
