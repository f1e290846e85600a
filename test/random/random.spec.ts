import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenApi } from '../support/contract/document.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { residentOf } from '../support/memory.js';
import { startServer, type TestServer } from '../support/server.js';
import { RandomRequests, type RandomRequest } from './requests.js';
import { closeConnections, send, type RandomAnswer } from './send.js';

/** RANDOM_REQUESTS=20000 for a long run. */
const COUNT = Number(process.env['RANDOM_REQUESTS'] ?? 2000);
const AT_ONCE = 16;
/**
 * The least share of requests with a 2xx answer, and the least number of stored events per request. Seven runs of 2000
 * requests had 517 to 563 such answers, and 6 to 22 events.
 */
const MIN_SUCCEEDED = 0.2;
const MIN_STORED = 0.002;
/** Milliseconds. A read waits for the views 5 s at most, and a write of these requests 1 s. */
const TIMEOUT = 20_000;

const seed = seedOfRun('random requests');
const STORIES = ['first', 'second', 'closed'];
const source = { url: 'https://example.org/page', publisher: 'Morning Gazette' };

let server: TestServer;
let ids: string[];
let article: string;
let document: OpenApi;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false', LOG_LEVEL: 'warn' });
  document = (await server.get('/openapi.json')).body as OpenApi;
  for (const slug of STORIES) await server.post('/v1/stories', { slug, title: `The story ${slug}` });
  const filed = await server.post('/v1/articles', {
    url: source.url,
    headline: 'A page',
    publisher: source.publisher,
    body: 'The envoys met.',
  });
  article = (filed.body as { id: string }).id;
  const fact = {
    type: 'TariffChanged',
    occurredAt: '2025-04-11',
    data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 145 },
    source,
  };
  const recorded = await server.post('/v1/events', [
    ...['first', 'second', 'first'].map((story) => ({ ...fact, story })),
    { type: 'StoryClosed', story: 'closed', occurredAt: '2025-06-01', data: {} },
  ]);
  ids = (recorded.body as { events: { id: string }[] }).events.map(({ id }) => id);
}, 60_000);

afterAll(closeConnections);

const head = async (): Promise<number> => ((await server.get('/v1/admin/log')).body as { position: number }).position;

/** How many events were stored, by the answer. */
function storedBy({ operationId, method, path }: RandomRequest, { status, text }: RandomAnswer): number {
  if (method !== 'POST' || (status !== 200 && status !== 201)) return 0;
  if (
    !/^(recordEvents|correctEvent|retractEvent|corroborateEvent|openStory|correctArticle)$/.test(operationId) ||
    /[?&]dryRun=true/.test(path)
  )
    return 0;
  const { events } = JSON.parse(text) as { events?: { duplicate?: true }[] };
  return (events ?? []).filter(({ duplicate }) => !duplicate).length;
}

/** How many lines an import stored, by the answer. Some may be articles. */
function importedBy({ operationId, method }: RandomRequest, { status, text }: RandomAnswer): number {
  if (method !== 'POST' || operationId !== 'importEvents' || status !== 200) return 0;
  return Math.max(
    0,
    ...text
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { imported?: number }).imported ?? 0),
  );
}

it(`${COUNT} random requests: no 5xx, no hang, as many events stored as answered, and memory stays flat`, async () => {
  const names = {
    Slug: STORIES,
    story: STORIES,
    Source: [source, { article }],
    EventId: ids,
    slug: STORIES,
    id: [...ids, article],
    article: [article],
    view: ['tariffs', 'truces'],
    subject: ['USA>CHN:all'],
    target: ids,
    include: ['retracted', 'headline,disputes,deadline', 'deadline', 'history'],
  };
  const requests = new RandomRequests(document, randomFrom(seed), names, server.adminKey);
  const before = await head();
  const statuses: Record<string, number> = {};
  const wrong: string[] = [];
  const megabytes: number[] = [];
  let [stored, imported, sent] = [0, 0, 0];
  const worker = async (): Promise<void> => {
    while (sent < COUNT) {
      sent += 1;
      if (sent % Math.ceil(COUNT / 20) === 0) megabytes.push(Math.round(residentOf(server.pid)));
      const request = requests.next();
      const answer = await send(server, request, TIMEOUT).catch((error: Error) => ({
        status: 0,
        text: error.message,
      }));
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status === 0 || answer.status >= 500)
        wrong.push(
          `${request.method} ${request.path.slice(0, 300)} ${request.body?.toString().slice(0, 300)}: ` +
            `${answer.status} ${answer.text}`,
        );
      stored += storedBy(request, answer);
      imported += importedBy(request, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(
    `${JSON.stringify(statuses)}, stored ${stored}, imported ${imported}, MiB ${megabytes.join(' ')}\n`,
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  const succeeded = Object.entries(statuses).reduce((sum, [status, n]) => sum + (status.startsWith('2') ? n : 0), 0);
  expect(succeeded).toBeGreaterThan(COUNT * MIN_SUCCEEDED);
  const grown = (await head()) - before;
  expect([grown >= stored, grown <= stored + imported]).toEqual([true, true]);
  expect(stored).toBeGreaterThan(0);
  expect(grown).toBeGreaterThan(COUNT * MIN_STORED);
  const verdict = (await server.request('POST', '/v1/admin/log/verify')).text;
  expect(verdict).toContain(`"verified":${before + grown}`);
  // The second half is compared with the second quarter: the first quarter warms up.
  const most = (from: number, to: number): number => Math.max(...megabytes.slice(from, to));
  expect(most(10, 20)).toBeLessThan(most(5, 10) + 60);
}, 900_000);
