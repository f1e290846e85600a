import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { badHeader } from '../problems/problem.js';

/**
 * Answers a read with JSON and its entity tag, or with 304 where the client already has that answer.
 *
 * @param value what the tag is computed from, where that is not the whole body: a clock that the client did not set
 * changes by itself, and does not make another answer
 */
export function sendWithEtag(request: FastifyRequest, reply: FastifyReply, body: unknown, value: unknown = body): void {
  const text = JSON.stringify(body);
  sendTextWithEtag(request, reply, 'application/json', text, value === body ? text : JSON.stringify(value));
}

/** As `sendWithEtag`, for a text of any media type. @param value what the tag is computed from */
export function sendTextWithEtag(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
  value: string,
): void {
  sendTaggedText(request, reply, type, text, entityTag(value));
}

/** The same with an entity tag that is known. */
export function sendTaggedText(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
  tag: string,
): void {
  void reply.header('etag', tag);
  if (!noneMatch(request.headers['if-none-match'], tag)) {
    void reply.code(304).send();
    return;
  }
  void reply.header('content-type', `${type}; charset=utf-8`).send(text);
}

/**
 * The entity tag of a value. It is weak (RFC 9110, 8.8.1): the same value may be sent in other bytes, compressed or
 * with another clock that the client did not set.
 */
export const entityTag = (value: string): string =>
  `W/"${createHash('sha256').update(value).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` does not name the tag. Compared weakly (RFC 9110, 13.1.2); `*` names any tag. */
export function noneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return true;
  if (header.trim() === '*') return false;
  return !tagsIn(header).some((given) => given.replace(/^W\//, '') === tag.replace(/^W\//, ''));
}

/**
 * The story version that `If-Match: "<version>"` requires; `null` without the header, and for `*`, which any version
 * fulfils. A weak tag, or one that is not a version, requires -1, which no story has.
 * @throws Problem `bad-parameter` where the header is not a single entity tag
 */
export function matchedVersion(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const tags = tagsIn(header);
  const [tag] = tags;
  if (tag === undefined || tags.length !== 1) throw badHeader('If-Match', 'must be one version in quotes, as in "17"');
  return Number(/^"([1-9]\d{0,14})"$/.exec(tag)?.[1] ?? -1);
}

/** The tags of a list; none where the list is malformed. */
function tagsIn(header: string): string[] {
  const list = /^\s*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(?:,\s*|$))+$/;
  return list.test(header) ? (header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []) : [];
}
