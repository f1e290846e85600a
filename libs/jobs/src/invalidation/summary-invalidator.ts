import { setTimeout as sleep } from 'node:timers/promises';
import type { Follower } from '#log/follow/follower.js';
import type { Checkpoint } from '#reader/clocks/checkpoint.js';
import { withClient } from '#platform/database/with-client.js';
import type { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { SummaryRequest } from '../queues/queues.js';
import { debounceDelay } from '../summary/debounce.js';
import { invalidateBatch } from './invalidate-batch.js';

export interface SummaryInvalidatorOptions {
  pool: Pool;
  views: readonly AnyView[];
  follower: Follower;
  checkpoint: Checkpoint;
  /** Queues what was touched. It may fail: what is noted as touched is found by the sweep. */
  queue: (wanted: readonly SummaryRequest[]) => Promise<void>;
  /** What this process leaves to the requests that it answers. */
  room: BackgroundThrottle;
  /** Microseconds since the epoch. */
  now: () => number;
  /** Told of what is worth a line of the log; it is tried again. */
  onFailure?: (error: unknown) => void;
}

/** How long another process's hold is left alone, and how long is waited without news, milliseconds. */
const STAND_BACK = 200;
const IDLE = 1_000;

/**
 * Follows the log as far as the views have come, notes which stories were touched and queues their summaries. Any
 * number of processes may run one: they take turns. Ends no sooner than told to.
 */
export class SummaryInvalidator {
  private position = 0;
  private wake: (() => void) | null = null;
  private stopped = false;
  private running: Promise<void> | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly options: SummaryInvalidatorOptions) {}

  start(): void {
    this.unsubscribe = this.options.follower.onMoved(() => this.wake?.());
    this.running = this.run();
  }

  /** Resolves once the batch under way is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = 100;
    while (!this.stopped) {
      try {
        await this.step();
        pause = 100;
      } catch (error) {
        this.options.onFailure?.(error);
        await sleep(pause);
        pause = Math.min(pause * 2, 2_000);
      }
    }
  }

  private async step(): Promise<void> {
    const began = performance.now();
    const outcome = await withClient(this.options.pool, (client) => invalidateBatch(client, this.options.views));
    if (outcome.kind === 'busy') return void (await sleep(STAND_BACK));
    this.position = outcome.position;
    if (outcome.kind === 'moved') {
      const now = this.options.now();
      const wanted = outcome.touched.map(({ story, kind, ...pace }) => ({
        story,
        kind,
        delay: debounceDelay(pace, now),
      }));
      await this.options.queue(wanted).catch((error: unknown) => this.options.onFailure?.(error));
      if (outcome.more) return;
      await sleep(this.options.room.restAfter(performance.now() - began));
    }
    await this.news();
  }

  /** Waits until the views hold something that was not looked at yet, for a second at most. */
  private async news(): Promise<void> {
    const { follower, checkpoint } = this.options;
    if (follower.position <= this.position && !this.stopped) {
      const timer = new AbortController();
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      await Promise.race([woken, sleep(IDLE, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
      this.wake = null;
    }
    if (follower.position > this.position && !this.stopped) await checkpoint.waitFor(follower.position, IDLE);
  }
}
