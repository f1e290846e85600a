import { Gauge, type Registry } from 'prom-client';
import { postgresBackend } from '#jobs/queues/postgres-backend.js';
import { prepareQueueSchema } from '#jobs/queues/queue-schema.js';
import { readQueueStats } from '#jobs/queues/queue-stats.js';
import { Queues } from '#jobs/queues/queues.js';
import { redisBackend } from '#jobs/queues/redis-backend.js';
import { countStale } from '#jobs/summary/staleness.js';
import { summaryKinds } from '#jobs/summary/summary.js';
import type { Config } from '#platform/config/config.js';
import { coalesced } from '#platform/database/batched.js';
import type { Database } from '#platform/database/open-database.js';
import type { Logger } from '#platform/logging/logger.js';
import type { QueuesPart, ReadsPart } from './parts.js';
import type { ShutdownStack } from './process.js';

/** Opens the queues: on Redis where it is configured, even while it is away, else in a schema of the database. */
export async function openQueues(
  { redisUrl }: Pick<Config, 'redisUrl'>,
  database: Database,
  logger: Logger,
  closing: ShutdownStack,
): Promise<Queues> {
  if (redisUrl === null) await prepareQueueSchema(database, logger);
  const backend =
    redisUrl === null ? postgresBackend(database.directUrl, logger) : redisBackend(redisUrl, database.logId, logger);
  const queues = new Queues(backend);
  closing.add('queues', () => queues.close());
  if (redisUrl === null) await Promise.all([...queues.all.values()].map((queue) => queue.waitUntilReady()));
  return queues;
}

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

/**
 * Registers metrics of the queues, which are read when Prometheus scrapes them. While the backend is away
 * `dateline_queues_up` is 0 and the queues are missing.
 */
export function registerQueueMetrics(registry: Registry, queues: QueuesPart, { pool, now }: ReadsPart): void {
  // A scrape collects all metrics at once: they share one reading.
  const readStats = coalesced(async () => {
    const at = now();
    const [items, summaries] = await Promise.all([
      readQueueStats(queues, at / 1_000).catch(() => null),
      countStale(pool, at).catch(() => []),
    ]);
    return { items, summaries };
  });
  const gauge = (
    name: string,
    help: string,
    labelNames: string[],
    set: (gauge: Gauge, stats: Awaited<ReturnType<typeof readStats>>) => void,
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const stats = await readStats();
        this.reset();
        set(this, stats);
      },
    });
  gauge('dateline_queues_up', 'Whether the backend of the queues can be reached', [], (up, { items }) =>
    up.set(items === null ? 0 : 1),
  );
  gauge('dateline_queue_jobs', 'Jobs by queue and state', ['queue', 'state'], (jobs, { items }) => {
    for (const one of items ?? []) for (const state of STATES) jobs.set({ queue: one.queue, state }, one[state]);
  });
  const OLDEST = 'Age of the oldest job that is not done; 0 where there is none';
  gauge('dateline_queue_oldest_seconds', OLDEST, ['queue'], (oldest, { items }) => {
    for (const one of items ?? []) oldest.set({ queue: one.queue }, one.oldestSeconds ?? 0);
  });
  gauge('dateline_summaries_stale', 'Summaries that are out of date, by kind', ['kind'], (stale, { summaries }) => {
    for (const kind of summaryKinds) stale.set({ kind }, summaries.find((one) => one.kind === kind)?.stale ?? 0);
  });
}
