import type { Pool } from 'pg';
import { correctionsMade } from '#history/facts/corrections-made.js';
import type { Certainty } from '#log/event.js';
import type { Clocks } from '../clocks/clocks.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import { findFacts } from './read-timeline.js';
import { placeOf, type TimelinePlace } from './timeline-fact.js';

/** A fact as a mark on an axis of time: its places on the clocks, and how it stands. */
export interface Mark {
  id: string;
  position: number;
  /** The last position of its request, whose events became known at once. */
  requestEnd: number;
  recordedAt: string;
  occurredAt: string;
  /** When the source of the winning account published it. */
  reportedAt: string | null;
  type: string;
  certainty: Certainty;
  corrected: boolean;
  retracted: boolean;
}

export interface MarkPage {
  items: Mark[];
  next: TimelinePlace | null;
}

/** $1 positions */
const REQUEST_ENDS = `select e.position, e.request_end from event e where e.position = any($1)`;

/**
 * The facts of a story as marks, the earliest first, retracted ones included. A page that took long to fill may hold
 * less than `limit` and still have a next one.
 */
export async function readMarks(
  pool: Pool,
  story: string,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<MarkPage> {
  const selection = { story, filter: { retracted: true }, clocks, after, limit: limit + 1, order: 'asc' as const };
  const { facts, stopped } = await findFacts(pool, { ...selection, deadline: new PageDeadline() });
  const page = facts.slice(0, limit);
  const ends = await readRequestEnds(
    pool,
    page.map(({ state }) => state.position),
  );
  const items = page.map(({ state, resolved, withdrawn }): Mark => ({
    id: state.id,
    position: state.position,
    requestEnd: ends.get(state.position) ?? state.position,
    recordedAt: state.accounts[0]?.recordedAt ?? '',
    occurredAt: resolved.occurredAt,
    reportedAt: resolved.accounts[0]?.source?.publishedAt ?? null,
    type: state.type,
    certainty: resolved.certainty,
    corrected: correctionsMade(state, clocks).length > 0,
    retracted: withdrawn,
  }));
  const last = page.at(-1);
  return { items, next: facts.length > limit && last ? placeOf(last) : stopped };
}

async function readRequestEnds(pool: Pool, positions: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ position: string; request_end: string }>({
    name: 'request-ends',
    text: REQUEST_ENDS,
    values: [positions],
  });
  return new Map(rows.map((row) => [Number(row.position), Number(row.request_end)]));
}
