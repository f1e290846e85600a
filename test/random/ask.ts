import { Agent, request as open } from 'node:http';
import { watchAnswer } from '../support/contract/watch.js';
import type { TestServer } from '../support/server.js';
import type { RandomRequest } from './requests.js';

export interface RandomAnswer {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
export const hangUp = (): void => agent.destroy();

/**
 * Sends a request as it is, and holds the answer to the document. A stream without end is left after its headers.
 *
 * @throws where there is no answer within so many milliseconds
 */
export async function ask(server: TestServer, request: RandomRequest, patience: number): Promise<RandomAnswer> {
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
      const impatience = setTimeout(() => outgoing.destroy(new Error(`no answer within ${patience} ms`)), patience);
      outgoing.on('error', (error) => {
        clearTimeout(impatience);
        reject(error);
      });
      outgoing.on('response', (incoming) => {
        const said = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
        const chunks: Buffer[] = [];
        const done = (): void => {
          clearTimeout(impatience);
          resolve({ status: incoming.statusCode ?? 0, headers: said, text: Buffer.concat(chunks).toString() });
        };
        if (said.get('content-type')?.startsWith('text/event-stream')) {
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
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: answer.text };
}
