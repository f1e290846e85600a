import type { Queue } from 'bullmq';
import type { SummaryName } from '../summary/summary.js';
import { type JobData, type QueueBackend, type QueueName, queueNames, queueOf } from './backend.js';

/** A summary to be built. */
export interface SummaryRequest extends SummaryName {
  /** Milliseconds to wait before. */
  delay: number;
}

/** A failed job is retried after half a second, one, two and four. */
const RETRIES = { attempts: 5, backoff: { type: 'exponential', delay: 500 } };
/** A job that succeeds is removed. One that was given up is kept for inspection: for a week, and at most a thousand. */
const KEPT = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3600, count: 1_000 } };
/** Jobs of the sweep run after those of touched stories, which have no priority number. */
const SWEEP_PRIORITY = 10;

/** The backend of the queues cannot be reached. The sweep finds later what could not be queued. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}

/**
 * The queues, for adding and inspecting jobs. For each summary at most one job waits and one runs: a job that is added
 * while one runs starts after it. Every method fails at once while the backend is away.
 */
export class Queues {
  readonly all: ReadonlyMap<QueueName, Queue<JobData>>;

  constructor(readonly backend: QueueBackend) {
    this.all = new Map(queueNames.map((name) => [name, backend.queue(name)]));
  }

  /** Queues the summaries of touched stories. @throws QueueUnavailable */
  async addTouched(requests: readonly SummaryRequest[]): Promise<void> {
    await this.#add(requests, (one) => ({
      delay: one.delay,
      deduplication: { id: `touched/${one.story}`, keepLastIfActive: true },
    }));
  }

  /**
   * Queues what the sweep found. These jobs have deduplication ids of their own, so that they never replace or delay
   * those of touched stories.
   *
   * @throws QueueUnavailable
   */
  async addStale(names: readonly SummaryName[]): Promise<void> {
    await this.#add(names, (one) => ({ priority: SWEEP_PRIORITY, deduplication: { id: `stale/${one.story}` } }));
  }

  /** Queues a sweep, unless one waits or runs. @throws QueueUnavailable */
  async addSweep(): Promise<void> {
    await this.queue('sweep').addBulk([
      {
        name: 'sweep',
        data: {},
        opts: { removeOnComplete: true, removeOnFail: KEPT.removeOnFail, deduplication: { id: 'sweep' } },
      },
    ]);
  }

  /** @throws QueueUnavailable */
  queue(name: QueueName): Queue<JobData> {
    const queue = this.all.get(name);
    if (!queue || !this.backend.isConnected()) throw new QueueUnavailable(`${this.backend.name} is away`);
    return queue;
  }

  async close(): Promise<void> {
    await Promise.all([...this.all.values()].map((queue) => queue.close().catch(() => undefined)));
    await this.backend.close();
  }

  async #add<Name extends SummaryName>(names: readonly Name[], options: (one: Name) => object): Promise<void> {
    for (const queue of queueNames) {
      const jobs = names.filter(({ kind }) => queueOf[kind] === queue);
      if (jobs.length === 0) continue;
      await this.queue(queue).addBulk(
        jobs.map((one) => ({
          name: one.kind,
          data: { story: one.story, kind: one.kind },
          opts: { ...RETRIES, ...KEPT, ...options(one) },
        })),
      );
    }
  }
}
