import type { Told } from '../oracle/told.js';
import type { TestServer } from '../support/server.js';
import type { Posting } from './postings.js';

/** The answer to a write, as far as the oracle needs it. */
interface Recorded {
  events: { position: number; recordedAt: string }[];
}

/**
 * Posts one request, a single event as such and more as an array; answers the events as they now stand in the record.
 */
export async function post(server: TestServer, postings: readonly Posting[]): Promise<Told[]> {
  const bodies = postings.map((posting) => posting.body);
  const answer = await server.post('/v1/events', bodies.length === 1 && bodies[0] !== undefined ? bodies[0] : bodies);
  if (answer.status !== 201)
    throw new Error(`recording: ${answer.status} ${answer.text}\n${JSON.stringify(bodies, null, 1)}`);
  const { events } = answer.body as Recorded;
  return postings.map(({ told }, i) => {
    const recorded = events[i];
    if (recorded === undefined) throw new Error(`no event ${i} in ${answer.text}`);
    const { position, recordedAt } = recorded;
    return { ...told, position, recordedAt, requestStart: events[0]?.position ?? position };
  });
}

/**
 * In which requests a case is recorded: how many events each holds, over and over, and how many requests are on their
 * way at once.
 */
export interface Requests {
  sizes: number[];
  atOnce: number;
}

/** Posts the events in requests, the last of them taking what is left; answers them in the order of the record. */
export async function postInRequests(
  server: TestServer,
  postings: readonly Posting[],
  { sizes, atOnce }: Requests,
): Promise<Told[]> {
  const requests: Posting[][] = [];
  for (let i = 0; i < postings.length;) {
    const request = postings.slice(i, i + (sizes[requests.length % sizes.length] ?? 1));
    requests.push(request);
    i += request.length;
  }
  const told: Told[] = [];
  while (requests.length > 0) {
    const together = requests.splice(0, independent(requests.slice(0, atOnce)));
    const answers = await Promise.all(together.map((request) => post(server, request)));
    told.push(...answers.flat());
  }
  return told.sort((a, b) => a.position - b.position);
}

/** How many of the first requests can be on their way at once: no two of them are about the same fact. */
function independent(requests: readonly Posting[][]): number {
  const facts = requests.map((request) => request.map(({ fact }) => fact));
  const first = facts.findIndex((mine, i) =>
    facts
      .slice(0, i)
      .flat()
      .some((fact) => mine.includes(fact)),
  );
  return first === -1 ? requests.length : first;
}
