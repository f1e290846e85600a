import { describe, expect, it } from '@jest/globals';
import { parseJson } from './json-body.js';

const parse = (text: string | Buffer): unknown => parseJson(typeof text === 'string' ? Buffer.from(text) : text);

describe('a JSON body', () => {
  it('is parsed', () => expect(parse('{"a":[1,"é",null]}')).toEqual({ a: [1, 'é', null] }));

  it('keeps a key named __proto__ as an own key', () => {
    const body = parse('{"__proto__":{"admin":true}}') as object;
    expect(Object.keys(body)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
  });

  it('may be nested as deep as its size allows', () =>
    expect(parse('['.repeat(100_000) + ']'.repeat(100_000))).toHaveLength(1));

  it.each([
    ['empty', ''],
    ['white space', ' \n'],
    ['half an object', '{"a":'],
    ['two values', '{} {}'],
    ['single quotes', "{'a':1}"],
    ['a control character in a string', '"\u0000"'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a byte order mark', '\ufeff{}'],
    ['compressed', Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
  ])('is refused where it is %s', (_name, body) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'malformed-json' }));
  });

  it('is refused with the position of the error, without its content', () => {
    expect(() => parse('{"secret": "s3cr3t" x}')).toThrow(/position/);
    expect(() => parse('s3cr3t')).not.toThrow(/s3cr3t/);
  });
});
