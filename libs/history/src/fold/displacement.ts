import { firstWhere } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { differ, isKnown, type Assertion } from './assertions.js';
import type { Setter } from './property-setters.js';

/** A span of dates within which the current value stays the same, and so does the value that would replace it. */
interface Span {
  from: number;
  to: number;
  current: Assertion | null;
  /** `CANDIDATE`: the candidate's value. */
  would: Assertion | typeof CANDIDATE | null;
}

const CANDIDATE = Symbol('the value of the candidate');

/**
 * The values of a property if a candidate replaced the winner, at the candidate's date. Candidates of one date share
 * it.
 */
export class Displacement {
  /** The spans that may come into doubt and are not in doubt so far. */
  private open: Span[] = [];
  private readonly own: Assertion | null;

  /**
   * @param setters the property's setters in fold order
   * @param before the property's value before the first of them
   * @param winner the fact that a candidate would replace
   * @param date the candidate's date
   */
  constructor(
    private readonly setters: readonly Setter[],
    private readonly before: Assertion | null,
    private readonly winner: ResolvedFact,
    private readonly date: number,
  ) {
    const place = firstWhere(setters, ({ fact }) => compareInFoldOrder(fact, winner) >= 0);
    const own = setters[place]?.fact.position === winner.position ? setters[place] : undefined;
    this.own = own?.assertion ?? null;
    // Values can change only from the winner's date and from the candidate's date, each up to the next setter.
    const starts = own && own.fact.period.from !== date ? [own.fact.period.from, date] : [date];
    const bounds = new Set(starts);
    for (const start of starts) bounds.add(this.nextAfter(start));
    const dates = [...bounds].sort((a, b) => a - b);
    for (const [i, from] of dates.entries()) {
      const to = dates[i + 1];
      if (to === undefined) continue;
      const current = this.currentAt(from);
      const would = this.wouldBeAt(from);
      if (would === CANDIDATE || isOther(current, would)) this.open.push({ from, to, current, would });
    }
  }

  /** Whether no further candidate can put more in doubt. */
  get isAllInDoubt(): boolean {
    return this.open.length === 0;
  }

  /** The spans in which a candidate's value would change the current one, except those that are in doubt already. */
  doubts(assertion: Assertion | undefined): readonly { from: number; to: number }[] {
    const there = isKnown(assertion) ? assertion : this.own;
    // Neither the candidate nor the winner sets the property.
    if (there === null) return [];
    const doubted = this.open.filter(({ current, would }) => isOther(current, would === CANDIDATE ? there : would));
    if (doubted.length > 0) this.open = this.open.filter((span) => !doubted.includes(span));
    return doubted;
  }

  /** The date of the first setter after a date. */
  private nextAfter(date: number): number {
    return this.setters[this.lastBy(date) + 1]?.fact.period.from ?? Infinity;
  }

  /** The place of the last setter by a date; -1: none. */
  private lastBy(date: number): number {
    return firstWhere(this.setters, ({ fact }) => fact.period.from > date) - 1;
  }

  private currentAt(date: number): Assertion | null {
    return this.setters[this.lastBy(date)]?.assertion ?? this.before;
  }

  private wouldBeAt(date: number): Assertion | typeof CANDIDATE | null {
    let place = this.lastBy(date);
    if (this.setters[place]?.fact.position === this.winner.position) place -= 1;
    const last = this.setters[place];
    const there = { period: { from: this.date }, position: this.winner.position };
    const isBehind = last !== undefined && compareInFoldOrder(last.fact, there) > 0;
    if (this.date <= date && !isBehind) return CANDIDATE;
    return last?.assertion ?? this.before;
  }
}

/** `null`, not set at all, differs from every value. */
function isOther(a: Assertion | null, b: Assertion | null): boolean {
  if (a === null || b === null) return a !== b;
  return differ(a, b);
}
