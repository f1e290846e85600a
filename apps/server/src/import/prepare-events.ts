import type { AppendRequest } from '#log/append/append-request.js';
import type { Actor } from '#platform/audit/audit-trail.js';
import type { AppDependencies } from '../app-dependencies.js';
import type { ArticleRepository } from '../articles/article.repository.js';
import { summary, type ParsedRequest, type RequestShape } from '../events/parse-events.js';
import { buildAppendRequest, type PreparedEvents } from '../events/prepare-events.js';
import { Problem } from '../problems/problem.js';
import type { ReadLine } from './read-line.js';
import { rejectedLine, type RejectedLine } from './rejected-line.js';

export interface ImportParts extends Pick<AppDependencies, 'pool' | 'appender'> {
  articles: ArticleRepository;
  /** Aborted when the key has ended, with a `Problem` as its reason: then nothing more is stored. */
  authority: AbortSignal;
  /** Whose key it is. */
  importer: Actor;
  /** An admin's: what cannot be checked here is taken at their word. */
  vouched: boolean;
}

export type EventLine = Extract<ReadLine, { event: unknown }>;

/**
 * Events of some lines, ready for the log. Nothing else of the lines is held: while a group waits for its turn, that is
 * what it costs.
 */
export interface PreparedLines {
  request: AppendRequest;
  /** The line of each event. */
  lines: number[];
  /** Why its target cannot be acted on, told only where the log refuses the event for it. */
  targets: (Problem | null)[];
  /** The line after them, where it was refused. */
  refused: RejectedLine | null;
}

/** How events of an import are posted: a pointer begins with the index of its event. */
export const posting: RequestShape = {
  batch: false,
  pointer: (index, within) => `/${index}${within}`,
  unknownTarget: 'unknown-target',
};

const HEADERS = { idempotencyKey: null, expectedVersion: null, wait: null };

/**
 * Makes events ready for the log: all of them, or those before the first that cannot be recorded.
 * @throws what the database throws
 */
export async function prepareEvents(
  lines: readonly EventLine[],
  recordedBy: string,
  parts: ImportParts,
): Promise<PreparedLines> {
  let refused: RejectedLine | null = null;
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
  const posted: ParsedRequest = { ...posting, events, imported: { vouched, claims: lines.map((line) => line.claim) } };
  try {
    return await buildAppendRequest({ posted, said: null, recordedBy, headers: HEADERS }, { pool }, articles);
  } catch (error) {
    if (error instanceof Problem && error.errors.length > 0) return error;
    throw error;
  }
}

/** The first of the events that a problem names, and the refusal of its line. */
export function firstOf(
  { code, errors }: Problem,
  lineOf: (index: number) => number,
): { index: number; refused: RejectedLine } {
  const placed = errors.map(({ pointer, detail }) => {
    const [, index = '', within = ''] = /^\/(\d+)(.*)$/s.exec(pointer) ?? [];
    return { index: Number(index), pointer: within, detail };
  });
  const index = Math.min(...placed.map((error) => error.index));
  const own = placed.filter((error) => error.index === index).map(({ pointer, detail }) => ({ pointer, detail }));
  return { index, refused: rejectedLine(lineOf(index), { code, detail: summary(own), errors: own }) };
}
