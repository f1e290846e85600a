import type pg from 'pg';
import { checkDurability } from '#platform/database/durability.js';
import { pendingMigrations } from '#platform/database/migrate.js';
import type { HealthCheck } from '../health/readiness.js';

/**
 * What `/readyz` asks of the database: that it answers, still keeps what it is given, and still has this program's
 * schema.
 */
export function databaseChecks(pool: pg.Pool): HealthCheck[] {
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
        return {
          ready: pending.length === 0,
          detail: pending.length === 0 ? 'up to date' : `lacks ${pending.join(', ')}`,
        };
      },
    },
  ];
}
