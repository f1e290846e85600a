import type { AppendRequest } from '#log/append/append-request.js';
import type { Doer } from '#platform/audit/audit-trail.js';
import type { ServerParts } from '../../server-parts.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { summary, type PostedEvents, type Posting } from '../events/parse-events.js';
import { prepareEvents, type PreparedEvents } from '../events/prepare-events.js';
import { Problem } from '../problems/problem.js';
import type { ReadLine } from './read-line.js';
import { refusedLine, type RefusedLine } from './refused-line.js';

export interface ImportParts extends Pick<ServerParts, 'pool' | 'appender'> {
  articles: ArticleRepository;
  /** Aborted when the key has ended, with a `Problem` as its reason: then nothing more is stored. */
  authority: AbortSignal;
  /** Whose key it is. */
  importer: Doer;
  /** An admin's: what cannot be checked here is taken at their word. */
  vouched: boolean;
}

export type EventLine = Extract<ReadLine, { event: unknown }>;

/** Events of some lines, ready for the log. Nothing else of the lines is held: while a group waits for its turn, that is what it costs. */
export interface ReadyEvents {
  request: AppendRequest;
  /** The line of each event. */
  lines: number[];
  /** Why its target cannot be acted on, told only where the log refuses the event for it. */
  targets: (Problem | null)[];
  /** The line after them, where it was refused. */
  refused: RefusedLine | null;
}

/** How events of an import are posted: a pointer begins with the index of its event. */
export const posting: Posting = { batch: false, pointer: (index, within) => `/${index}${within}`, unknownTarget: 'unknown-target' };

const HEADERS = { idempotencyKey: null, expectedVersion: null, wait: null };

/**
 * Makes events ready for the log: all of them, or those before the first that cannot be recorded.
 * @throws what the database throws
 */
export async function readyEvents(lines: readonly EventLine[], recordedBy: string, parts: ImportParts): Promise<ReadyEvents> {
  let refused: RefusedLine | null = null;
  for (let taken = lines; ;) {
    const prepared = await tryToPrepare(taken, recordedBy, parts);
    if (!(prepared instanceof Problem)) {
      const targets = prepared.resolved.map(({ refusal }) => refusal);
      return { request: prepared.request, lines: taken.map(({ line }) => line), targets, refused };
    }
    const first = firstOf(prepared, (index) => taken[index]?.line ?? 0);
    refused = first.refused;
    taken = taken.slice(0, first.index);
  }
}

async function tryToPrepare(
  lines: readonly EventLine[],
  recordedBy: string,
  { pool, articles, vouched }: ImportParts,
): Promise<PreparedEvents | Problem> {
  const events = lines.map((line) => line.event);
  const posted: PostedEvents = { ...posting, events, imported: { vouched, claims: lines.map((line) => line.claim) } };
  try {
    return await prepareEvents({ posted, said: null, recordedBy, headers: HEADERS }, { pool }, articles);
  } catch (error) {
    if (error instanceof Problem && error.errors.length > 0) return error;
    throw error;
  }
}

/** The first of the events that a problem names, and the refusal of its line. */
export function firstOf({ code, errors }: Problem, lineOf: (index: number) => number): { index: number; refused: RefusedLine } {
  const placed = errors.map(({ pointer, detail }) => {
    const [, index = '', within = ''] = /^\/(\d+)(.*)$/s.exec(pointer) ?? [];
    return { index: Number(index), pointer: within, detail };
  });
  const index = Math.min(...placed.map((error) => error.index));
  const own = placed.filter((error) => error.index === index).map(({ pointer, detail }) => ({ pointer, detail }));
  return { index, refused: refusedLine(lineOf(index), { code, detail: summary(own), errors: own }) };
}
