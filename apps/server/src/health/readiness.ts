import type { Logger } from 'pino';
import { isTransientDatabaseError } from '#platform/database/transient-errors.js';

/** What one part of the server says of itself. */
export interface Health {
  /** Whether requests can be served as far as this part goes. */
  ready: boolean;
  /** In a few words for people: `accepts connections`, `the schema is at 0003, this server needs 0004`. */
  detail: string;
  /** What else is worth knowing: positions, lags. */
  facts?: Readonly<Record<string, unknown>>;
}

/** A part that can be asked how it is. One that is never not ready only tells. */
export interface HealthCheck {
  name: string;
  check(): Promise<Health> | Health;
}

export type HealthReport = { ready: boolean; checks: Record<string, Health> };

/**
 * Asks all parts at once. One that throws, or does not answer within `patienceMs`, is not ready. What was thrown is not
 * told to everybody who asks, since it may name hosts, users and statements: the log has its code.
 */
export async function examine(
  checks: readonly HealthCheck[],
  logger: Pick<Logger, 'warn'>,
  patienceMs = 3_000,
): Promise<HealthReport> {
  const answers = await Promise.all(
    checks.map(async (check) => [check.name, await ask(check, logger, patienceMs)] as const),
  );
  return { ready: answers.every(([, health]) => health.ready), checks: Object.fromEntries(answers) };
}

async function ask(check: HealthCheck, logger: Pick<Logger, 'warn'>, patienceMs: number): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, detail: `no answer within ${patienceMs} ms` }), patienceMs);
  });
  try {
    return await Promise.race([Promise.resolve(check.check()), late]);
  } catch (error) {
    logger.warn(
      { check: check.name, code: (error as { code?: unknown } | null)?.code },
      'a part could not be asked how it is',
    );
    return {
      ready: false,
      detail: isTransientDatabaseError(error) ? 'the database cannot be reached' : 'the check failed',
    };
  } finally {
    clearTimeout(timer);
  }
}
