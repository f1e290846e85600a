import type { AnyView, FoldedFact, On } from '#views/define-view.js';
import type { ToldAccount, ToldFact } from '../facts/told-fact.js';

/** How a view folds one type, its types erased. */
export type AnyOn = On<unknown, unknown>;

/** The properties that a fact sets, or of which one account of it speaks. */
export type Said = ReadonlyMap<string, unknown>;

/** How a view takes facts of a type; `undefined` where it takes none. */
export function onType(view: AnyView, type: string): AnyOn | undefined {
  return (view.on as Record<string, AnyOn | undefined>)[type];
}

/** What a fold sees of a fact. */
export function folded(fact: ToldFact): FoldedFact {
  const { id, type, story, position, occurredAt, data } = fact;
  return { id, type, story, position, occurredAt, data };
}

/** The subject of a view that a fact is about, or `null`. */
export function subjectOf(view: AnyView, fact: ToldFact): string | null {
  return onType(view, fact.type)?.subject(folded(fact)) ?? null;
}

/** The name of the property that a fact sets which names none: that it happened. No other fact sets it. */
const ownProperty = (fact: ToldFact): string => `happened:${fact.id}`;
export const isOwnProperty = (property: string): boolean => property.startsWith('happened:');

/** What facts say, once asked: a fact on a busy day is compared with many others. */
const asked = new WeakMap<ToldFact, Map<AnyView, Said>>();

/** What a fact says as it is told. */
export function saidBy(view: AnyView, fact: ToldFact): Said {
  const known = asked.get(fact)?.get(view);
  if (known) return known;
  const properties = said(view, fact, fact);
  const answer: Said = properties.size > 0 ? properties : new Map([[ownProperty(fact), true]]);
  const byView = asked.get(fact);
  if (byView) byView.set(view, answer);
  else asked.set(fact, new Map([[view, answer]]));
  return answer;
}

/** What one account of a fact says; nothing, where it speaks of none of the view's properties. */
export function saidByAccount(view: AnyView, fact: ToldFact, account: ToldAccount): Said {
  return said(view, fact, account);
}

function said(view: AnyView, { type }: ToldFact, { data }: ToldFact | ToldAccount): Said {
  const on = onType(view, type);
  if (!on) throw new Error(`view ${view.name} takes no ${type}`);
  return new Map(Object.entries(on.says?.({ data }) ?? {}).filter(([, value]) => value !== undefined));
}
