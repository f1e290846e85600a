import type pg from 'pg';
import { readQueueStats, type QueueStats } from '#jobs/queues/queue-stats.js';
import { countStale } from '#jobs/summary/staleness.js';
import { readInvalidatorPosition } from '#jobs/summary/read-current.js';
import { readClocks, type ClockReadings } from '#log/read/read-head.js';
import type { Clock } from '#platform/clock/clock.js';
import { checkDurability } from '#platform/database/durability.js';
import { pendingMigrations } from '#platform/database/migrate.js';
import { readViewsAt } from '#projector/store/projections.js';
import { beyondLog } from '#reader/clocks/checkpoint.js';
import type { LogPart, QueuesPart, ReadsPart } from '../bootstrap/parts.js';
import type { Health, HealthCheck } from './readiness.js';
import { viewsCheck } from './views-check.js';

/** What `/readyz` checks of the database, the log, the views and the queues. */
export function healthChecks({ pool, now }: ReadsPart, { follower }: LogPart, queues: QueuesPart): HealthCheck[] {
  return [
    ...databaseChecks(pool),
    clockCheck(pool, now),
    viewsCheck(pool),
    positionsCheck(pool, follower),
    queuesCheck(queues, pool, now),
  ];
}

/** Whether the database answers, keeps what it acknowledges, and has this program's schema. */
function databaseChecks(pool: pg.Pool): HealthCheck[] {
  return [
    {
      name: 'database',
      async check() {
        const began = performance.now();
        await pool.query('select');
        return { ready: true, detail: 'answers', facts: { ms: Math.round(performance.now() - began) } };
      },
    },
    {
      name: 'durability',
      async check() {
        const { problems } = await checkDurability(pool);
        return { ready: problems.length === 0, detail: problems.join(' ') || 'what is acknowledged is on disk' };
      },
    },
    {
      name: 'schema',
      async check() {
        const pending = await pendingMigrations(pool);
        const detail = pending.length === 0 ? 'up to date' : `migrations are missing: ${pending.join(', ')}`;
        return { ready: pending.length === 0, detail };
      },
    },
  ];
}

/** The difference of clocks that is reported, microseconds: the largest that the log's own rule allows. */
const MAX_DIFFERENCE = 60_000_000;

/** Compares the clocks. The server is not ready where the log would refuse to record. */
function clockCheck(pool: pg.Pool, now: Clock): HealthCheck {
  return { name: 'clock', check: async () => toHealth(await readClocks(pool, now())) };
}

function toHealth({ refusal, recordAhead, processAhead }: ClockReadings): Health {
  if (refusal !== null)
    return { ready: false, detail: `${refusal}: nothing is recorded until the wrong clock is set right` };
  if (recordAhead > MAX_DIFFERENCE) {
    const ahead = `the last event's time is ${seconds(recordAhead)} s ahead`;
    return { ready: true, detail: `${ahead}: events get that time until the database's clock has reached it` };
  }
  if (Math.abs(processAhead) > MAX_DIFFERENCE) {
    const side = processAhead > 0 ? 'ahead of' : 'behind';
    const difference = `this server's clock is ${seconds(processAhead)} s ${side} the database's`;
    return { ready: true, detail: `${difference}, which the last event confirms` };
  }
  return { ready: true, detail: 'agrees with the record' };
}

const seconds = (microseconds: number): number => Math.round(Math.abs(microseconds) / 1e6);

/**
 * Whether every follower of the log is at a position within it: the views, the invalidator of the summaries and this
 * server. A follower beyond the end has seen events that the log does not have.
 */
function positionsCheck(pool: pg.Pool, follower: LogPart['follower']): HealthCheck {
  return {
    name: 'positions',
    async check() {
      // Read before the head: the log has at least this position when the head is read.
      const followed = follower.position;
      const [views, invalidator] = await Promise.all([readViewsAt(pool), readInvalidatorPosition(pool)]);
      const wrong = [
        beyondLog('the views stand at', views.position, views.head),
        ...views.projections
          .filter(({ status }) => status !== 'active')
          .map(({ view, position }) => beyondLog(`the view ${view} stands at`, position, views.head)),
        beyondLog("the summaries' feed stands at", invalidator.position, invalidator.head),
        beyondLog('this server has seen position', followed, views.head),
      ].filter((one) => one !== null);
      return { ready: wrong.length === 0, detail: wrong.join('; ') || 'all within the log' };
    },
  };
}

/** Always ready: events are accepted and summaries are served without the queues. */
function queuesCheck(queues: QueuesPart, pool: pg.Pool, now: Clock): HealthCheck {
  return {
    name: 'queues',
    async check() {
      const at = now();
      const { name: backend } = queues.backend;
      const summaries = await countStale(pool, at);
      try {
        const items = await readQueueStats(queues, at / 1_000);
        return { ready: true, detail: `on ${backend}, ${formatStats(items)}`, facts: { backend, items, summaries } };
      } catch {
        const detail = `degraded: ${backend} is away, summaries are made once it is back`;
        return { ready: true, detail, facts: { backend, summaries } };
      }
    },
  };
}

function formatStats(items: readonly QueueStats[]): string {
  const open = items.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  const failed = items.reduce((sum, one) => sum + one.failed, 0);
  return `${open === 0 ? 'nothing to do' : `${open} to do`}${failed === 0 ? '' : `, ${failed} given up`}`;
}
