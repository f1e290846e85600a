import type { FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { AppendResult } from '#log/append/append-request.js';
import { isTransientDatabaseError } from '#platform/database/database-errors.js';
import { ViewsBeyondLog } from '#reader/clocks/checkpoint.js';
import type { ReadsPart } from '../bootstrap/parts.js';
import { matchedVersion } from '../http/entity-tag.js';
import { badHeader } from '../problems/problem.js';
import { BooleanParameter } from '../query/parameters.js';
import type { RecordedBody } from './recorded.schema.js';

// The HTTP of every write of events: its headers and parameters, and its answer.

const MAX_KEY = 255;
/** The longest time that an answer may wait for the views, seconds. */
const MAX_WAIT = 30;

export interface WriteHeaders {
  idempotencyKey: string | null;
  /** The required version of the story. */
  expectedVersion: number | null;
  /** How long the answer may wait for the views, seconds. */
  wait: number | null;
}

/** @throws Problem `bad-parameter` */
export function parseWriteHeaders(headers: IncomingHttpHeaders): WriteHeaders {
  const idempotencyKey = headers['idempotency-key'] ?? null;
  if (Array.isArray(idempotencyKey)) throw badHeader('Idempotency-Key', 'is given more than once');
  if (idempotencyKey !== null && (idempotencyKey.length === 0 || idempotencyKey.length > MAX_KEY)) {
    throw badHeader('Idempotency-Key', `must be 1 to ${MAX_KEY} characters`);
  }
  return {
    idempotencyKey,
    expectedVersion: matchedVersion(headers['if-match']),
    wait: preferredWait(headers['prefer']),
  };
}

/**
 * The `wait` of a `Prefer` header (RFC 7240) in whole seconds, at most 30. `null` where there is none, or none that can
 * be parsed: by the standard a preference is never an error. The first of several counts.
 */
export function preferredWait(prefer: string | readonly string[] | undefined): number | null {
  if (prefer === undefined) return null;
  const text = typeof prefer === 'string' ? prefer : prefer.join(',');
  for (const preference of text.split(',')) {
    const [name, value] = (preference.split(';', 1)[0] ?? '').split('=', 2).map((part) => part.trim());
    if (name?.toLowerCase() !== 'wait') continue;
    const seconds = /^"?(\d{1,9})"?$/.exec(value ?? '')?.[1];
    return seconds === undefined ? null : Math.min(Number(seconds), MAX_WAIT);
  }
  return null;
}

/** Descriptions of the request headers. */
export const WRITE_REQUEST_HEADERS = {
  'Idempotency-Key':
    `1 to ${MAX_KEY} characters: the first answer is kept for 24 hours and given again, with ` +
    'Idempotency-Replayed: true',
  'If-Match': 'The required version of the story, in quotes: "17"',
  Prefer: '`wait=5`, or other seconds up to 30: answer once the views have what was recorded',
};

/** Descriptions of the response headers. */
export const WRITE_RESPONSE_HEADERS = {
  'Idempotency-Replayed': 'true: this is the answer that was kept for the Idempotency-Key',
  'Preference-Applied': '`wait=5`, or the requested seconds: the views have what was recorded',
};

/** The parameters of a write. */
export const RecordQuery = z.strictObject({
  dryRun: BooleanParameter.meta({
    type: 'boolean',
    default: false,
    description: 'Only check, and show how the board would change: nothing is stored',
  }),
  hints: BooleanParameter.meta({
    type: 'boolean',
    default: false,
    description: 'Also show which facts are similar, which subjects are new, and what corrections drop',
  }),
});
export type RecordQuery = z.output<typeof RecordQuery>;

/** What the log stored for a request. */
export type Recorded = Extract<AppendResult, { ok: true }>;

/**
 * Answers a write: 201, or 200 where everything was stored before. Waits for the views where the client prefers that,
 * and confirms it where they came that far.
 *
 * @param toBody the body of the answer, from where the events were stored
 */
export async function sendRecorded(
  { checkpoint }: ReadsPart,
  reply: FastifyReply,
  recorded: Recorded,
  { wait }: WriteHeaders,
  toBody: (recorded: RecordedBody) => unknown,
): Promise<void> {
  if (wait !== null && (await viewsReach(checkpoint, recorded.position, wait * 1000)))
    void reply.header('preference-applied', `wait=${wait}`);
  if (recorded.replayed) void reply.header('idempotency-replayed', 'true');
  const status = recorded.events.every((event) => event.duplicate) ? 200 : 201;
  void reply.code(status).send(toBody(toRecordedBody(recorded)));
}

/** Whether the views reach a position in time. A failure to find out is no reason to fail what has been recorded. */
async function viewsReach(
  checkpoint: ReadsPart['checkpoint'],
  position: number,
  milliseconds: number,
): Promise<boolean> {
  try {
    return await checkpoint.waitFor(position, milliseconds);
  } catch (error) {
    if (isTransientDatabaseError(error) || error instanceof ViewsBeyondLog) return false;
    throw error;
  }
}

const toRecordedBody = ({ position, events }: Recorded): RecordedBody => ({
  position,
  events: events.map(({ duplicate, id, position: at, story, version, recordedAt, hash }) => ({
    id,
    position: at,
    story,
    version,
    recordedAt,
    hash,
    duplicate: duplicate || undefined,
  })),
});
