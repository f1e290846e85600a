import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';
import { limits } from './limits.js';
import { NDJSON } from './media-types.js';

/** The media types whose bodies are parsed as JSON. Each route declares which of them it accepts. */
const JSON_TYPES = [
  'application/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/merge-patch+json',
];

/**
 * Parses a body as JSON. It must be valid UTF-8: replacing a broken byte would change the content. A key named
 * `__proto__` stays an own key, which the strict schemas then refuse.
 * @throws Problem `malformed-json`
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new Problem('malformed-json', 'The body is empty.');
  if (!isUtf8(body)) throw new Problem('malformed-json', 'The body is not UTF-8.');
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw new Problem('malformed-json', `The body cannot be parsed: ${reasonOf(error)}.`, { cause: error });
  }
}

/**
 * Replaces Fastify's own parsers for JSON and text. Other media types are answered with 415. The body of an import is
 * handed on as a stream.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
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

/** V8 quotes the text in some of its messages. Only what comes before the quotation is returned, at most one line. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'not JSON')
    .replace(/,? "?\.{0,3}"?.*is not valid JSON$/s, '')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 120);
