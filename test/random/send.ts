import { Agent, request as open } from 'node:http';
import { watchAnswer } from '../support/contract/watch.js';
import type { TestServer } from '../support/server.js';
import type { RandomRequest } from './requests.js';

export interface RandomAnswer {
  status: number;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
export const closeConnections = (): void => agent.destroy();

/**
 * Sends a request as it is, and checks the answer against the OpenAPI document. An endless stream is closed after its
 * headers.
 *
 * @throws where there is no answer within `timeoutMs` milliseconds
 */
export async function send(server: TestServer, request: RandomRequest, timeoutMs: number): Promise<RandomAnswer> {
  const { method, path, headers, body } = request;
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<{ status: number; headers: Map<string, string>; text: string }>(
    (resolve, reject) => {
      const outgoing = open({
        hostname,
        port,
        method,
        path,
        headers: { ...headers, ...(body && { 'content-length': body.length }) },
        agent,
      });
      const timeout = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
      outgoing.on('error', (error) => {
        clearTimeout(timeout);
        reject(error);
      });
      outgoing.on('response', (incoming) => {
        const received = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
        const chunks: Buffer[] = [];
        const done = (): void => {
          clearTimeout(timeout);
          resolve({ status: incoming.statusCode ?? 0, headers: received, text: Buffer.concat(chunks).toString() });
        };
        if (received.get('content-type')?.startsWith('text/event-stream')) {
          done();
          incoming.destroy();
          return;
        }
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', done);
        incoming.on('error', reject);
      });
      outgoing.end(body);
    },
  );
  await watchAnswer({
    method,
    url: server.url + path,
    status: answer.status,
    headers: answer.headers,
    text: answer.text,
  });
  return { status: answer.status, text: answer.text };
}
