import { describe, expect, it } from '@jest/globals';
import { request, type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOwnPostgres } from '../support/own-postgres.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { importStream, importText, storyLines, type AnswerLine } from './importing.js';

const LINES = 6_000;
/** How many imports one key may have at a time. */
const MAX_IMPORTS = 4;

/** How many events of a story the log has, and how many of them are different. */
async function countEvents(server: TestServer, story: string): Promise<{ events: number; different: number }> {
  const texts: string[] = [];
  for (let path = `/v1/events?story=${story}&limit=200`; path !== '';) {
    const { items, next } = (await server.get(path)).body as { items: { data: object }[]; next: string | null };
    texts.push(...items.map(({ data }) => JSON.stringify(data)));
    path = next ? `/v1/events?story=${story}&limit=200&cursor=${encodeURIComponent(next)}` : '';
  }
  return { events: texts.length, different: new Set(texts).size };
}

/** Begins an import, sends some lines without ending the request, and waits until so many are stored. */
async function begin(server: TestServer, lines: readonly string[], stored: number): Promise<ClientRequest> {
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${server.adminKey}` };
  const sending = request(`${server.url}/v1/events/import`, { method: 'POST', headers, agent: false });
  sending.on('error', () => undefined);
  let answer = '';
  sending.on('response', (response) =>
    response
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('error', () => undefined),
  );
  sending.write(`${lines.join('\n')}\n`);
  await until(`${stored} are stored`, () => Promise.resolve(stored === 0 || answer.includes(`"imported":${stored}`)));
  return sending;
}

describe('an import whose client goes away', () => {
  it('keeps its stored batches, no longer counts as in progress, and continues when it is sent again', async () => {
    const server = await startServer();
    for (let n = 0; n < MAX_IMPORTS + 2; n += 1) {
      const lines = storyLines(`left-${n}`, 1_299);
      const sending = await begin(server, lines.slice(0, 1_200), 1_000);
      sending.destroy();
      await until(
        'it is over',
        async () =>
          (await server.post('/v1/events/import', '', { 'content-type': 'application/x-ndjson' })).status === 200,
      );
      const [last] = (await importText(server, lines.join('\n'))).slice(-1);
      expect(last).toMatchObject({ imported: 300, duplicates: 1_000 });
      expect(await countEvents(server, `left-${n}`)).toEqual({ events: 1_300, different: 1_300 });
    }
  }, 120_000);
});

describe('imports of one key', () => {
  it('are at most four at a time; the next one may begin when one of them has ended', async () => {
    const server = await startServer();
    const four = await Promise.all(
      Array.from({ length: MAX_IMPORTS }, (_, n) => begin(server, storyLines(`four-${n}`, 1_100), 1_000)),
    );
    const fifth = () => server.post('/v1/events/import', '', { 'content-type': 'application/x-ndjson' });
    const refused = await fifth();
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(refused.headers.get('retry-after')).toBe('5');
    four[0]?.end();
    await until('there is room again', async () => (await fifth()).status === 200);
    for (const one of four) one.destroy();
  }, 60_000);
});

describe('an import whose database crashes', () => {
  it('ends with an error, and continues when it is sent again: no event is missing or stored twice', async () => {
    const postgres = await startOwnPostgres();
    const server = await startServer({}, { databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    const lines = storyLines('dying', LINES - 1);
    const slowly = async function* (): AsyncGenerator<string> {
      for (let i = 0; i < lines.length; i += 500) {
        yield `${lines.slice(i, i + 500).join('\n')}\n`;
        await sleep(100);
      }
    };
    const broken: AnswerLine[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      let dying: Promise<void> | undefined;
      const answered = await importStream(server, slowly(), () => {
        dying ??= postgres.crash();
      });
      await dying;
      broken.push(...answered.slice(-1));
      await postgres.start();
      await until('the server is ready', async () => (await server.get('/readyz')).status === 200);
    }
    expect(broken.filter((line) => 'error' in line && line.error.code === 'unavailable').length).toBeGreaterThan(0);
    const [last] = (await importText(server, lines.join('\n'))).slice(-1);
    expect(last && 'imported' in last && last.imported + last.duplicates).toBe(LINES);
    expect(await countEvents(server, 'dying')).toEqual({ events: LINES, different: LINES });
  }, 180_000);
});
