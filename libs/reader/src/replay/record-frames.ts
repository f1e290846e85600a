import type { FactState } from '#history/facts/fact-state.js';
import type { PressTime } from '#history/facts/published-by.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { factsOfChange } from '#history/revise/history-window.js';
import type { StoredEvent } from '#log/event.js';
import { readEventsAt } from '#log/read/read-events.js';
import { type FactChange, factChangeOf, factStateChanges } from '#projector/write/fact-changes.js';
import { touchedSubjects } from '#projector/write/plan-view.js';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { ItemChange } from '../changes/read-changes.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import type { SubjectAt } from '../items/view-item.js';
import { readSubjectsOfStory } from '../subjects/subjects-of-story.js';
import { factsFromLog, factStatesFromLog } from '../timeline/facts-from-log.js';
import { ownPositions, sharedPositions } from './story-facts.js';
import { SubjectRecords } from './subject-records.js';

const AT_A_TIME = 250;

/** The events at some positions, grouped by the requests that recorded them, in the order of the log. */
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

/** Merges two ascending sequences of numbers into one. */
export async function* mergeAscending(
  one: AsyncIterable<number[]>,
  other: AsyncIterable<number[]>,
): AsyncGenerator<number> {
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

/** An event, and changes of subjects. Of all events of its request, it was the last to touch these. */
export interface RecordFrame {
  recorded: StoredEvent;
  changes: ItemChange[];
}

/**
 * Replays a story in the order of the record: what each event changed on the board at one valid time. An event of
 * another story has a frame where it touches a subject of the board.
 *
 * @returns after the frames, the subjects of the board
 */
export async function* recordFrames(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget: number,
): AsyncGenerator<RecordFrame, SubjectAt[]> {
  const { position } = clocks;
  const projections = generations.map((one) => one.projection);
  const subjects = await readSubjectsOfStory(pool, projections, story, position, true);
  const own = ownPositions(pool, 'events', story, position);
  const shared = sharedPositions(pool, 'events', story, position, subjects);
  const records = new SubjectRecords(story, subjects, clocks, budget);
  const cache = new FactStateCache(pool);
  for await (const request of requestsAt(pool, mergeAscending(own, shared))) {
    const states = await cache.before(request);
    const changes = factStateChanges(request, states).map((change) => asReported(factChangeOf(change), clocks));
    cache.keep(states);
    const end = request[0]?.requestEnd ?? position;
    const load = factsFromLog(pool, end, clocks);
    const lastEvents = new Map(request.map((event) => [event.factId, event.position]));
    const frames = new Map<number, ItemChange[]>(
      request.filter((event) => event.story === story).map((event) => [event.position, []]),
    );
    for (const one of generations) {
      for (const touched of touchedSubjects(one.view, changes)) {
        const record = records.of(one, touched);
        if (!record) continue;
        const changed = await records.change(record, touched, load);
        if (changed === null) continue;
        const facts = factsOfChange(touched);
        const last = Math.max(...facts.map((fact) => lastEvents.get(fact.id) ?? 0));
        frames.set(last, [...(frames.get(last) ?? []), ...changed]);
      }
    }
    for (const recorded of request) {
      const changed = frames.get(recorded.position);
      if (changed) yield { recorded, changes: changed };
    }
  }
  return records.onBoard();
}

const asReported = (change: FactChange, press: PressTime): FactChange =>
  press.reportedAsOf === Infinity
    ? change
    : {
        ...change,
        resolvedBefore: change.before && resolveFact(change.before, press),
        resolvedAfter: resolveFact(change.after, press),
      };

const MAX_STATES = 1_000;

/** The states of facts at the point that a replay of the record has reached. The least recently used are read again. */
class FactStateCache {
  private readonly states = new LRUCache<string, FactState>({ max: MAX_STATES });

  constructor(private readonly pool: Pool) {}

  /** The states, before a request, of the facts that its meta-events are about; by fact id. */
  async before(request: readonly StoredEvent[]): Promise<Map<string, FactState>> {
    const start = Math.min(...request.map((event) => event.position));
    const added = new Set(request.filter((event) => event.target === null).map((event) => event.id));
    const wanted = request.filter(({ target, factId }) => target !== null && !added.has(factId));
    const states = new Map<string, FactState>();
    const missing: string[] = [];
    for (const id of new Set(wanted.map((event) => event.factId))) {
      const state = this.states.get(id);
      if (state) states.set(id, state);
      else missing.push(id);
    }
    for (const [id, state] of await factStatesFromLog(this.pool, missing, start - 1)) states.set(id, state);
    return states;
  }

  /** Keeps the states after a request. */
  keep(states: ReadonlyMap<string, FactState>): void {
    for (const [id, state] of states) this.states.set(id, state);
  }
}
