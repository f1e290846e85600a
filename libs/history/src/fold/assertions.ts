import { formatDay, type Period } from '#catalogue/values/reduced-date.js';
import type { AnyView, FoldedFact, On } from '#views/define-view.js';
import type { ResolvedAccount, ResolvedFact } from '../facts/resolved-fact.js';
import { keyOfParts, maskOfParts, partsAgree, partsOfValue, type ValueParts } from './value-parts.js';

/** How a view folds facts of one type, with the generic types erased. */
export type AnyHandler = On<unknown, unknown>;

/** What a fact, or one account of it, asserts about a property. */
export interface Assertion {
  readonly value: unknown;
  /** `null`: the value is asserted to be unknown. */
  readonly parts: ValueParts | null;
  /** Equal for values with equal parts. */
  readonly key: string;
  /** Bits of the parts that are given. */
  readonly mask: number;
}

/** Whether there is an assertion, and its value is known. */
export const isKnown = (assertion: Assertion | undefined): assertion is Assertion & { parts: ValueParts } =>
  assertion?.parts != null;

/** What a fact, or one account of it, asserts, by property. One object per view and fact or account. */
export class Assertions {
  private recordOnce: Record<string, unknown> | null = null;
  private textOnce: string | null = null;

  constructor(readonly byProperty: ReadonlyMap<string, Assertion>) {}

  /** The values by property. Always the same object, and not to be changed. */
  get record(): Record<string, unknown> {
    return (this.recordOnce ??= Object.fromEntries(
      [...this.byProperty].map(([property, { value }]) => [property, value]),
    ));
  }

  /** Equal for assertions with the same values. */
  get text(): string {
    return (this.textOnce ??= [...this.byProperty]
      .map(([property, { key }]) => `${property}\u0002${key}`)
      .join('\u0003'));
  }
}

/** The handler of a view for facts of a type; `undefined` where the view has none. */
export function handlerFor(view: AnyView, type: string): AnyHandler | undefined {
  return (view.on as Record<string, AnyHandler | undefined>)[type];
}

/** The fields of a fact that a view's fold may use. */
export function foldedFact(fact: ResolvedFact): FoldedFact {
  const { id, type, story, position, occurredAt, data } = fact;
  return { id, type, story, position, occurredAt, data };
}

/** The view's subject that a fact is about; `null`: none. */
export function subjectOf(view: AnyView, fact: ResolvedFact): string | null {
  return handlerFor(view, fact.type)?.subject(foldedFact(fact)) ?? null;
}

/** The property of a fact that asserts nothing else: that it happened. No other fact sets it. */
const ownProperty = (fact: ResolvedFact): string => `happened:${fact.id}`;
export const isOwnProperty = (property: string): boolean => property.startsWith('happened:');

/** Computed once per view and fact or account, because a fact on a busy day is compared with many others. */
const known = new WeakMap<AnyView, WeakMap<ResolvedFact | ResolvedAccount, Assertions>>();

function knownOf(view: AnyView): WeakMap<ResolvedFact | ResolvedAccount, Assertions> {
  const own = known.get(view) ?? new WeakMap<ResolvedFact | ResolvedAccount, Assertions>();
  known.set(view, own);
  return own;
}

/** What a resolved fact asserts: at least that it happened. */
export function assertionsOf(view: AnyView, fact: ResolvedFact): Assertions {
  const own = knownOf(view);
  const before = own.get(fact);
  if (before) return before;
  const made = makeAssertions(view, fact.type, fact.data);
  const happened: Assertion = { value: true, parts: ['happened'], key: 'happened', mask: 1 };
  const assertions = new Assertions(made.size > 0 ? made : new Map([[ownProperty(fact), happened]]));
  own.set(fact, assertions);
  return assertions;
}

/** What one account of a fact asserts: nothing where it gives none of the view's properties. */
export function assertionsOfAccount(view: AnyView, type: string, account: ResolvedAccount): Assertions {
  const own = knownOf(view);
  const before = own.get(account);
  if (before) return before;
  const assertions = new Assertions(makeAssertions(view, type, account.data));
  own.set(account, assertions);
  return assertions;
}

function makeAssertions(view: AnyView, type: string, data: Record<string, unknown>): Map<string, Assertion> {
  const handler = handlerFor(view, type);
  if (!handler) throw new Error(`view ${view.name} has no handler for ${type}`);
  const assertions = new Map<string, Assertion>();
  for (const [property, value] of Object.entries(handler.says?.({ data }) ?? {})) {
    if (value !== undefined) assertions.set(property, makeAssertion(view, property, value));
  }
  return assertions;
}

/** The assertion that a property has a value; `null`: that its value is unknown. */
export const makeAssertion = (view: AnyView, property: string, value: unknown): Assertion =>
  new LazyAssertion(view, property, value);

/** Most values are never compared with another, so the parts are computed on first use. */
class LazyAssertion implements Assertion {
  private partsOnce: ValueParts | null | undefined;
  private keyOnce: string | undefined;

  constructor(
    private readonly view: AnyView,
    private readonly property: string,
    readonly value: unknown,
  ) {}

  get parts(): ValueParts | null {
    if (this.partsOnce === undefined)
      this.partsOnce = this.value === null ? null : partsOfValue(this.view, this.property, this.value);
    return this.partsOnce;
  }

  get key(): string {
    return (this.keyOnce ??= this.parts ? keyOfParts(this.parts) : '\u0004');
  }

  get mask(): number {
    return this.parts ? maskOfParts(this.parts) : 0;
  }
}

/** Whether two values contradict each other in a dispute. An unknown value contradicts nothing. */
export function contradict(a: Assertion | undefined, b: Assertion | undefined): boolean {
  return !!a?.parts && !!b?.parts && a.key !== b.key && !partsAgree(a.parts, b.parts);
}

/** Whether two values lead to different states. An unknown value differs from every known value. */
export function differ(a: Assertion, b: Assertion): boolean {
  if (a.key === b.key) return false;
  return !a.parts || !b.parts || !partsAgree(a.parts, b.parts);
}

/** The properties on which two accounts or facts contradict each other. */
export function contradictions(a: Assertions, b: Assertions): string[] {
  const found: string[] = [];
  for (const [property, one] of a.byProperty) if (contradict(one, b.byProperty.get(property))) found.push(property);
  return found;
}

/** Whether the order of two facts matters: they set some property to different values. */
export function differInOrder(a: Assertions, b: Assertions): boolean {
  for (const [property, one] of a.byProperty) {
    const other = b.byProperty.get(property);
    if (other && differ(one, other)) return true;
  }
  return false;
}

/** The date as written; of an instant, its UTC day. */
export function namedDate(occurredAt: string, period: Period): string {
  return period.precision === 'instant' ? formatDay(period.from) : occurredAt;
}

/** The publisher of a fact's winning account. */
export const publisherOf = (fact: ResolvedFact): string | null => fact.accounts[0]?.publisher ?? null;

const groups = new WeakMap<ResolvedFact, string>();

/**
 * The key of a fact's date group: facts of one type on one named date. Of those that contradict each other, one side is
 * folded.
 */
export function groupOf(fact: ResolvedFact): string {
  const before = groups.get(fact);
  if (before !== undefined) return before;
  const group = `${fact.type} ${namedDate(fact.occurredAt, fact.period)}`;
  groups.set(fact, group);
  return group;
}

/**
 * Whether the order of two overlapping facts is known. Steps on one date are in the order in which they were recorded.
 */
export function isOrderKnown(a: ResolvedFact, b: ResolvedFact): boolean {
  if (a.period.precision !== b.period.precision) return false;
  if (namedDate(a.occurredAt, a.period) !== namedDate(b.occurredAt, b.period)) return true;
  return a.type === b.type || publisherOf(a) === publisherOf(b);
}
