import type { FastifyReply, FastifyRequest } from 'fastify';
import { entityTag, noneMatch } from './entity-tag.js';

/**
 * Answers a read with JSON and its entity tag, or with 304 where the client has it already. `said` is what the tag is
 * made of, where that is not all of the answer: what changes by itself, as a clock that nobody set, does not make an
 * answer another one.
 */
export function sendWithEtag(request: FastifyRequest, reply: FastifyReply, body: unknown, value: unknown = body): void {
  const text = JSON.stringify(body);
  sendTextWithEtag(request, reply, 'application/json', text, value === body ? text : JSON.stringify(value));
}

/** The same with a text of any media type. `said`: what the tag is made of. */
export function sendTextWithEtag(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
  given: string,
): void {
  const tag = entityTag(given);
  void reply.header('etag', tag);
  if (!noneMatch(request.headers['if-none-match'], tag)) {
    void reply.code(304).send();
    return;
  }
  void reply.header('content-type', `${type}; charset=utf-8`).send(text);
}
