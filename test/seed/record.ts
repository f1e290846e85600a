import type { TestServer } from '../support/server.js';
import type { Material, PostedEvent } from './material.js';

/** An event with its id. */
export type RecordedEvent = PostedEvent & { id: string };

/** Files the articles and records the events in one request. Resolves once the views have projected them. */
export async function record(server: TestServer, { articles, events }: Material): Promise<RecordedEvent[]> {
  let bodies = JSON.stringify(events);
  for (const [name, article] of Object.entries(articles)) {
    const { id } = await post<{ id: string }>(server, '/v1/articles', article);
    bodies = bodies.replaceAll(`"${name}"`, JSON.stringify(id));
  }
  const filled = JSON.parse(bodies) as PostedEvent[];
  const answer = await post<{ events: { id: string }[] }>(server, '/v1/events', filled, { prefer: 'wait=10' });
  return filled.map((event, i) => ({ ...event, id: answer.events[i]?.id ?? '' }));
}

export async function read<T>(server: TestServer, path: string): Promise<T> {
  const answer = await server.get(path);
  if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
  return answer.body as T;
}

async function post<T>(server: TestServer, path: string, body: object, headers?: Record<string, string>): Promise<T> {
  const answer = await server.post(path, body, headers);
  if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
  return answer.body as T;
}
