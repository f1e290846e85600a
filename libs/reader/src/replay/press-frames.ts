import { resolveFact } from '#history/facts/resolve-fact.js';
import { factsOfChange } from '#history/revise/history-window.js';
import type { StoredEvent } from '#log/event.js';
import { readEventsAt } from '#log/read/read-events.js';
import type { FactChange } from '#projector/write/fact-changes.js';
import { touchedSubjects } from '#projector/write/plan-view.js';
import type { Pool } from 'pg';
import type { ItemChange } from '../changes/read-changes.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import type { SubjectAt } from '../items/view-item.js';
import { readSubjectsOfStory } from '../subjects/subjects-of-story.js';
import { factsFromLog, factStatesAt, type LoadFacts } from '../timeline/facts-from-log.js';
import { PublicationIndex } from './publication-index.js';
import { ownPositions, sharedPositions } from './story-facts.js';
import { SubjectRecords } from './subject-records.js';

const AT_A_TIME = 250;

/**
 * An event, and changes of subjects. Of all events that became known at the same time, it was the last to touch these.
 */
export interface PressFrame {
  recorded: StoredEvent;
  /**
   * The instant from which it counts, microseconds since the epoch. `-Infinity`: always; `Infinity`: only without a
   * bound of publication, since its source has no date.
   */
  publishedBy: number;
  changes: ItemChange[];
}

/**
 * Replays a story in the order in which the press published it, as far as it is recorded at the clocks' position: what
 * each publication changed on the board at one valid time. All that was published by the same instant becomes known at
 * once, 250 facts at a time where there are more. An event of another story has a frame where it touches a subject of
 * the board.
 *
 * @returns after the frames, the subjects of the board
 */
export async function* pressFrames(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget: number,
): AsyncGenerator<PressFrame, SubjectAt[]> {
  const { position, reportedAsOf } = clocks;
  const projections = generations.map((one) => one.projection);
  const subjects = await readSubjectsOfStory(pool, projections, story, position, true);
  const index = new PublicationIndex();
  const add = async (facts: readonly number[]): Promise<void> => {
    for (let from = 0; from < facts.length; from += AT_A_TIME)
      for (const state of await factStatesAt(pool, facts.slice(from, from + AT_A_TIME), position)) index.add(state);
  };
  for await (const facts of ownPositions(pool, 'facts', story, position)) await add(facts);
  for await (const facts of sharedPositions(pool, 'facts', story, position, subjects)) await add(facts);
  index.sort();
  const records = new SubjectRecords(story, subjects, clocks, budget);
  let step = 0;
  for (const portion of portionsOf(index, reportedAsOf)) {
    const states = await factStatesAt(pool, portion.facts, position);
    // Numbered from 1 on, like the requests of the record.
    step += 1;
    const changes = states.map((state): FactChange => ({
      knownFrom: step,
      before: state,
      after: state,
      resolvedBefore: portion.before === null ? null : resolveFact(state, { reportedAsOf: portion.before }),
      resolvedAfter: resolveFact(state, { reportedAsOf: portion.instant }),
    }));
    const load = loadWithin(pool, position, portion);
    const frames = new Map<number, ItemChange[]>();
    for (const one of generations) {
      for (const touched of touchedSubjects(one.view, changes)) {
        const record = records.of(one, touched);
        const changed = record && (await records.change(record, touched, load));
        if (!changed) continue;
        const last = Math.max(...factsOfChange(touched).map((fact) => portion.lastEvents.get(fact.position) ?? 0));
        frames.set(last, [...(frames.get(last) ?? []), ...changed]);
      }
    }
    for (let from = 0; from < portion.events.length; from += AT_A_TIME) {
      for (const recorded of await readEventsAt(pool, portion.events.slice(from, from + AT_A_TIME))) {
        const changed = frames.get(recorded.position) ?? (recorded.story === story ? [] : null);
        if (changed) yield { recorded, publishedBy: portion.instant, changes: changed };
      }
    }
  }
  return records.onBoard();
}

/** Some facts of which events were published by the same instant. */
interface Portion {
  instant: number;
  /** The instant of the publications before; `null`: there are none. */
  before: number | null;
  /** The positions of the facts, and of those events, in order. */
  facts: number[];
  events: number[];
  /** By position of a fact: that of the last of its events. */
  lastEvents: Map<number, number>;
  /** Whether the fact at a position has events of the same instant in a later portion. */
  isAhead: (fact: number) => boolean;
}

/** The publications up to an instant, in order: of each instant so many facts at a time, each with all its events. */
function* portionsOf(index: PublicationIndex, until: number): Generator<Portion> {
  let before: number | null = null;
  for (let start = 0, end = 0; start < index.length; start = end) {
    const { instant } = index.at(start);
    if (instant > until) return;
    const facts: number[] = [];
    for (end = start; end < index.length && index.at(end).instant === instant; end += 1) {
      const { fact } = index.at(end);
      if (facts.at(-1) !== fact) facts.push(fact);
    }
    const all = new Set(facts);
    let next = start;
    for (let i = 0; i < facts.length; i += AT_A_TIME) {
      const some = facts.slice(i, i + AT_A_TIME);
      const last = some.at(-1) ?? 0;
      const events: number[] = [];
      const lastEvents = new Map<number, number>();
      for (; next < end && index.at(next).fact <= last; next += 1) {
        const { fact, event } = index.at(next);
        events.push(event);
        lastEvents.set(fact, event);
      }
      const isAhead = (fact: number): boolean => fact > last && all.has(fact);
      yield { instant, before, facts: some, events: events.sort((a, b) => a - b), lastEvents, isAhead };
    }
    before = instant;
  }
}

/** Loads facts as they are after a portion: those of later portions of the same instant as they were before it. */
function loadWithin(pool: Pool, position: number, { instant, before, isAhead }: Portion): LoadFacts {
  const load = factsFromLog(pool, position, { reportedAsOf: instant });
  const loadBefore: LoadFacts =
    before === null ? () => Promise.resolve([]) : factsFromLog(pool, position, { reportedAsOf: before });
  return async (positions) => {
    const some = [
      ...(await load(positions.filter((one) => !isAhead(one)))),
      ...(await loadBefore(positions.filter(isAhead))),
    ];
    const found = new Map(some.map((fact) => [fact.state.position, fact]));
    return positions.flatMap((one) => found.get(one) ?? []);
  };
}
