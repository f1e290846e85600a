import type { Pool } from 'pg';
import type { AppendRequest } from '#log/append/append-request.js';
import type { Actor } from '#platform/audit/audit-trail.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { summarizeErrors, type ParsedRequest, type RequestShape } from '../events/parse-events.js';
import { buildAppendRequest, type BuiltAppendRequest } from '../events/record-events.command.js';
import { Problem } from '../problems/problem.js';
import type { Batch } from './batches.js';
import { rejectedLine, type EventLine, type ReadLine, type RejectedLine } from './read-line.js';

/** Whoever imports. */
export interface Importer {
  /** The name of the key. */
  name: string;
  actor: Actor;
  /** What cannot be checked here is accepted from an admin. */
  byAdmin: boolean;
  /** Aborted when the key has ended, with a `Problem` as its reason. Then nothing more is stored. */
  authority: AbortSignal;
}

/** Events of some lines, ready for the log. The lines themselves need not be kept in memory. */
export interface PreparedEvents {
  request: AppendRequest;
  /** The number of the line of each event. */
  lines: number[];
  /** For each event, why its target does not allow it. It counts only where the log refuses the event for that. */
  targetRefusals: (Problem | null)[];
  /** The line after them, where it was rejected. */
  rejected: RejectedLine | null;
}

/** A batch before it is stored: its lines, or its prepared events. */
export type PreparedBatch = { firstLine: number; nextLine: number; rejected: RejectedLine | null } & (
  { lines: ReadLine[] } | { events: PreparedEvents }
);

/** A pointer begins with the index of its event. */
export const IMPORT_SHAPE: RequestShape = {
  batch: false,
  pointer: (index, within) => `/${index}${within}`,
  unknownTarget: 'unknown-target',
};

const HEADERS = { idempotencyKey: null, expectedVersion: null, wait: null };

/**
 * Prepares a batch while the one before it is being stored. It stores nothing and must not depend on the batch before,
 * so a batch with articles or meta-events is left as it is, and prepared when it is stored.
 */
export async function prepareBatch(
  { lines, rejected }: Batch,
  importer: Importer,
  pool: Pool,
  articles: ArticleRepository,
): Promise<PreparedBatch> {
  const place = { firstLine: lines[0]?.line ?? 0, nextLine: (lines.at(-1)?.line ?? 0) + 1, rejected };
  const events = eventsIn(lines);
  if (events.length < lines.length || events.length === 0 || events.some(({ event }) => event.about === 'event'))
    return { ...place, lines };
  // An article may be missing that the batch before files.
  const prepared = await prepareEvents(events, importer, pool, articles).catch(() => null);
  return prepared === null || prepared.rejected ? { ...place, lines } : { ...place, events: prepared };
}

export const eventsIn = (lines: readonly ReadLine[]): EventLine[] =>
  lines.filter((line): line is EventLine => 'event' in line);

/**
 * Prepares events for the log: all of them, or those before the first that is rejected.
 * @throws what the database throws
 */
export async function prepareEvents(
  lines: readonly EventLine[],
  importer: Importer,
  pool: Pool,
  articles: ArticleRepository,
): Promise<PreparedEvents> {
  let rejected: RejectedLine | null = null;
  for (let accepted = lines; ;) {
    const numbers = accepted.map(({ line }) => line);
    const prepared = await tryToPrepare(accepted, importer, pool, articles);
    if (!(prepared instanceof Problem)) {
      const targetRefusals = prepared.resolved.map(({ refusal }) => refusal);
      return { request: prepared.appendRequest, lines: numbers, targetRefusals, rejected };
    }
    const first = firstRejected(prepared, numbers);
    rejected = first.line;
    accepted = accepted.slice(0, first.index);
  }
}

async function tryToPrepare(
  lines: readonly EventLine[],
  { name: recordedBy, byAdmin }: Importer,
  pool: Pool,
  articles: ArticleRepository,
): Promise<BuiltAppendRequest | Problem> {
  const events = lines.map((line) => line.event);
  const claims = lines.map((line) => line.claim);
  const parsed: ParsedRequest = { ...IMPORT_SHAPE, events, imported: { byAdmin, claims } };
  try {
    return await buildAppendRequest({ parsed, rawBody: null, recordedBy, headers: HEADERS }, pool, articles);
  } catch (error) {
    if (error instanceof Problem && error.errors.length > 0) return error;
    throw error;
  }
}

/**
 * The first event that a problem names.
 *
 * @param lines the number of the line of each event
 */
export function firstRejected(
  { code, errors }: Problem,
  lines: readonly number[],
): { index: number; line: RejectedLine } {
  const placed = errors.map(({ pointer, detail }) => {
    const [, index = '', within = ''] = /^\/(\d+)(.*)$/s.exec(pointer) ?? [];
    return { index: Number(index), pointer: within, detail };
  });
  const index = Math.min(...placed.map((error) => error.index));
  const own = placed.filter((error) => error.index === index).map(({ pointer, detail }) => ({ pointer, detail }));
  const line = rejectedLine(lines[index] ?? 0, { code, detail: summarizeErrors(own), errors: own });
  return { index, line };
}
