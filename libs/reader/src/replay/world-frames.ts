import { influenceEnd, influenceStart } from '#history/facts/influence.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { AnyView } from '#views/define-view.js';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { ItemChange } from '../changes/read-changes.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltAt, toSubject } from '../subjects/subject.js';
import type { LoadFacts, LogFact } from '../timeline/facts-from-log.js';
import { FactIndex, ownPositions, sharedPositions } from './story-facts.js';
import { SubjectCursor } from './subject-cursor.js';

/** The facts of a story, and those of other stories about its subjects, in the order of valid time. */
export interface WorldIndex {
  facts: FactIndex;
  cursors: SubjectCursor[];
  /** The cursors of the subjects that a fact touches. */
  cursorsOf: (fact: ResolvedFact) => SubjectCursor[];
}

/** Reads a story's facts once, to sort them. */
export async function indexWorld(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  load: LoadFacts,
  budget: number,
): Promise<WorldIndex> {
  const facts = new FactIndex();
  const byView = new Map<AnyView, Map<string, SubjectCursor>>(generations.map(({ view }) => [view, new Map()]));
  const all: SubjectCursor[] = [];
  const cursorOf = (one: ActiveGeneration, fact: ResolvedFact, own: boolean): SubjectCursor[] => {
    const { view, projection } = one;
    const subject = subjectOf(view, fact);
    const bySubject = byView.get(view);
    if (subject === null || !bySubject) return [];
    const known = bySubject.get(subject);
    if (known) return [known];
    if (!own) return [];
    const cursor = new SubjectCursor(view, projection, subject, all.length, clocks.instant, budget);
    const halted = haltAt(toSubject(one, subject), clocks.position);
    if (halted !== null) cursor.halt(halted);
    bySubject.set(subject, cursor);
    all.push(cursor);
    return [cursor];
  };
  const place = async (positions: readonly number[], own: boolean): Promise<void> => {
    for (const { resolved } of await load(positions)) {
      const touched = generations.flatMap((one) => cursorOf(one, resolved, own));
      if (!own && touched.length === 0) continue;
      facts.add(resolved.position, resolved.period.from, resolved.period.to);
      for (const { places } of touched) places.add(resolved.position, influenceStart(resolved), influenceEnd(resolved));
    }
  };
  for await (const positions of ownPositions(pool, 'facts', story, clocks.position)) await place(positions, true);
  for await (const positions of sharedPositions(pool, 'facts', story, clocks.position, all))
    await place(positions, false);
  for (const places of [facts, ...all.map((cursor) => cursor.places)]) places.sort();
  return { facts, cursors: all, cursorsOf: (fact) => generations.flatMap((one) => cursorOf(one, fact, false)) };
}

/** A fact and its changes, or an instant (microseconds since the epoch) and the changes by time alone then. */
export type WorldFrame = { fact: LogFact; changes: ItemChange[] } | { at: number; changes: ItemChange[] };

/**
 * Replays a story in the order of valid time. At the same instant, changes by time alone come before those by facts.
 *
 * @param asOf the last date of the replay
 */
export async function* worldFrames(world: WorldIndex, load: LoadFacts, asOf: number): AsyncGenerator<WorldFrame> {
  const { facts, cursors, cursorsOf } = world;
  const log = new ReadAhead(load, facts.positions);
  const queue = new PriorityQueue<SubjectCursor>();
  for (const cursor of cursors) queue.put(cursor);

  async function* withoutFacts(until: number): AsyncGenerator<WorldFrame> {
    for (let cursor = queue.takeBy(until); cursor; cursor = queue.takeBy(until)) {
      const at = cursor.due;
      const change = await cursor.step(async (positions) =>
        (await log.some(positions)).map(({ resolved }) => resolved),
      );
      queue.put(cursor);
      if (change) yield { at, changes: [change] };
    }
  }

  for (const [turn, date] of facts.dates.entries()) {
    if (date > asOf) break;
    yield* withoutFacts(date);
    const fact = await log.at(turn);
    const changes = cursorsOf(fact.resolved).flatMap((cursor) => {
      const change = cursor.apply(fact.resolved);
      queue.put(cursor);
      return change ?? [];
    });
    yield { fact, changes };
  }
  yield* withoutFacts(asOf);
}

/** How many facts are read at once, and how many are kept. */
const AHEAD = 250;
const MAX_KEPT = 1_000;

/** Loads facts in a known order, some of them ahead. A fact that is needed before its turn may be read twice. */
class ReadAhead {
  private readonly kept = new LRUCache<number, LogFact>({ max: MAX_KEPT });
  private turn = 0;

  /** @param order positions of facts that `load` finds */
  constructor(
    private readonly load: LoadFacts,
    private readonly order: readonly number[],
  ) {}

  /** The fact at an index of the order. Call it for one index after another. */
  async at(turn: number): Promise<LogFact> {
    this.turn = turn;
    const position = this.order[turn] ?? NaN;
    const [fact] = await this.some([position]);
    if (!fact) throw new Error(`the log holds no fact at position ${position}`);
    this.kept.delete(position);
    return fact;
  }

  /** Some facts, in the order given. Their turn may come later. */
  async some(positions: readonly number[]): Promise<LogFact[]> {
    const missing = positions.filter((one) => !this.kept.has(one));
    if (missing.length === 0) return positions.flatMap((one) => this.kept.get(one) ?? []);
    const ahead = this.order
      .slice(this.turn, this.turn + AHEAD)
      .filter((one) => !this.kept.has(one) && !missing.includes(one));
    const read = await this.load([...missing, ...ahead.slice(0, Math.max(0, AHEAD - missing.length))]);
    const known = new Map(read.map((fact) => [fact.state.position, fact]));
    const answer = positions.flatMap((one) => this.kept.get(one) ?? known.get(one) ?? []);
    for (const [position, fact] of known) this.kept.set(position, fact);
    return answer;
  }
}

interface Due {
  /** The instant of its next step; `Infinity`: it has none for now. */
  readonly due: number;
  /** Of those that are due at the same instant, the one of lower rank comes first. */
  readonly rank: number;
}

/** Sorts elements by the instant at which they are due. An element whose `due` changes has to be put in again. */
class PriorityQueue<One extends Due> {
  /** The next one last. */
  private readonly entries: { at: number; one: One }[] = [];

  put(one: One): void {
    const at = one.due;
    if (at === Infinity) return;
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.entries[middle];
      if (other && (other.at > at || (other.at === at && other.one.rank > one.rank))) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { at, one });
  }

  /** Takes out the next one that is due by an instant, inclusive. Drops entries whose element is due at another one. */
  takeBy(instant: number): One | null {
    for (let last = this.entries.at(-1); last && last.at <= instant; last = this.entries.at(-1)) {
      this.entries.pop();
      if (last.one.due === last.at) return last.one;
    }
    return null;
  }
}
