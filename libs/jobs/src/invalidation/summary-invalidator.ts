import type { Follower } from '#log/follow/follower.js';
import { requestEndAt } from '#log/read/read-head.js';
import type { BackgroundThrottle } from '#platform/background/background-throttle.js';
import { PollingWorker } from '#platform/background/polling-worker.js';
import { inTransaction, withClient } from '#platform/database/in-transaction.js';
import { BEGIN } from '#projector/store/statement.js';
import type { Checkpoint } from '#reader/clocks/checkpoint.js';
import { touchedStories } from '#reader/subjects/touched-stories.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool, PoolClient } from 'pg';
import type { SummaryRequest } from '../queues/queues.js';
import { debounceDelay, type Invalidated, markStale } from '../summary/staleness.js';

/** About how many events one batch covers. */
const BATCH_SIZE = 1_000;

export type InvalidationOutcome =
  | { kind: 'advanced'; position: number; invalidated: Invalidated[]; more: boolean }
  /** Nothing to do. */
  | { kind: 'idle'; position: number }
  /** Another process holds the lock. */
  | { kind: 'busy' };

/** Locks the invalidator's own checkpoint, the one row of `summary_feed`. No row: another process holds the lock. */
const LOCK = 'select position from summary_feed for update skip locked';
const VIEWS = 'select position from checkpoint';

/**
 * Takes the next events that the views hold, and marks the summaries of the stories that they touched as stale. This is
 * one transaction with the update of the invalidator's checkpoint, so a crash neither skips nor repeats an event.
 */
export function invalidateBatch(client: PoolClient, views: readonly AnyView[]): Promise<InvalidationOutcome> {
  return inTransaction(
    client,
    BEGIN,
    () => invalidateNext(client, views),
    ({ kind }) => kind === 'advanced',
  );
}

async function invalidateNext(client: PoolClient, views: readonly AnyView[]): Promise<InvalidationOutcome> {
  const from = await readPosition(client, LOCK);
  if (from === null) return { kind: 'busy' };
  const reached = (await readPosition(client, VIEWS)) ?? 0;
  if (reached <= from) return { kind: 'idle', position: from };
  const upTo = reached - from <= BATCH_SIZE ? reached : ((await requestEndAt(client, from + BATCH_SIZE)) ?? reached);
  const invalidated = await markStale(client, await touchedStories(client, views, from, upTo));
  await client.query('update summary_feed set position = $1', [upTo]);
  return { kind: 'advanced', position: upTo, invalidated, more: upTo < reached };
}

async function readPosition(client: PoolClient, query: string): Promise<number | null> {
  const { rows } = await client.query<{ position: string }>(query);
  return rows[0] ? Number(rows[0].position) : null;
}

export interface SummaryInvalidatorOptions {
  pool: Pool;
  views: readonly AnyView[];
  follower: Follower;
  checkpoint: Checkpoint;
  /** Queues the summaries of touched stories. It may fail, because the sweep finds stale summaries too. */
  queue: (requests: readonly SummaryRequest[]) => Promise<void>;
  /** Slows the invalidator down while this process answers requests. */
  throttle: BackgroundThrottle;
  /** Microseconds since the epoch. */
  now: () => number;
  /** Called with each failure, which is then tried again. */
  onFailure?: (error: unknown) => void;
}

/** When to try again while another process holds the lock, milliseconds. */
const LOCK_RETRY_MS = 200;
/** How long to wait for new events, and then for the views, milliseconds. */
const POLL_MS = 1_000;

/**
 * Follows the log as far as the views have come, marks the summaries of touched stories as stale, and queues them. Any
 * number of processes may run one: they take turns. It runs until it is stopped.
 */
export class SummaryInvalidator {
  private position = 0;
  private readonly worker: PollingWorker;

  constructor(private readonly options: SummaryInvalidatorOptions) {
    this.worker = new PollingWorker({
      step: () => this.step(),
      subscribe: (wake) => options.follower.onAdvance(wake),
      onFailure: (error) => options.onFailure?.(error),
    });
  }

  start(): void {
    this.worker.start();
  }

  /** Resolves once the batch under way is done. */
  async stop(): Promise<void> {
    await this.worker.stop();
  }

  private async step(): Promise<void> {
    const began = performance.now();
    const { pool, views, queue, throttle, now, onFailure } = this.options;
    const outcome = await withClient(pool, (client) => invalidateBatch(client, views));
    if (outcome.kind === 'busy') return this.worker.pause(LOCK_RETRY_MS);
    this.position = outcome.position;
    if (outcome.kind === 'advanced') {
      const at = now();
      const requests = outcome.invalidated.map(({ story, kind, ...age }) => ({
        story,
        kind,
        delay: debounceDelay(age, at),
      }));
      await queue(requests).catch((error: unknown) => onFailure?.(error));
      if (outcome.more) return;
      await this.worker.pause(throttle.delayAfter(performance.now() - began));
    }
    await this.untilViewsAdvance();
  }

  /** Waits until the log, and then the views, have passed the position of the last batch; each at most `POLL_MS`. */
  private async untilViewsAdvance(): Promise<void> {
    const { follower, checkpoint } = this.options;
    if (follower.position <= this.position) await this.worker.idle(POLL_MS);
    if (follower.position > this.position && !this.worker.stopped) await checkpoint.waitFor(follower.position, POLL_MS);
  }
}
