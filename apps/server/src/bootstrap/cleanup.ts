import { sweepIdempotency } from '#log/append/sweep-idempotency.js';
import type { Logger } from '#platform/logging/logger.js';
import type { AuthRuntime } from './auth-runtime.js';
import type { ShutdownStack } from './shutdown-stack.js';

/** Milliseconds. What is swept is over by its date in any case: nobody waits for it. */
const EVERY = 10 * 60_000;

/** Deletes what is over: Idempotency-Keys after a day, sessions. Any number of processes may. */
export function startCleanup({ accessPool, sessions }: AuthRuntime, logger: Logger, closing: ShutdownStack): void {
  let under: Promise<void> = Promise.resolve();
  const sweep = async (): Promise<void> => {
    try {
      await sessions.sweep();
      const keys = await sweepIdempotency(accessPool);
      if (keys > 0) logger.info({ keys }, 'Idempotency-Keys of more than a day ago were deleted');
    } catch (error) {
      logger.warn({ err: error }, 'what is over could not be deleted, and is tried again');
    }
  };
  const timer = setInterval(() => {
    under = sweep();
  }, EVERY);
  under = sweep();
  closing.add('housekeeping', () => {
    clearInterval(timer);
    return under;
  });
}
