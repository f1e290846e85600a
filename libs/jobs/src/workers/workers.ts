import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Worker } from 'bullmq';
import type { Pool } from 'pg';
import { withoutData } from '#platform/logging/describe-error.js';
import type { Logger } from '#platform/logging/logger.js';
import type { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';
import type { WorkerSettings } from '../queues/backend.js';
import { queueOf, type JobData } from '../queues/queue-names.js';
import type { Queues } from '../queues/queues.js';
import { summaryKinds, type BuildSummary, type SummaryKind, type SummaryName } from '../summary/summary.js';
import { noteFailure } from '../summary/write-summary.js';
import { buildSummary, type MakingParts } from './build-summary.js';
import { sweep } from './sweep.js';

export interface WorkersOptions {
  queues: Queues;
  pool: Pool;
  /** How each kind is made. */
  make: Record<SummaryKind, BuildSummary>;
  /** What this process leaves to the requests that it answers. */
  room: BackgroundThrottle;
  /** Microseconds since the epoch. */
  now: () => number;
  logger: Logger;
}

/** How often is looked for what is stale, milliseconds. */
const SWEEP_EVERY = 5_000;
/** How long the jobs under way are waited for when the process ends, milliseconds. */
const PATIENCE = 5_000;
/**
 * A worker renews its hold on a job while it lives; when it was killed, another one takes the job over soon after
 * `lockDuration`, two looks of `stalledInterval` later at the latest. A job that has ended three workers is not given
 * to a fourth. Milliseconds; `drainDelay` in seconds.
 */
const SETTINGS: WorkerSettings = {
  concurrency: 4,
  lockDuration: 8_000,
  stalledInterval: 4_000,
  maxStalledCount: 2,
  drainDelay: 2,
  runRetryDelay: 500,
};

/** What makes summaries in this process, from its start to its `close`. Any number of processes may have it. */
export class Workers {
  readonly #workers: Pick<Worker, 'close' | 'waitUntilReady'>[];
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly options: WorkersOptions) {
    const { queues, pool, now, logger } = options;
    const makers = summaryKinds.map((kind) => {
      const worker = queues.backend.worker(
        queueOf[kind],
        (job) => keepingNoData(() => options.room.turn(() => this.#make(job))),
        SETTINGS,
      );
      worker.on('failed', (job, error) => this.#failed(job, error));
      return worker;
    });
    const sweeper = queues.backend.worker(
      'sweep',
      () => keepingNoData(async () => void (await sweep(pool, queues, now()))),
      {
        ...SETTINGS,
        concurrency: 1,
      },
    );
    sweeper.on('failed', (_, error) => logger.warn({ err: error }, 'a sweep failed; the next one is seconds away'));
    this.#workers = [...makers, sweeper];
    const sweepSoon = (): void => void queues.addSweep().catch(() => undefined);
    sweepSoon();
    this.#timer = setInterval(sweepSoon, SWEEP_EVERY);
  }

  /** Resolves when every worker has its connection; fails when one cannot get it, and then that worker never will. */
  async ready(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.waitUntilReady()));
  }

  /**
   * Takes no other job, and lets those under way end; those that take too long are done again by whoever comes next.
   */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const patience = this.options.queues.backend.here() ? PATIENCE : 0;
    const closed = Promise.all(this.#workers.map((worker) => worker.close()));
    await Promise.race([closed, sleep(patience, undefined, { ref: false })]);
  }

  async #make(job: Job<JobData>): Promise<void> {
    if (!isAboutSummary(job.data)) throw new Error('this job names no summary');
    const { queues, pool, make, now, logger } = this.options;
    const name = job.data;
    const parts: MakingParts = {
      pool,
      make: make[name.kind],
      now,
      queue: (wanted) => queues.addTouched(wanted).catch(() => undefined),
    };
    const began = performance.now();
    const made = await buildSummary(parts, name);
    if (made) logger.debug({ ...name, ms: Math.round(performance.now() - began) }, 'a summary was made');
  }

  #failed(job: Job<JobData> | undefined, error: Error): void {
    const { logger, pool, now } = this.options;
    if (!job || !isAboutSummary(job.data)) return;
    const name = job.data;
    const givenUp = job.finishedOn !== undefined;
    if (givenUp) logger.error({ ...name, err: error, attempts: job.attemptsMade }, 'a summary could not be made');
    else logger.debug({ ...name, err: error }, 'a summary could not be made and is tried again');
    void noteFailure(pool, name, givenUp ? error.message : null, now()).catch(() => undefined);
  }
}

/** Does a job. Why it failed is kept with it, and shown: without what was recorded or sent. */
async function keepingNoData<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutData(error);
  }
}

const isAboutSummary = (data: JobData): data is SummaryName =>
  'kind' in data && (summaryKinds as readonly string[]).includes(data.kind) && typeof data.story === 'string';
