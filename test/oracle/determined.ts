import { compatible, type Assertion } from './assertions.js';
import { startOf, type CurrentFact } from './current-facts.js';
import { overlap, precisionOf } from './dates.js';
import { upTo, type Moment } from './knowledge.js';

/** What a fact, or a candidate in its place, sets a property to, with its place in the order. */
interface Setter {
  moment: Moment;
  value: unknown;
  /** Absent for a candidate. */
  fact?: CurrentFact;
}

/** Which facts set which properties. */
export class Properties {
  private readonly setters = new Map<string, Setter[]>();
  private readonly uncertain = new Map<Setter, boolean>();

  /** @param folded in order, each with what it asserts */
  constructor(private readonly folded: readonly { fact: CurrentFact; assertions: readonly Assertion[] }[]) {
    for (const { fact, assertions } of this.folded)
      for (const [property, value] of new Map(assertions)) {
        const setter = { moment: { at: startOf(fact), position: fact.position }, value, fact };
        this.setters.set(property, [...(this.setters.get(property) ?? []), setter]);
      }
  }

  /** The last setter of a property by the moment; `undefined`: none. */
  private last(property: string, moment: Moment, except?: CurrentFact): Setter | undefined {
    return this.setters.get(property)?.findLast((setter) => setter.fact !== except && upTo(setter.moment, moment));
  }

  /** Which of these properties the fact determines at the moment. */
  determinedBy(fact: CurrentFact, properties: readonly string[], moment: Moment): string[] {
    return properties.filter((property) => this.last(property, moment)?.fact === fact);
  }

  /**
   * Whether a property would have another value at the moment if something else stood in the place of a fact: at that
   * place in the order, with these assertions. No value yet is another, too.
   */
  wouldDiffer(
    winner: CurrentFact,
    properties: readonly string[],
    instead: Moment,
    as: readonly Assertion[],
    moment: Moment,
  ): boolean {
    const values = new Map(as);
    return [...new Set([...properties, ...values.keys()])].some((property) => {
      const is = this.last(property, moment);
      const others = this.last(property, moment, winner);
      const counts = values.has(property) && upTo(instead, moment);
      const isLast = counts && (others === undefined || upTo(others.moment, instead));
      const would = isLast ? { value: values.get(property) } : others;
      if (is === undefined || would === undefined) return is !== would;
      return is.value === null || would.value === null ? is.value !== would.value : !compatible(is.value, would.value);
    });
  }

  /**
   * Whether a current value depends on an uncertain order of facts: the fact that set it overlaps another fact with
   * another value, and the two dates differ in precision, or type and publisher differ.
   */
  dateUncertain(moment: Moment): boolean {
    return [...this.setters].some(([property, setters]) => {
      const setter = this.last(property, moment);
      return setter !== undefined && this.isUncertain(setter, setters);
    });
  }

  private isUncertain(setter: Setter, all: readonly Setter[]): boolean {
    const known = this.uncertain.get(setter) ?? all.some((other) => couldSwap(setter, other));
    this.uncertain.set(setter, known);
    return known;
  }
}

function couldSwap({ fact: a, value: x }: Setter, { fact: b, value: y }: Setter): boolean {
  if (a === undefined || b === undefined || a === b || !overlap(a.span, b.span) || !unordered(a, b)) return false;
  // An unknown value differs from every known one.
  return x === null || y === null ? x !== y : !compatible(x, y);
}

const unordered = (a: CurrentFact, b: CurrentFact): boolean =>
  precisionOf(a.occurredAt) !== precisionOf(b.occurredAt) || (a.type !== b.type && a.publisher !== b.publisher);
