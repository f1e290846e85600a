import type { ItemChange } from '../../changes/changed-items.js';
import { PriorityQueue } from './priority-queue.js';
import type { LoadFacts, LogFact } from '../facts/log-facts.js';
import { ReadAhead } from './read-ahead.js';
import type { SubjectCursor } from './subject-cursor.js';
import type { WorldIndex } from './world-index.js';

/** A fact and what it changed, or an instant (microseconds since the epoch) and what changed then without one. */
export type WorldFrame = { fact: LogFact; changes: ItemChange[] } | { at: number; changes: ItemChange[] };

/**
 * A story told in the order of the world. At the same instant what time changes comes before what a fact brings.
 *
 * @param asOf the last date that is told
 */
export async function* worldFrames(world: WorldIndex, load: LoadFacts, asOf: number): AsyncGenerator<WorldFrame> {
  const { facts, courses, coursesOf } = world;
  const log = new ReadAhead(load, facts.positions);
  const queue = new PriorityQueue<SubjectCursor>();
  for (const course of courses) queue.put(course);

  async function* withoutFacts(until: number): AsyncGenerator<WorldFrame> {
    for (let course = queue.takeBy(until); course; course = queue.takeBy(until)) {
      const at = course.due;
      const change = await course.step(async (positions) => (await log.some(positions)).map(({ told }) => told));
      queue.put(course);
      if (change) yield { at, changes: [change] };
    }
  }

  for (const [turn, date] of facts.dates.entries()) {
    if (date > asOf) break;
    yield* withoutFacts(date);
    const fact = await log.at(turn);
    const changes = coursesOf(fact.told).flatMap((course) => {
      const change = course.tell(fact.told);
      queue.put(course);
      return change ?? [];
    });
    yield { fact, changes };
  }
  yield* withoutFacts(asOf);
}
