import { eventDefinition, type DataOf, type EventType } from '#catalogue/catalogue.js';
import type { AnyView, Deadline, FoldedFact, On, ViewDefinition } from '#views/define-view.js';
import { expect } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';

/** A fact before it is recorded. */
export interface Happened {
  type: string;
  occurredAt: string;
  data: unknown;
}

/** A fact of the catalogue; its data must be valid, and are filled in as the catalogue does on the way in. */
export function fact<Type extends EventType>(type: Type, occurredAt: string, data: Partial<DataOf<Type>>): Happened {
  const definition = eventDefinition(type);
  if (!definition) throw new Error(`${type} is not in the catalogue`);
  return { type, occurredAt, data: definition.data.parse(data) };
}

/** The id that the nth fact of a spec has, from 1. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Facts as a fold sees them: with ids by their place in the list, all of one story. */
export function recorded(facts: readonly Happened[], story = 'us-china-trade'): FoldedFact[] {
  return facts.map((happened, index) => ({ ...happened, id: idOf(index + 1), story, position: index + 1 }));
}

type AnyOn<State> = On<State, unknown>;

/** How a view takes a fact, its data's type erased; throws where it does not take its type. */
export function onFact<State>(view: ViewDefinition<State>, { type }: FoldedFact): AnyOn<State> {
  const on = (view.on as Readonly<Record<string, AnyOn<State> | undefined>>)[type];
  if (!on) throw new Error(`${view.name} does not take ${type}`);
  return on;
}

/**
 * The state after facts in this order, each folded on what the ones before it left; every state on the way must be one
 * by its schema.
 */
export function fold<State>(
  view: ViewDefinition<State>,
  facts: readonly FoldedFact[],
  before: State | null = null,
): State {
  let state = before;
  for (const folded of facts) state = view.state.parse(onFact(view, folded).fold(state, folded));
  if (state === null) throw new Error('no fact was given');
  return state;
}

/** A spec of a view: facts of one subject in their order, and what follows from them. */
export function specOf<State>(view: ViewDefinition<State>) {
  return {
    given: (facts: readonly Happened[]) => {
      const folded = recorded(facts);
      const raw = (): State => fold(view, folded);
      const at = (date: string): State => atDate(view, raw(), date).state;
      return {
        /** The whole state. */
        then: (expected: State) => expect(raw()).toEqual(expected),
        /** The named fields of the state. */
        thenIn: (expected: Partial<State>) => expect(raw()).toMatchObject(expected),
        /** The same at a date: at an instant, or at the end of the day. */
        when: (date: string) => ({
          thenIn: (expected: Partial<State>) => expect(at(date)).toMatchObject(expected),
          thenDeadlines: (expected: Deadline[]) => expect(view.deadlines?.(at(date)) ?? []).toEqual(expected),
        }),
        thenDeadlines: (expected: Deadline[]) => expect(view.deadlines?.(raw()) ?? []).toEqual(expected),
        thenParties: (expected: string[]) => expect(view.parties(raw())).toEqual(expected),
        thenSubjects: (expected: (string | null)[]) =>
          expect(folded.map((each) => onFact(view, each).subject(each))).toEqual(expected),
        thenSays: (...expected: Record<string, unknown>[]) =>
          expect(folded.map((each) => onFact(view, each).says?.(each) ?? {})).toEqual(expected),
      };
    },
  };
}

/** The state as time leaves it at the last moment of a date. */
export function atDate<State>(
  view: ViewDefinition<State>,
  state: State,
  date: string,
): { state: State; next: number | null } {
  return view.at?.(state, periodOf(date).to - 1) ?? { state, next: null };
}

/** A view of the list as a spec works with it. */
export const opened = (view: AnyView): ViewDefinition => view as unknown as ViewDefinition;
