import { describe, expect, it } from '@jest/globals';
import { mergePatch } from './merge-patch.js';

describe('a merge patch', () => {
  // RFC 7396, appendix A, row by row.
  it.each<[original: string, patch: string, result: string]>([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', 'null', 'null'],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])('of %s by %s gives %s', (original, patch, result) => {
    const [before, change] = [JSON.parse(original), JSON.parse(patch)] as [unknown, unknown];
    expect(JSON.stringify(mergePatch(before, change))).toBe(result);
    // Neither was changed.
    expect([JSON.stringify(before), JSON.stringify(change)]).toEqual([original, patch]);
  });

  it('of the example of section 3 of RFC 7396', () => {
    const document = {
      title: 'Goodbye!',
      author: { givenName: 'John', familyName: 'Doe' },
      tags: ['example', 'sample'],
      content: 'This will be unchanged',
    };
    const patch = { title: 'Hello!', phoneNumber: '+01-123-456-7890', author: { familyName: null }, tags: ['example'] };
    expect(mergePatch(document, patch)).toEqual({
      title: 'Hello!',
      author: { givenName: 'John' },
      tags: ['example'],
      content: 'This will be unchanged',
      phoneNumber: '+01-123-456-7890',
    });
  });

  it('applied again changes nothing more', () => {
    const [document, patch] = [
      { a: 1, b: { c: 2, d: 3 } },
      { a: null, b: { c: 4 }, e: [null] },
    ];
    const once = mergePatch(document, patch);
    expect(mergePatch(once, patch)).toEqual(once);
  });

  it('sets no prototype', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"admin":true},"a":{"__proto__":{"admin":true}}}'));
    expect((merged as { admin?: boolean }).admin).toBeUndefined();
    expect((merged as { a: { admin?: boolean } }).a.admin).toBeUndefined();
    expect(Object.keys(merged as object)).toEqual(['__proto__', 'a']);
  });
});
