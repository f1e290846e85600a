import { describe, expect, it } from '@jest/globals';
import { checkContentType } from './check-content-type.js';

const json = ['application/json'];

describe('the kind of a body', () => {
  it.each([
    { 'content-type': 'application/json' },
    { 'content-type': 'Application/JSON; charset=UTF-8' },
    { 'content-type': 'application/json;charset="utf-8"' },
    { 'content-type': 'application/json', 'content-encoding': 'identity' },
    {},
    { 'content-length': '0' },
  ])('is taken: %j', (headers) => expect(() => checkContentType(headers, json)).not.toThrow());

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

  it('does not matter where no body is looked at', () =>
    expect(() => checkContentType({ 'content-type': 'text/plain' }, [])).not.toThrow());
});
