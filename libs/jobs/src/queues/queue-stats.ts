import type { Job, JobType, Queue } from 'bullmq';
import type { JobData, QueueName } from './backend.js';
import type { Queues } from './queues.js';

/** The state of a queue. */
export interface QueueStats {
  queue: QueueName;
  /** Jobs that run as soon as a worker is free. */
  waiting: number;
  /** Jobs that are running. */
  active: number;
  /** Jobs that run later: debounced, or retried. */
  delayed: number;
  /** Jobs that were given up after all retries, and kept. */
  failed: number;
  /** The age of the oldest job that is not done, seconds; `null` if there is none. */
  oldestSeconds: number | null;
}

/** A job that was given up. */
export interface DeadLetter {
  queue: QueueName;
  id: string;
  story: string | null;
  error: string;
  attempts: number;
  /** RFC 3339. */
  failedAt: string | null;
}

/** The types of jobs that are not done. The first job of each type is its oldest one. */
const OPEN: JobType[] = ['waiting', 'prioritized', 'active', 'delayed'];

/**
 * Reads the states of all queues.
 *
 * @param now milliseconds since the epoch
 * @throws QueueUnavailable, or the error of the backend
 */
export async function readQueueStats(queues: Queues, now: number): Promise<QueueStats[]> {
  return Promise.all([...queues.all.keys()].map((name) => statsOf(name, queues.queue(name), now)));
}

async function statsOf(name: QueueName, queue: Queue<JobData>, now: number): Promise<QueueStats> {
  const [counts, oldest] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    Promise.all(OPEN.map(async (type) => (await queue.getJobs([type], 0, 0, true)).at(0)?.timestamp ?? Infinity)),
  ]);
  const since = Math.min(...oldest);
  return {
    queue: name,
    waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
    oldestSeconds: since === Infinity ? null : Math.max(0, Math.round((now - since) / 1_000)),
  };
}

/** Reads the latest jobs that were given up, the newest first. @throws QueueUnavailable, or the error of the backend */
export async function deadLetters(queues: Queues, limit: number): Promise<DeadLetter[]> {
  const each = await Promise.all(
    [...queues.all.keys()].map(async (name) =>
      (await queues.queue(name).getFailed(0, limit - 1)).map((job) => deadLetter(name, job)),
    ),
  );
  return each
    .flat()
    .sort((a, b) => ((a.failedAt ?? '') < (b.failedAt ?? '') ? 1 : -1))
    .slice(0, limit);
}

const deadLetter = (
  queue: QueueName,
  { id, data, failedReason, attemptsMade, finishedOn }: Job<JobData>,
): DeadLetter => ({
  queue,
  id: id ?? '',
  story: 'story' in data ? (data.story ?? null) : null,
  error: failedReason,
  attempts: attemptsMade,
  failedAt: finishedOn === undefined ? null : new Date(finishedOn).toISOString(),
});
