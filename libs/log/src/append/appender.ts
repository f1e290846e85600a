import { nowMicroseconds, type Clock } from '#platform/clock/clock.js';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppendConnection } from './append-connection.js';
import { appendFailure, expire, MAX_BATCH, type PendingAppend, settle, takeBatch } from './pending-append.js';
import { clocksDisagree, LogUnavailable, type AppendRequest, type AppendResult } from './append-request.js';
import { deduplicate, expandDuplicates } from './append-call.js';

export interface AppenderOptions {
  /** How long a request may wait for the log before it is rejected with `LogUnavailable`, milliseconds. */
  timeoutMs?: number;
  /** Keeps the event loop busy while a large call is under way. Only for a process that has nothing else to do then. */
  busyPoll?: boolean;
  /** The clock of this process, against which the log checks the clock of the database. */
  now?: Clock;
  /** Called after each commit with the new last position of the log. Must not throw. */
  onAppended?: (position: number) => void;
}

/** How often expired requests are looked for, milliseconds. */
const EXPIRE_EVERY_MS = 200;

/**
 * Appends requests to the log in batches (group commit). While one call is under way, requests queue here, and the next
 * call takes them together. Only one call is under way at a time; the lock on the head of the log would admit no second
 * one anyway.
 */
export class Appender {
  private readonly queue: PendingAppend[] = [];
  private inFlight: PendingAppend[] = [];
  /** The replies of the last batch, which are sent once the next call is under way. */
  private readonly replies: (() => void)[] = [];
  /** Called when a full batch waits. */
  private onFullBatch: () => void = () => undefined;
  private readonly connection: AppendConnection;
  private readonly timeoutMs: number;
  private readonly onAppended: (position: number) => void;
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(pool: Pool, options: AppenderOptions = {}) {
    const { now = nowMicroseconds, busyPoll = false } = options;
    this.connection = new AppendConnection(pool, { now, busyPoll });
    this.timeoutMs = options.timeoutMs ?? 10_000;
    this.onAppended = options.onAppended ?? (() => undefined);
  }

  /**
   * Appends one request: all of its events or none. Resolves once it is durably stored, or refused by a check of the
   * log. Rejects with `LogUnavailable` if the log cannot be reached in time, with `ClocksDisagree` if it records
   * nothing, or with the database's error if the request itself fails.
   */
  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.closed) throw new LogUnavailable('the server is stopping');
    const distinct = deduplicate(request);
    if (!distinct.ok) return { ok: false, code: 'event-id-conflict', index: distinct.index };
    return expandDuplicates(distinct.places, await this.enqueue(distinct.request));
  }

  /** How many requests wait. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Accepts no further requests, and resolves once all accepted ones are answered. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.running) await this.running;
  }

  private enqueue(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + this.timeoutMs;
      const state = { again: false, failed: null, error: undefined, expired: false };
      this.queue.push({ request, deadline, ...state, resolve, reject });
      if (this.queue.length >= MAX_BATCH) this.onFullBatch();
      this.running ??= this.run();
    });
  }

  private async run(): Promise<void> {
    let pause = 0;
    const timer = setInterval(() => this.expireLate(), EXPIRE_EVERY_MS);
    while (this.queue.length > 0) {
      await this.collectBatch();
      this.inFlight = takeBatch(this.queue);
      const sent = this.send(this.inFlight);
      // Only now are the replies of the batch before sent: the log stores this batch while they are written and the
      // next requests are read.
      this.flushReplies();
      const left = await sent;
      this.inFlight = [];
      if (this.queue.length === 0 || left.length > 0) this.flushReplies();
      if (left.length === 0) {
        pause = 0;
        continue;
      }
      this.queue.unshift(...left.filter(({ expired }) => !expired));
      pause = Math.min(1_000, Math.max(50, pause * 2));
      await sleep(pause);
    }
    clearInterval(timer);
    this.connection.release();
    // In the same turn as the last look at the queue: a request that comes after it starts the next run.
    this.running = null;
  }

  /**
   * Resolves once a batch is full, or else at the end of the turn, so that every request that is ready joins. Otherwise
   * writers that wait for their results would split into two alternating batches.
   */
  private collectBatch(): Promise<void> {
    return new Promise((resolve) => {
      this.onFullBatch = resolve;
      if (this.queue.length < MAX_BATCH) setImmediate(resolve);
      else resolve();
    });
  }

  private flushReplies(): void {
    for (const reply of this.replies.splice(0)) reply();
  }

  /** Sends a batch. Returns the requests that must be sent again; the others have their `replies`, or are rejected. */
  private async send(batch: PendingAppend[]): Promise<PendingAppend[]> {
    try {
      const requests = batch.map(({ request }) => request);
      const again = batch.some((pending) => pending.again);
      const outcomes = await this.connection.append(requests, again);
      this.replies.push(() => batch.forEach((pending, i) => settle(pending, outcomes[i], this.onAppended)));
      return [];
    } catch (error) {
      const failed = appendFailure(error);
      if (failed === 'refused-by-clock') {
        for (const { reject } of batch) reject(clocksDisagree(error));
        return [];
      }
      const [first, ...others] = batch;
      // One of the requests makes the call fail, for good or for now. Sent alone, only that one fails.
      const isRetry = batch.some((pending) => pending.failed);
      if (others.length > 0 && (failed === 'refused-by-sql' || (failed === 'try-again' && isRetry)))
        return this.sendOneByOne(batch);
      if (failed === 'refused-by-sql') {
        first?.reject(error);
        return [];
      }
      for (const pending of batch) {
        pending.failed = failed;
        pending.error = error;
        pending.again ||= failed === 'outcome-unknown';
      }
      return batch;
    }
  }

  /** Stops if the connection breaks, because the rest would fail too. */
  private async sendOneByOne(batch: PendingAppend[]): Promise<PendingAppend[]> {
    const left: PendingAppend[] = [];
    for (const pending of batch) {
      const isBroken = left.some(({ failed }) => failed === 'outcome-unknown');
      left.push(...(isBroken ? [pending] : await this.send([pending])));
      this.flushReplies();
    }
    return left;
  }

  /** Rejects the requests whose time is over, whether their call is under way or not. */
  private expireLate(): void {
    const now = performance.now();
    const isLate = ({ expired, deadline }: PendingAppend): boolean => !expired && deadline <= now;
    for (const pending of this.inFlight.filter(isLate))
      expire(pending, 'the call has not come back, and whether it was stored is not known');
    const late = this.queue.filter(isLate);
    if (late.length === 0) return;
    this.queue.splice(0, Infinity, ...this.queue.filter((pending) => !isLate(pending)));
    for (const pending of late) {
      const isUnknown = pending.again;
      expire(pending, isUnknown ? 'the connection broke, and whether it was stored is not known' : 'no answer in time');
    }
  }
}
