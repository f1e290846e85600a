import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import {
  assertionsOf,
  differ,
  isKnown,
  isOwnProperty,
  makeAssertion,
  type Assertion,
  type Assertions,
} from './assertions.js';
import type { Candidate } from './candidates.js';

/** A fact that sets a property, and to what. */
export interface Setter {
  fact: ResolvedFact;
  said: Assertion;
}

/**
 * From when to when a property's value would be another if a candidate stood in its winner's place. `to` is exclusive.
 */
export interface Doubt {
  property: string;
  from: number;
  to: number;
}

/**
 * The value of a property before the facts that are folded, `undefined` where it has none. Asked only for disputed
 * properties.
 */
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
 * Finds where open candidates put properties in doubt, all else staying as it is. Of what a candidate does not speak,
 * or does not know, it contradicts nobody: there the winner's value is taken, at the candidate's date.
 */
export class DoubtFinder {
  private readonly before = new Map<string, Assertion | null>();

  /** @param setters by property, in fold order */
  constructor(
    private readonly view: AnyView,
    private readonly setters: ReadonlyMap<string, readonly Setter[]>,
    private readonly valueBefore: ValueBefore,
  ) {}

  /**
   * Where the open ones among the candidates against a fact put something in doubt: spans of each property that do not
   * touch.
   */
  find(fact: ResolvedFact, against: readonly Candidate[]): Doubt[] {
    const found = new Map<string, Doubt>();
    const own = assertionsOf(this.view, fact).byProperty;
    const open = openAmong(against);
    const properties = new Set([...own.keys(), ...open.properties]);
    for (const property of properties) {
      const setters = this.setters.get(property) ?? [];
      const isAlone = setters.length === 1 && setters[0]?.fact.position === fact.position;
      const saids = isAlone ? open.farthest(fact.period.from) : open.byDate;
      for (const [date, all] of saids) {
        const place = new Displacement(setters, this.beforeAll(property), fact, date);
        for (const assertions of all) {
          if (place.isAllInDoubt) break;
          for (const { from, to } of place.doubts(assertions.byProperty.get(property)))
            found.set(`${property} ${from} ${to}`, { property, from, to });
        }
      }
    }
    return united([...found.values()]);
  }

  /**
   * Where things are in doubt with one more open candidate against a fact.
   *
   * @param doubts as they were found without it
   * @returns the same list where nothing more is in doubt
   */
  findMore(fact: ResolvedFact, candidate: Candidate, doubts: Doubt[]): Doubt[] {
    const more = this.doubtsOf(fact, candidate).filter((one) => !isWithin(one, doubts));
    return more.length === 0 ? doubts : united([...doubts, ...more]);
  }

  /**
   * Whether some of the candidates that remain put all in doubt that one did which is gone. A few of them are looked
   * at.
   */
  isCovered(fact: ResolvedFact, gone: Candidate, remaining: readonly Candidate[]): boolean {
    const others = [...remaining.slice(0, 2), ...remaining.slice(-2)].filter(({ open }) => open);
    const doubts = united(others.flatMap((one) => this.doubtsOf(fact, one)));
    return this.doubtsOf(fact, gone).every((one) => isWithin(one, doubts));
  }

  /** Where one open candidate puts something in doubt. */
  private doubtsOf(fact: ResolvedFact, { period, said }: Candidate): Doubt[] {
    const properties = new Set([...assertionsOf(this.view, fact).byProperty.keys(), ...said.byProperty.keys()]);
    return [...properties].flatMap((property) => {
      const place = new Displacement(this.setters.get(property) ?? [], this.beforeAll(property), fact, period.from);
      return place.doubts(said.byProperty.get(property)).map(({ from, to }) => ({ property, from, to }));
    });
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

/** What open candidates say, and at which dates. */
class OpenCandidates {
  /** By date, each saying once. */
  readonly byDate = new Map<number, Assertions[]>();
  readonly properties = new Set<string>();
  private readonly dates = new Map<string, { said: Assertions; dates: Set<number> }>();

  constructor(against: readonly Candidate[]) {
    for (const one of against) this.add(one);
  }

  add({ open, period, said }: Candidate): void {
    if (!open) return;
    const same = this.dates.get(said.text) ?? { said, dates: new Set() };
    this.dates.set(said.text, same);
    if (same.dates.has(period.from)) return;
    same.dates.add(period.from);
    const others = this.byDate.get(period.from);
    if (others) others.push(said);
    else this.byDate.set(period.from, [said]);
    for (const property of said.byProperty.keys()) this.properties.add(property);
  }

  /**
   * Of each saying the first date, the last, and the first after the winner's. Where nothing but the winner sets a
   * property, what the others put in doubt lies within what these do.
   */
  farthest(winner: number): Map<number, Assertions[]> {
    const farthest = new Map<number, Assertions[]>();
    for (const { said, dates } of this.dates.values()) {
      let [first, last, after] = [Infinity, -Infinity, Infinity];
      for (const date of dates) {
        [first, last] = [Math.min(first, date), Math.max(last, date)];
        if (date > winner) after = Math.min(after, date);
      }
      for (const date of new Set([first, last, after])) {
        if (date === Infinity) continue;
        const others = farthest.get(date);
        if (others) others.push(said);
        else farthest.set(date, [said]);
      }
    }
    return farthest;
  }
}

const known = new WeakMap<readonly Candidate[], OpenCandidates>();

/** The open ones among candidates. Many facts may share them. */
function openAmong(against: readonly Candidate[]): OpenCandidates {
  const before = known.get(against);
  if (before) return before;
  const open = new OpenCandidates(against);
  known.set(against, open);
  return open;
}

/** One more came to candidates. */
export function addOpen(against: readonly Candidate[], one: Candidate): void {
  known.get(against)?.add(one);
}

/** One of them is gone. */
export function forgetOpen(against: readonly Candidate[]): void {
  known.delete(against);
}

/** What becomes of a property where a winner stands at another date, as the candidates of that date would have it. */
class Displacement {
  /** Where something may be in doubt, and is not so far. */
  private open: Span[] = [];
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
    private readonly winner: ResolvedFact,
    private readonly date: number,
  ) {
    const place = firstWhere(setters, ({ fact }) => compareInFoldOrder(fact, winner) >= 0);
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
      const stands = this.standing(from);
      const would = this.wouldStand(from);
      if (would === CANDIDATE || isOther(stands, would)) this.open.push({ from, to, stands, would });
    }
  }

  /** Whether all is in doubt that can be, or nothing can: what further candidates say makes no difference. */
  get isAllInDoubt(): boolean {
    return this.open.length === 0;
  }

  /** Where what a candidate says differs from what stands, but for what is in doubt already. */
  doubts(assertion: Assertion | undefined): readonly Pick<Doubt, 'from' | 'to'>[] {
    const there = isKnown(assertion) ? assertion : this.own;
    // Of a property that the winner does not set either, nothing would be said.
    if (there === null) return [];
    const doubted = this.open.filter(({ stands, would }) => isOther(stands, would === CANDIDATE ? there : would));
    if (doubted.length > 0) this.open = this.open.filter((span) => !doubted.includes(span));
    return doubted;
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
    const isBehind = last !== undefined && compareInFoldOrder(last.fact, there) > 0;
    if (this.date <= date && !isBehind) return CANDIDATE;
    return last?.said ?? this.before;
  }
}

/** Not set by anything is another value than any. */
function isOther(a: Assertion | null, b: Assertion | null): boolean {
  if (a === null || b === null) return a !== b;
  return differ(a, b);
}

const isWithin = ({ property, from, to }: Doubt, doubts: readonly Doubt[]): boolean =>
  doubts.some((one) => one.property === property && one.from <= from && to <= one.to);

/** The same spans, those of one property that overlap or touch made one. */
function united(doubts: readonly Doubt[]): Doubt[] {
  const united: Doubt[] = [];
  for (const doubt of [...doubts].sort((a, b) =>
    a.property < b.property ? -1 : a.property > b.property ? 1 : a.from - b.from,
  )) {
    const last = united.at(-1);
    if (last && last.property === doubt.property && doubt.from <= last.to) last.to = Math.max(last.to, doubt.to);
    else united.push({ ...doubt });
  }
  return united;
}
