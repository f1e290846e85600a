import type { Follower } from '#log/follow/follower.js';
import { withClient } from '#platform/database/in-transaction.js';
import { BackgroundThrottle } from '#platform/background/background-throttle.js';
import { PollingWorker } from '#platform/background/polling-worker.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBatch, type BuildOutcome } from './write/build-batch.js';
import { registerViews } from './store/generations.js';
import { projectBatch, type BatchOutcome } from './write/project-batch.js';
import { retrySubject, type RetryOutcome } from './write/retry-subject.js';
import { HistoryCache } from './write/history-cache.js';
import { yieldToEventLoop, type YieldFn } from './write/event-loop-yielder.js';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { RetiredSweep } from './rebuild/manage-generations.js';

export interface ProjectorOptions {
  pool: Pool;
  views: readonly AnyView[];
  follower: Follower;
  /** About how many events one batch has. */
  batchSize?: number;
  /** How much work one request may cause for one subject, as `revise` counts it. A test may lower it. */
  budget?: number;
  /** Slows the projector down while this process answers requests. */
  throttle?: BackgroundThrottle;
  /** Called for what is worth a line of the log. */
  onEvent?: (event: ProjectorEvent) => void;
  /** Called after each batch, with the new position of the views, its number of events, and how long it took. */
  onAdvance?: (position: number, events: number, milliseconds: number) => void;
}

export type ProjectorEvent =
  | { kind: 'halted'; view: string; message: string }
  | { kind: 'swapped'; view: string }
  /** A subject is halted, from a position on. */
  | { kind: 'subject-halted'; view: string; subject: string; position: number; reason: string }
  /** A halted subject is complete again. */
  | { kind: 'restored'; view: string; subject: string }
  | { kind: 'foreign'; views: string[] }
  | { kind: 'failed'; error: unknown };

/** When to try again while another process holds the lock, milliseconds. */
const LOCK_RETRY_MS = 50;
/** When to look again while the active views are those of another version of the program, milliseconds. */
const VERSION_RETRY_MS = 5_000;
/** When to poll again without a notification, milliseconds. */
const POLL_MS = 1_000;

/** The events of one batch of a build while requests come: few, so that its computation delays no request for long. */
const BUILD_BATCH_UNDER_LOAD = 50;
/** A batch that takes longer than this while requests come makes the next one half as large, milliseconds. */
const LONG_BATCH_MS = 100;
/** No batch is made smaller than this, events. */
const MIN_BATCH = 10;

/**
 * Keeps the views at the head of the log. Any number of processes may run one: they take turns at the checkpoint. It
 * runs until it is stopped; what fails is tried again after a pause.
 */
export class Projector {
  private readonly batchSize: number;
  private readonly budget: number;
  /** The size of the next batch: smaller after a failure, and after a long batch while requests come. */
  private size: number;
  private readonly cache = new HistoryCache();
  private readonly buildCache = new HistoryCache();
  private readonly throttle: BackgroundThrottle;
  private readonly sweep = new RetiredSweep();
  private readonly worker: PollingWorker;
  private registered = false;
  /** The active views of another version that were last reported. */
  private foreign = '';

  constructor(private readonly options: ProjectorOptions) {
    this.batchSize = options.batchSize ?? 500;
    this.size = this.batchSize;
    this.budget = options.budget ?? MAX_FACTS_REFOLDED;
    this.throttle = options.throttle ?? new BackgroundThrottle();
    this.worker = new PollingWorker({
      step: () => this.step(),
      subscribe: (wake) => options.follower.onAdvance(wake),
      onFailure: (error) => {
        options.onEvent?.({ kind: 'failed', error });
        this.size = Math.max(1, Math.floor(this.size / 4));
      },
    });
  }

  start(): void {
    this.worker.start();
  }

  /** Resolves once the current batch is done. */
  async stop(): Promise<void> {
    await this.worker.stop();
  }

  private async step(): Promise<void> {
    const { pool, views } = this.options;
    if (!this.registered) {
      await withClient(pool, (client) => registerViews(client, views));
      this.registered = true;
    }
    const started = performance.now();
    const outcome = await withClient(pool, (client) => projectBatch(client, views, this.size, this.cache, this.budget));
    const took = performance.now() - started;
    if (outcome.kind === 'moved') this.options.onAdvance?.(outcome.position, outcome.events, took);
    const isLong = this.throttle.busy && took > LONG_BATCH_MS;
    this.size = isLong ? Math.max(MIN_BATCH, Math.floor(this.size / 2)) : Math.min(this.batchSize, this.size * 2);
    this.report(outcome);
    if (outcome.kind === 'moved' && outcome.more) return;
    if (outcome.kind === 'busy') return this.worker.pause(LOCK_RETRY_MS);
    // Builds go on while the active views are those of another version: its program may be gone, and the views that are
    // built will replace its views.
    const [build, retry] = [await this.build(), await this.retry()];
    if (build.kind !== 'idle' || retry.kind !== 'idle') return;
    if (outcome.kind === 'foreign') return this.worker.idle(VERSION_RETRY_MS);
    if (this.sweep.due && (await withClient(pool, (client) => this.sweep.step(client)))) return;
    await this.worker.idle(POLL_MS);
  }

  /** Runs the next part of a build: a smaller one, and more slowly, while requests come. */
  private async build(): Promise<BuildOutcome> {
    const size = this.throttle.busy ? Math.min(this.size, BUILD_BATCH_UNDER_LOAD) : this.size;
    const pause = this.throttledYield();
    const outcome = await withClient(this.options.pool, (client) =>
      buildBatch(client, this.options.views, size, this.buildCache, pause, this.budget),
    );
    if (outcome.kind === 'swapped' || outcome.kind === 'halted') this.options.onEvent?.(outcome);
    if (outcome.kind === 'built' || outcome.kind === 'swapped')
      for (const halt of outcome.haltedSubjects)
        this.options.onEvent?.({ kind: 'subject-halted', view: outcome.view, ...halt });
    if (outcome.kind === 'built') await pause();
    return outcome;
  }

  /** Folds the next part of what a halted subject has missed, if an admin requested a retry. */
  private async retry(): Promise<RetryOutcome> {
    const pause = this.throttledYield();
    const { pool, views } = this.options;
    const size = Math.min(this.size, BUILD_BATCH_UNDER_LOAD);
    const outcome = await withClient(pool, (client) => retrySubject(client, views, size, pause, this.budget));
    if (outcome.kind === 'restored') this.options.onEvent?.(outcome);
    if (outcome.kind === 'refused') this.options.onEvent?.({ ...outcome, kind: 'subject-halted' });
    if (outcome.kind === 'folded') await pause();
    return outcome;
  }

  /**
   * Yields between the pieces of a build. While requests come, it pauses for as long as the piece before makes
   * necessary, so that a request of a thousand events disturbs them no more than many small ones.
   */
  private throttledYield(): YieldFn {
    let began = performance.now();
    return async () => {
      const delay = this.throttle.delayAfter(performance.now() - began);
      await (delay > 0 ? sleep(delay) : yieldToEventLoop());
      began = performance.now();
    };
  }

  private report(outcome: BatchOutcome): void {
    const foreign = outcome.kind === 'foreign' ? outcome.views : [];
    if (foreign.length > 0 && this.foreign !== foreign.join())
      this.options.onEvent?.({ kind: 'foreign', views: foreign });
    if (outcome.kind !== 'busy') this.foreign = foreign.join();
    if (outcome.kind !== 'moved') return;
    for (const halted of outcome.halted) this.options.onEvent?.({ kind: 'halted', ...halted });
    for (const halt of outcome.haltedSubjects) this.options.onEvent?.({ kind: 'subject-halted', ...halt });
  }
}
