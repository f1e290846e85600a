import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openStory } from '../http/recording.js';
import { drafts } from '../property/drafts.js';
import { namesOf } from '../property/names.js';
import { openingOf, postingsOf } from '../property/postings.js';
import { fileArticles } from '../property/sources.js';
import { articlesAlone, demo, type Material } from '../seed/material.js';
import { record } from '../seed/record.js';
import { startServer, type TestServer } from '../support/server.js';
import { importText, linesOf, milestone } from './importing.js';

interface Line {
  id?: string;
  position?: number;
  recordedAt?: string;
  source?: Record<string, unknown>;
  article?: Record<string, unknown>;
}

const exported = async (server: TestServer, query = ''): Promise<string> => {
  const answer = await server.get(`/v1/export${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
  return answer.text;
};

/** The boards of all stories on some dates, without fields that depend on the time of recording. */
async function boards(server: TestServer, position: number, dates: readonly string[]): Promise<unknown[]> {
  const listed = await server.get(`/v1/stories?minPosition=${position}&limit=200`);
  const stories = (listed.body as { items: { slug: string }[] }).items.map(({ slug }) => slug).sort();
  const paths = stories.flatMap((slug) => dates.map((date) => `/v1/stories/${slug}?asOf=${date}`));
  return Promise.all(
    paths.map(async (path) => {
      const { clocks: _clocks, story, ...board } = (await server.get(path)).body as Record<string, unknown>;
      const { changedAt: _changedAt, ...opened } = story as Record<string, unknown>;
      return { path, story: opened, board };
    }),
  );
}

const events = (lines: readonly Line[]): unknown[] =>
  lines
    .filter((line) => line.article === undefined)
    .map(({ recordedAt: _at, ...line }) => ({ ...line, recordedBy: undefined }));

/** Exports a record, imports it into an empty one, compares the two, and returns the export. */
async function expectSame(server: TestServer, dates: readonly string[]): Promise<string> {
  const copy = await startServer();
  const text = await exported(server);
  const lines = linesOf<Line>(text);
  const last = Math.max(...lines.map((line) => line.position ?? 0));
  expect((await importText(copy, text)).at(-1)).toEqual({ imported: lines.length, duplicates: 0, position: last });
  const copied = linesOf<Line>(await exported(copy));
  expect(events(copied)).toEqual(events(lines));
  expect(copied.flatMap((line) => line.article ?? [])).toEqual(lines.flatMap((line) => line.article ?? []));
  expect(await boards(copy, last, dates)).toEqual(await boards(server, last, dates));
  await copy.stop();
  return text;
}

const DATES = ['2018', '2025-02', '2025-04-10', '2025-04-12', '2025-05-14', '2025-08-11', '2025-10-26', '2026'];

describe('an export that is imported into an empty database', () => {
  it.each<[string, Material]>([...articlesAlone(), demo()].map((material) => [material.name, material]))(
    'gives the same record of %s: ids, positions, articles, and the board of every date',
    async (_, material) => {
      const server = await startServer();
      await record(server, material);
      const text = await expectSame(server, DATES);
      // Imported into its own record, it adds nothing.
      expect((await importText(server, text)).at(-1)).toMatchObject({ imported: 0, duplicates: linesOf(text).length });
      await server.stop();
    },
    60_000,
  );

  it('gives the same random record, with corrections, retractions, corroborations and claims', async () => {
    const server = await startServer();
    const articles = await fileArticles(server);
    const seed = Number(process.env['DATELINE_SEED'] ?? Date.now() % 2 ** 31);
    console.log(`DATELINE_SEED=${seed}`);
    let types = new Set<string>();
    for (const [n, some] of fc.sample(drafts, { numRuns: 40, seed }).entries()) {
      const names = namesOf(n + 1);
      const postings = postingsOf(some, names, articles);
      types = new Set([...types, ...postings.map(({ event }) => event.type)]);
      const bodies = [...names.stories.map(openingOf), ...postings].map(({ body }) => body);
      const answer = await server.post('/v1/events', bodies);
      if (answer.status !== 201) throw new Error(answer.text);
    }
    expect([...types]).toEqual(
      expect.arrayContaining(['EventCorrected', 'EventRetracted', 'EventCorroborated', 'TariffChanged']),
    );
    await expectSame(server, ['2024', '2025-03', '2025-06-15', '2025-09', '2027']);
    await server.stop();
  }, 120_000);
});

describe('an export', () => {
  let server: TestServer;
  let article: string;
  const filed = {
    url: 'https://example.org/a',
    headline: 'A day',
    publisher: 'A paper',
    body: 'It is done.',
    language: 'en',
  };

  beforeAll(async () => {
    server = await startServer({ DATELINE_PUBLIC_READ: 'true' });
    for (const story of ['first', 'second']) await openStory(server, story);
    await server.post('/v1/articles', { ...filed, body: 'A first revision, which nobody quotes.' });
    article = ((await server.post('/v1/articles', filed)).body as { id: string }).id;
    const source = { article, quote: 'It is done' };
    const facts = [
      milestone('first', 1),
      milestone('second', 2, { source }),
      milestone('first', 3, { source }),
      milestone('second', 4),
    ];
    await server.post('/v1/events', `[${facts.join(',')}]`);
  }, 60_000);

  const kinds = (lines: readonly Line[]): (number | string)[] =>
    lines.map((line) => line.position ?? `article ${String(line.article?.['revision'])}`);

  it('has each article before the first event that cites it, and uncited articles at the end', async () => {
    expect(kinds(linesOf(await exported(server)))).toEqual([1, 2, 3, 'article 2', 4, 5, 6, 'article 1']);
    expect((await server.get('/v1/export')).headers.get('dateline-position')).toBe('6');
  });

  it('of one story has its events, and the articles that they cite', async () => {
    expect(kinds(linesOf(await exported(server, '?story=first')))).toEqual([1, 3, 'article 2', 5]);
    expect((await server.get('/v1/export?story=no-such-story')).status).toBe(404);
  });

  it('continues after a position, as if it had not been interrupted', async () => {
    const all = linesOf<Line>(await exported(server));
    for (const [index, { position }] of all.entries()) {
      if (position === undefined) continue;
      expect(linesOf(await exported(server, `?after=${position}`))).toEqual(all.slice(index + 1));
    }
  });

  it('has the text of an article for editors, and only its sha256 for others', async () => {
    const forAll = linesOf<Line>((await server.get('/v1/export', { authorization: '' })).text);
    const forEditors = linesOf<Line>(await exported(server));
    expect(forEditors.find((line) => line.article?.['revision'] === 2)?.article).toMatchObject({
      id: article,
      ...filed,
    });
    expect(forAll.map((line) => line.article?.['body'])).toEqual(forAll.map(() => undefined));
    const copy = await startServer();
    const text = forAll.map((line) => JSON.stringify(line)).join('\n');
    expect((await importText(copy, text)).at(-1)).toMatchObject({ imported: 8, duplicates: 0, position: 6 });
    expect(events(linesOf(await exported(copy)))).toEqual(events(forEditors));
    // The texts can be imported later.
    expect((await importText(copy, await exported(server))).at(-1)).toMatchObject({
      imported: 2,
      duplicates: 6,
      position: 6,
    });
    expect((await copy.get(`/v1/articles/${article}`)).body).toMatchObject({ body: filed.body, revision: 2 });
    await copy.stop();
  });

  it('of an empty record is empty', async () => {
    const empty = await startServer();
    expect(await exported(empty)).toBe('');
  });
});
