import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform/logging/logger.js';

interface Opened {
  name: string;
  close: () => Promise<unknown>;
}

/**
 * What has been opened and must be closed again, the last opened first: the HTTP server before the pools, the pools
 * before the database.
 */
export class ShutdownStack {
  private readonly opened: Opened[] = [];

  add(name: string, close: () => Promise<unknown>): void {
    this.opened.push({ name, close });
  }

  /**
   * Closes everything. What fails is logged and the rest closed all the same.
   *
   * @param patience milliseconds for all of it
   * @returns whether all of it was closed in time
   */
  async closeAll(logger: Logger, patience: number): Promise<boolean> {
    const late = sleep(patience, 'late' as const, { ref: false });
    for (let next = this.opened.pop(); next; next = this.opened.pop()) {
      const { name, close } = next;
      const closed = close().catch((error: unknown) =>
        logger.error({ err: error, part: name }, 'a part could not be closed'),
      );
      if ((await Promise.race([closed, late])) === 'late') {
        logger.warn({ part: name }, 'a part did not close in time');
        return false;
      }
    }
    return true;
  }
}
