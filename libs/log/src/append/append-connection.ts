import type { Clock } from '#platform/clock/clock.js';
import type { Pool, PoolClient } from 'pg';
import { APPEND_STATEMENT, appendParameters, readOutcomes, type AppendRow, type CallOutcome } from './append-call.js';
import { appendFailure, ResultUnread } from './pending-append.js';
import type { AppendRequest, AppendResult } from './append-request.js';
import { withReplays } from './idempotency.js';

/** The client's limit of one call, milliseconds. A connection that hangs longer is closed; the outcome is unknown. */
const CALL_TIMEOUT_MS = 5_000;
/**
 * The head of the log stays locked until PostgreSQL has sent its answer. TCP tries for a quarter of an hour to send a
 * long answer to a machine that is gone; this limits it to ten seconds. Set once on each connection.
 */
const LIMIT_SENDING: { text: string } = Object.freeze({
  text: 'set tcp_user_timeout = 10000',
  query_timeout: CALL_TIMEOUT_MS,
});

/** While a call with so many requests is under way, the next requests are about to come. */
const BUSY_BATCH = 8;
/** The longest time of busy polling for one call, milliseconds. */
const MAX_POLL_MS = 10;

export interface AppendConnectionOptions {
  /** The clock of this process, against which the log checks the clock of the database. */
  now: Clock;
  /** Keeps the event loop busy while a large call is under way. */
  busyPoll: boolean;
}

/** The connection for appending. It is held from one call to the next, so that the next call starts at once. */
export class AppendConnection {
  private client: PoolClient | null = null;
  /** How many requests the call under way has. */
  private underWay = 0;
  private pollUntil = 0;
  private polling = false;
  /** The connections on which `LIMIT_SENDING` was run. */
  private readonly configured = new WeakSet<PoolClient>();

  constructor(
    private readonly pool: Pool,
    private readonly options: AppendConnectionOptions,
  ) {}

  /**
   * Appends requests in one call, which begins in this turn of the event loop if the connection is held already.
   *
   * @param again some of them may have been stored by a call whose answer was lost
   * @throws the errors that `appendFailure` classifies
   */
  async append(requests: readonly AppendRequest[], again: boolean): Promise<(CallOutcome | AppendResult)[]> {
    this.underWay = requests.length;
    if (this.options.busyPoll) this.startPolling();
    try {
      return await this.call(requests, again);
    } finally {
      this.underWay = 0;
    }
  }

  /** Returns the connection to the pool. @param broken closes it instead */
  release(broken = false): void {
    this.client?.release(broken);
    this.client = null;
  }

  private async call(requests: readonly AppendRequest[], again: boolean): Promise<(CallOutcome | AppendResult)[]> {
    const client = (this.client ??= await this.pool.connect());
    try {
      const values = appendParameters(requests, { again, dry: false, processUs: this.options.now() });
      if (!this.configured.has(client)) await client.query(LIMIT_SENDING);
      this.configured.add(client);
      const call = { ...APPEND_STATEMENT, values, query_timeout: CALL_TIMEOUT_MS };
      const answer = await client.query<AppendRow>(call as never);
      const [row] = answer.rows;
      if (!row) throw new Error('append_events returned no row');
      return await withReplays(client, requests, readOutcomes(requests, row)).catch((error: unknown) => {
        throw new ResultUnread(error);
      });
    } catch (error) {
      this.release(appendFailure(error) === 'outcome-unknown');
      throw error;
    }
  }

  /**
   * Keeps the event loop turning, instead of sleeping, while a large call is under way: waking up a process takes about
   * as long as serving a request. (The idea is that of busy polling in network drivers.)
   */
  private startPolling(): void {
    this.pollUntil = performance.now() + MAX_POLL_MS;
    if (!this.polling) this.poll();
  }

  private poll(): void {
    this.polling = this.underWay >= BUSY_BATCH && performance.now() < this.pollUntil;
    if (this.polling) setImmediate(() => this.poll());
  }
}
