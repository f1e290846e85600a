import type { Pool } from 'pg';
import { coalesced } from '#platform/database/coalesced.js';
import { readViewsAt, type Projection } from '#projector/store/projections.js';
import { beyondLog, ViewsBeyondLog } from './beyond-log.js';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_EVERY = 15;

/** Where the views stand: a position that can be read at. */
export interface ViewsAt {
  position: number;
  /** All generations but the retired that there were at that moment, where they were read too. */
  projections?: readonly Projection[];
}

interface Waiter {
  position: number;
  /** By `performance.now()`: the machine's clock can be set back. */
  deadline: number;
  resolve: (reached: boolean) => void;
}

/**
 * The position at which the views stand, and waiting for it. It asks the database, since the projector may be another
 * process: one question at a time for all who wait.
 */
export class Checkpoint {
  private waiters: Waiter[] = [];
  private polling = false;

  private readonly ask: () => Promise<ViewsAt>;

  constructor(pool: Pool) {
    this.ask = coalesced(() => readWithinLog(pool));
  }

  /**
   * Where they stand at some moment after it was asked for.
   * @throws ViewsBeyondLog where the log does not reach that far
   */
  viewsAt(): Promise<ViewsAt> {
    return this.ask();
  }

  /** The position at some moment after it was asked for. Throws as `viewsAt` does. */
  async read(): Promise<number> {
    return (await this.viewsAt()).position;
  }

  /**
   * Resolves to whether the views hold a position, at the latest after so many milliseconds. Rejects as `viewsAt` does.
   */
  async waitFor(position: number, milliseconds: number): Promise<boolean> {
    if ((await this.read()) >= position) return true;
    return new Promise((resolve) => {
      this.waiters.push({ position, deadline: performance.now() + milliseconds, resolve });
      if (!this.polling) void this.poll();
    });
  }

  /** For the projector of this process: those who wait need not ask. */
  moved(position: number): void {
    this.settle(position);
  }

  private async poll(): Promise<void> {
    this.polling = true;
    while (this.waiters.length > 0) {
      await sleep(POLL_EVERY);
      // While the database is away nothing is reached; the deadlines still count.
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
  const { position, head, projections } = await readViewsAt(pool);
  const wrong = beyondLog('the views stand at', position, head);
  if (wrong !== null) throw new ViewsBeyondLog(wrong);
  return { position, projections };
}
