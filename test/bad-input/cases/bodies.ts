import { gzipSync } from 'node:zlib';
import { FACT, data, fact, post, type Case } from '../material.js';

const MIB = 1024 * 1024;
const GOOD = JSON.stringify(FACT);
const DEEP = 100_000;

const raw = (name: string, body: string | Buffer, ...answers: string[]): Case => [
  name,
  post('/v1/events', body),
  ...answers,
];
const typed = (name: string, contentType: string | undefined, ...answers: string[]): Case => [
  name,
  post('/v1/events', GOOD, { 'content-type': contentType }),
  ...answers,
];
/** The JSON of the valid event with `"ratePercent":145` replaced. */
const rated = (text: string): string => GOOD.replace('"ratePercent":145', text);

/** Bodies that are not JSON, that are too large, or that hide something in JSON. */
export const bodies: Case[] = [
  raw('an empty body', '', '400 malformed-json'),
  raw('half an object', '{"type":', '400 malformed-json'),
  raw('a trailing comma', GOOD.replace(/}$/, ',}'), '400 malformed-json'),
  raw('single quotes', "{'type':'TariffChanged'}", '400 malformed-json'),
  raw('two bodies', GOOD + GOOD, '400 malformed-json'),
  raw('NaN', rated('"ratePercent":NaN'), '400 malformed-json'),
  raw('a bare NUL', rated('"ratePercent":\u0000145'), '400 malformed-json'),
  raw('UTF-16', Buffer.from(GOOD, 'utf16le'), '400 malformed-json'),
  raw(
    'bytes that are not UTF-8',
    Buffer.from(rated('"legalReference":"\xff\xfe"'), 'latin1'),
    '400 malformed-json',
    '422 invalid-event',
  ),
  raw('null', 'null', '422 invalid-event'),
  raw('a number', '5', '422 invalid-event'),
  raw('a text', '"event"', '422 invalid-event'),
  raw('an empty object', '{}', '422 invalid-event', '422 unknown-type'),
  raw(
    'a number that is too large',
    rated('"ratePercent":1e400'),
    '422 invalid-event /data/ratePercent',
    '400 malformed-json',
  ),
  raw('lists in lists in lists', '['.repeat(DEEP) + ']'.repeat(DEEP), '422 invalid-event', '400 malformed-json'),
  raw(
    'objects in objects in objects',
    '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP),
    '422 invalid-event',
    '422 unknown-type',
    '400 malformed-json',
  ),
  raw(
    'data of lists in lists',
    rated(`"ratePercent":${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
    '422 invalid-event',
    '400 malformed-json',
  ),
  raw('a prototype', GOOD.replace('{', '{"__proto__":{"admin":true},'), '400 malformed-json', '422 invalid-event'),
  raw(
    'a prototype in the data',
    rated('"ratePercent":145,"__proto__":{"ratePercent":1}'),
    '400 malformed-json',
    '422 invalid-event',
  ),
  raw(
    'a constructor',
    GOOD.replace('{', '{"constructor":{"prototype":{"admin":true}},'),
    '400 malformed-json',
    '422 invalid-event',
  ),
  [
    'a list of a hundred thousand parties',
    fact({ type: 'HostilitiesReported', data: { parties: Array.from({ length: 100_000 }, () => 'USA') } }),
    '422 invalid-event /data/parties',
    '422 invalid-event /data',
  ],
  [
    'a text of a million characters',
    data({ legalReference: 'x'.repeat(MIB) }),
    '422 invalid-event /data/legalReference',
  ],
  [
    'a number of a hundred thousand digits',
    post('/v1/events', rated(`"ratePercent":${'9'.repeat(100_000)}`)),
    '422 invalid-event /data/ratePercent',
    '400 malformed-json',
  ],
  raw('more than 4 MiB', `{"type":"${'x'.repeat(4 * MIB)}"}`, '413 too-large'),
  [
    'a gzip bomb',
    post('/v1/events', gzipSync(Buffer.alloc(64 * MIB, '[')), { 'content-encoding': 'gzip' }),
    '415 unsupported-media-type',
    '413 too-large',
  ],
  ['an unknown coding', post('/v1/events', GOOD, { 'content-encoding': 'zstd-of-mine' }), '415 unsupported-media-type'],
  typed('no content type', undefined, '415 unsupported-media-type'),
  typed('plain text', 'text/plain', '415 unsupported-media-type'),
  typed('a form', 'application/x-www-form-urlencoded', '415 unsupported-media-type'),
  typed('parts', 'multipart/form-data; boundary=x', '415 unsupported-media-type'),
  typed('XML', 'application/xml', '415 unsupported-media-type'),
  typed('a merge patch', 'application/merge-patch+json', '415 unsupported-media-type'),
  typed('a broken type', 'nonsense', '415 unsupported-media-type'),
];
