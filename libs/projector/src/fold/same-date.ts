import { formatDay, type Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { ToldFact } from '../facts/told-fact.js';
import { valuesAgree } from './agree.js';
import { saidBy, saidByAccount, type Said } from './said-properties.js';

/** The date by its name; an instant counts as its UTC day. */
export function namedDate(occurredAt: string, period: Period): string {
  return period.precision === 'instant' ? formatDay(period.from) : occurredAt;
}

/** Who tells a fact: the publisher of the account that wins. */
export const publisherOf = (fact: ToldFact): string | null => fact.accounts[0]?.publisher ?? null;

/** Two values in a dispute: unknown differs from nothing. */
export function inConflict(view: AnyView, property: string, a: unknown, b: unknown): boolean {
  return a !== null && b !== null && a !== undefined && b !== undefined && !valuesAgree(view, property, a, b);
}

/** The properties on which two tellings contradict each other. */
export function conflicts(view: AnyView, a: Said, b: Said): string[] {
  return [...a].filter(([property, value]) => inConflict(view, property, value, b.get(property))).map(([property]) => property);
}

export interface Sorted {
  /** What is folded, in the order given. */
  folded: ToldFact[];
  /** What is left out, by the positions of the facts that stand and that it contradicts. */
  leftOut: Map<number, ToldFact[]>;
}

/**
 * Facts of one type, on the same named date, of different publishers, that say different values, are one dispute, unless some publisher told
 * both values there: then they are steps. A confirmed one wins, among equals the first recorded; the others are left out whole, and stand against
 * every winner that they contradict.
 *
 * @param facts no claims; in fold order
 */
export function sortOut(view: AnyView, facts: readonly ToldFact[]): Sorted {
  const leftOut = new Map<number, ToldFact[]>();
  const out = new Set<number>();
  for (const group of sameDateGroups(facts)) {
    const said = new Map(group.map((fact) => [fact.position, saidBy(view, fact)]));
    const standing: ToldFact[] = [];
    for (const fact of [...group].sort(winnersFirst)) {
      if (standing.some((one) => contradict(view, group, one, fact, said))) out.add(fact.position);
      else standing.push(fact);
    }
    for (const winner of standing) {
      const against = group.filter((fact) => out.has(fact.position) && contradict(view, group, winner, fact, said));
      if (against.length > 0) leftOut.set(winner.position, against);
    }
  }
  return { folded: out.size === 0 ? [...facts] : facts.filter((fact) => !out.has(fact.position)), leftOut };
}

/** Groups of more than one publisher; the others can hold no dispute. */
function sameDateGroups(facts: readonly ToldFact[]): ToldFact[][] {
  const groups = new Map<string, ToldFact[]>();
  for (const fact of facts) {
    const key = `${fact.type} ${namedDate(fact.occurredAt, fact.period)}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()].filter(
    (group) => group.length > 1 && group.some((fact) => publisherOf(fact) !== publisherOf(group[0] as ToldFact)),
  );
}

function winnersFirst(a: ToldFact, b: ToldFact): number {
  return Number(b.certainty === 'confirmed') - Number(a.certainty === 'confirmed') || a.position - b.position;
}

function contradict(view: AnyView, group: readonly ToldFact[], a: ToldFact, b: ToldFact, said: ReadonlyMap<number, Said>): boolean {
  if (publisherOf(a) === publisherOf(b)) return false;
  const [one, other] = [said.get(a.position), said.get(b.position)];
  if (!one || !other) return false;
  const properties = conflicts(view, one, other);
  return (
    properties.length > 0 && !properties.every((property) => toldAsSteps(view, group, property, one.get(property), other.get(property)))
  );
}

/** Whether one publisher told both values of a property on that date. */
function toldAsSteps(view: AnyView, group: readonly ToldFact[], property: string, a: unknown, b: unknown): boolean {
  const values = new Map<string, unknown[]>();
  for (const fact of group) {
    for (const account of fact.accounts) {
      const value = account.publisher === null ? null : saidByAccount(view, fact, account).get(property);
      if (account.publisher === null || account.certainty === 'claimed' || value === undefined || value === null) continue;
      values.set(account.publisher, [...(values.get(account.publisher) ?? []), value]);
    }
  }
  return [...values.values()].some(
    (told) => told.some((value) => valuesAgree(view, property, value, a)) && told.some((value) => valuesAgree(view, property, value, b)),
  );
}
