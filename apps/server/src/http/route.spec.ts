import { describe, expect, it } from '@jest/globals';
import { KnownRoutes } from './route.js';

function routes(): KnownRoutes {
  const known = new KnownRoutes();
  known.add(['GET', 'HEAD'], '/v1/events');
  known.add('POST', '/v1/events');
  known.add('GET', '/v1/events/:id');
  known.add('POST', '/v1/events/import');
  known.add('GET', '/');
  return known;
}

describe('the methods of a path', () => {
  it.each([
    ['/v1/events', ['GET', 'HEAD', 'POST']],
    ['/v1/events?after=3', ['GET', 'HEAD', 'POST']],
    ['/v1/events/17', ['GET']],
    ['/v1/events/import', ['POST']],
    ['/', ['GET']],
    ['/v1/events/', []],
    ['/v1/events/17/more', []],
    ['/v1', []],
    ['*', []],
  ])('of %s', (path, methods) => expect(routes().methodsOf(path)).toEqual(methods));
});
