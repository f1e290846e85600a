import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import type { TestServer } from '../support/server.js';

export class Message {
  constructor(
    readonly id: number,
    private readonly text: string,
  ) {}

  get data(): Record<string, unknown> {
    return JSON.parse(this.text) as Record<string, unknown>;
  }
}

/** A client of the stream that works like an EventSource, and whose connection can be cut. */
export class StreamClient {
  /** The number of comments. */
  heartbeats = 0;
  status = 0;
  /** The body of an answer that is not a stream. */
  text = '';
  /** Resolves when the stream has ended, in any way. */
  readonly ended: Promise<void>;
  readonly #begun: Promise<unknown>;
  #request: ClientRequest;
  #answer: IncomingMessage | null = null;

  /** @param onMessage called for each message, whose `id` is a position */
  constructor(
    server: Pick<TestServer, 'url' | 'adminKey'>,
    path: string,
    onMessage: (message: Message) => void,
    headers: Record<string, string> = {},
  ) {
    this.#request = get(`${server.url}${path}`, {
      headers: { authorization: `Bearer ${server.adminKey}`, ...headers },
      agent: false,
    });
    this.#begun = new Promise((resolve) => this.#request.once('response', resolve));
    this.ended = new Promise((resolve) => {
      this.#request.once('error', () => resolve());
      this.#request.once('close', () => resolve());
      this.#request.once('response', (answer) => {
        this.#answer = answer;
        this.status = answer.statusCode ?? 0;
        answer.once('close', () => resolve());
        answer.on('error', () => undefined);
        const isStream = answer.headers['content-type'] === 'text/event-stream';
        let rest = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          if (!isStream) this.text += piece;
          const blocks = (rest + piece).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) this.#read(block, onMessage);
        });
      });
    });
  }

  /** Resolves once the stream has begun. */
  async opened(): Promise<this> {
    await Promise.race([this.#begun, this.ended]);
    return this;
  }

  cut(): void {
    this.#request.destroy();
  }

  pause(): void {
    this.#answer?.pause();
  }

  resume(): void {
    this.#answer?.resume();
  }

  #read(block: string, onMessage: (message: Message) => void): void {
    if (block.startsWith(':')) this.heartbeats++;
    const found = /^id: (\d+)\ndata: (.*)$/.exec(block);
    if (found) onMessage(new Message(Number(found[1]), found[2] ?? ''));
  }
}
