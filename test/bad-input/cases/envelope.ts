import { ARTICLE, CLOSED, FACT, OPEN, PAGE, RECORDED, USED_KEY, data, fact, post, type Case } from '../material.js';

const TWO_DAYS_AHEAD = new Date(Date.now() + 2 * 86_400_000).toISOString();
const IN_TWO_YEARS = String(new Date().getUTCFullYear() + 2);

const invalid = (pointer: string): string => `422 invalid-event ${pointer}`;
const dated = (occurredAt: unknown): Case => [
  `occurredAt ${JSON.stringify(occurredAt)}`,
  fact({ occurredAt }),
  invalid('/occurredAt'),
];
const sourced = (name: string, source: unknown, ...answers: string[]): Case => [
  `source: ${name}`,
  fact({ source }),
  ...answers,
];
const batch = (name: string, events: readonly unknown[], ...answers: string[]): Case => [
  `batch: ${name}`,
  post('/v1/events', events),
  ...answers,
];

/** The fields around the data of an event: type, story, dates, certainty, source, id. Alone and in a batch. */
export const envelope: Case[] = [
  ['no type', fact({ type: undefined }), invalid('/type'), '422 unknown-type'],
  ['a type that is no text', fact({ type: 5 }), invalid('/type'), '422 unknown-type'],
  ['a type that is not in the catalogue', fact({ type: 'TariffImagined' }), '422 unknown-type /type'],
  ['a type in another case', fact({ type: 'tariffChanged' }), '422 unknown-type /type'],
  ['a type that is a name of every object', fact({ type: 'constructor' }), '422 unknown-type /type'],
  ['no story', fact({ story: undefined }), invalid('/story')],
  ['a story with capitals', fact({ story: 'Open-Story' }), invalid('/story')],
  ['a story with SQL in it', fact({ story: "x'; DROP TABLE event; --" }), invalid('/story')],
  ['a story with a path in it', fact({ story: '../../admin' }), invalid('/story')],
  ['a story of 101 characters', fact({ story: 'a'.repeat(101) }), invalid('/story')],
  ['a story with two hyphens in a row', fact({ story: 'open--story' }), invalid('/story')],
  ['a story that was never opened', fact({ story: 'never-opened' }), '422 unknown-story'],
  ['a fact in a closed story', fact({ story: CLOSED }), '422 story-closed'],
  ['no occurredAt', fact({ occurredAt: undefined }), invalid('/occurredAt')],
  ...[
    2025,
    '',
    '2025-13',
    '2025-00',
    '2025-02-30',
    '2025-02-29',
    '2025-6-1',
    '20250601',
    '0000',
    '12025',
    'yesterday',
  ].map(dated),
  ...[
    '2025-06-01T10:00:00',
    '2025-06-01 10:00:00Z',
    '2025-06-01T24:00:00Z',
    '2025-06-01T10:60:00Z',
    '2025-06-01T10:00:00+25:00',
    '2025-06-01Z',
  ].map(dated),
  ['two days ahead', fact({ occurredAt: TWO_DAYS_AHEAD }), invalid('/occurredAt')],
  ['a year that has not begun', fact({ occurredAt: IN_TWO_YEARS }), invalid('/occurredAt')],
  ['an unknown certainty', fact({ certainty: 'rumoured' }), invalid('/certainty')],
  ['a certainty that is null', fact({ certainty: null }), invalid('/certainty')],
  ['an id that is no UUID', fact({ id: 'event-1' }), invalid('/id')],
  ['a field of the server', fact({ position: 1 }), invalid('/position')],
  ['another field of the server', fact({ recordedAt: '2025-01-01T00:00:00Z' }), invalid('/recordedAt')],
  ['a field in another case', fact({ occurredat: '2025' }), invalid('/occurredat')],
  ['no data', fact({ data: undefined }), invalid('/data')],
  ['data null', fact({ data: null }), invalid('/data')],
  ['data a list', fact({ data: [] }), invalid('/data')],
  ['data a text', fact({ data: '{}' }), invalid('/data')],
  ['an unknown field of the data', data({ reason: 'none' }), invalid('/data/reason')],
  ['the same id with other content', fact({ id: RECORDED, occurredAt: '2025-04-12' }), '409 event-id-conflict'],
  [
    'the same id in capitals with other content',
    fact({ id: RECORDED.toUpperCase(), occurredAt: '2025-04-12' }),
    '409 event-id-conflict',
  ],

  ['no source', fact({ source: undefined }), invalid('/source')],
  sourced('null', null, invalid('/source')),
  sourced('empty', {}, '422 invalid-event'),
  sourced('an article and a page', { article: ARTICLE, ...PAGE }, '422 invalid-event'),
  sourced('a page without publisher', { url: PAGE.url }, invalid('/source/publisher')),
  sourced('a page without address', { publisher: PAGE.publisher }, invalid('/source/url')),
  sourced('a script as its address', { ...PAGE, url: 'javascript:alert(1)' }, invalid('/source/url')),
  sourced('a file as its address', { ...PAGE, url: 'file:///etc/passwd' }, invalid('/source/url')),
  sourced('a relative address', { ...PAGE, url: '/page' }, invalid('/source/url')),
  sourced('an empty publisher', { ...PAGE, publisher: ' ' }, invalid('/source/publisher')),
  sourced('a publication that is no date', { ...PAGE, publishedAt: '2025-02-30' }, invalid('/source/publishedAt')),
  sourced('an unknown field', { ...PAGE, page: 3 }, invalid('/source/page')),
  sourced('an empty quote', { ...PAGE, quote: '' }, invalid('/source/quote')),
  sourced('NUL in the quote', { ...PAGE, quote: 'no\u0000thing' }, invalid('/source/quote')),
  sourced('NUL in the speaker', { ...PAGE, attributedTo: 'A\u0000B' }, invalid('/source/attributedTo')),
  sourced('an article never filed', { article: '01920000-0000-7000-8000-00000000ffff' }, '422 unknown-article'),
  sourced('an article that is any text', { article: "' OR 1=1 --" }, '422 unknown-article'),
  sourced('an article that is a path', { article: '../../etc/passwd' }, '422 unknown-article'),
  sourced('an article that is a number', { article: 1 }, invalid('/source/article')),
  sourced(
    'a quote that is not in the article',
    { article: ARTICLE, quote: 'The envoys met on Tuesday.' },
    '422 quote-not-found',
  ),
  sourced('a quote in other letters', { article: ARTICLE, quote: 'the envoys met on monday' }, '422 quote-not-found'),
  sourced('a quote with a wildcard', { article: ARTICLE, quote: 'The envoys % on Monday.' }, '422 quote-not-found'),

  batch('none', [], '422 invalid-event'),
  batch(
    '1,001 events',
    Array.from({ length: 1001 }, () => FACT),
    '422 invalid-event',
  ),
  batch('null among them', [FACT, null], '422 invalid-event /1'),
  batch('a list among them', [FACT, [FACT]], '422 invalid-event /1'),
  batch(
    'one bad rate',
    [FACT, FACT, FACT, { ...FACT, data: { ...FACT.data, ratePercent: -1 } }],
    '422 invalid-event /3/data/ratePercent',
  ),
  batch('one unknown type', [FACT, { ...FACT, type: 'Nothing' }], '422 unknown-type'),
  batch('one unknown story', [FACT, { ...FACT, story: 'never-opened' }], '422 unknown-story'),
  batch('one closed story', [FACT, { ...FACT, story: CLOSED }], '422 story-closed'),
  batch('one unknown article', [FACT, { ...FACT, source: { article: 'none' } }], '422 unknown-article'),
  batch(
    'one quote that is in no article',
    [FACT, { ...FACT, source: { article: ARTICLE, quote: 'nowhere' } }],
    '422 quote-not-found',
  ),
  batch('one id that is used already', [FACT, { ...FACT, id: RECORDED, story: CLOSED }], '409 event-id-conflict'),
  batch(
    'one id twice, with other content',
    [
      { ...FACT, id: '01920000-0000-7000-8000-000000000002' },
      { ...FACT, id: '01920000-0000-7000-8000-000000000002', occurredAt: '2025' },
    ],
    '409 event-id-conflict',
    '422 invalid-event',
  ),
  batch('a story opened twice', [opening('twice-opened'), opening('twice-opened')], '409 story-exists'),
  batch('a story that there is', [FACT, opening(OPEN)], '409 story-exists'),
  batch(
    'a fact before its story is opened',
    [{ ...FACT, story: 'opened-later' }, opening('opened-later')],
    '422 unknown-story',
  ),

  ['the schema is checked before the story', fact({ story: 'never-opened', data: {} }), '422 invalid-event'],
  [
    'the quote is checked before the story',
    fact({ story: 'never-opened', source: { article: ARTICLE, quote: 'nowhere' } }),
    '422 quote-not-found',
  ],
  [
    'the key is checked before the id',
    posted({ id: RECORDED, occurredAt: '2025' }, { 'idempotency-key': USED_KEY }),
    '422 idempotency-key-reused',
  ],
  [
    'the id is checked before the version',
    posted({ id: RECORDED, occurredAt: '2025' }, { 'if-match': '"999"' }),
    '409 event-id-conflict',
  ],
  [
    'the version is checked before the closed story',
    posted({ story: CLOSED }, { 'if-match': '"999"' }),
    '412 version-mismatch',
  ],
  [
    'a key used for another body',
    posted({ occurredAt: '2025' }, { 'idempotency-key': USED_KEY }),
    '422 idempotency-key-reused',
  ],
  ['a key of 256 characters', posted({}, { 'idempotency-key': 'k'.repeat(256) }), '400 bad-parameter'],
  ['an earlier version', posted({}, { 'if-match': '"1"' }), '412 version-mismatch'],
  ['a version that is no number', posted({}, { 'if-match': '"abc"' }), '400 bad-parameter', '412 version-mismatch'],
  ['a version without its quotes', posted({}, { 'if-match': 'abc' }), '400 bad-parameter', '412 version-mismatch'],
  [
    'a version for two stories',
    post('/v1/events', [FACT, opening('second-story')], { 'if-match': '"2"' }),
    '400 bad-parameter',
    '422 invalid-event',
  ],
];

function opening(story: string) {
  return { type: 'StoryOpened', story, occurredAt: '2025', data: { title: 'A story' } };
}

function posted(change: Record<string, unknown>, headers: Record<string, string>) {
  return post('/v1/events', { ...FACT, ...change }, headers);
}
