import type { AnyView, FoldedFact, On } from '#views/define-view.js';
import type { ToldFact } from '../facts/told-fact.js';

/** How a view folds one type, its types erased. */
export type AnyOn = On<unknown, unknown>;

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

/** The properties that a fact sets, with their values. One that names none sets one of its own: that it happened. */
export function saidBy(on: AnyOn, fact: ToldFact): ReadonlyMap<string, unknown> {
  const said = Object.entries(on.says?.(folded(fact)) ?? {}).filter(([, value]) => value !== undefined);
  return said.length > 0 ? new Map(said) : new Map([[`happened:${fact.id}`, true]]);
}
