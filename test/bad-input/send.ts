import { request as open, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { watchAnswer } from '../support/contract/watch.js';
import type { TestServer } from '../support/server.js';

/** A request as it goes over the wire. An object body is sent as JSON; texts and bytes as they are. */
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
 * Sends it with the admin key, unless it brings an authorization of its own (`''`: none), and with no other courtesy of
 * a client library.
 */
export async function send(server: TestServer, request: Request): Promise<Answer> {
  const answer = await exchange(server, request);
  const { status, headers, text } = answer;
  const said = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  await watchAnswer({ method: request.method, url: server.url + request.path, status, headers: new Map(said), text });
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

/**
 * Writes bytes to the server's socket, one piece after another, and answers what it says until it hangs up or
 * `patience` ms have gone.
 */
export function sendRaw(server: TestServer, pieces: readonly (string | Buffer)[], patience = 2000): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname);
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(said);
    };
    const timer = setTimeout(done, patience);
    socket.on('connect', () => pieces.forEach((piece) => socket.write(piece)));
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.on('end', done);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? done() : reject(error),
    );
  });
}

/** `undefined` as a header's value means: leave this one out. */
const withoutHoles = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
