import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Worker } from 'bullmq';
import type { Pool } from 'pg';
import type { BackgroundThrottle } from '#platform/background/background-throttle.js';
import { withoutData } from '#platform/logging/describe-error.js';
import type { Logger } from '#platform/logging/logger.js';
import { type JobData, queueOf, type WorkerSettings } from '../queues/backend.js';
import type { Queues } from '../queues/queues.js';
import { summaryKinds, type BuildSummary, type SummaryKind, type SummaryName } from '../summary/summary.js';
import { recordFailure } from '../summary/write-summary.js';
import { rebuildSummary, sweepStale } from './summary-jobs.js';

export interface WorkersOptions {
  queues: Queues;
  pool: Pool;
  builders: Record<SummaryKind, BuildSummary>;
  /** Slows the workers down while this process answers requests. */
  throttle: BackgroundThrottle;
  /** Microseconds since the epoch. */
  now: () => number;
  logger: Logger;
}

/** How often stale summaries are looked for, milliseconds. */
const SWEEP_EVERY_MS = 5_000;
/** How long `close` waits for the jobs under way, milliseconds. */
const CLOSE_TIMEOUT_MS = 5_000;
/**
 * A worker renews its lock on a job while it lives. If it is killed, another worker takes the job over soon after
 * `lockDuration`, at most two checks of `stalledInterval` later. A job that has killed three workers is not given to a
 * fourth. Milliseconds; `drainDelay` in seconds.
 */
const SETTINGS: WorkerSettings = {
  concurrency: 4,
  lockDuration: 8_000,
  stalledInterval: 4_000,
  maxStalledCount: 2,
  drainDelay: 2,
  runRetryDelay: 500,
};

/** The workers of this process, which build summaries until `close`. Any number of processes may have them. */
export class Workers {
  readonly #workers: Pick<Worker, 'close' | 'waitUntilReady'>[];
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly options: WorkersOptions) {
    const { queues, pool, throttle, now, logger } = options;
    const builders = summaryKinds.map((kind) => {
      const worker = queues.backend.worker(
        queueOf[kind],
        (job) => withoutDataInErrors(() => throttle.run(() => this.#build(job))),
        SETTINGS,
      );
      worker.on('failed', (job, error) => this.#failed(job, error));
      return worker;
    });
    const sweeper = queues.backend.worker(
      'sweep',
      () => withoutDataInErrors(async () => void (await sweepStale(pool, queues, now()))),
      { ...SETTINGS, concurrency: 1 },
    );
    sweeper.on('failed', (_, error) => logger.warn({ err: error }, 'a sweep failed; the next one follows in seconds'));
    this.#workers = [...builders, sweeper];
    const queueSweep = (): void => void queues.addSweep().catch(() => undefined);
    queueSweep();
    this.#timer = setInterval(queueSweep, SWEEP_EVERY_MS);
  }

  /** Resolves once every worker is connected. Fails if one cannot connect, and that worker then never will. */
  async ready(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no further job, and waits for those under way. A job that takes too long is run again by another process. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const timeout = this.options.queues.backend.isConnected() ? CLOSE_TIMEOUT_MS : 0;
    const closed = Promise.all(this.#workers.map((worker) => worker.close()));
    await Promise.race([closed, sleep(timeout, undefined, { ref: false })]);
  }

  async #build(job: Job<JobData>): Promise<void> {
    if (!isAboutSummary(job.data)) throw new Error('this job names no summary');
    const { queues, pool, builders, now, logger } = this.options;
    const name = job.data;
    const build = builders[name.kind];
    const queue: Queues['addTouched'] = (requests) => queues.addTouched(requests).catch(() => undefined);
    const began = performance.now();
    if (await rebuildSummary({ pool, build, queue, now }, name))
      logger.debug({ ...name, ms: Math.round(performance.now() - began) }, 'a summary was built');
  }

  #failed(job: Job<JobData> | undefined, error: Error): void {
    const { logger, pool, now } = this.options;
    if (!job || !isAboutSummary(job.data)) return;
    const name = job.data;
    const isGivenUp = job.finishedOn !== undefined;
    if (isGivenUp) logger.error({ ...name, err: error, attempts: job.attemptsMade }, 'a summary could not be built');
    else logger.debug({ ...name, err: error }, 'a summary could not be built and is retried');
    void recordFailure(pool, name, isGivenUp ? error.message : null, now()).catch(() => undefined);
  }
}

/** Runs a job. Its error is stored and shown, so it must not hold data that were recorded or sent. */
async function withoutDataInErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutData(error);
  }
}

const isAboutSummary = (data: JobData): data is SummaryName =>
  'kind' in data && (summaryKinds as readonly string[]).includes(data.kind) && typeof data.story === 'string';
