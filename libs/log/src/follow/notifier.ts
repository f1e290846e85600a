import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { shortLogId } from '#platform/database/log-id.js';

/**
 * The channel on which a log tells that it moved; its payload is the last position. Poolers and proxies may bring
 * several logs together.
 */
export const logChannel = (logId: string): string => `dateline_log_${shortLogId(logId)}`;

/**
 * How far apart notifications are at least, milliseconds: whoever listens to a log that moves all the while reads more
 * at a time.
 */
const APART = 10;

const NOTIFY = { name: 'notify', text: 'select pg_notify($1, $2)' };

/**
 * Tells other processes that the log moved: NOTIFY after the commit, at most one on its way, the latest position wins.
 * Inside the commit it would take a lock of the whole database. A notification that is lost costs a listener one poll.
 */
export class Notifier {
  private pending = 0;
  private running: Promise<void> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly channel: string,
  ) {}

  /** Never throws and never waits. */
  moved(position: number): void {
    this.pending = Math.max(this.pending, position);
    this.running ??= this.run();
  }

  /** Resolves once nothing is on its way. */
  async close(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.pending > 0) {
      const position = this.pending;
      this.pending = 0;
      // A lost notification is not an error: listeners poll as well.
      await this.pool.query({ ...NOTIFY, values: [this.channel, String(position)] }).catch(() => undefined);
      await sleep(APART);
    }
    this.running = null;
  }
}
