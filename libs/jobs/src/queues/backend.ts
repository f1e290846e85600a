import type { Job, Queue, Worker, WorkerOptions } from 'bullmq';
import type { JobData, QueueName } from './queue-names.js';

/** Does a job; what it throws is tried again. */
export type Processor = (job: Job<JobData>) => Promise<void>;

export type WorkerSettings = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'drainDelay' | 'runRetryDelay'
>;

/** Where BullMQ keeps its queues. Two exist, Redis and PostgreSQL; what is done with them is the same. */
export interface QueueBackend {
  name: 'Redis' | 'PostgreSQL';
  /** To add jobs and to look at them. Answers or fails at once, also while the backend is away. */
  queue(name: QueueName): Queue<JobData>;
  worker(name: QueueName, processor: Processor, settings: WorkerSettings): Worker<JobData>;
  /** Whether it can be reached, as far as is known. */
  here(): boolean;
  /** Ends the connections. Close queues and workers before. */
  close(): Promise<void>;
}
