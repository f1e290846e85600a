import type { Pool } from 'pg';
import { coalesced } from '#platform/database/batched.js';
import { readViewsAt, type Projection } from '#projector/store/projections.js';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_EVERY = 15;

/** The checkpoint of the views: a position that can be read at. */
export interface ViewsAt {
  position: number;
  /** The hash of the log in hex; `null` where the views are behind it. Absent where it was not read. */
  history?: string | null;
  /** All generations at that moment that were not retired, where they were read too. */
  projections?: readonly Projection[];
}

interface Waiter {
  position: number;
  /** By `performance.now()`, since the machine's clock can be set back. */
  deadline: number;
  resolve: (reached: boolean) => void;
}

/**
 * Reads the checkpoint of the views, and waits for it to reach a position. It polls the database, since the projector
 * may be another process, with one query at a time for all waiters.
 */
export class Checkpoint {
  private waiters: Waiter[] = [];
  private polling = false;

  private readonly query: () => Promise<ViewsAt>;

  /** @param readAt what is waited for: without it the views, which must lie within the log */
  constructor(pool: Pool, readAt: (pool: Pool) => Promise<ViewsAt> = readWithinLog) {
    this.query = coalesced(() => readAt(pool));
  }

  /**
   * The checkpoint at some moment after the call.
   * @throws ViewsBeyondLog where the log does not reach that far
   */
  viewsAt(): Promise<ViewsAt> {
    return this.query();
  }

  /** The position alone. Throws as `viewsAt` does. */
  async read(): Promise<number> {
    return (await this.viewsAt()).position;
  }

  /** Waits for the views to reach a position. Resolves to whether they did in time. Rejects as `viewsAt` does. */
  async waitFor(position: number, milliseconds: number): Promise<boolean> {
    if ((await this.read()) >= position) return true;
    return new Promise((resolve) => {
      this.waiters.push({ position, deadline: performance.now() + milliseconds, resolve });
      if (!this.polling) void this.poll();
    });
  }

  /** For the projector of this process to call: it resolves waiters before the next poll. */
  advance(position: number): void {
    this.settle(position);
  }

  private async poll(): Promise<void> {
    this.polling = true;
    while (this.waiters.length > 0) {
      await sleep(POLL_EVERY);
      // While the database is away no position is reached, but deadlines still pass.
      this.settle(await this.read().catch(() => -1));
    }
    this.polling = false;
  }

  private settle(position: number): void {
    const now = performance.now();
    const all = this.waiters;
    this.waiters = all.filter((waiter) => waiter.position > position && waiter.deadline > now);
    for (const waiter of all) {
      if (waiter.position <= position) waiter.resolve(true);
      else if (waiter.deadline <= now) waiter.resolve(false);
    }
  }
}

async function readWithinLog(pool: Pool): Promise<ViewsAt> {
  const { position, head, history, projections } = await readViewsAt(pool);
  const problem = beyondLog('the views stand at', position, head);
  if (problem !== null) throw new ViewsBeyondLog(problem);
  return { position, history, projections };
}

/**
 * Describes a position beyond the end of the log; `null` where it lies within. Both positions must be of one moment, or
 * the head of a later one: the log never gets shorter by itself.
 *
 * @param who with its verb: `the views stand at`
 */
export const beyondLog = (who: string, position: number, head: number): string | null =>
  position > head ? `${who} ${position}, beyond the end of the log, ${head}` : null;

/** The views contain more than the log, so they are not its projection at any position. */
export class ViewsBeyondLog extends Error {
  override readonly name = 'ViewsBeyondLog';
}
