import { importStream } from '../bulk/importing.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/**
 * So many stories of the same parties and topic, and so many subjects over all of them: tariffs, some of which are only
 * announced.
 */
export interface Size {
  stories: number;
  subjects: number;
}

const FULL: Size = { stories: 10_000, subjects: 50_000 };
const SMALL: Size = { stories: 1_000, subjects: 5_000 };
/** `DATELINE_TEST_READS=full`: as many as the limits are told for. */
export const SIZE = process.env['DATELINE_TEST_READS'] === 'full' ? FULL : SMALL;

/** The story that also has many facts, most subjects and an article each. */
export const LONG = 'story-0';

const number = (n: number): string => String(n).padStart(5, '0');
const story = (n: number): string => `story-${n}`;
const source = (n: number) => ({
  url: `https://example.org/page/${n}`,
  publisher: 'A paper',
  publishedAt: '2025-06-30',
});

/** Half of the subjects are the long story's own; the others are spread over all. */
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

/** Lines as larger pieces: a piece a line would cost more than the import. */
function* pieces(size: Size): Generator<string> {
  let piece: string[] = [];
  for (const line of lines(size)) {
    piece.push(line);
    if (piece.length < 500) continue;
    yield `${piece.join('\n')}\n`;
    piece = [];
  }
  yield `${piece.join('\n')}\n`;
}

export interface Loaded {
  server: TestServer;
  database: TestDatabase;
}

/** A server that has recorded them, its views at the head. */
export async function loadMany(size: Size = SIZE): Promise<Loaded> {
  const database = await createTestDatabase();
  const program = process.env['DATELINE_TEST_PROGRAM'];
  const server = await startServer(
    {},
    { databaseUrl: database.url, ownerUrl: database.ownerUrl, ...(program !== undefined && { program }) },
  );
  const told = await importStream(server, asSource(pieces(size)));
  const last = told.at(-1);
  if (!last || 'error' in last) throw new Error(JSON.stringify(last));
  const position = size.stories + size.subjects;
  if (last.position !== position) throw new Error(`imported up to ${last.position}`);
  await until(
    'the views hold all',
    async () => (await server.get(`/v1/stories?limit=1&minPosition=${position}`)).status === 200,
    300_000,
  );
  return { server, database };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* asSource(texts: Iterable<string>): AsyncGenerator<string> {
  yield* texts;
}
