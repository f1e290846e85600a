import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { coalesced } from '#platform/database/batched.js';
import { readHead } from '../read/read-head.js';

export interface FollowerOptions {
  /** Connection string for LISTEN: a direct one, not through a transaction pooler. */
  url: string;
  /** The channel of the log's notifications: `logChannel`. */
  channel: string;
  /** For polling. */
  pool: pg.Pool;
  /** Milliseconds between polls: the delay that a lost notification causes. */
  pollEvery?: number;
  /** Called when the connection is made, and when it is lost. */
  onConnection?: (state: 'listening' | 'lost', error?: Error) => void;
}

/** The limit of a query on the LISTEN connection, milliseconds; a connection that hangs longer counts as lost. */
const QUERY_TIMEOUT_MS = 5_000;

/** Notifications cause at most one query in so many milliseconds. */
const MIN_INTERVAL_MS = 10;

/** A position as a notifier writes it, up to 15 digits, which JavaScript represents exactly. */
const POSITION = /^[1-9]\d{0,14}$/;

/**
 * Follows the head of the log: by LISTEN, and by polling in case a notification is lost. It survives a restart of the
 * database. Every role of the database may notify, so a notification is only a reason to read `log_head`, which has the
 * position. The follower reports only the position of the head. Its listeners read the events after their own
 * positions, so they miss none.
 */
export class Follower {
  private readonly listeners = new Set<(position: number) => void>();
  private readonly pollEvery: number;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  private last = 0;

  constructor(private readonly options: FollowerOptions) {
    this.pollEvery = options.pollEvery ?? 1_000;
  }

  /** The last known position of the head. */
  get position(): number {
    return this.last;
  }

  /** Calls back with each new position of the head. Returns the function that unsubscribes. */
  onAdvance(listener: (position: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    void this.listen();
    this.schedulePoll();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** Reports a new position. Call it after an append of this process, which then need not wait for its notification. */
  advance(position: number): void {
    if (position <= this.last) return;
    this.last = position;
    for (const listener of this.listeners) listener(position);
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: 'dateline follow',
      keepAlive: true,
      // Without queries, only TCP keep-alive notices that the other side is gone.
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    this.client = client;
    const onLost = (error?: unknown): void => {
      if (this.client !== client) return;
      this.client = null;
      client.end().catch(() => undefined);
      this.options.onConnection?.('lost', error instanceof Error ? error : undefined);
      if (!this.closed) setTimeout(() => void this.listen(), 500).unref();
    };
    // However many notifications come during one query, one further query covers all of them.
    const readPosition = coalesced(async () => {
      if (this.closed) return;
      const { position } = await readHead(client);
      this.advance(position);
      await sleep(MIN_INTERVAL_MS);
    });
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', ({ payload = '' }) => {
      if (POSITION.test(payload) && Number(payload) > this.last) readPosition().catch(onLost);
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.options.channel)}`);
      this.options.onConnection?.('listening');
      await this.poll();
    } catch (error) {
      onLost(error);
    }
  }

  private schedulePoll(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.poll().finally(() => this.schedulePoll()), this.pollEvery);
    this.timer.unref();
  }

  private async poll(): Promise<void> {
    // While the database is away, the next poll tries again.
    const head = await readHead(this.options.pool).catch(() => null);
    if (head) this.advance(head.position);
  }
}
