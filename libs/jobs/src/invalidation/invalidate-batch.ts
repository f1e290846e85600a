import { requestEndAt } from '#log/read/position-at.js';
import { touchedStories } from '#reader/subjects/touched-stories.js';
import { BEGIN } from '#projector/store/transaction-settings.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { markStale, type Invalidated } from '../summary/mark-stale.js';

/** How many events are looked through at once, about. */
const AT_A_TIME = 1_000;

export type FeedOutcome =
  | { kind: 'moved'; position: number; touched: Invalidated[]; more: boolean }
  /** Nothing to do. */
  | { kind: 'idle'; position: number }
  /** Another process is at it. */
  | { kind: 'busy' };

/** How far the feed has come, for whoever holds it; and how far the views have. */
const LOCK = 'select position from summary_feed for update skip locked';
const VIEWS = 'select position from checkpoint';

/**
 * Looks through what the views have taken in since the last time, and notes which stories were touched, in one
 * transaction with its checkpoint: nothing is passed over and nothing counted twice, wherever a process ends.
 */
export async function invalidateBatch(client: PoolClient, views: readonly AnyView[]): Promise<FeedOutcome> {
  await client.query(BEGIN);
  try {
    const outcome = await inTransaction(client, views);
    await client.query(outcome.kind === 'moved' ? 'commit' : 'rollback');
    return outcome;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function inTransaction(client: PoolClient, views: readonly AnyView[]): Promise<FeedOutcome> {
  const from = await positionOf(client, LOCK);
  if (from === null) return { kind: 'busy' };
  const reached = (await positionOf(client, VIEWS)) ?? 0;
  if (reached <= from) return { kind: 'idle', position: from };
  const upTo = reached - from <= AT_A_TIME ? reached : ((await requestEndAt(client, from + AT_A_TIME)) ?? reached);
  const touched = await markStale(client, await touchedStories(client, views, from, upTo));
  await client.query('update summary_feed set position = $1', [upTo]);
  return { kind: 'moved', position: upTo, touched, more: upTo < reached };
}

async function positionOf(client: PoolClient, query: string): Promise<number | null> {
  const { rows } = await client.query<{ position: string }>(query);
  return rows[0] ? Number(rows[0].position) : null;
}
