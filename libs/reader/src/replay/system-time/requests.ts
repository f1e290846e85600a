import type { StoredEvent } from '#log/event.js';
import { readEventsAt } from '#log/read/read-events.js';
import type { Pool } from 'pg';

const AT_A_TIME = 250;

/** The events at some positions by the requests that recorded them, in the order of the log. */
export async function* requestsAt(pool: Pool, positions: AsyncIterable<number>): AsyncGenerator<StoredEvent[]> {
  let request: StoredEvent[] = [];
  for await (const some of chunks(positions)) {
    for (const event of await readEventsAt(pool, some)) {
      if (request[0] && request[0].requestEnd !== event.requestEnd) {
        yield request;
        request = [];
      }
      request.push(event);
    }
  }
  if (request.length > 0) yield request;
}

async function* chunks(numbers: AsyncIterable<number>): AsyncGenerator<number[]> {
  let chunk: number[] = [];
  for await (const number of numbers) {
    chunk.push(number);
    if (chunk.length < AT_A_TIME) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** The numbers of two lists that rise, in one that does. */
export async function* inOrder(one: AsyncIterable<number[]>, other: AsyncIterable<number[]>): AsyncGenerator<number> {
  const [a, b] = [one, other].map((pages) => eachOf(pages)) as [AsyncGenerator<number>, AsyncGenerator<number>];
  let [left, right] = [await a.next(), await b.next()];
  while (!left.done || !right.done) {
    if (!left.done && (right.done || left.value <= right.value)) {
      yield left.value;
      left = await a.next();
    } else if (!right.done) {
      yield right.value;
      right = await b.next();
    }
  }
}

async function* eachOf(pages: AsyncIterable<number[]>): AsyncGenerator<number> {
  for await (const page of pages) yield* page;
}
