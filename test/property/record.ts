import type { RecordedEvent } from '../oracle/recorded.js';
import type { TestServer } from '../support/server.js';
import type { Posting } from './postings.js';

/** The part of the answer to a write that the oracle needs. */
interface WriteAnswer {
  events: { position: number; recordedAt: string }[];
}

/** Posts one request: a single event as an object, several as an array. Returns the events as recorded. */
export async function post(server: TestServer, postings: readonly Posting[]): Promise<RecordedEvent[]> {
  const bodies = postings.map((posting) => posting.body);
  const answer = await server.post('/v1/events', bodies.length === 1 && bodies[0] !== undefined ? bodies[0] : bodies);
  if (answer.status !== 201)
    throw new Error(`recording: ${answer.status} ${answer.text}\n${JSON.stringify(bodies, null, 1)}`);
  const { events } = answer.body as WriteAnswer;
  return postings.map(({ event }, i) => {
    const place = events[i];
    if (place === undefined) throw new Error(`no event ${i} in ${answer.text}`);
    const { position, recordedAt } = place;
    return { ...event, position, recordedAt, requestStart: events[0]?.position ?? position };
  });
}

/** How a case is recorded: how many events each request has, repeatedly, and how many requests are sent at once. */
export interface Requests {
  sizes: number[];
  atOnce: number;
}

/** Posts the events in requests, the last with what is left. Returns them in the order of the log. */
export async function postInRequests(
  server: TestServer,
  postings: readonly Posting[],
  { sizes, atOnce }: Requests,
): Promise<RecordedEvent[]> {
  const requests: Posting[][] = [];
  for (let i = 0; i < postings.length;) {
    const request = postings.slice(i, i + (sizes[requests.length % sizes.length] ?? 1));
    requests.push(request);
    i += request.length;
  }
  const recorded: RecordedEvent[] = [];
  while (requests.length > 0) {
    const together = requests.splice(0, independent(requests.slice(0, atOnce)));
    const answers = await Promise.all(together.map((request) => post(server, request)));
    recorded.push(...answers.flat());
  }
  return recorded.sort((a, b) => a.position - b.position);
}

/** How many of the first requests can be sent at once: no two of them are about the same fact, and none goes alone. */
function independent(requests: readonly Posting[][]): number {
  const facts = requests.map((request) => request.map(({ fact }) => fact));
  const isAlone = requests.map((request) => request.some(({ alone }) => alone));
  const first = facts.findIndex((mine, i) => {
    const before = new Set(facts.slice(0, i).flat());
    return i > 0 && (isAlone[0] === true || isAlone[i] === true || mine.some((fact) => before.has(fact)));
  });
  return first === -1 ? requests.length : first;
}
