import { request as open, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { watchAnswer } from '../support/contract/watch.js';
import type { TestServer } from '../support/server.js';

/** A request as it is sent. An object as its body is sent as JSON, a text or bytes as they are. */
export interface Request {
  method: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

/**
 * Sends a request with the admin key, unless it has an authorization of its own (`''`: none). Adds nothing else that a
 * client library would.
 */
export async function send(server: TestServer, request: Request): Promise<Answer> {
  const answer = await exchange(server, request);
  const { status, headers, text } = answer;
  const received = new Map(Object.entries(headers).map(([name, value]) => [name, String(value)] as const));
  await watchAnswer({ method: request.method, url: server.url + request.path, status, headers: received, text });
  return answer;
}

function exchange(server: TestServer, { method, path, headers = {}, body }: Request): Promise<Answer> {
  const bytes = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const { authorization = `Bearer ${server.adminKey}`, ...others } = headers;
  const sent: OutgoingHttpHeaders = {
    ...(bytes === undefined ? {} : { 'content-type': 'application/json' }),
    ...others,
  };
  if (authorization !== '') sent['authorization'] = authorization;
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const outgoing = open({ hostname, port, method, path, headers: withoutHoles(sent), agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(bytes);
  });
}

/** What a server does with bytes on a connection. */
export interface RawAnswer {
  /** The statuses of all answers, in order. */
  statuses: number[];
  text: string;
  /** Whether the server has closed the connection. */
  closed: boolean;
}

/**
 * Writes bytes to a socket of the server, one piece after another. Returns what the server answers until it closes the
 * connection, or within `timeoutMs`.
 *
 * @param end whether the client then closes its side: no further byte follows
 */
export function sendRaw(
  server: TestServer,
  pieces: readonly (string | Buffer)[],
  { end = false, timeoutMs = 2000 } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname);
    const done = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      resolve({ statuses, text, closed });
    };
    const timer = setTimeout(() => done(false), timeoutMs);
    socket.on('connect', () => {
      for (const piece of pieces) socket.write(piece);
      if (end) socket.end();
    });
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => done(true));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? done(true) : reject(error),
    );
  });
}

/** Leaves out the headers whose value is `undefined`. */
const withoutHoles = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
