import { Gauge, type Registry } from 'prom-client';
import type { Pool } from 'pg';
import { readQueueStats, type QueueStats } from '#jobs/queues/queue-stats.js';
import type { Queues } from '#jobs/queues/queues.js';
import { countStale } from '#jobs/summary/find-stale.js';
import { summaryKinds } from '#jobs/summary/summary.js';
import type { Clock } from '#platform/clock/clock.js';
import type { HealthCheck } from '../health/readiness.js';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

/**
 * What `/readyz` says of the queues. They are never in the way of a request: facts are accepted and summaries served
 * without them.
 */
export function queuesCheck(queues: Queues, pool: Pool, now: Clock): HealthCheck {
  return {
    name: 'queues',
    async check() {
      const at = now();
      const { name: backend } = queues.backend;
      const summaries = await countStale(pool, at);
      try {
        const items = await readQueueStats(queues, at / 1_000);
        return { ready: true, detail: `on ${backend}, ${told(items)}`, facts: { backend, items, summaries } };
      } catch {
        return {
          ready: true,
          detail: `degraded: ${backend} is away, summaries are made once it is back`,
          facts: { backend, summaries },
        };
      }
    },
  };
}

function told(items: readonly QueueStats[]): string {
  const open = items.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  const failed = items.reduce((sum, one) => sum + one.failed, 0);
  return `${open === 0 ? 'nothing to do' : `${open} to do`}${failed === 0 ? '' : `, ${failed} given up`}`;
}

/**
 * The same for Prometheus, asked when it is scraped. While the backend is away the queues are missing, and
 * `dateline_queues_up` is 0.
 */
export function registerQueueMetrics(registry: Registry, queues: Queues, pool: Pool, now: Clock): void {
  const look = shared(async () => {
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
    read: (gauge: Gauge, looked: Awaited<ReturnType<typeof look>>) => void,
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const looked = await look();
        this.reset();
        read(this, looked);
      },
    });
  gauge('dateline_queues_up', 'Whether the backend of the queues can be reached', [], (up, { items }) =>
    up.set(items === null ? 0 : 1),
  );
  gauge('dateline_queue_jobs', 'Jobs by queue and state', ['queue', 'state'], (jobs, { items }) => {
    for (const one of items ?? []) for (const state of STATES) jobs.set({ queue: one.queue, state }, one[state]);
  });
  const OLDEST = 'How long the oldest job that is not done has been in its queue; 0 where there is none';
  gauge('dateline_queue_oldest_seconds', OLDEST, ['queue'], (oldest, { items }) => {
    for (const one of items ?? []) oldest.set({ queue: one.queue }, one.oldestSeconds ?? 0);
  });
  gauge('dateline_summaries_stale', 'Summaries that are to be made anew, by kind', ['kind'], (stale, { summaries }) => {
    for (const kind of summaryKinds) stale.set({ kind }, summaries.find((one) => one.kind === kind)?.stale ?? 0);
  });
}

/** All who ask while an answer is on its way get the same one: a scrape asks for each metric at once. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => (asked ??= ask().finally(() => (asked = null)));
}
