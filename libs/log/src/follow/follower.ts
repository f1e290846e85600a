import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readHead } from '../read/read-head.js';

export interface FollowerOptions {
  /** Connection string for LISTEN: a direct one, not through a transaction pooler. */
  url: string;
  /** Where the log tells that it moved: `logChannel`. */
  channel: string;
  /** Used for polling. */
  pool: pg.Pool;
  /** Milliseconds between polls: what a lost notification costs. */
  pollEvery?: number;
  /** Told when the connection is lost and when it is back. */
  onConnection?: (state: 'listening' | 'lost', error?: Error) => void;
}

/** How long the database may take to say where the head is, before the connection counts as lost, milliseconds. */
const PATIENCE = 5_000;

/** How far apart the looks at the head are at least that notifications ask for, milliseconds. */
const APART = 10;

/** A position as a notifier writes it, without the ones that JavaScript cannot count to. */
const POSITION = /^[1-9]\d{0,14}$/;

/**
 * Follows the head of the log: LISTEN tells at once, a poll finds what a notification has not told. Survives a restart
 * of the database. Every role of the database may notify, so a notification is no more than a reason to look: the
 * position is the one that `log_head` says. It only says *that* the log moved and how far; whoever listens reads the
 * events after its own position, so none can be missed.
 */
export class Follower {
  private readonly listeners = new Set<(position: number) => void>();
  private readonly pollEvery: number;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  private last = 0;
  private unseen = false;
  private looking = false;

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
      // Most of the time nothing is asked on it: only so does it tell that the other side is gone.
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
      query_timeout: PATIENCE,
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
    client.on('notification', (message) => this.hear(message.payload ?? '', client, lost));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.options.channel)}`);
      this.options.onConnection?.('listening');
      await this.poll();
    } catch (error) {
      lost(error instanceof Error ? error : undefined);
    }
  }

  /** One look at a time: however many notifications come while it is made, one more look sees what all of them tell. */
  private hear(payload: string, client: pg.Client, lost: (error?: Error) => void): void {
    if (!POSITION.test(payload) || Number(payload) <= this.last) return;
    this.unseen = true;
    if (this.looking) return;
    void this.look(client).catch((error: unknown) => lost(error instanceof Error ? error : undefined));
  }

  private async look(client: pg.Client): Promise<void> {
    this.looking = true;
    try {
      while (this.unseen && !this.closed) {
        this.unseen = false;
        const { position } = await readHead(client);
        this.moved(position);
        await sleep(APART);
      }
    } finally {
      this.looking = false;
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
