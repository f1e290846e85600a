import type { AnyView } from '#views/define-view.js';
import { firstWhere, insertBy } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, differ, type Assertion } from './assertions.js';
import { uncertainOrder } from './uncertain-order.js';

/** A fact that sets a property, and the value that it sets. */
export interface Setter {
  fact: ResolvedFact;
  assertion: Assertion;
}

/** The folded facts by the properties that they set. */
export class PropertySetters {
  private readonly byProperty = new Map<string, Setter[]>();
  /** Properties set by facts of several types or precisions: only for these can the order be uncertain. */
  private readonly mixed = new Set<string>();

  constructor(private readonly view: AnyView) {}

  /** The facts that set a property, in fold order. */
  of(property: string): readonly Setter[] {
    return this.byProperty.get(property) ?? [];
  }

  add(fact: ResolvedFact): void {
    for (const [property, assertion] of assertionsOf(this.view, fact).byProperty) {
      const list = this.byProperty.get(property);
      if (!list) {
        this.byProperty.set(property, [{ fact, assertion }]);
        continue;
      }
      const other = list[0]?.fact;
      if (other?.type !== fact.type || other.period.precision !== fact.period.precision) this.mixed.add(property);
      insertBy(list, { fact, assertion }, (one) => one.fact);
    }
  }

  /** Replaces a fact by the same fact, resolved again, with the same assertions. */
  replace(fact: ResolvedFact): void {
    for (const property of assertionsOf(this.view, fact).byProperty.keys()) {
      const list = this.of(property);
      const setter = list[placeIn(list, fact)];
      if (setter) setter.fact = fact;
    }
  }

  /** The setters just before and just after a fact that sets the property. */
  neighbours(property: string, fact: ResolvedFact): Setter[] {
    const list = this.of(property);
    const place = placeIn(list, fact);
    return [list[place - 1], list[place + 1]].flatMap((one) => one ?? []);
  }

  /** Whether the order of facts may become uncertain once another fact sets this value. */
  mayBeUncertain(property: string, assertion: Assertion): boolean {
    return this.mixed.has(property) && this.of(property).some((one) => differ(one.assertion, assertion));
  }

  /** By position of the fact: the properties for which its place in the order is uncertain. */
  findUncertain(): Map<number, string[]> {
    const uncertain = new Map<number, string[]>();
    for (const property of this.mixed) {
      for (const position of uncertainOrder(this.of(property)))
        uncertain.set(position, [...(uncertain.get(position) ?? []), property]);
    }
    return uncertain;
  }
}

const placeIn = (list: readonly Setter[], fact: ResolvedFact): number =>
  firstWhere(list, (one) => compareInFoldOrder(one.fact, fact) >= 0);
