import { formatDay, type Period } from '#catalogue/values/reduced-date.js';
import type { AnyView, FoldedFact, On } from '#views/define-view.js';
import type { ResolvedAccount, ResolvedFact } from '../facts/resolved-fact.js';
import { keyOfParts, maskOfParts, partsAgree, partsOfValue, type ValueParts } from './value-parts.js';

/** How a view folds one type, its types erased. */
export type AnyHandler = On<unknown, unknown>;

/** What a fact, or one account of it, says of a property. */
export interface Assertion {
  readonly value: unknown;
  /** `null`: it says that the value is not known. */
  readonly parts: ValueParts | null;
  /** The same for values of the same parts. */
  readonly key: string;
  /** Which parts are given. */
  readonly mask: number;
}

/** What is said, where it is a known value. */
export const isKnown = (assertion: Assertion | undefined): assertion is Assertion & { parts: ValueParts } =>
  assertion?.parts != null;

/** What a fact, or one account of it, says, by property. Equal objects for the same fact or account of a view. */
export class Assertions {
  private recordOnce: Record<string, unknown> | null = null;
  private textOnce: string | null = null;

  constructor(readonly byProperty: ReadonlyMap<string, Assertion>) {}

  /** The values by property. Always the same object. */
  get record(): Record<string, unknown> {
    return (this.recordOnce ??= Object.fromEntries(
      [...this.byProperty].map(([property, { value }]) => [property, value]),
    ));
  }

  /** The same for assertions of the same values. */
  get text(): string {
    return (this.textOnce ??= [...this.byProperty]
      .map(([property, { key }]) => `${property}\u0002${key}`)
      .join('\u0003'));
  }
}

/** How a view takes facts of a type; `undefined` where it takes none. */
export function handlerFor(view: AnyView, type: string): AnyHandler | undefined {
  return (view.on as Record<string, AnyHandler | undefined>)[type];
}

/** What a fold sees of a fact. */
export function foldedFact(fact: ResolvedFact): FoldedFact {
  const { id, type, story, position, occurredAt, data } = fact;
  return { id, type, story, position, occurredAt, data };
}

/** The subject of a view that a fact is about, or `null`. */
export function subjectOf(view: AnyView, fact: ResolvedFact): string | null {
  return handlerFor(view, fact.type)?.subject(foldedFact(fact)) ?? null;
}

/** The name of the property that a fact sets which names none: that it happened. No other fact sets it. */
const ownProperty = (fact: ResolvedFact): string => `happened:${fact.id}`;
export const isOwnProperty = (property: string): boolean => property.startsWith('happened:');

/**
 * Made once for each fact and account of a view: a fact on a busy day is compared with many others, again and again.
 */
const known = new WeakMap<AnyView, WeakMap<ResolvedFact | ResolvedAccount, Assertions>>();

function knownOf(view: AnyView): WeakMap<ResolvedFact | ResolvedAccount, Assertions> {
  const own = known.get(view) ?? new WeakMap<ResolvedFact | ResolvedAccount, Assertions>();
  known.set(view, own);
  return own;
}

/** What a fact says as it is told: at least that it happened. */
export function assertionsOf(view: AnyView, fact: ResolvedFact): Assertions {
  const own = knownOf(view);
  const before = own.get(fact);
  if (before) return before;
  const made = makeAssertions(view, fact.type, fact.data);
  const happened: Assertion = { value: true, parts: ['happened'], key: 'happened', mask: 1 };
  const assertions = made.size > 0 ? made : new Map([[ownProperty(fact), happened]]);
  const answer = new Assertions(assertions);
  own.set(fact, answer);
  return answer;
}

/** What one account of a fact of a type says; nothing, where it speaks of none of the view's properties. */
export function assertionsOfAccount(view: AnyView, type: string, account: ResolvedAccount): Assertions {
  const own = knownOf(view);
  const before = own.get(account);
  if (before) return before;
  const answer = new Assertions(makeAssertions(view, type, account.data));
  own.set(account, answer);
  return answer;
}

function makeAssertions(view: AnyView, type: string, data: Record<string, unknown>): Map<string, Assertion> {
  const handler = handlerFor(view, type);
  if (!handler) throw new Error(`view ${view.name} takes no ${type}`);
  const assertions = new Map<string, Assertion>();
  for (const [property, value] of Object.entries(handler.says?.({ data }) ?? {})) {
    if (value !== undefined) assertions.set(property, makeAssertion(view, property, value));
  }
  return assertions;
}

/** What is said of a property by a value; `null` is "not known". */
export const makeAssertion = (view: AnyView, property: string, value: unknown): Assertion =>
  new SaidValue(view, property, value);

/** Most values are never compared with another: only then they are taken apart. */
class SaidValue implements Assertion {
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

/** Whether two values contradict each other in a dispute: unknown differs from nothing. */
export function contradict(a: Assertion | undefined, b: Assertion | undefined): boolean {
  return !!a?.parts && !!b?.parts && a.key !== b.key && !partsAgree(a.parts, b.parts);
}

/** Whether two values differ in what they make of a state: unknown differs from every known value. */
export function differ(a: Assertion, b: Assertion): boolean {
  if (a.key === b.key) return false;
  return !a.parts || !b.parts || !partsAgree(a.parts, b.parts);
}

/** The properties on which two tellings contradict each other. */
export function contradictions(a: Assertions, b: Assertions): string[] {
  const found: string[] = [];
  for (const [property, one] of a.byProperty) if (contradict(one, b.byProperty.get(property))) found.push(property);
  return found;
}

/** Whether it matters which of two tellings came first: some property that both set has another value in each. */
export function differInOrder(a: Assertions, b: Assertions): boolean {
  for (const [property, one] of a.byProperty) {
    const other = b.byProperty.get(property);
    if (other && differ(one, other)) return true;
  }
  return false;
}

/** The date by its name; an instant counts as its UTC day. */
export function namedDate(occurredAt: string, period: Period): string {
  return period.precision === 'instant' ? formatDay(period.from) : occurredAt;
}

/** Who tells a fact: the publisher of the account that wins. */
export const publisherOf = (fact: ResolvedFact): string | null => fact.accounts[0]?.publisher ?? null;

const groups = new WeakMap<ResolvedFact, string>();

/**
 * The same for facts of one type on one named date: of those only one side is folded where they contradict each other.
 */
export function groupOf(fact: ResolvedFact): string {
  const before = groups.get(fact);
  if (before !== undefined) return before;
  const group = `${fact.type} ${namedDate(fact.occurredAt, fact.period)}`;
  groups.set(fact, group);
  return group;
}

/**
 * Whether it is known in which order two overlapping facts came. Steps of one date are in the order of their recording.
 */
export function isOrderKnown(a: ResolvedFact, b: ResolvedFact): boolean {
  if (a.period.precision !== b.period.precision) return false;
  if (namedDate(a.occurredAt, a.period) !== namedDate(b.occurredAt, b.period)) return true;
  return a.type === b.type || publisherOf(a) === publisherOf(b);
}
