import pg from 'pg';
import { readHead } from '../read/read-head.js';
import { LOG_CHANNEL } from './notifier.js';

export interface FollowerOptions {
  /** Connection string for LISTEN: a direct one, not through a transaction pooler. */
  url: string;
  /** Used for polling. */
  pool: pg.Pool;
  /** Milliseconds between polls: what a lost notification costs. */
  pollEvery?: number;
  /** Told when the connection is lost and when it is back. */
  onConnection?: (state: 'listening' | 'lost', error?: Error) => void;
}

/**
 * Follows the head of the log: LISTEN tells at once, a poll finds what a notification has not told. Survives a restart of the database.
 * It only says *that* the log moved and how far; whoever listens reads the events after its own position, so none can be missed.
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

  /** The last position heard of. */
  get position(): number {
    return this.last;
  }

  /** Calls back with each new last position; returns the function that ends it. */
  onMoved(listener: (position: number) => void): () => void {
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

  /** Also for what this process itself appended: it need not wait for its own notification. */
  moved(position: number): void {
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
      // Nothing is ever asked on it: only so does it tell that the other side is gone.
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    const lost = (error?: Error): void => {
      if (this.client !== client) return;
      this.client = null;
      client.end().catch(() => undefined);
      this.options.onConnection?.('lost', error);
      if (!this.closed) setTimeout(() => void this.listen(), 500).unref();
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', (message) => this.moved(Number(message.payload)));
    try {
      await client.connect();
      await client.query(`listen ${LOG_CHANNEL}`);
      this.options.onConnection?.('listening');
      await this.poll();
    } catch (error) {
      lost(error instanceof Error ? error : undefined);
    }
  }

  private schedulePoll(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.poll().finally(() => this.schedulePoll()), this.pollEvery);
    this.timer.unref();
  }

  private async poll(): Promise<void> {
    // While the database is away there is nothing to hear; the next poll asks again.
    const head = await readHead(this.options.pool).catch(() => null);
    if (head) this.moved(head.position);
  }
}
