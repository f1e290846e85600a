import { beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import type { ArticleBody } from '../../apps/server/src/articles/articles.schema.js';
import { asOwner } from '../support/log.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { linesOf, milestone, storyLines, type AnswerLine } from './importing.js';

const TEXT = 'The locks were closed on Monday. Nobody was told why.';
const sha256 = hash('sha256', TEXT, 'hex');
/** The claimed details of the article, and the real ones. */
const CLAIMED = { headline: 'Locks sabotaged', publisher: 'River Post', publishedAt: '2024-01-02' };
const REAL = { headline: 'Locks closed', publisher: 'River Post', publishedAt: '2024-01-09' };

interface Source {
  publisher: string;
  unverified?: true;
}
type Keys = Record<'editor' | 'admin', Record<string, string>>;

let server: TestServer;
let keys: Keys;
let made = 0;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'true' });
  keys = await keysOf(server);
}, 120_000);

async function keysOf(one: TestServer): Promise<Keys> {
  const { key } = (await one.post('/v1/admin/keys', { name: 'desk', role: 'editor' })).body as { key: string };
  return { editor: { authorization: `Bearer ${key}` }, admin: {} };
}

/** A story, a url and the id of an event, different for each test. */
function own() {
  const n = ++made;
  return {
    story: `unverified-${n}`,
    url: `https://example.org/unverified/${n}`,
    fact: `01994f6e-8a5c-7c3e-9b0a-${String(n).padStart(12, '0')}`,
  };
}

async function imported(as: keyof Keys, lines: readonly unknown[], where = server): Promise<AnswerLine[]> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const head = { 'content-type': 'application/x-ndjson', ...(where === server ? keys[as] : {}) };
  const answer = await where.post('/v1/events/import', text, head);
  if (answer.status !== 200) throw new Error(answer.text);
  return linesOf(answer.text);
}

/** Imports an article by its sha256 alone, as an admin, and returns its id. */
async function claim(url: string, more: object = {}): Promise<string> {
  expect(await imported('admin', [{ article: { url, ...CLAIMED, sha256, ...more } }])).toEqual([
    { imported: 1, duplicates: 0, position: 0 },
  ]);
  const { items } = (await server.get('/v1/articles?limit=1')).body as { items: ArticleBody[] };
  expect(items[0]?.url).toBe(url);
  return items[0]?.id ?? '';
}

const file = (url: string, as: keyof Keys = 'editor', more: object = {}): Promise<Answer> =>
  server.post('/v1/articles', { url, ...REAL, body: TEXT, ...more }, keys[as]);
const article = async (id: string): Promise<ArticleBody> =>
  (await server.get(`/v1/articles/${id}`)).body as ArticleBody;
const sourceOf = async (event: string): Promise<Source> =>
  ((await server.get(`/v1/events/${event}`)).body as { source: Source }).source;

/** The source of a story's only fact, from every read that shows it. */
async function readSources(story: string, event: string, of: string, one = server): Promise<Source[]> {
  const head = ((await one.get('/v1/admin/log')).body as { position: number }).position;
  const read = async <Body>(path: string): Promise<Body> => (await one.get(path)).body as Body;
  const detail = await read<{ source: Source; accounts: { source: Source }[] }>(`/v1/events/${event}`);
  const { items } = await read<{ items: { id: string; source: Source }[] }>(`/v1/events?story=${story}`);
  const ofArticle = await read<{ items: { source: Source }[] }>(`/v1/articles/${of}/events`);
  const timeline = await read<{ items: { sources: Source[] }[] }>(`/v1/stories/${story}/timeline?minPosition=${head}`);
  const frames = (await one.get(`/v1/stories/${story}/replay`)).text.trim().split('\n');
  const facts = frames.flatMap(
    (line) => (JSON.parse(line) as { event?: { type: string; sources: Source[] } }).event ?? [],
  );
  const recorded = (await one.get(`/v1/stories/${story}/replay?clock=recordedAsOf`)).text.trim().split('\n');
  const events = recorded.flatMap(
    (line) => (JSON.parse(line) as { event?: { id: string; source: Source } }).event ?? [],
  );
  const found = [
    detail.source,
    detail.accounts[0]?.source,
    items.find(({ id }) => id === event)?.source,
    ofArticle.items[0]?.source,
    timeline.items[0]?.sources[0],
    facts.find(({ type }) => type === 'MilestoneReported')?.sources[0],
    events.find(({ id }) => id === event)?.source,
  ];
  expect(found.every((source) => source !== undefined)).toBe(true);
  return found as Source[];
}

describe('an editor’s import of an article', () => {
  it.each<[string, object, string[]]>([
    ['by its sha256 alone', { sha256 }, ['/article/body']],
    ['that was erased', { sha256, erased: 'A court order' }, ['/article/erased', '/article/body']],
    ['with its text, and erased', { body: TEXT, erased: 'A court order' }, ['/article/erased']],
  ])('%s ends there, with the pointer and the rule; all lines before are stored', async (_, fields, pointers) => {
    const { story, url } = own();
    const lines = [...storyLines(story, 1), { article: { url, ...CLAIMED, ...fields } }, milestone(story, 5)];
    const [totals, refused] = await imported('editor', lines);
    expect(totals).toMatchObject({ imported: 2, duplicates: 0 });
    const errors = pointers.map((pointer) => ({ pointer, detail: expect.stringContaining('an admin') }));
    expect(refused).toEqual({
      error: { line: 3, code: 'forbidden', detail: expect.stringContaining('admin’s key'), errors },
    });
    const { items } = (await server.get('/v1/articles?limit=200')).body as { items: ArticleBody[] };
    expect(items.some((one) => one.url === url)).toBe(false);
  });

  it('gives it the next revision of its url, as filing it does', async () => {
    const { url } = own();
    await imported('editor', [{ article: { url, ...REAL, body: TEXT, revision: 999_999 } }]);
    const [, second] = [await file(url), await file(url, 'editor', { body: 'Another text.' })];
    expect(second.body).toMatchObject({ revision: 2 });
  });
});

describe('an article by its sha256 alone', () => {
  it('is marked, has an audit entry, and is replaced once the text is filed', async () => {
    const { url } = own();
    const id = await claim(url, { language: 'de', byline: 'Nobody' });
    expect(await article(id)).toMatchObject({ ...CLAIMED, unverified: true, filedBy: 'admin' });
    const { body: before } = await server.get('/v1/admin/audit?action=article-claimed&limit=1');
    expect(before).toMatchObject({ items: [{ actor: 'admin', subject: id, detail: { url, sha256 } }] });

    const filed = await file(url);
    expect([filed.status, filed.body]).toEqual([
      201,
      expect.objectContaining({ id, ...REAL, language: null, byline: null, filedBy: 'desk' }),
    ]);
    expect(filed.body).not.toHaveProperty('unverified');
    expect(await article(id)).toMatchObject({ ...REAL, body: TEXT });
    const { body: after } = await server.get('/v1/admin/audit?action=article-verified&limit=1');
    expect(after).toMatchObject({
      items: [
        {
          actor: 'desk',
          subject: id,
          requestId: expect.any(String),
          detail: { claimed: { ...CLAIMED, language: 'de', filedBy: 'admin' } },
        },
      ],
    });
    // Filed again, it stays as it was first filed with its text.
    expect([(await file(url, 'editor', { headline: 'Another' })).status, (await article(id)).headline]).toEqual([
      200,
      REAL.headline,
    ]);
  });

  it('is also replaced by an import with the text', async () => {
    const { url } = own();
    const id = await claim(url);
    expect(await imported('editor', [{ article: { url, ...REAL, body: TEXT } }])).toMatchObject([
      { imported: 1, duplicates: 0 },
    ]);
    expect(await article(id)).toMatchObject({ ...REAL, filedBy: 'desk' });
    expect(await article(id)).not.toHaveProperty('unverified');
  });

  it('that was erased elsewhere stays erased, even when the text is filed', async () => {
    const { url } = own();
    const id = await claim(url, { erased: 'A court order' });
    expect([(await file(url)).status, await article(id)]).toEqual([
      200,
      expect.objectContaining({ ...CLAIMED, erased: 'A court order', body: null }),
    ]);
  });

  it('that many clients file at once is filed once, with the details of one of them', async () => {
    const { url } = own();
    const id = await claim(url);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => file(url, 'editor', { headline: `Headline ${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    const { headline } = await article(id);
    expect(new Set(answers.map(({ body }) => (body as ArticleBody).headline))).toEqual(new Set([headline]));
    const { items } = (await server.get('/v1/admin/audit?action=article-verified&limit=200')).body as {
      items: { subject: string }[];
    };
    expect(items.filter(({ subject }) => subject === id)).toHaveLength(1);
  });
});

describe('a source that an editor imports, of an article without its text', () => {
  it('is unverified in every read, until the text confirms it', async () => {
    const { story, url, fact } = own();
    const id = await claim(url, REAL);
    const source = { article: id, quote: 'closed on Monday', quoteStart: 15, quoteEnd: 31 };
    const lines = [...storyLines(story, 0), milestone(story, 1, { id: fact, source })];
    expect(await imported('editor', lines)).toMatchObject([{ imported: 2 }]);
    for (const one of await readSources(story, fact, id))
      expect(one).toMatchObject({ quote: source.quote, unverified: true });

    await file(url);
    for (const one of await readSources(story, fact, id)) expect(one).not.toHaveProperty('unverified');
    expect(await sourceOf(fact)).toMatchObject(source);
    // Sent again it is a duplicate, although it can be checked now.
    expect(await imported('editor', lines)).toMatchObject([{ imported: 0, duplicates: 2 }]);
  });

  it.each<[string, object, object]>([
    ['does not contain the quote', { quote: 'blown up on Monday' }, REAL],
    ['has the quote at another place', { quote: 'closed on Monday', quoteStart: 0, quoteEnd: 16 }, REAL],
    ['was published on another day', { quote: 'closed on Monday' }, CLAIMED],
    ['has another headline, and nothing is quoted', {}, { ...REAL, headline: 'Another' }],
  ])('stays unverified where the article that is filed later %s', async (_, fields, known) => {
    const { story, url, fact } = own();
    const id = await claim(url, known);
    const line = milestone(story, 1, { id: fact, source: { article: id, ...fields } });
    await imported('editor', [...storyLines(story, 0), line]);
    await file(url);
    for (const one of await readSources(story, fact, id)) expect(one.unverified).toBe(true);
    // It stays as it was recorded, and can be sent again.
    expect(await imported('editor', [line])).toMatchObject([{ imported: 0, duplicates: 1 }]);
    const posted = JSON.parse(line) as { source: Record<string, unknown> };
    const { quoteStart: _start, quoteEnd: _end, ...source } = posted.source;
    expect((await server.post('/v1/events', { ...posted, source }, keys.editor)).status).toBe(200);
  });

  it('is checked once the text has been filed', async () => {
    const { story, url } = own();
    const id = await claim(url);
    await file(url);
    const lines = await imported('editor', [
      ...storyLines(story, 0),
      milestone(story, 1, { source: { article: id, quote: 'blown up', unverified: true, ...CLAIMED } }),
    ]);
    expect(lines.at(-1)).toMatchObject({
      error: { line: 2, code: 'quote-not-found', errors: [{ pointer: '/source/quote' }] },
    });
  });

  it('is unverified where the text was erased; a source that was checked before stays verified', async () => {
    const { story, url, fact } = own();
    const { id } = (await file(url)).body as ArticleBody;
    const first = milestone(story, 1, { id: fact, source: { article: id, quote: 'closed on Monday' } });
    await imported('editor', [...storyLines(story, 0), first]);
    await server.request('DELETE', `/v1/admin/articles/${id}/body`, { reason: 'Withdrawn' });
    const other = own().fact;
    const forged = milestone(story, 2, { id: other, source: { article: id, quote: 'blown up on Monday' } });
    expect(await imported('editor', [first, forged])).toMatchObject([{ imported: 1, duplicates: 1 }]);
    expect(await sourceOf(fact)).not.toHaveProperty('unverified');
    expect(await sourceOf(other)).toMatchObject({ unverified: true });
  });

  it('is also unverified when it is posted: the claimed details of the article go into the event', async () => {
    const { story, url } = own();
    const id = await claim(url);
    await imported('editor', storyLines(story, 0));
    const post = (source: object) => server.post('/v1/events', milestone(story, 1, { source }), keys.editor);
    expect(await post({ article: id, quote: 'closed' })).toMatchObject({
      status: 422,
      body: { code: 'quote-not-found' },
    });
    const { events } = (await post({ article: id })).body as { events: { id: string }[] };
    expect(await sourceOf(events[0]?.id ?? '')).toMatchObject({ publishedAt: CLAIMED.publishedAt, unverified: true });
    await file(url, 'editor', CLAIMED);
    expect(await sourceOf(events[0]?.id ?? '')).not.toHaveProperty('unverified');
  });

  it('is compared with the text, however many events cite it', async () => {
    const { story, url } = own();
    const id = await claim(url, REAL);
    const quotes = ['closed on Monday', 'blown up'];
    const lines = Array.from({ length: 1200 }, (_, n) =>
      milestone(story, n, { source: { article: id, quote: quotes[n % 2] } }),
    );
    await imported('editor', [...storyLines(story, 0), ...lines]);
    await file(url);
    const { rows } = await asOwner(server.ownerUrl, (owner) =>
      owner.query<{ n: number }>(
        `select count(*)::int as n from event e join verified_source v on v.event = e.id where e.story = $1`,
        [story],
      ),
    );
    expect(rows).toEqual([{ n: 600 }]);
  });
});

describe('an export', () => {
  it('imported by an admin gives the same record, with the same unverified sources', async () => {
    const source = await startServer({ DATELINE_PUBLIC_READ: 'true' });
    const { editor } = await keysOf(source);
    const send = async (lines: unknown[], head: Record<string, string> = {}): Promise<AnswerLine[]> => {
      const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
      return linesOf(
        (await source.post('/v1/events/import', text, { 'content-type': 'application/x-ndjson', ...head })).text,
      );
    };
    const filed = async (n: number): Promise<string> =>
      (
        (await source.post('/v1/articles', { url: `https://example.org/${n}`, ...REAL, body: TEXT })).body as {
          id: string;
        }
      ).id;
    const claimed = async (n: number): Promise<string> => {
      await send([{ article: { url: `https://example.org/${n}`, ...CLAIMED, sha256 } }]);
      const { items } = (await source.get('/v1/articles?limit=1')).body as { items: { id: string }[] };
      return items[0]?.id ?? '';
    };
    const [held, erased, never, later] = [await filed(1), await filed(2), await claimed(3), await claimed(4)];
    const quote = 'closed on Monday';
    const fact = (n: number, article: string, more: object = {}) =>
      milestone('whole', n, {
        id: `01994f6e-8a5c-7c3e-9b0a-0000000001${String(n).padStart(2, '0')}`,
        source: { article, quote, ...more },
      });
    await send([...storyLines('whole', 0), fact(1, held), fact(2, erased)], {
      authorization: editor.authorization ?? '',
    });
    await send(
      [fact(3, never), fact(4, later, { quoteStart: 15, quoteEnd: 31 }), fact(5, later, { quote: 'blown up' })],
      {
        authorization: editor.authorization ?? '',
      },
    );
    await source.request('DELETE', `/v1/admin/articles/${erased}/body`, { reason: 'Withdrawn' });
    await source.post('/v1/articles', { url: 'https://example.org/4', ...CLAIMED, body: TEXT });

    const text = (await source.get('/v1/export')).text;
    interface Line {
      position?: number;
      source?: Source;
    }
    const marks = (all: string) =>
      linesOf<Line>(all).flatMap(({ position, source }) => (source ? [[position, source.unverified ?? false]] : []));
    expect(marks(text)).toEqual([
      [2, false],
      [3, false],
      [4, true],
      [5, false],
      [6, true],
    ]);
    // Imported into its own record, it adds nothing.
    const lines = linesOf(text).length;
    expect(await send([text])).toMatchObject([{ imported: 0, duplicates: lines, position: 6 }]);

    const copy = await startServer();
    expect(await imported('admin', [text], copy)).toMatchObject([{ imported: lines, duplicates: 0, position: 6 }]);
    const settled = (all: string) =>
      linesOf<object>(all).map((line) => ({ ...line, recordedAt: undefined, recordedBy: undefined }));
    const copied = (await copy.get('/v1/export')).text;
    expect(settled(copied)).toEqual(settled(text));
    expect(await imported('admin', [text], copy)).toMatchObject([{ imported: 0, duplicates: lines, position: 6 }]);
    for (const asOf of ['2000-01-02', '2000-01-04', '2025'])
      expect({
        ...((await copy.get(`/v1/stories/whole?asOf=${asOf}&minPosition=6`)).body as object),
        clocks: null,
        story: null,
      }).toEqual({
        ...((await source.get(`/v1/stories/whole?asOf=${asOf}`)).body as object),
        clocks: null,
        story: null,
      });
    await Promise.all([copy.stop(), source.stop()]);
  }, 60_000);
});
