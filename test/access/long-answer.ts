import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

export interface LongRequest {
  method?: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  /** The beginning of a body. `write` adds to it. */
  body?: string;
}

/** An answer that takes long, read as it comes. */
export class LongAnswer {
  text = '';
  status = 0;
  headers: IncomingMessage['headers'] = {};
  /** When it ended, in any way, by `performance.now()`. */
  endedAt: number | null = null;
  /** Whether it ended regularly, and was not cut off. */
  complete = false;
  readonly #request: ClientRequest;
  #answer: IncomingMessage | null = null;

  constructor(server: Pick<TestServer, 'url'>, { method = 'GET', path, headers, body }: LongRequest) {
    const ended = (): void => void (this.endedAt ??= performance.now());
    this.#request = request(`${server.url}${path}`, { method, headers, agent: false });
    this.#request.on('error', ended).on('response', (answer) => {
      this.#answer = answer;
      this.status = answer.statusCode ?? 0;
      this.headers = answer.headers;
      answer.setEncoding('utf8').on('data', (piece: string) => (this.text += piece));
      answer
        .on('error', () => undefined)
        .on('close', () => {
          this.complete = answer.complete;
          ended();
        });
    });
    if (body === undefined) this.#request.end();
    else this.#request.write(body);
  }

  /** Waits until so many characters have come. */
  async begun(characters = 1): Promise<this> {
    await until('the answer has begun', () => this.text.length >= characters || this.endedAt !== null);
    if (this.endedAt !== null) throw new Error(`the answer has ended already: ${this.status} ${this.text.slice(-500)}`);
    return this;
  }

  /** Waits for its end. Returns how long that was after an instant, milliseconds. */
  async endedAfter(instant: number, timeoutMs = 10_000): Promise<number> {
    await until('the answer has ended', () => this.endedAt !== null, timeoutMs);
    return (this.endedAt ?? Infinity) - instant;
  }

  /** The last line that is not empty, parsed. */
  get lastLine(): unknown {
    return JSON.parse(this.text.trimEnd().split('\n').at(-1) ?? '') as unknown;
  }

  /** Stops reading. */
  pause(): void {
    this.#answer?.pause();
  }

  resume(): void {
    this.#answer?.resume();
  }

  /** Reads a piece, then pauses for so many milliseconds, until the end. */
  async readSlowly(pause: number): Promise<void> {
    for (; this.endedAt === null; await sleep(pause)) {
      this.#answer?.resume();
      await sleep(1);
      this.#answer?.pause();
    }
  }

  write(text: string | Uint8Array): void {
    this.#request.write(text);
  }

  end(): void {
    this.#request.end();
  }

  cut(): void {
    this.#request.destroy();
  }
}
