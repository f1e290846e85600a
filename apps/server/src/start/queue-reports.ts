import { Gauge, type Registry } from 'prom-client';
import type { Pool } from 'pg';
import { lookAtQueues, type QueueStanding } from '#jobs/queues/look.js';
import type { Queues } from '#jobs/queues/queues.js';
import { countStale } from '#jobs/summary/find-stale.js';
import type { Clock } from '#platform/clock/clock.js';
import type { HealthCheck } from '../api/health/readiness.js';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

/** What `/readyz` says of the queues. They are never in the way of a request: facts are accepted and summaries served without them. */
export function queuesCheck(queues: Queues, pool: Pool, now: Clock): HealthCheck {
  return {
    name: 'queues',
    async check() {
      const at = now();
      const { name: backend } = queues.backend;
      const summaries = await countStale(pool, at);
      try {
        const items = await lookAtQueues(queues, at / 1_000);
        return { ready: true, detail: `on ${backend}, ${told(items)}`, facts: { backend, items, summaries } };
      } catch {
        return { ready: true, detail: `degraded: ${backend} is away, summaries are made once it is back`, facts: { backend, summaries } };
      }
    },
  };
}

function told(items: readonly QueueStanding[]): string {
  const open = items.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  const failed = items.reduce((sum, one) => sum + one.failed, 0);
  return `${open === 0 ? 'nothing to do' : `${open} to do`}${failed === 0 ? '' : `, ${failed} given up`}`;
}

/** The same for Prometheus, asked when it is scraped. While the backend is away the queues are missing, and `dateline_queues_up` is 0. */
export function measureQueues(registry: Registry, queues: Queues, pool: Pool, now: Clock): void {
  const registers = [registry];
  const jobs = new Gauge({ name: 'dateline_queue_jobs', help: 'Jobs by queue and state', labelNames: ['queue', 'state'], registers });
  const oldest = new Gauge({
    name: 'dateline_queue_oldest_seconds',
    help: 'How long the oldest job that is not done has been in its queue; 0 where there is none',
    labelNames: ['queue'],
    registers,
  });
  const stale = new Gauge({
    name: 'dateline_summaries_stale',
    help: 'Summaries that are to be made anew, by kind',
    labelNames: ['kind'],
    registers,
  });
  new Gauge({
    name: 'dateline_queues_up',
    help: 'Whether the backend of the queues can be reached',
    registers,
    async collect() {
      jobs.reset();
      oldest.reset();
      stale.reset();
      const at = now();
      const items = await lookAtQueues(queues, at / 1_000).catch(() => null);
      this.set(items === null ? 0 : 1);
      for (const one of items ?? []) {
        for (const state of STATES) jobs.set({ queue: one.queue, state }, one[state]);
        oldest.set({ queue: one.queue }, one.oldestSeconds ?? 0);
      }
      for (const one of await countStale(pool, at).catch(() => [])) stale.set({ kind: one.kind }, one.stale);
    },
  });
}
