import type { Follower } from '#log/follow/follower.js';
import { withClient } from '#platform/database/with-client.js';
import { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBatch, type BuildOutcome } from './write/build-batch.js';
import { registerViews } from './store/projections.js';
import { projectBatch, type BatchOutcome } from './write/project-batch.js';
import { retrySubject, type RetryOutcome } from './write/retry-subject.js';
import { HistoryCache } from './write/history-cache.js';
import { yieldToEventLoop, type YieldFn } from './write/event-loop-yielder.js';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { RetiredSweep } from './rebuild/sweep-retired.js';

export interface ProjectorOptions {
  pool: Pool;
  views: readonly AnyView[];
  follower: Follower;
  /** Events in one batch, about. */
  batchSize?: number;
  /** The work that one request may make for one subject, as `revise` counts it. A test may lower it. */
  budget?: number;
  /** What this process leaves to the requests that it answers. */
  room?: BackgroundThrottle;
  /** Told of what is worth a line of the log. */
  onEvent?: (event: ProjectorEvent) => void;
  /** Told of each batch: where the views stand now, how many events it had, how many milliseconds it took. */
  onMoved?: (position: number, events: number, milliseconds: number) => void;
}

export type ProjectorEvent =
  | { kind: 'halted'; view: string; message: string }
  | { kind: 'swapped'; view: string }
  /** A subject is set aside, from a position on. */
  | { kind: 'aside'; view: string; subject: string; position: number; reason: string }
  /** One that was set aside holds all again. */
  | { kind: 'restored'; view: string; subject: string }
  | { kind: 'foreign'; views: string[] }
  | { kind: 'failed'; error: unknown };

/** How long another process's lock, or views of another version, are left alone, milliseconds. */
const STAND_BACK = 50;
const STAND_ASIDE = 5_000;

/** Events in one batch of a build beside requests: what it computes at once keeps none of them waiting for long. */
const BUILT_BESIDE = 50;
/**
 * How long any other batch beside requests should take at most, milliseconds, and how few events it then has at least.
 */
const LONG = 100;
const FEWEST = 10;

/**
 * Keeps the views at the head of the log. Any number of processes may run one: they take turns at the checkpoint. Ends
 * no sooner than told to: what fails is tried again, with a pause.
 */
export class Projector {
  private readonly batchSize: number;
  private readonly budget: number;
  /** Of the next batch. Smaller after a failure, or beside requests: what took too long is done in parts. */
  private size: number;
  private readonly cache = new HistoryCache();
  private readonly built = new HistoryCache();
  private readonly room: BackgroundThrottle;
  private readonly sweep = new RetiredSweep();
  /** The views of other programs for whose sake this one stands aside, as they were last told of. */
  private foreign = '';
  private wake: (() => void) | null = null;
  private due = true;
  private stopped = false;
  private running: Promise<void> | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly options: ProjectorOptions) {
    this.batchSize = options.batchSize ?? 500;
    this.size = this.batchSize;
    this.budget = options.budget ?? MAX_FACTS_REFOLDED;
    this.room = options.room ?? new BackgroundThrottle();
  }

  start(): void {
    this.unsubscribe = this.options.follower.onMoved(() => this.nudge());
    this.running = this.run();
  }

  /** Resolves once the batch under way is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    this.nudge();
    await this.running;
  }

  /** Says that there is something to do. */
  nudge(): void {
    this.due = true;
    this.wake?.();
  }

  private async run(): Promise<void> {
    let declared = false;
    let pause = 100;
    while (!this.stopped) {
      try {
        if (!declared) {
          await withClient(this.options.pool, (client) => registerViews(client, this.options.views));
          declared = true;
        }
        await this.step();
        pause = 100;
      } catch (error) {
        this.options.onEvent?.({ kind: 'failed', error });
        this.size = Math.max(1, Math.floor(this.size / 4));
        await sleep(pause);
        pause = Math.min(pause * 2, 2_000);
      }
    }
  }

  private async step(): Promise<void> {
    this.due = false;
    const started = performance.now();
    const { pool, views } = this.options;
    const outcome = await withClient(pool, (client) => projectBatch(client, views, this.size, this.cache, this.budget));
    const took = performance.now() - started;
    if (outcome.kind === 'moved') this.options.onMoved?.(outcome.position, outcome.events, took);
    const long = this.room.shared && took > LONG;
    this.size = long ? Math.max(FEWEST, Math.floor(this.size / 2)) : Math.min(this.batchSize, this.size * 2);
    this.tell(outcome);
    if (outcome.kind === 'moved' && outcome.more) return;
    if (outcome.kind === 'busy') return void (await sleep(STAND_BACK));
    // Also where the views that serve are those of another program: it may be gone, and these are what takes their
    // place.
    const [build, retry] = [await this.build(), await this.retry()];
    if (build.kind !== 'idle' || retry.kind !== 'idle') return;
    if (outcome.kind === 'foreign') return this.idle(STAND_ASIDE);
    if (this.sweep.due && (await withClient(this.options.pool, (client) => this.sweep.step(client)))) return;
    await this.idle(1_000);
  }

  /** The next part of a build, the smaller and the more slowly where others read meanwhile. */
  private async build(): Promise<BuildOutcome> {
    const size = this.room.shared ? Math.min(this.size, BUILT_BESIDE) : this.size;
    const pause = this.pauses();
    const outcome = await withClient(this.options.pool, (client) =>
      buildBatch(client, this.options.views, size, this.built, pause, this.budget),
    );
    if (outcome.kind === 'swapped' || outcome.kind === 'halted') this.options.onEvent?.(outcome);
    if (outcome.kind === 'built' || outcome.kind === 'swapped')
      for (const halt of outcome.aside) this.options.onEvent?.({ kind: 'aside', view: outcome.view, ...halt });
    if (outcome.kind === 'built') await pause();
    return outcome;
  }

  /** The next part of what a subject has missed that an admin wants to be tried again. */
  private async retry(): Promise<RetryOutcome> {
    const pause = this.pauses();
    const { pool, views } = this.options;
    const size = Math.min(this.size, BUILT_BESIDE);
    const outcome = await withClient(pool, (client) => retrySubject(client, views, size, pause, this.budget));
    if (outcome.kind === 'restored') this.options.onEvent?.(outcome);
    if (outcome.kind === 'refused') this.options.onEvent?.({ ...outcome, kind: 'aside' });
    if (outcome.kind === 'folded') await pause();
    return outcome;
  }

  /**
   * Between the pieces of a build: beside requests, rests by how long each took; a request of a thousand events is
   * built as many small ones are.
   */
  private pauses(): YieldFn {
    let began = performance.now();
    return async () => {
      const rest = this.room.restAfter(performance.now() - began);
      await (rest > 0 ? sleep(rest) : yieldToEventLoop());
      began = performance.now();
    };
  }

  private tell(outcome: BatchOutcome): void {
    const foreign = outcome.kind === 'foreign' ? outcome.views : [];
    if (foreign.length > 0 && this.foreign !== foreign.join())
      this.options.onEvent?.({ kind: 'foreign', views: foreign });
    if (outcome.kind !== 'busy') this.foreign = foreign.join();
    if (outcome.kind !== 'moved') return;
    for (const halted of outcome.halted) this.options.onEvent?.({ kind: 'halted', ...halted });
    for (const halt of outcome.aside) this.options.onEvent?.({ kind: 'aside', ...halt });
  }

  /** Waits until there is something to do, at most so many milliseconds. */
  private async idle(milliseconds: number): Promise<void> {
    if (this.due || this.stopped) return;
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => (this.wake = resolve));
    await Promise.race([woken, sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    this.wake = null;
  }
}
