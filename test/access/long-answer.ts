import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

export interface LongRequest {
  method?: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  /** A body that goes on: `write` adds to it, and nothing ends it. */
  body?: string;
}

/** An answer that goes on for long, read as it comes. */
export class LongAnswer {
  text = '';
  status = 0;
  headers: IncomingMessage['headers'] = {};
  /** When it was over, however that came, by `performance.now()`. */
  endedAt: number | null = null;
  /** Whether it came to a regular end, and was not cut off. */
  complete = false;
  readonly #request: ClientRequest;
  #answer: IncomingMessage | null = null;

  constructor(server: Pick<TestServer, 'url'>, { method = 'GET', path, headers, body }: LongRequest) {
    const over = (): void => void (this.endedAt ??= performance.now());
    this.#request = request(`${server.url}${path}`, { method, headers, agent: false });
    this.#request.on('error', over).on('response', (answer) => {
      this.#answer = answer;
      this.status = answer.statusCode ?? 0;
      this.headers = answer.headers;
      answer.setEncoding('utf8').on('data', (piece: string) => (this.text += piece));
      answer
        .on('error', () => undefined)
        .on('close', () => {
          this.complete = answer.complete;
          over();
        });
    });
    if (body === undefined) this.#request.end();
    else this.#request.write(body);
  }

  /** Waits until so much of it has come. */
  async begun(characters = 1): Promise<this> {
    await until('the answer has begun', () => this.text.length >= characters || this.endedAt !== null);
    if (this.endedAt !== null) throw new Error(`the answer is over already: ${this.status} ${this.text.slice(-500)}`);
    return this;
  }

  /** Waits for its end; answers how long after an instant that was, milliseconds. */
  async endedAfter(instant: number, patience = 10_000): Promise<number> {
    await until('the answer is over', () => this.endedAt !== null, patience);
    return (this.endedAt ?? Infinity) - instant;
  }

  /** The last line that is not empty, as JSON. */
  get lastLine(): unknown {
    return JSON.parse(this.text.trimEnd().split('\n').at(-1) ?? '') as unknown;
  }

  /** Reads nothing any more. */
  pause(): void {
    this.#answer?.pause();
  }

  resume(): void {
    this.#answer?.resume();
  }

  /** Reads so many milliseconds late, piece by piece. */
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
