import { describe, expect, it } from '@jest/globals';
import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

describe('canonical JSON', () => {
  it.each<[string, unknown, string]>([
    [
      'sorts keys, at every depth',
      { b: [{ d: 1, c: { f: 2, e: 3 } }], a: 'x' },
      '{"a":"x","b":[{"c":{"e":3,"f":2},"d":1}]}',
    ],
    [
      'sorts by UTF-16 units',
      { '\u20ac': 1, '\ud83d\ude00': 2, '\ufb33': 3, '\u00f6': 4 },
      '{"ö":4,"€":1,"😀":2,"\ufb33":3}',
    ],
    [
      'sorts keys that look like numbers as text',
      { '10': 1, '9': 2, a: { '2': 3, '11': 4 } },
      '{"10":1,"9":2,"a":{"11":4,"2":3}}',
    ],
    ['keeps a key named __proto__', JSON.parse('{"b":1,"__proto__":{"a":2}}'), '{"__proto__":{"a":2},"b":1}'],
    ['writes numbers as JavaScript does', [1e21, 1e-7, 0.1 + 0.2, -0, 4.5], '[1e+21,1e-7,0.30000000000000004,0,4.5]'],
    ['escapes what must be, and nothing else', '\u0000\u001f"\\/é\u2028', '"\\u0000\\u001f\\"\\\\/é\u2028"'],
    ['leaves out what is undefined', { b: undefined, a: 1 }, '{"a":1}'],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text));

  it.each([[undefined], [NaN], [{ a: [Infinity] }]])('%p throws, since JSON cannot hold it', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('equals the output of the RFC 8785 library for any JSON', () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('0', '1', '10', '9', '-1', '01', '4294967295', '__proto__', 'toString'),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 2000 },
    );
  });
});
