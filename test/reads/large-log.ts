import { importStream } from '../bulk/importing.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/**
 * How many stories of the same parties and topic, and how many subjects over all of them. The subjects are tariffs,
 * some of which are only announced.
 */
export interface Size {
  stories: number;
  subjects: number;
}

const FULL: Size = { stories: 10_000, subjects: 50_000 };
const SMALL: Size = { stories: 1_000, subjects: 5_000 };
/** With `DATELINE_TEST_READS=full`, the size for which the documented limits hold. */
export const SIZE = process.env['DATELINE_TEST_READS'] === 'full' ? FULL : SMALL;

/** The story that has many facts and most of the subjects. */
export const LONG = 'story-0';

const number = (n: number): string => String(n).padStart(5, '0');
const story = (n: number): string => `story-${n}`;
const source = (n: number) => ({
  url: `https://example.org/page/${n}`,
  publisher: 'A paper',
  publishedAt: '2025-06-30',
});

/** Half of the subjects are the long story's own. The others are spread over all stories. */
function* lines({ stories, subjects }: Size): Generator<string> {
  for (let n = 0; n < stories; n += 1) {
    const data = { title: `The story ${n}`, parties: ['USA', 'CHN'], topics: ['trade'] };
    yield JSON.stringify({ type: 'StoryOpened', story: story(n), occurredAt: '2025-01-01', data });
  }
  for (let n = 0; n < subjects; n += 1) {
    const day = `2025-0${1 + (n % 6)}-1${n % 10}`;
    const data = { imposedBy: 'USA', appliesTo: 'CHN', measure: `m-${number(n)}`, ratePercent: n % 100 };
    const kind =
      n % 3 === 0
        ? { type: 'TariffAnnounced', data: { ...data, effectiveFrom: '2025-12-31' } }
        : { type: 'TariffChanged', data };
    yield JSON.stringify({ ...kind, story: story(n % 2 === 0 ? 0 : n % stories), occurredAt: day, source: source(n) });
  }
}

/** The lines in larger chunks: one chunk for each line would cost more than the import. */
function* chunks(size: Size): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines(size)) {
    chunk.push(line);
    if (chunk.length < 500) continue;
    yield `${chunk.join('\n')}\n`;
    chunk = [];
  }
  yield `${chunk.join('\n')}\n`;
}

export interface LargeLog {
  server: TestServer;
  database: TestDatabase;
}

/** A server whose log has them, and whose views are at the head. */
export async function loadLargeLog(size: Size = SIZE): Promise<LargeLog> {
  const database = await createTestDatabase();
  const program = process.env['DATELINE_TEST_PROGRAM'];
  const server = await startServer(
    {},
    { databaseUrl: database.url, ownerUrl: database.ownerUrl, ...(program !== undefined && { program }) },
  );
  const results = await importStream(server, asSource(chunks(size)));
  const last = results.at(-1);
  if (!last || 'error' in last) throw new Error(JSON.stringify(last));
  const position = size.stories + size.subjects;
  if (last.position !== position) throw new Error(`imported up to ${last.position}`);
  await until(
    'the views are at the head',
    async () => (await server.get(`/v1/stories?limit=1&minPosition=${position}`)).status === 200,
    300_000,
  );
  return { server, database };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* asSource(texts: Iterable<string>): AsyncGenerator<string> {
  yield* texts;
}
