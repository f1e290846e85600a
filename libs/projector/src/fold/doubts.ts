import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { assertionsOf, differ, isOwnProperty, makeAssertion, type Assertion, type Assertions } from './assertions.js';
import type { Candidate } from './candidates.js';

/** A fact that sets a property, and to what. */
export interface Setter {
  fact: ToldFact;
  said: Assertion;
}

/** From when to when a property's value would be another if a candidate stood in its winner's place. `to` is exclusive. */
export interface Doubt {
  property: string;
  from: number;
  to: number;
}

/** The value of a property before the facts that are folded, `undefined` where it has none. Asked only for disputed properties. */
export type ValueBefore = (property: string) => unknown;

/** A span of dates within which the value that stands, and the one that would, are each the same. */
interface Span {
  from: number;
  to: number;
  stands: Assertion | null;
  /** `CANDIDATE`: what the candidate says. */
  would: Assertion | typeof CANDIDATE | null;
}

const CANDIDATE = Symbol('what the candidate says');

/**
 * Finds where open candidates put properties in doubt, all else staying as it is. Of what a candidate does not speak, or does
 * not know, it contradicts nobody: there the winner's value is taken, at the candidate's date.
 */
export class DoubtFinder {
  private readonly before = new Map<string, Assertion | null>();

  /** @param setters by property, in fold order */
  constructor(
    private readonly view: AnyView,
    private readonly setters: ReadonlyMap<string, readonly Setter[]>,
    private readonly valueBefore: ValueBefore,
  ) {}

  /** Where the open ones among the candidates against a fact put something in doubt: spans of each property that do not touch. */
  find(fact: ToldFact, against: readonly Candidate[]): Doubt[] {
    const found = new Map<string, Doubt>();
    const own = assertionsOf(this.view, fact).byProperty;
    for (const [date, saids] of openByDate(against)) {
      const properties = new Set([...own.keys(), ...saids.flatMap((said) => [...said.byProperty.keys()])]);
      for (const property of properties) {
        const place = this.displacement(property, fact, date);
        if (!place.canDiffer) continue;
        for (const said of saids) {
          for (const { from, to } of place.doubts(said.byProperty.get(property))) {
            const span = `${property} ${from} ${to}`;
            if (!found.has(span)) found.set(span, { property, from, to });
          }
        }
      }
    }
    return united([...found.values()]);
  }

  private displacement(property: string, fact: ToldFact, date: number): Displacement {
    return new Displacement(this.setters.get(property) ?? [], this.beforeAll(property), fact, date);
  }

  private beforeAll(property: string): Assertion | null {
    if (isOwnProperty(property)) return null;
    const known = this.before.get(property);
    if (known !== undefined) return known;
    const value = this.valueBefore(property);
    const before = value === undefined ? null : makeAssertion(this.view, property, value);
    this.before.set(property, before);
    return before;
  }
}

const grouped = new WeakMap<readonly Candidate[], Map<number, Assertions[]>>();

/** What the open candidates say, by their date, each once. Many facts may share the candidates. */
function openByDate(against: readonly Candidate[]): Map<number, Assertions[]> {
  const known = grouped.get(against);
  if (known) return known;
  const byDate = new Map<number, Map<string, Assertions>>();
  for (const { open, period, said } of against) {
    if (!open) continue;
    const own = byDate.get(period.from) ?? new Map<string, Assertions>();
    byDate.set(period.from, own);
    own.set(said.text, said);
  }
  const answer = new Map([...byDate].map(([date, saids]) => [date, [...saids.values()]]));
  grouped.set(against, answer);
  return answer;
}

/** What becomes of a property where a winner stands at another date. The same for all candidates of that date. */
class Displacement {
  private readonly spans: Span[] = [];
  private readonly own: Assertion | null;

  /**
   * @param setters the property's setters in fold order
   * @param before its value before the first of them
   * @param winner the fact in whose place a candidate would stand
   * @param date where it would
   */
  constructor(
    private readonly setters: readonly Setter[],
    private readonly before: Assertion | null,
    private readonly winner: ToldFact,
    private readonly date: number,
  ) {
    const place = firstWhere(setters, ({ fact }) => inFoldOrder(fact, winner) >= 0);
    const own = setters[place]?.fact.position === winner.position ? setters[place] : undefined;
    this.own = own?.said ?? null;
    // Only where the winner stands now, up to the next setter, and where the candidate would, is anything else.
    const starts = own && own.fact.period.from !== date ? [own.fact.period.from, date] : [date];
    const bounds = new Set(starts);
    for (const start of starts) bounds.add(this.nextAfter(start));
    const dates = [...bounds].sort((a, b) => a - b);
    for (const [i, from] of dates.entries()) {
      const to = dates[i + 1];
      if (to === undefined) continue;
      this.spans.push({ from, to, stands: this.standing(from), would: this.wouldStand(from) });
    }
  }

  /** Whether anything that a candidate may say would make a difference. */
  get canDiffer(): boolean {
    return this.spans.some(({ stands, would }) => would === CANDIDATE || isOther(stands, would));
  }

  /** Where what a candidate says differs from what stands. */
  doubts(said: Assertion | undefined): readonly Pick<Doubt, 'from' | 'to'>[] {
    const there = said?.parts ? said : this.own;
    // Of a property that the winner does not set either, nothing would be said.
    return there === null ? [] : this.spans.filter(({ stands, would }) => isOther(stands, would === CANDIDATE ? there : would));
  }

  /** The date of the first setter after a date. */
  private nextAfter(date: number): number {
    return this.setters[this.lastBy(date) + 1]?.fact.period.from ?? Infinity;
  }

  /** The place of the last setter by a date, -1 where there is none. */
  private lastBy(date: number): number {
    return firstWhere(this.setters, ({ fact }) => fact.period.from > date) - 1;
  }

  private standing(date: number): Assertion | null {
    return this.setters[this.lastBy(date)]?.said ?? this.before;
  }

  private wouldStand(date: number): Assertion | typeof CANDIDATE | null {
    let place = this.lastBy(date);
    if (this.setters[place]?.fact.position === this.winner.position) place -= 1;
    const last = this.setters[place];
    const there = { period: { from: this.date }, position: this.winner.position };
    const isBehind = last !== undefined && inFoldOrder(last.fact, there) > 0;
    if (this.date <= date && !isBehind) return CANDIDATE;
    return last?.said ?? this.before;
  }
}

/** Not set by anything is another value than any. */
function isOther(a: Assertion | null, b: Assertion | null): boolean {
  if (a === null || b === null) return a !== b;
  return differ(a, b);
}

/** The same spans, those of one property that overlap or touch made one. */
function united(doubts: readonly Doubt[]): Doubt[] {
  const united: Doubt[] = [];
  for (const doubt of [...doubts].sort((a, b) => (a.property < b.property ? -1 : a.property > b.property ? 1 : a.from - b.from))) {
    const last = united.at(-1);
    if (last && last.property === doubt.property && doubt.from <= last.to) last.to = Math.max(last.to, doubt.to);
    else united.push({ ...doubt });
  }
  return united;
}
