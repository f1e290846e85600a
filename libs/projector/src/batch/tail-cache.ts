import type { SubjectTail } from '../revise/subject-tail.js';
import { reachOf } from '../facts/reach.js';
import type { Reached } from './reached.js';

/** Facts kept in memory at most, over all subjects. */
const MOST_FACTS = 50_000;

/**
 * The ends of subjects' histories as the last batch of this process left them. They hold only as long as no other process has moved the views:
 * whoever begins a batch says where it begins, and what was kept for another position is forgotten.
 */
export class TailCache {
  private tails = new Map<string, SubjectTail>();
  private facts = 0;
  private position = -1;

  /** Keeps nothing that another process may have changed since. */
  beginAt(position: number): void {
    if (position !== this.position) this.clear();
  }

  /** The tail of a subject, if it is kept and reaches back as far as these facts. */
  find(reached: Reached): SubjectTail | null {
    const tail = this.tails.get(keyOf(reached));
    if (!tail) return null;
    const from = Math.min(...reached.facts.map(reachOf));
    return tail.base === null || tail.base.horizon <= from ? tail : null;
  }

  /** Keeps tails for the batch that begins at a position. Call it once what they hold is committed. */
  keep(position: number, tails: Iterable<{ projection: number; subject: string; tail: SubjectTail }>): void {
    this.position = position;
    for (const { projection, subject, tail } of tails) {
      const key = keyOf({ projection, subject });
      this.facts -= this.tails.get(key)?.facts.size ?? 0;
      this.tails.delete(key);
      const kept = shortened(tail);
      this.tails.set(key, kept);
      this.facts += kept.facts.size;
    }
    // The longest unused goes first.
    for (const [key, tail] of this.tails) {
      if (this.facts <= MOST_FACTS) break;
      this.tails.delete(key);
      this.facts -= tail.facts.size;
    }
  }

  clear(): void {
    this.tails.clear();
    this.facts = 0;
    this.position = -1;
  }
}

const keyOf = ({ projection, subject }: { projection: number; subject: string }): string => `${projection} ${subject}`;

/** A tail from the last row on which a fact of the latest date can follow, all of it stored by now. */
function shortened(tail: SubjectTail): SubjectTail {
  let next = tail.rows.at(-1)?.validFrom ?? Infinity;
  let kept = 0;
  for (let count = tail.rows.length; count > 0; count -= 1) {
    const row = tail.rows[count - 1];
    if (!row) break;
    if (row.horizon <= next) {
      kept = count;
      break;
    }
    next = Math.min(next, row.validFrom);
  }
  const base = kept === 0 ? tail.base : (tail.rows[kept - 1] ?? null);
  const facts = kept === 0 ? tail.facts : new Map([...tail.facts].filter(([, fact]) => fact.period.from >= (base?.horizon ?? -Infinity)));
  return { base, before: new Map(), rows: tail.rows.slice(kept).map((row) => ({ ...row, stored: true })), facts };
}
