import { isTransientDatabaseError } from '#platform/database/database-errors.js';
import type { Logger } from 'pino';

export interface MemoizeOptions {
  /** At a constant rate of callers, milliseconds from one call of `ask` to the next. */
  every: number;
  /** How many calls of `ask` may follow one another at once, after a pause of `burst` times `every`. */
  burst: number;
  /** Milliseconds that never go back. */
  now?: () => number;
}

/**
 * Limits how often `ask` is called, by a token bucket. A caller beyond the rate gets the last answer, and all who call
 * while one is under way wait for that one. A caller who comes now and then always gets a fresh answer.
 */
export function memoized<Answer>(ask: () => Promise<Answer>, options: MemoizeOptions): () => Promise<Answer> {
  const { every, burst, now = () => performance.now() } = options;
  let answer: Promise<Answer> | null = null;
  let underWay = false;
  let [left, at] = [burst, now()];
  return () => {
    left = Math.min(burst, left + (now() - at) / every);
    at = now();
    if (answer && (underWay || left < 1)) return answer;
    left -= 1;
    underWay = true;
    answer = ask().finally(() => (underWay = false));
    return answer;
  };
}

/** The state of one part of the server. */
export interface Health {
  /** Whether requests can be served as far as this part is concerned. */
  ready: boolean;
  /** A few words for people: `accepts connections`, `the schema is at 0003, this server needs 0004`. */
  detail: string;
  /** Further values: positions, lags. */
  facts?: Readonly<Record<string, unknown>>;
}

/** A check of one part. A check that is always ready only informs. */
export interface HealthCheck {
  name: string;
  check(): Promise<Health> | Health;
}

/** The checks that `/readyz` runs. */
export const HEALTH_CHECKS = Symbol('health checks');

export type HealthReport = { ready: boolean; checks: Record<string, Health> };

/**
 * Runs all checks at once. A check that throws, or takes longer than `timeoutMs`, is not ready. The error is not in the
 * report, which anybody can read: it may name hosts, users and statements. Its code is logged.
 */
export async function runHealthChecks(
  checks: readonly HealthCheck[],
  logger: Pick<Logger, 'warn'>,
  timeoutMs = 3_000,
): Promise<HealthReport> {
  const results = await Promise.all(
    checks.map(async (check) => [check.name, await runCheck(check, logger, timeoutMs)] as const),
  );
  return { ready: results.every(([, health]) => health.ready), checks: Object.fromEntries(results) };
}

async function runCheck(check: HealthCheck, logger: Pick<Logger, 'warn'>, timeoutMs: number): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, detail: `no answer within ${timeoutMs} ms` }), timeoutMs);
  });
  try {
    return await Promise.race([Promise.resolve(check.check()), timeout]);
  } catch (error) {
    logger.warn({ check: check.name, code: (error as { code?: unknown } | null)?.code }, 'a health check failed');
    return {
      ready: false,
      detail: isTransientDatabaseError(error) ? 'the database cannot be reached' : 'the check failed',
    };
  } finally {
    clearTimeout(timer);
  }
}
