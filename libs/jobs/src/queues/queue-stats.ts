import type { Job, JobType, Queue } from 'bullmq';
import type { JobData, QueueName } from './queue-names.js';
import type { Queues } from './queues.js';

/** How a queue stands. */
export interface QueueStats {
  queue: QueueName;
  /** To be done as soon as a worker is free. */
  waiting: number;
  /** Being done. */
  active: number;
  /** To be done a little later: gathering what comes together, or tried again. */
  delayed: number;
  /** Given up after all retries, and kept. */
  failed: number;
  /** How long the oldest of those that are not done has been there, seconds; `null` where there is none. */
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

/** What is not done. Each is asked for its first job: the oldest of it. */
const OPEN: JobType[] = ['waiting', 'prioritized', 'active', 'delayed'];

/**
 * How the queues stand.
 *
 * @param now milliseconds since the epoch
 * @throws QueuesAway, or what the backend says
 */
export async function readQueueStats(queues: Queues, now: number): Promise<QueueStats[]> {
  return Promise.all([...queues.all.keys()].map((name) => standingOf(name, queues.queue(name), now)));
}

async function standingOf(queue: QueueName, asked: Queue<JobData>, now: number): Promise<QueueStats> {
  const [counts, oldest] = await Promise.all([
    asked.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    Promise.all(OPEN.map(async (type) => (await asked.getJobs([type], 0, 0, true)).at(0)?.timestamp ?? Infinity)),
  ]);
  const since = Math.min(...oldest);
  return {
    queue,
    waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
    oldestSeconds: since === Infinity ? null : Math.max(0, Math.round((now - since) / 1_000)),
  };
}

/** The latest jobs that were given up, the newest first. @throws QueuesAway, or what the backend says */
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
