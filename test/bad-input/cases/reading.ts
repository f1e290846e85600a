import { OPEN, RECORDED, get, post, type Case } from '../material.js';

const BOARD = `/v1/stories/${OPEN}`;
const ITEM = `/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}`;
const NEVER = '01920000-0000-7000-8000-00000000ffff';

const parameter = (path: string, ...queries: string[]): Case[] =>
  queries.map((query): Case => [`${path}?${query}`, get(`${path}?${query}`), '400 bad-parameter']);
const cursor = (path: string, ...cursors: string[]): Case[] =>
  cursors.map((text): Case => [`${path}?cursor=${text}`, get(`${path}?cursor=${text}`), '400 bad-cursor']);
const nowhere = (...paths: string[]): Case[] => paths.map((path): Case => [`GET ${path}`, get(path), '404 not-found']);
const strange = (...paths: string[]): Case[] =>
  paths.map((path): Case => [`GET ${path}`, get(path), '404 not-found', '400 bad-parameter']);
const method = (...pairs: [string, string][]): Case[] =>
  pairs.map(([verb, path]): Case => [`${verb} ${path}`, { method: verb, path }, '405 method-not-allowed']);

const SQL = encodeURIComponent("2025'; DROP TABLE event; --");
const LISTS = ['/v1/stories', `${BOARD}/timeline`, '/v1/views/tariffs', `${ITEM}/history`];

/** Questions that cannot be asked: clocks, limits, cursors, filters, names of nothing, methods, types. */
export const reading: Case[] = [
  ...parameter(
    BOARD,
    'asOf=',
    'asOf=2025-13',
    'asOf=2025-02-30',
    'asOf=yesterday',
    'asOf=2025-06-01T10:00:00',
    'asOf=%00',
    `asOf=${SQL}`,
    'asOf=2025&asOf=2025',
  ),
  ...parameter(BOARD, 'asof=2025', 'nonsense=1', '__proto__=1', 'asOf[]=2025', 'asOf[$gt]=2025', 'constructor=x'),
  ...parameter(
    BOARD,
    'recordedAsOf=2199',
    'recordedAsOf=2199-01-01',
    'recordedAsOf=2199-01-01T00:00:00Z',
    'recordedAsOf=@999999999',
    'recordedAsOf=@99999999999999999999',
  ),
  ...parameter(
    BOARD,
    'recordedAsOf=@',
    'recordedAsOf=@-1',
    'recordedAsOf=@1.5',
    'recordedAsOf=@1e3',
    'recordedAsOf=@0x1',
    'recordedAsOf=17',
    'recordedAsOf=2025&recordedAsOf=@1',
  ),
  ...parameter(
    BOARD,
    'minPosition=999999999',
    'minPosition=-1',
    'minPosition=one',
    'minPosition=1.5',
    'minPosition=',
    'minPosition=1&minPosition=1',
  ),
  ...parameter(ITEM, 'asOf=2025-13', 'recordedAsOf=@x', 'limit=5'),
  ...parameter(`${BOARD}/replay`, 'to=2025-13', 'to=', 'to=2025&to=2025', 'nonsense=1'),
  ...parameter('/v1/deadlines', 'within=soon', 'within=30', 'within=-5d', 'within=30d&within=30d', 'asOf=x'),
  ...parameter(
    '/v1/events',
    'after=-1',
    'after=first',
    'after=1.5',
    `after=${SQL}`,
    'after=1&after=2',
    'limit=0',
    'nonsense=1',
  ),
  ...LISTS.flatMap((path) =>
    parameter(
      path,
      'limit=0',
      'limit=201',
      'limit=-1',
      'limit=ten',
      'limit=1.5',
      'limit=1e1',
      'limit=1&limit=2',
      'asOf=2025-13',
      'nonsense=1',
    ),
  ),
  ...LISTS.flatMap((path) => cursor(path, 'nonsense', '%00', 'eyJhIjoxfQ', encodeURIComponent("' OR 1=1 --"))),
  ...parameter('/v1/event-types', 'nonsense=1'),
  ...parameter('/v1/views', 'nonsense=1'),
  ...nowhere(
    '/v1',
    '/v1/nothing',
    '/v2/stories',
    '/v1/stories/never-opened',
    '/v1/stories/never-opened/timeline',
    '/v1/stories/never-opened/replay',
    `${BOARD}/nothing`,
  ),
  ...nowhere(
    '/v1/views/nothing',
    '/v1/views/nothing/never',
    '/v1/views/truces/never-heard-of',
    '/v1/views/truces/never-heard-of/history',
    '/v1/views/constructor',
  ),
  ...nowhere(
    '/v1/event-types/Nothing',
    '/v1/event-types/tariffChanged',
    '/v1/event-types/constructor',
    '/v1/event-types/__proto__',
    `/v1/articles/${NEVER}`,
    `/v1/events/${NEVER}`,
  ),
  ...strange(
    '/v1/articles/none',
    '/v1/events/none',
    '/v1/stories/Open-Story',
    `/v1/stories/${'a'.repeat(2000)}`,
    '/v1/stories/%00',
    '/v1/stories/%zz',
    '/v1/stories/%ff%fe',
  ),
  ...strange(
    '/v1/stories/..%2f..%2fetc%2fpasswd',
    '/docs/..%2f..%2f..%2fpackage.json',
    '/docs/%2e%2e/%2e%2e/package.json',
    `/v1/stories/${SQL}`,
    '/v1/stories/a%0d%0aSet-Cookie:%20x=y',
  ),
  ...strange(
    `/v1/views/tariffs/${SQL}`,
    '/v1/views/truces/%00',
    '/v1/views/__proto__/polluted',
    '/v1/views/tariffs/USA%3ECHN',
  ),
  ...method(
    ['DELETE', '/v1/events'],
    ['PUT', '/v1/events'],
    ['PATCH', '/v1/events'],
    ['DELETE', `/v1/events/${RECORDED}`],
    ['PUT', `/v1/events/${RECORDED}`],
    ['PATCH', `/v1/events/${RECORDED}`],
    ['GET', '/v1/events/import'],
  ),
  ...method(
    ['DELETE', BOARD],
    ['PUT', BOARD],
    ['POST', BOARD],
    ['PUT', '/v1/articles'],
    ['POST', '/v1/views/tariffs'],
    ['DELETE', ITEM],
    ['POST', '/v1/event-types'],
    ['DELETE', '/v1/admin/log'],
  ),
  ['a picture of the stories', get('/v1/stories', { accept: 'image/png' }), '406 not-acceptable'],
  ['a picture of the board', get(BOARD, { accept: 'image/png' }), '406 not-acceptable'],
  ['a page of the timeline', get(`${BOARD}/timeline`, { accept: 'text/html' }), '406 not-acceptable'],

  ['no key', get('/v1/stories', { authorization: '' }), '401 unauthenticated'],
  [
    'a wrong key',
    get('/v1/stories', { authorization: 'Bearer dl_nobody_nothing-at-all-but-long-enough-to-be-one' }),
    '401 unauthenticated',
  ],
  ['another scheme', get('/v1/stories', { authorization: 'Basic YWRtaW46YWRtaW4=' }), '401 unauthenticated'],
  [
    'a key in the address',
    get('/v1/stories?key=$KEY', { authorization: '' }),
    '401 unauthenticated',
    '400 bad-parameter',
  ],
  [
    'a token in the address',
    get('/v1/stories?access_token=$KEY', { authorization: '' }),
    '401 unauthenticated',
    '400 bad-parameter',
  ],
  ['writing without a key', post('/v1/events', {}, { authorization: '' }), '401 unauthenticated'],
  ['the log without a key', get('/v1/admin/log', { authorization: '' }), '401 unauthenticated'],
  ['a key of nothing', get('/v1/admin/log', { authorization: 'Bearer ' }), '401 unauthenticated'],
  [
    'an unknown parameter of a write',
    post('/v1/events?nonsense=1', {}),
    '400 bad-parameter',
    '422 invalid-event',
    '422 unknown-type',
  ],
];
