import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';
import { limits } from './limits.js';
import { NDJSON } from './lines.js';

/** The media types whose bodies are parsed as JSON. Which of them a route takes is the route's to say. */
export const JSON_TYPES = ['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'];

/**
 * A body as JSON. It must be UTF-8 without a mistake: a replaced byte would change what somebody said. Keys named
 * `__proto__` stay keys of their own, which the strict schemas then refuse.
 * @throws Problem `malformed-json`
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new Problem('malformed-json', 'The body is empty.');
  if (!isUtf8(body)) throw new Problem('malformed-json', 'The body is not UTF-8.');
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw new Problem('malformed-json', `The body cannot be parsed: ${told(error)}.`, { cause: error });
  }
}

/**
 * Registers the parsers in place of Fastify's own for JSON and text; what they do not name is answered 415. Lines are
 * left to be read as they come.
 */
export function registerBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(
    JSON_TYPES,
    { parseAs: 'buffer', bodyLimit: limits.bodyBytes },
    (_request, body, done) => {
      try {
        done(null, parseJson(body));
      } catch (error) {
        done(error as Problem);
      }
    },
  );
  fastify.addContentTypeParser(NDJSON, (_request, body, done) => done(null, body));
}

/** V8 quotes a part of the text in some of its messages; what comes before is enough, and at most a line. */
const told = (error: unknown): string =>
  (error instanceof Error ? error.message : 'not JSON')
    .replace(/,? "?\.{0,3}"?.*is not valid JSON$/s, '')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 120);
