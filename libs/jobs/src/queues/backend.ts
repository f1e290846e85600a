import type { Job, Queue, Worker, WorkerOptions } from 'bullmq';
import type { SummaryKind, SummaryName } from '../summary/summary.js';

/** `briefs` and `digests` build the summaries of one kind each; `sweep` finds stale summaries. */
export const queueNames = ['briefs', 'digests', 'sweep'] as const;
export type QueueName = (typeof queueNames)[number];

/** The queue that builds the summaries of a kind. */
export const queueOf: Record<SummaryKind, QueueName> = { brief: 'briefs', digests: 'digests' };

/** The summary of a job. A job of the sweep concerns all summaries, and names none. */
export type JobData = SummaryName | Record<string, never>;

/** Runs a job. If it throws, the job is retried. */
export type Processor = (job: Job<JobData>) => Promise<void>;

export type WorkerSettings = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'drainDelay' | 'runRetryDelay'
>;

/** Where BullMQ keeps its queues: there are two implementations, for Redis and for PostgreSQL. */
export interface QueueBackend {
  name: 'Redis' | 'PostgreSQL';
  /** A queue for adding and inspecting jobs. Its calls fail at once while the backend cannot be reached. */
  queue(name: QueueName): Queue<JobData>;
  worker(name: QueueName, processor: Processor, settings: WorkerSettings): Worker<JobData>;
  /** Whether the backend can be reached, as far as is known. */
  isConnected(): boolean;
  /** Ends the connections. Close queues and workers before. */
  close(): Promise<void>;
}
