import { Inject, Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEvents } from '#log/read/read-events.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { settleSources } from '../articles/settle-sources.js';
import { toEventBody } from '../events/to-event-body.js';
import { isTransientDatabaseError } from '#platform/database/transient-errors.js';
import { problemOf } from '../problems/problem-of.js';
import { Problem, unavailable } from '../problems/problem.js';
import { limits } from '../http/limits.js';
import { ShutdownSignal } from '../http/shutdown-signal.js';
import { LogPages, type StreamFilter } from './log-pages.js';

const HEARTBEAT = ':\n\n';
/** How often all who follow are told of what is new, at most: what comes in between goes out together. Milliseconds. */
const PAUSE = 20;
/** How long to wait before a database that is away is asked again. Milliseconds. */
const AGAIN = 500;

/**
 * Tells many clients how the log goes on. Each is no more than the position that it has come to: it is sent what
 * follows as fast as it takes it, and nothing is kept for it. One that takes nothing for a while is let go; it comes
 * back with the position that it had.
 */
@Injectable()
export class LogStream {
  readonly #clients = new Set<ServerResponse>();
  readonly #pages: LogPages;
  #moved: Promise<void>;
  #tell: () => void = () => undefined;
  #telling: NodeJS.Timeout | null = null;
  #heartbeat: NodeJS.Timeout | null = null;

  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly stopping: ShutdownSignal,
  ) {
    this.#moved = this.#nextMove();
    this.#pages = new LogPages(async (after, upTo, filter, limit) => {
      const events = await settleSources(parts.pool, await readEvents(parts.pool, { after, upTo, limit, ...filter }));
      return events.map((event) => ({
        position: event.position,
        story: event.story,
        type: event.type,
        text: `id: ${event.position}\ndata: ${JSON.stringify(toEventBody(event))}\n\n`,
      }));
    });
    parts.follower.onMoved(() => this.#tellSoon());
    stopping.signal.addEventListener('abort', () => this.#endAll());
  }

  /** @throws Problem `rate-limited` where as many follow as may, `unavailable` where the server is about to end */
  admit(): void {
    if (this.stopping.signal.aborted) throw unavailable('The server is stopping.');
    if (this.#clients.size >= limits.streams)
      throw new Problem('rate-limited', `At most ${limits.streams} follow the log of one server.`, {
        headers: { 'retry-after': '5' },
      });
  }

  /**
   * Sends what follows a position to a client, until either ends. The head of the answer has been sent.
   *
   * @param authority aborted when what let the client in has ended; the last message says why
   */
  follow(client: ServerResponse, position: number, filter: StreamFilter, authority: AbortSignal): void {
    this.#clients.add(client);
    authority.addEventListener('abort', () => this.#end(client, lastMessage(authority.reason)));
    this.#heartbeat ??= setInterval(() => this.#beat(), limits.heartbeatMs);
    client.once('close', () => this.#forget(client));
    // Whoever cuts the connection need not be told of it.
    client.on('error', () => undefined);
    this.#feed(client, position, filter).catch((error: unknown) => {
      this.parts.logger.error({ err: error }, 'a stream broke off');
      client.destroy();
    });
  }

  async #feed(client: ServerResponse, position: number, filter: StreamFilter): Promise<void> {
    for (let at = position; this.#clients.has(client);) {
      const head = this.parts.follower.position;
      if (head <= at) {
        await this.#moved;
        continue;
      }
      const part = await this.#read(at, head, filter);
      if (part === null) continue;
      at = part.upTo;
      if (part.bytes === null || !this.#clients.has(client) || client.write(part.bytes) || (await drained(client)))
        continue;
      this.parts.logger.info({ position: at }, 'a client that does not read was let go');
      client.destroy();
    }
  }

  /** `null` while the database is away. */
  async #read(at: number, head: number, filter: StreamFilter) {
    try {
      return await this.#pages.after(at, head, filter);
    } catch (error) {
      if (!isTransientDatabaseError(error)) throw error;
      await sleep(AGAIN);
      return null;
    }
  }

  #nextMove(): Promise<void> {
    return new Promise((resolve) => (this.#tell = resolve));
  }

  /** At once where nothing was told lately, else after a pause. */
  #tellSoon(): void {
    if (this.#clients.size === 0 || this.#telling) return;
    const tell = this.#tell;
    this.#moved = this.#nextMove();
    tell();
    this.#telling = setTimeout(() => {
      this.#telling = null;
      // The log may have moved in the pause.
      const later = this.#tell;
      this.#moved = this.#nextMove();
      later();
    }, PAUSE);
  }

  #beat(): void {
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
    this.#tell();
  }

  /** After what was sent to it already. */
  #end(client: ServerResponse, last = ''): void {
    if (!this.#clients.has(client)) return;
    this.#forget(client);
    client.end(last);
  }
}

/**
 * Why a stream ends. It has a name, since a message without one is an event of the log, and no id, so that the position
 * that the client had stays its last.
 */
function lastMessage(reason: unknown): string {
  const { code, detail } = problemOf(reason);
  return `event: error\ndata: ${JSON.stringify({ error: { code, detail } })}\n\n`;
}

/** Whether a client takes what it was sent, in time. */
function drained(client: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (taken: boolean) => () => {
      clearTimeout(timer);
      client.off('drain', onDrain).off('close', onClose);
      resolve(taken);
    };
    const [onDrain, onClose] = [done(true), done(true)];
    const timer = setTimeout(done(false), limits.slowReaderMs);
    client.once('drain', onDrain).once('close', onClose);
  });
}
