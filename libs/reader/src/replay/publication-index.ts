import { publicationInstants } from '#history/facts/counting-events.js';
import type { FactState } from '#history/facts/fact-state.js';

/** An event of a fact. */
export interface Publication {
  /** From when it counts on the clock of the press: see `publicationInstants`. */
  instant: number;
  /** The position of the fact's own event, and that of the event. */
  fact: number;
  event: number;
}

/**
 * The events of some facts in the order in which the press published them; of those published at once, fact by fact.
 * It holds three numbers for each event, in columns, so that the longest story fits into memory.
 */
export class PublicationIndex {
  private instants: number[] = [];
  private facts: number[] = [];
  private events: number[] = [];

  get length(): number {
    return this.events.length;
  }

  /** Adds all events of a fact. */
  add(state: FactState): void {
    for (const [event, instant] of publicationInstants(state)) {
      this.instants.push(instant);
      this.facts.push(state.position);
      this.events.push(event);
    }
  }

  /** Call it once, after all facts were added. */
  sort(): void {
    const { instants, facts, events } = this;
    const order = Uint32Array.from(events.keys()).sort((a, b) => {
      const [one, other] = [instants[a] ?? 0, instants[b] ?? 0];
      // Two infinite instants have no difference.
      if (one !== other) return one < other ? -1 : 1;
      return (facts[a] ?? 0) - (facts[b] ?? 0) || (events[a] ?? 0) - (events[b] ?? 0);
    });
    const sorted = (column: readonly number[]): number[] => Array.from(order, (i) => column[i] ?? 0);
    [this.instants, this.facts, this.events] = [sorted(instants), sorted(facts), sorted(events)];
  }

  at(index: number): Publication {
    return {
      instant: this.instants[index] ?? Infinity,
      fact: this.facts[index] ?? 0,
      event: this.events[index] ?? 0,
    };
  }
}
