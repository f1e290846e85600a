import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, isOwnProperty, makeAssertion, type Assertion } from './assertions.js';
import { openCandidatesOf } from './candidate-list.js';
import { type Candidate, standsFrom } from './candidates.js';
import { Displacement } from './displacement.js';
import type { PropertySetters } from './property-setters.js';

/**
 * A span of dates in which a property would have another value if a candidate replaced its winner. `to` is exclusive.
 */
export interface Doubt {
  property: string;
  from: number;
  to: number;
}

/**
 * The value of a property before the facts that are folded; `undefined`: it has none; `MISSING`: it has to be read
 * first. Called only for disputed properties.
 */
export type ValueBefore = (property: string) => unknown;

/** Returned by `ValueBefore` for a value that is not at hand. Doubts found without it are not to be used. */
export const MISSING = Symbol('a value that has to be read first');

/**
 * Finds where open candidates put properties in doubt, if everything else stays as it is. Where a candidate gives no
 * value of a property, or an unknown one, it contradicts nobody: there the winner's value counts, at the candidate's
 * date.
 */
export class DoubtFinder {
  private readonly before = new Map<string, Assertion | null>();
  /** The properties whose value before the facts was requested and is not at hand. */
  readonly missing = new Set<string>();

  constructor(
    private readonly view: AnyView,
    private readonly setters: PropertySetters,
    private readonly valueBefore: ValueBefore,
  ) {}

  /** Where the open candidates against a fact put something in doubt: spans of each property that do not touch. */
  find(fact: ResolvedFact, against: readonly Candidate[]): Doubt[] {
    const found = new Map<string, Doubt>();
    const own = assertionsOf(this.view, fact).byProperty;
    const open = openCandidatesOf(against);
    const properties = new Set([...own.keys(), ...open.properties]);
    for (const property of properties) {
      const setters = this.setters.of(property);
      const isAlone = setters.length === 1 && setters[0]?.fact.position === fact.position;
      const byDate = isAlone ? open.farthest(fact.period) : open.standing(fact.period);
      for (const { date, all } of byDate) {
        const displacement = new Displacement(setters, this.assertionBefore(property), fact, date);
        for (const assertions of all) {
          if (displacement.isAllInDoubt) break;
          for (const { from, to } of displacement.doubts(assertions.byProperty.get(property)))
            found.set(`${property} ${from} ${to}`, { property, from, to });
        }
      }
    }
    return united([...found.values()]);
  }

  /**
   * Where things are in doubt with one more open candidate against a fact.
   *
   * @param doubts those found without it
   * @returns the same list where nothing more is in doubt
   */
  findMore(fact: ResolvedFact, candidate: Candidate, doubts: Doubt[]): Doubt[] {
    const more = this.doubtsOf(fact, candidate).filter((one) => !isWithin(one, doubts));
    return more.length === 0 ? doubts : united([...doubts, ...more]);
  }

  /** Whether a few of the remaining candidates put all in doubt that a removed one did. */
  isCovered(fact: ResolvedFact, removed: Candidate, remaining: readonly Candidate[]): boolean {
    const others = [...remaining.slice(0, 2), ...remaining.slice(-2)].filter(({ isOpen }) => isOpen);
    const doubts = united(others.flatMap((one) => this.doubtsOf(fact, one)));
    return this.doubtsOf(fact, removed).every((one) => isWithin(one, doubts));
  }

  /** Where one open candidate puts something in doubt. */
  private doubtsOf(fact: ResolvedFact, { period, assertions }: Candidate): Doubt[] {
    const properties = new Set([...assertionsOf(this.view, fact).byProperty.keys(), ...assertions.byProperty.keys()]);
    return [...properties].flatMap((property) => {
      const before = this.assertionBefore(property);
      const displacement = new Displacement(this.setters.of(property), before, fact, standsFrom(fact.period, period));
      return displacement.doubts(assertions.byProperty.get(property)).map(({ from, to }) => ({ property, from, to }));
    });
  }

  private assertionBefore(property: string): Assertion | null {
    if (isOwnProperty(property)) return null;
    const known = this.before.get(property);
    if (known !== undefined) return known;
    const value = this.valueBefore(property);
    if (value === MISSING) {
      this.missing.add(property);
      return null;
    }
    const before = value === undefined ? null : makeAssertion(this.view, property, value);
    this.before.set(property, before);
    return before;
  }
}

const isWithin = ({ property, from, to }: Doubt, doubts: readonly Doubt[]): boolean =>
  doubts.some((one) => one.property === property && one.from <= from && to <= one.to);

/** Unites the spans of each property that overlap or touch. */
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
