import { BODY, OPEN, post, type Case } from '../material.js';

const MIB = 1024 * 1024;
const ARTICLE = {
  url: 'https://example.org/other',
  headline: 'Envoys part',
  publisher: 'Evening Post',
  publishedAt: '2025-06-03',
  body: BODY,
};
const NOT_FILED = '01920000-0000-8000-8000-00000000ffff';
const CORRECTION = { publishedAt: '2025-06-03', reason: 'the date was wrong' };
const STORY = { slug: 'another-story', title: 'Another story' };

const article = (name: string, change: Record<string, unknown>, answer: string): Case => [
  `article: ${name}`,
  post('/v1/articles', { ...ARTICLE, ...change }),
  answer,
];
const story = (name: string, change: Record<string, unknown>, answer: string): Case => [
  `story: ${name}`,
  post('/v1/stories', { ...STORY, ...change }),
  answer,
];
const correction = (name: string, change: Record<string, unknown>, answer: string): Case[] =>
  [NOT_FILED, 'none'].map((id): Case => [
    `correction of the article ${id}: ${name}`,
    post(`/v1/articles/${id}/correction`, { ...CORRECTION, ...change }),
    answer,
  ]);
const invalid = (pointer: string): string => `422 invalid-request ${pointer}`;

/** Opening stories, filing articles, verifying the log. */
export const filing: Case[] = [
  story('no slug', { slug: undefined }, invalid('/slug')),
  story('a slug with capitals', { slug: 'Another' }, invalid('/slug')),
  story('a slug with a space', { slug: 'another story' }, invalid('/slug')),
  story('an empty slug', { slug: '' }, invalid('/slug')),
  story('a slug of 101 characters', { slug: 'a'.repeat(101) }, invalid('/slug')),
  story('a slug that ends in a hyphen', { slug: 'another-' }, invalid('/slug')),
  story('a slug that is a prototype', { slug: '__proto__' }, invalid('/slug')),
  story('no title', { title: undefined }, invalid('/title')),
  story('an empty title', { title: '' }, invalid('/title')),
  story('NUL in the title', { title: 'No\u0000thing' }, invalid('/title')),
  story('half a surrogate pair in the title', { title: 'Half \ud800' }, invalid('/title')),
  story('a bad party', { parties: ['USA', 'America'] }, invalid('/parties/1')),
  story('topics that are no list', { topics: 'trade' }, invalid('/topics')),
  story('an unknown field', { colour: 'red' }, '422 invalid-request'),
  story('a slug that is used already', { slug: OPEN }, '409 story-exists'),
  ['story: a list', post('/v1/stories', [STORY]), '422 invalid-request'],
  ['story: null', post('/v1/stories', 'null'), '422 invalid-request'],
  ['story: half an object', post('/v1/stories', '{"slug":'), '400 malformed-json'],
  ['story: an unknown parameter', post('/v1/stories?colour=red', STORY), '400 bad-parameter'],

  article('no address', { url: undefined }, invalid('/url')),
  article('a script as its address', { url: 'javascript:alert(1)' }, invalid('/url')),
  article('a relative address', { url: '/articles/1' }, invalid('/url')),
  article('no headline', { headline: undefined }, invalid('/headline')),
  article('a line break in the headline', { headline: 'Envoys\r\nSet-Cookie: a=b' }, invalid('/headline')),
  article('no publisher', { publisher: undefined }, invalid('/publisher')),
  article('an empty publisher', { publisher: '' }, invalid('/publisher')),
  article('a publication date that does not exist', { publishedAt: '2025-06-31' }, invalid('/publishedAt')),
  article('a publication that is null', { publishedAt: null }, invalid('/publishedAt')),
  article('no body', { body: undefined }, invalid('/body')),
  article('an empty body', { body: '' }, invalid('/body')),
  article('a body that is a list', { body: [BODY] }, invalid('/body')),
  article('NUL in the body', { body: `${BODY}\u0000` }, invalid('/body')),
  article('half a surrogate pair in the body', { body: `${BODY}\udfff` }, invalid('/body')),
  article('an invalid language', { language: 'the Queen’s' }, invalid('/language')),
  article('an unknown field', { id: 'mine' }, '422 invalid-request'),
  article('more than 1 MiB', { body: 'x'.repeat(MIB + 1) }, '413 too-large'),
  ['article: two at once', post('/v1/articles', [ARTICLE, ARTICLE]), '422 invalid-request'],
  ['article: an unknown parameter', post('/v1/articles?dry=1', ARTICLE), '400 bad-parameter'],

  ...correction('no reason', { reason: undefined }, invalid('/reason')),
  ...correction('an empty reason', { reason: '' }, invalid('/reason')),
  ...correction('no date', { publishedAt: undefined }, invalid('/publishedAt')),
  ...correction('a date that does not exist', { publishedAt: '2025-06-31' }, invalid('/publishedAt')),
  ...correction('a date that is a number', { publishedAt: 2025 }, invalid('/publishedAt')),
  ...correction('an unknown field', { headline: 'Envoys part' }, '422 invalid-request'),
  ...correction('an article that is not filed', {}, '404 not-found'),
  ['correction: a list', post(`/v1/articles/${NOT_FILED}/correction`, []), '422 invalid-request'],
  [
    'correction: an unknown parameter',
    post(`/v1/articles/${NOT_FILED}/correction?dry=1`, CORRECTION),
    '400 bad-parameter',
  ],

  ['log: a head at no position', post('/v1/admin/log/verify', { position: 'last', hash: 'x' }), '422 invalid-request'],
  ['log: a hash that is none', post('/v1/admin/log/verify', { position: 1, hash: 'x' }), invalid('/hash')],
  ['log: an unknown field', post('/v1/admin/log/verify', { from: 1 }), '422 invalid-request'],
];
