import type { FastifyReply } from 'fastify';
import type { AppendResult } from '#log/append/append-request.js';
import type { AppDependencies } from '../app-dependencies.js';
import { ViewsBeyondLog } from '#reader/clocks/beyond-log.js';
import { isTransientDatabaseError } from '#platform/database/transient-errors.js';
import { appliedWait } from '../http/prefer.js';
import type { RecordedBody } from './event.schema.js';
import type { WritingHeaders } from './writing-headers.js';

/** What the log stored for a request. */
export type Recorded = Extract<AppendResult, { ok: true }>;

/**
 * Answers a write: 201, or 200 where all of it was stored before. Waits for the views where the client prefers that,
 * and says so where they came that far.
 *
 * @param shape makes the body of where the events stand
 */
export async function sendRecorded(
  { checkpoint }: Pick<AppDependencies, 'checkpoint'>,
  reply: FastifyReply,
  recorded: Recorded,
  { wait }: WritingHeaders,
  shape: (places: RecordedBody) => unknown = (places) => places,
): Promise<void> {
  if (wait !== null && (await shown(checkpoint, recorded.position, wait * 1000)))
    void reply.header('preference-applied', appliedWait(wait));
  if (recorded.replayed) void reply.header('idempotency-replayed', 'true');
  const status = recorded.events.every((event) => event.duplicate) ? 200 : 201;
  void reply.code(status).send(shape(places(recorded)));
}

/**
 * Whether the views come that far in time. What is recorded is recorded: that nobody can tell is no reason to answer
 * anything else.
 */
async function shown(
  checkpoint: AppDependencies['checkpoint'],
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

const places = ({ position, events }: Recorded): RecordedBody => ({
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
