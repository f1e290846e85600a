import { beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';
import { importText, milestone, storyLines } from './importing.js';

let server: TestServer;
let stories = 0;

beforeAll(async () => {
  server = await startServer();
}, 120_000);

const ownStory = (): string => `import-${++stories}`;
const head = async (): Promise<number> => ((await server.get('/v1/admin/log')).body as { position: number }).position;
const eventsOf = async (story: string): Promise<{ version: number; requestEnd: number }[]> => {
  const answer = await server.get(`/v1/events?story=${story}&limit=200`);
  return (answer.body as { items: { version: number; requestEnd: number }[] }).items;
};

describe('an import', () => {
  it('answers with running totals after each batch of a thousand lines', async () => {
    const before = await head();
    expect(await importText(server, storyLines(ownStory(), 2499).join('\n'))).toEqual([
      { imported: 1000, duplicates: 0, position: before + 1000 },
      { imported: 2000, duplicates: 0, position: before + 2000 },
      { imported: 2500, duplicates: 0, position: before + 2500 },
    ]);
    expect(await head()).toBe(before + 2500);
  });

  it('stores each batch as one request', async () => {
    const before = await head();
    await importText(server, storyLines(ownStory(), 1200).join('\n'));
    const { body } = await server.get(`/v1/events?after=${before}&limit=1`);
    expect((body as { items: object[] }).items).toMatchObject([{ position: before + 1, requestEnd: before + 1000 }]);
  });

  it('that is sent again stores no event twice, with ids or without', async () => {
    const story = ownStory();
    const lines = [...storyLines(story, 20), milestone(story, 99, { id: '01994f6e-8a5c-7c3e-9b0a-0000000000aa' })];
    const [first] = await importText(server, lines.join('\n'));
    const after = await head();
    expect(first).toMatchObject({ imported: 22, duplicates: 0, position: after });
    expect(await importText(server, lines.join('\n'))).toEqual([{ imported: 0, duplicates: 22, position: after }]);
    expect(await head()).toBe(after);
  });

  it('counts a repeated line as a duplicate', async () => {
    const lines = storyLines(ownStory(), 3);
    expect(await importText(server, [...lines, ...lines].join('\n'))).toMatchObject([{ imported: 4, duplicates: 4 }]);
  });

  it('accepts a byte order mark, Windows line ends, empty lines and white space', async () => {
    const text = `\uFEFF${storyLines(ownStory(), 2).join('\r\n')}\r\n\r\n  \t\r\n`;
    expect(await importText(server, text)).toMatchObject([{ imported: 3, duplicates: 0 }]);
  });

  it('of an empty text answers with totals of nothing', async () => {
    for (const text of ['', '\n\n', '\uFEFF'])
      expect(await importText(server, text)).toEqual([{ imported: 0, duplicates: 0, position: 0 }]);
  });

  it('accepts meta-events, and an article before the facts that cite it', async () => {
    const story = ownStory();
    const article = {
      url: `https://example.org/${story}`,
      headline: 'A day',
      publisher: 'A paper',
      publishedAt: '2025-05-01',
      body: 'It is\n done.',
    };
    const filed = await server.post('/v1/articles', { ...article, body: 'Another revision.' });
    const { id } = (await server.post('/v1/articles', article)).body as { id: string };
    const [opening = '', , ...more] = storyLines(story, 2);
    const fact = '01994f6e-8a5c-7c3e-9b0a-0000000000bb';
    const lines = [
      opening,
      JSON.stringify({ article }),
      JSON.stringify({ article: { ...article, url: `${article.url}/2` } }),
      milestone(story, 1, { id: fact, source: { article: id, quote: 'It is done' } }),
      JSON.stringify({ type: 'EventCorrected', data: { target: fact, occurredAt: '2025-04', reason: 'a slip' } }),
      ...more,
    ];
    expect(filed.status).toBe(201);
    expect(await importText(server, lines.join('\n'))).toMatchObject([{ imported: 5, duplicates: 1 }]);
    const corrected = await server.get(`/v1/events/${fact}`);
    expect(corrected.body).toMatchObject({
      source: { headline: 'A day', quoteStart: 0, quoteEnd: 11 },
      accounts: [{ occurredAt: '2025-04' }],
    });
  });

  it('with an article without its text accepts quotes unchecked, until the text is filed', async () => {
    const story = ownStory();
    const sha256 = 'c0535e4be2b79ffd93291305436bf889314e4a3faec05ecffcbb7df31ad9e51a'; // of "Hello world!"
    const article = { url: 'https://example.org/erased', headline: 'Gone', publisher: 'A paper', sha256 };
    const imported = await importText(server, JSON.stringify({ article }));
    expect(imported).toEqual([{ imported: 1, duplicates: 0, position: 0 }]);
    const { id } = ((await server.get('/v1/articles?limit=1')).body as { items: { id: string }[] }).items[0] ?? {
      id: '',
    };
    const source = { article: id, quote: 'Hello moon', quoteStart: 0, quoteEnd: 10 };
    const fact = '01994f6e-8a5c-7c3e-9b0a-0000000000cc';
    await importText(server, [...storyLines(story, 0), milestone(story, 1, { id: fact, source })].join('\n'));
    expect((await server.get(`/v1/events/${fact}`)).body).toMatchObject({ source });
    const filed = await server.post('/v1/articles', { ...article, sha256: undefined, body: 'Hello world!' });
    expect(filed.body).toMatchObject({ id, sha256 });
    expect((await server.get(`/v1/articles/${id}`)).body).toMatchObject({ body: 'Hello world!' });
    expect(await importText(server, milestone(story, 2, { source }))).toMatchObject([
      { imported: 0 },
      { error: { line: 1, code: 'quote-not-found', errors: [{ pointer: '/source/quote' }] } },
    ]);
  });
});

describe('a line that cannot be stored', () => {
  /** What is wrong with a line, the line, and the code and pointer of the error. */
  const rejected: [string, (story: string) => string, string, string][] = [
    ['is not JSON', () => '{"type":', 'malformed-json', ''],
    ['is not an object', () => '[1]', 'invalid-event', ''],
    ['is not UTF-8', () => '\uD800', 'malformed-json', ''],
    [
      'has a type that is not in the catalogue',
      (story) => milestone(story, 1, { type: 'SomethingElse' }),
      'unknown-type',
      '/type',
    ],
    [
      'breaks the rules of its type',
      (story) => milestone(story, 1, { data: { text: '' } }),
      'invalid-event',
      '/data/text',
    ],
    ['has an unknown field', (story) => milestone(story, 1, { mood: 'good' }), 'invalid-event', '/mood'],
    ['is dated ahead', (story) => milestone(story, 1, { occurredAt: '2999-01-01' }), 'invalid-event', '/occurredAt'],
    ['belongs to an unknown story', () => milestone('no-such-story', 1), 'unknown-story', '/story'],
    [
      'cites an unknown article',
      (story) => milestone(story, 1, { source: { article: 'none' } }),
      'unknown-article',
      '/source/article',
    ],
    [
      'is about an unknown event',
      () =>
        JSON.stringify({
          type: 'EventRetracted',
          data: { target: '01994f6e-8a5c-7c3e-9b0a-00000000ffff', reason: 'why not' },
        }),
      'unknown-target',
      '/data/target',
    ],
    [
      'opens a story again',
      (story) => storyLines(story, 0).join().replace('The story', 'Another'),
      'story-exists',
      '/story',
    ],
    ['is too long', (story) => milestone(story, 1, { mood: 'x'.repeat(256 * 1024) }), 'too-large', ''],
    ['never ends', () => 'x'.repeat(5 * 1024 * 1024), 'too-large', ''],
    [
      'is an article and an event',
      (story) => milestone(story, 1, { article: { url: 'https://example.org/' } }),
      'invalid-event',
      '/article',
    ],
  ];

  it.each(rejected)('because it %s ends the import; all lines before are stored', async (_, bad, code, pointer) => {
    const story = ownStory();
    const before = await head();
    const lines = [...storyLines(story, 4), '', bad(story), milestone(story, 5)];
    const answered = await importText(
      server,
      Buffer.from(lines.join('\n'), 'utf8').toString().includes('\uFFFD') ? latin(lines) : lines.join('\n'),
    );
    expect(answered).toEqual([
      { imported: 5, duplicates: 0, position: before + 5 },
      { error: { line: 7, code, detail: expect.any(String), errors: [{ pointer, detail: expect.any(String) }] } },
    ]);
    expect((await eventsOf(story)).length).toBe(5);
  });

  it('is reported with all of its errors', async () => {
    const bad = milestone(ownStory(), 1, { occurredAt: '2025-13', certainty: 'sure' });
    const [, last] = await importText(server, bad);
    const errors = last && 'error' in last ? last.error.errors : [];
    expect(errors.map((error) => error.pointer).sort()).toEqual(['/certainty', '/occurredAt']);
  });

  it('is the first line with an error, whatever the errors are', async () => {
    const story = ownStory();
    const ofNoStory = milestone('no-such-story', 1);
    const ofNoArticle = milestone(story, 1, { source: { article: 'none' } });
    const twice = milestone(story, 8, { id: '01994f6e-8a5c-7c3e-9b0a-0000000000dd' });
    const again = twice.replace('number 8', 'number 9');
    const start = storyLines(story, 1);
    const lineOf = async (...lines: string[]) => {
      const last = (await importText(server, [...start, ...lines].join('\n'))).at(-1);
      return last && 'error' in last ? [last.error.line, last.error.code] : last;
    };
    expect(await lineOf(ofNoStory, ofNoArticle)).toEqual([3, 'unknown-story']);
    expect(await lineOf(ofNoArticle, ofNoStory)).toEqual([3, 'unknown-article']);
    expect(await lineOf(twice, ofNoStory, again, ofNoArticle)).toEqual([4, 'unknown-story']);
    expect(await lineOf(again, ofNoArticle)).toEqual([3, 'event-id-conflict']);
    expect((await eventsOf(story)).length).toBe(3);
  });

  it('in a later batch ends the import there: corrected and sent again, it continues', async () => {
    const story = ownStory();
    const before = await head();
    const lines = storyLines(story, 2399);
    const broken = lines.with(1700, '{}');
    expect((await importText(server, broken.join('\n'))).at(-1)).toMatchObject({
      error: { line: 1701, code: 'invalid-event' },
    });
    expect(await head()).toBe(before + 1700);
    expect((await importText(server, lines.join('\n'))).at(-1)).toEqual({
      imported: 700,
      duplicates: 1700,
      position: before + 2400,
    });
    const versions = (await eventsOf(story)).map((event) => event.version);
    expect(versions).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  });
});

/** A text that is not UTF-8: it has half a character. */
const latin = (lines: string[]): Buffer =>
  Buffer.from(lines.map((line) => (line === '\uD800' ? '"\u00E9"' : line)).join('\n'), 'latin1');

describe('a request for an import', () => {
  it.each<[string, string, Record<string, string>, number, string]>([
    ['without a key', '{}', { authorization: '' }, 401, 'unauthenticated'],
    ['with JSON', '{}', { 'content-type': 'application/json' }, 415, 'unsupported-media-type'],
    ['for another answer', '{}', { accept: 'application/json' }, 406, 'not-acceptable'],
  ])('%s is refused', async (_, text, headers, status, code) => {
    const answer = await server.post('/v1/events/import', text, { 'content-type': 'application/x-ndjson', ...headers });
    expect(answer).toMatchObject({ status, body: { code } });
  });
});
