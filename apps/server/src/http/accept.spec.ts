import { describe, expect, it } from '@jest/globals';
import { negotiate } from './accept.js';

const both = ['application/json', 'text/markdown'];

describe('the media type to answer with', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['text/markdown', 'text/markdown'],
    ['text/markdown;q=0.9, application/json;q=0.8', 'text/markdown'],
    ['application/json;q=0.5, text/*', 'text/markdown'],
    ['*/*, application/json;q=0', 'text/markdown'],
  ])('of %s', (accept, chosen) => expect(negotiate(accept, both)).toBe(chosen));

  it.each([
    'text/html',
    'application/json;q=0',
    '*/*;q=0',
    'application/jsonx',
    '',
    'nonsense',
    '*/json',
    'application/json;q=2',
  ])('is none for "%s"', (accept) => expect(negotiate(accept, both)).toBeNull());
});
