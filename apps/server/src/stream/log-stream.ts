import { Inject, Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEvents } from '#log/read/read-events.js';
import { isTransientDatabaseError } from '#platform/database/database-errors.js';
import { settleSources } from '../articles/file-article.command.js';
import { LOG, RUNTIME, type LogPart, type RuntimePart } from '../bootstrap/parts.js';
import { toEventBody } from '../events/to-event-body.js';
import { limits } from '../http/limits.js';
import { ShutdownSignal } from '../http/streaming.js';
import { problemOf } from '../problems/problem-of.js';
import { Problem, unavailable } from '../problems/problem.js';
import { LogPages, type StreamFilter } from './log-pages.js';

const HEARTBEAT = ':\n\n';
/** The least time between two notifications of the clients, milliseconds. Events in between are sent together. */
const NOTIFY_INTERVAL_MS = 20;
/** How long to wait before reading again from a database that is away, milliseconds. */
const RETRY_AFTER_MS = 500;

/**
 * Sends new events of the log to many clients. The only state of a client is its position: it is sent the events after
 * that as fast as it reads them, and nothing is buffered for it. A client that reads nothing for a while is
 * disconnected; it reconnects with its last position.
 */
@Injectable()
export class LogStream {
  readonly #clients = new Set<ServerResponse>();
  readonly #pages: LogPages;
  /** Resolves at the next notification. */
  #advanced: Promise<void>;
  #notify: () => void = () => undefined;
  #pause: NodeJS.Timeout | null = null;
  #heartbeat: NodeJS.Timeout | null = null;

  constructor(
    @Inject(LOG) private readonly log: LogPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly shutdown: ShutdownSignal,
  ) {
    this.#advanced = this.#nextAdvance();
    this.#pages = new LogPages(async (after, upTo, filter, limit) => {
      const events = await settleSources(log.pool, await readEvents(log.pool, { after, upTo, limit, ...filter }));
      return events.map((event) => ({
        position: event.position,
        story: event.story,
        type: event.type,
        text: `id: ${event.position}\ndata: ${JSON.stringify(toEventBody(event))}\n\n`,
      }));
    });
    log.follower.onAdvance(() => this.#notifySoon());
    shutdown.signal.addEventListener('abort', () => this.#endAll());
  }

  /** @throws Problem `rate-limited` at the limit of clients, `unavailable` during shutdown */
  admit(): void {
    if (this.shutdown.signal.aborted) throw unavailable('The server is stopping.');
    if (this.#clients.size >= limits.streams)
      throw new Problem('rate-limited', `At most ${limits.streams} clients can follow the log on one server.`, {
        headers: { 'retry-after': '5' },
      });
  }

  /**
   * Sends the events after a position to a client, until the client or the server ends the stream. The caller has sent
   * the headers.
   *
   * @param authority aborted when the client's key or session ends; the last message gives the reason
   */
  follow(client: ServerResponse, position: number, filter: StreamFilter, authority: AbortSignal): void {
    this.#clients.add(client);
    authority.addEventListener('abort', () => this.#end(client, errorMessage(authority.reason)));
    this.#heartbeat ??= setInterval(() => this.#sendHeartbeats(), limits.heartbeatMs);
    client.once('close', () => this.#forget(client));
    // Without a listener the error of a broken connection would end the process.
    client.on('error', () => undefined);
    this.#send(client, position, filter).catch((error: unknown) => {
      this.runtime.logger.error({ err: error }, 'a stream broke off');
      client.destroy();
    });
  }

  async #send(client: ServerResponse, position: number, filter: StreamFilter): Promise<void> {
    for (let at = position; this.#clients.has(client);) {
      const head = this.log.follower.position;
      if (head <= at) {
        await this.#advanced;
        continue;
      }
      const part = await this.#read(at, head, filter);
      if (part === null) continue;
      at = part.upTo;
      if (part.bytes === null || !this.#clients.has(client) || client.write(part.bytes) || (await drained(client)))
        continue;
      this.runtime.logger.info({ position: at }, 'a client that does not read was disconnected');
      client.destroy();
    }
  }

  /** `null` while the database is away. */
  async #read(at: number, head: number, filter: StreamFilter) {
    try {
      return await this.#pages.after(at, head, filter);
    } catch (error) {
      if (!isTransientDatabaseError(error)) throw error;
      await sleep(RETRY_AFTER_MS);
      return null;
    }
  }

  #nextAdvance(): Promise<void> {
    return new Promise((resolve) => (this.#notify = resolve));
  }

  /** Notifies at once, or at the end of the pause after the last notification. */
  #notifySoon(): void {
    if (this.#clients.size === 0 || this.#pause) return;
    this.#notifyAll();
    this.#pause = setTimeout(() => {
      this.#pause = null;
      // The log may have advanced during the pause.
      this.#notifyAll();
    }, NOTIFY_INTERVAL_MS);
  }

  #notifyAll(): void {
    const notify = this.#notify;
    this.#advanced = this.#nextAdvance();
    notify();
  }

  #sendHeartbeats(): void {
    for (const client of this.#clients) if (!client.writableNeedDrain) client.write(HEARTBEAT);
  }

  #forget(client: ServerResponse): void {
    this.#clients.delete(client);
    if (this.#clients.size > 0 || !this.#heartbeat) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = null;
  }

  #endAll(): void {
    for (const client of this.#clients) this.#end(client);
    this.#notify();
  }

  /** Ends a stream after what was already written to it. */
  #end(client: ServerResponse, last = ''): void {
    if (!this.#clients.has(client)) return;
    this.#forget(client);
    client.end(last);
  }
}

/**
 * The last message of a stream: why it ends. It has a type, since a message without one is an event of the log. It has
 * no id, so that the client's last id stays its position.
 */
function errorMessage(reason: unknown): string {
  const { code, detail } = problemOf(reason);
  return `event: error\ndata: ${JSON.stringify({ error: { code, detail } })}\n\n`;
}

/** Resolves to whether the client read what it was sent in time, or has gone. */
function drained(client: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (inTime: boolean) => () => {
      clearTimeout(timer);
      client.off('drain', onDrain).off('close', onClose);
      resolve(inTime);
    };
    const [onDrain, onClose] = [done(true), done(true)];
    const timer = setTimeout(done(false), limits.slowReaderMs);
    client.once('drain', onDrain).once('close', onClose);
  });
}
