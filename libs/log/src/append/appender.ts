import { nowMicroseconds, type Clock } from '#platform/clock/clock.js';
import type { Pool, PoolClient } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { APPEND_STATEMENT, appendParameters, readOutcomes, type AppendRow, type CallOutcome } from './append-call.js';
import { ResultUnread, appendFailure, type AppendFailure } from './append-failure.js';
import { BusyPoller } from './busy-poller.js';
import {
  clocksDisagree,
  LogUnavailable,
  type AppendRequest,
  type AppendResult,
  type AppendedEvent,
} from './append-request.js';
import { withReplays } from './replayed-request.js';
import { deduplicate, expandDuplicates } from './duplicates.js';
import { MAX_BATCH, takeBatch } from './batch.js';
import { reclaimEvents, reclaimReplay } from './retry.js';

export interface AppenderOptions {
  /** How long a request may wait for the log before it is given up with `LogUnavailable`, milliseconds. */
  patience?: number;
  /**
   * Whether the process has nothing else to do while a large call is on its way: it then looks for requests instead of
   * sleeping.
   */
  wakeful?: boolean;
  /** This process's clock: the log holds the database's against it. */
  now?: Clock;
  /** Called after each commit with the log's new last position. Must not throw. */
  onAppended?: (position: number) => void;
}

interface Waiting {
  request: AppendRequest;
  /** When it is given up, by `performance.now()`: the machine's clock can be set back. */
  deadline: number;
  /** An earlier try may have stored it. */
  again: boolean;
  /** How the last try failed. */
  failed: AppendFailure | null;
  /** What the last try failed with. */
  error: unknown;
  /** Nobody waits for it any more: it was given up while a call with it was on its way. */
  over: boolean;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

/** Client-side limit of one call, milliseconds: a connection that hangs longer is given up, its outcome unknown. */
const CALL_TIMEOUT = 5_000;
/**
 * The head of the log is locked until PostgreSQL has handed its answer on, and TCP tries for a quarter of an hour to
 * bring a long one to a machine that is gone. Told once on each connection: ten seconds.
 */
const TAKEN_WITHIN: { text: string } = Object.freeze({
  text: 'set tcp_user_timeout = 10000',
  query_timeout: CALL_TIMEOUT,
});
/** With so many requests in a call, the next are about to come. */
const MANY = 8;
/** How often those whose time is over are looked for, milliseconds. */
const SWEEP_EVERY = 200;

/**
 * Appends requests to the log in groups (group commit): while one call is on its way, requests queue here, and the next
 * call takes them together. One call is in flight at a time; the head row's lock would let no second one through
 * anyway.
 */
export class Appender {
  private readonly queue: Waiting[] = [];
  private inFlight: Waiting[] = [];
  /** Those that nobody was given yet. */
  private readonly answers: (() => void)[] = [];
  /** Called when a full group waits. */
  private onFull: () => void = () => undefined;
  private readonly awake = new BusyPoller(() => this.inFlight.length >= MANY);
  /** Held from one call to the next, so that the next is on its way at once. */
  private client: PoolClient | null = null;
  /** Connections that know `TAKEN_WITHIN`. */
  private readonly told = new WeakSet<PoolClient>();
  private readonly patience: number;
  private readonly wakeful: boolean;
  private readonly now: Clock;
  private readonly onAppended: (position: number) => void;
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    options: AppenderOptions = {},
  ) {
    this.patience = options.patience ?? 10_000;
    this.wakeful = options.wakeful ?? false;
    this.now = options.now ?? nowMicroseconds;
    this.onAppended = options.onAppended ?? (() => undefined);
  }

  /**
   * Appends one request: all of its events or none. Resolves once it is durably stored, or refused by a check of the
   * log. Rejects with `LogUnavailable` when the log cannot be reached in time, with `ClocksDisagree` where it refuses
   * to record, or with the database's error where it refuses the request itself.
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

  /** Takes nothing new, and resolves once all that was taken is answered. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.running) await this.running;
  }

  private enqueue(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({
        request,
        deadline: performance.now() + this.patience,
        again: false,
        failed: null,
        error: undefined,
        over: false,
        resolve,
        reject,
      });
      if (this.queue.length >= MAX_BATCH) this.onFull();
      this.running ??= this.run();
    });
  }

  private async run(): Promise<void> {
    let pause = 0;
    const sweep = setInterval(() => this.giveUpLate(), SWEEP_EVERY);
    while (this.queue.length > 0) {
      await this.gathered();
      this.inFlight = takeBatch(this.queue);
      const sent = this.send(this.inFlight);
      if (this.wakeful) this.awake.stay();
      // To the group before, now that this one is on its way: the log stores it while they are written out and the next
      // requests are read.
      this.giveAnswers();
      const left = await sent;
      this.inFlight = [];
      if (this.queue.length === 0 || left.length > 0) this.giveAnswers();
      if (left.length === 0) {
        pause = 0;
        continue;
      }
      this.queue.unshift(...left.filter((waiting) => !waiting.over));
      pause = Math.min(1_000, Math.max(50, pause * 2));
      await sleep(pause);
    }
    clearInterval(sweep);
    this.release();
    // In the same turn as the last look at the queue: a request that comes after it starts the next run.
    this.running = null;
  }

  /**
   * Resolves once a group is full, or else at the end of the turn: every request that is ready joins; without that,
   * writers that wait for nothing else split into two alternating groups.
   */
  private gathered(): Promise<void> {
    return new Promise((resolve) => {
      this.onFull = resolve;
      if (this.queue.length < MAX_BATCH) setImmediate(resolve);
      else resolve();
    });
  }

  private giveAnswers(): void {
    for (const give of this.answers.splice(0)) give();
  }

  /**
   * Sends a group, at once where a connection is held; returns what has to be sent again. The others have their
   * `answers`.
   */
  private async send(group: Waiting[]): Promise<Waiting[]> {
    try {
      const outcomes = await this.call(group);
      this.answers.push(() => group.forEach((waiting, i) => this.settle(waiting, outcomes[i])));
      return [];
    } catch (error) {
      const failed = appendFailure(error);
      if (failed === 'refused-by-clock') {
        for (const waiting of group) waiting.reject(clocksDisagree(error));
        return [];
      }
      const [first, ...others] = group;
      // One of them is poisoned, for good or for now. Alone, it fails alone.
      if (
        others.length > 0 &&
        (failed === 'refused-by-sql' || (failed === 'try-again' && group.some((waiting) => waiting.failed)))
      ) {
        return this.sendOneByOne(group);
      }
      if (failed === 'refused-by-sql') {
        first?.reject(error);
        return [];
      }
      for (const waiting of group) {
        waiting.failed = failed;
        waiting.error = error;
        waiting.again ||= failed === 'outcome-unknown';
      }
      return group;
    }
  }

  /** Stops where the connection breaks: the rest would fare no better. */
  private async sendOneByOne(group: Waiting[]): Promise<Waiting[]> {
    const left: Waiting[] = [];
    for (const waiting of group) {
      const broken = left.some(({ failed }) => failed === 'outcome-unknown');
      left.push(...(broken ? [waiting] : await this.send([waiting])));
      this.giveAnswers();
    }
    return left;
  }

  private async call(group: Waiting[]): Promise<(CallOutcome | AppendResult)[]> {
    const requests = group.map((waiting) => waiting.request);
    const client = (this.client ??= await this.pool.connect());
    try {
      const again = group.some((waiting) => waiting.again);
      const values = appendParameters(requests, { again, dry: false, processUs: this.now() });
      if (!this.told.has(client)) await client.query(TAKEN_WITHIN);
      this.told.add(client);
      const answer = await client.query<AppendRow>({
        ...APPEND_STATEMENT,
        values,
        query_timeout: CALL_TIMEOUT,
      } as never);
      const [row] = answer.rows;
      if (!row) throw new Error('append_events answered nothing');
      return await withReplays(client, requests, readOutcomes(requests, row)).catch((error: unknown) => {
        throw new ResultUnread(error);
      });
    } catch (error) {
      this.release(appendFailure(error) === 'outcome-unknown');
      throw error;
    }
  }

  private release(broken = false): void {
    this.client?.release(broken);
    this.client = null;
  }

  private settle(waiting: Waiting, outcome: CallOutcome | AppendResult | undefined): void {
    if (!outcome) return waiting.reject(new Error('append_events answered too few outcomes'));
    if ('ok' in outcome) return waiting.resolve(waiting.again ? reclaimReplay(waiting.request, outcome) : outcome);
    switch (outcome.kind) {
      case 'refused':
        return waiting.resolve({ ok: false, ...outcome.refusal });
      case 'stored': {
        const events = waiting.again ? reclaimEvents(waiting.request, outcome.events) : outcome.events;
        const position = lastPosition(events);
        if (events.some((event) => !event.duplicate)) this.onAppended(position);
        return waiting.resolve({ ok: true, position, replayed: false, events });
      }
      case 'replayed':
        return waiting.reject(new Error('a replayed request was not read'));
    }
  }

  /** Nobody waits longer than they have patience for, whether the call is on its way or not. */
  private giveUpLate(): void {
    const now = performance.now();
    const late = (waiting: Waiting): boolean => !waiting.over && waiting.deadline <= now;
    for (const waiting of this.inFlight.filter(late))
      giveUp(waiting, 'the call has not come back, and whether it was stored is not known');
    const lateInQueue = this.queue.filter(late);
    if (lateInQueue.length === 0) return;
    this.queue.splice(0, Infinity, ...this.queue.filter((waiting) => !late(waiting)));
    for (const waiting of lateInQueue) {
      giveUp(
        waiting,
        waiting.again ? 'the connection broke, and whether it was stored is not known' : 'no answer in time',
      );
    }
  }
}

function giveUp(waiting: Waiting, reason: string): void {
  waiting.over = true;
  waiting.reject(new LogUnavailable(reason, waiting.error === undefined ? undefined : { cause: waiting.error }));
}

const lastPosition = (events: AppendedEvent[]): number =>
  events.reduce((last, event) => Math.max(last, event.position), 0);
