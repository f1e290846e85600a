import type { IncomingHttpHeaders } from 'node:http';
import { badHeader } from '../problems/problem.js';
import { matchedVersion } from '../http/entity-tag.js';
import { preferredWait } from '../http/prefer.js';

const LONGEST_KEY = 255;

/** What the headers of a write ask for. */
export interface WritingHeaders {
  idempotencyKey: string | null;
  /** The version that the story must have. */
  expectedVersion: number | null;
  /** How many seconds the answer may wait for the views. */
  wait: number | null;
}

/** @throws Problem `bad-parameter` */
export function writingHeaders(headers: IncomingHttpHeaders): WritingHeaders {
  const idempotencyKey = headers['idempotency-key'] ?? null;
  if (Array.isArray(idempotencyKey)) throw badHeader('Idempotency-Key', 'is given more than once');
  if (idempotencyKey !== null && (idempotencyKey.length === 0 || idempotencyKey.length > LONGEST_KEY)) {
    throw badHeader('Idempotency-Key', `must be 1 to ${LONGEST_KEY} characters`);
  }
  return {
    idempotencyKey,
    expectedVersion: matchedVersion(headers['if-match']),
    wait: preferredWait(headers['prefer']),
  };
}

/** The same for the OpenAPI document. */
export const describedWritingHeaders = {
  'Idempotency-Key': `1 to ${LONGEST_KEY} characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true`,
  'If-Match': 'The version that the story must have, in quotes: "17"',
  Prefer: '`wait=5`, or other seconds up to 30: answer once the views hold what was recorded',
};

/** What the answer of a write may say besides. */
export const describedWrittenHeaders = {
  'Idempotency-Replayed': 'true: this is the answer that was kept for the Idempotency-Key',
  'Preference-Applied': '`wait=5`, or as many seconds as were asked for: the views hold what was recorded',
};
