import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { coalesced } from '#platform/database/batched.js';
import { shortLogId } from '#platform/database/log-id.js';

/**
 * The channel on which a log notifies that it advanced; the payload is the last position. It includes the id of the
 * log, because a pooler or a proxy may bring the notifications of several logs together.
 */
export const logChannel = (logId: string): string => `dateline_log_${shortLogId(logId)}`;

/** Notifications are at least so many milliseconds apart. Under constant load, listeners then read more at a time. */
const MIN_INTERVAL_MS = 10;

const NOTIFY = { name: 'notify', text: 'select pg_notify($1, $2)' };

/**
 * Notifies other processes that the log advanced. It sends NOTIFY after the commit, because inside the transaction that
 * takes a lock of the whole database. At most one notification is under way, and the next one has the latest position.
 * A lost notification delays a listener until its next poll.
 */
export class Notifier {
  private position = 0;
  private running: Promise<void> | null = null;
  private readonly notify: () => Promise<void>;

  constructor(pool: Pool, channel: string) {
    this.notify = coalesced(async () => {
      // An error is ignored, because listeners also poll.
      await pool.query({ ...NOTIFY, values: [channel, String(this.position)] }).catch(() => undefined);
      await sleep(MIN_INTERVAL_MS);
    });
  }

  /** Never throws and never waits. */
  advance(position: number): void {
    this.position = Math.max(this.position, position);
    this.running = this.notify();
  }

  /** Resolves once no notification is under way. */
  async close(): Promise<void> {
    await this.running;
  }
}
