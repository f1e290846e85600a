import { describe, expect, it } from '@jest/globals';
import { parseJson } from './json-body.js';

const parse = (text: string | Buffer): unknown => parseJson(typeof text === 'string' ? Buffer.from(text) : text);

describe('a body as JSON', () => {
  it('is what it says', () => expect(parse('{"a":[1,"é",null]}')).toEqual({ a: [1, 'é', null] }));

  it('keeps a key named __proto__ a key', () => {
    const body = parse('{"__proto__":{"admin":true}}') as object;
    expect(Object.keys(body)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
  });

  it('may be nested as deeply as its size allows', () =>
    expect(parse('['.repeat(100_000) + ']'.repeat(100_000))).toHaveLength(1));

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['half an object', '{"a":'],
    ['two values', '{} {}'],
    ['single quotes', "{'a':1}"],
    ['a control character in a string', '"\u0000"'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a byte order mark', '\ufeff{}'],
    ['a packed body', Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
  ])('is refused where it is %s', (_name, body) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'malformed-json' }));
  });

  it('says where it fails and not what it held', () => {
    expect(() => parse('{"secret": "s3cr3t" x}')).toThrow(/position/);
    expect(() => parse('s3cr3t')).not.toThrow(/s3cr3t/);
  });
});
