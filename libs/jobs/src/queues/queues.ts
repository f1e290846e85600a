import type { Queue } from 'bullmq';
import type { SummaryName } from '../summary/summary.js';
import type { QueueBackend } from './backend.js';
import { queueNames, queueOf, type JobData, type QueueName } from './queue-names.js';

/** A summary to be made, after so many milliseconds. */
export interface SummaryRequest extends SummaryName {
  delay: number;
}

/** What fails is tried again after half a second, one, two and four. */
const RETRIES = { attempts: 5, backoff: { type: 'exponential', delay: 500 } };
/**
 * A job that was done leaves nothing. One that could not be stays for people to look at: a week, and no more than a
 * thousand.
 */
const KEPT = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3600, count: 1_000 } };
/** The sweep's come after those of touched stories, which have none. */
const SWEEP_PRIORITY = 10;

/** The backend of the queues cannot be reached. What was to be queued is found again by the sweep. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueuesAway';
}

/**
 * The queues, for those who add jobs and for those who look. Of each summary at most one job waits and one is being
 * done: a job that is added while one is being done runs after it. Everything fails at once while the backend is away.
 */
export class Queues {
  readonly all: ReadonlyMap<QueueName, Queue<JobData>>;

  constructor(readonly backend: QueueBackend) {
    this.all = new Map(queueNames.map((name) => [name, backend.queue(name)]));
  }

  /** For stories that were touched. @throws QueuesAway */
  async addTouched(wanted: readonly SummaryRequest[]): Promise<void> {
    await this.#add(wanted, (one) => ({
      delay: one.delay,
      deduplication: { id: `touched/${one.story}`, keepLastIfActive: true },
    }));
  }

  /**
   * For what the sweep found. Its jobs are told apart from those of touched stories, which they must not hold up.
   * @throws QueuesAway
   */
  async addStale(wanted: readonly SummaryName[]): Promise<void> {
    await this.#add(wanted, (one) => ({ priority: SWEEP_PRIORITY, deduplication: { id: `stale/${one.story}` } }));
  }

  /** One sweep, unless one is waiting or being done. @throws QueuesAway */
  async addSweep(): Promise<void> {
    await this.queue('sweep').addBulk([
      {
        name: 'sweep',
        data: {},
        opts: { removeOnComplete: true, removeOnFail: KEPT.removeOnFail, deduplication: { id: 'sweep' } },
      },
    ]);
  }

  /** @throws QueuesAway */
  queue(name: QueueName): Queue<JobData> {
    const queue = this.all.get(name);
    if (!queue || !this.backend.here()) throw new QueueUnavailable(`${this.backend.name} is away`);
    return queue;
  }

  async close(): Promise<void> {
    await Promise.all([...this.all.values()].map((queue) => queue.close().catch(() => undefined)));
    await this.backend.close();
  }

  async #add<Wanted extends SummaryName>(wanted: readonly Wanted[], options: (one: Wanted) => object): Promise<void> {
    for (const name of queueNames) {
      const jobs = wanted.filter(({ kind }) => queueOf[kind] === name);
      if (jobs.length === 0) continue;
      await this.queue(name).addBulk(
        jobs.map((one) => ({
          name: one.kind,
          data: { story: one.story, kind: one.kind },
          opts: { ...RETRIES, ...KEPT, ...options(one) },
        })),
      );
    }
  }
}
