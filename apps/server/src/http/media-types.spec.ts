import { describe, expect, it } from '@jest/globals';
import { checkContentType, negotiate } from './media-types.js';

const both = ['application/json', 'text/markdown'];

describe('the media type of an answer', () => {
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
  ])('for Accept: %s', (accept, chosen) => expect(negotiate(accept, both)).toBe(chosen));

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

describe('the content type of a request', () => {
  const json = ['application/json'];

  it.each([
    { 'content-type': 'application/json' },
    { 'content-type': 'Application/JSON; charset=UTF-8' },
    { 'content-type': 'application/json;charset="utf-8"' },
    { 'content-type': 'application/json', 'content-encoding': 'identity' },
    {},
    { 'content-length': '0' },
  ])('is accepted: %j', (headers) => expect(() => checkContentType(headers, json)).not.toThrow());

  it.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/jsonx' },
    { 'content-type': 'application/json; charset=latin1' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    { 'content-type': '' },
    { 'content-length': '2' },
    { 'transfer-encoding': 'chunked' },
  ])('is refused: %j', (headers) => {
    expect(() => checkContentType(headers, json)).toThrow(expect.objectContaining({ code: 'unsupported-media-type' }));
  });

  it('does not matter where the route takes no body', () =>
    expect(() => checkContentType({ 'content-type': 'text/plain' }, [])).not.toThrow());
});
