import { eventDefinition, type DataOf, type EventType } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { expect } from '@jest/globals';
import type { z } from 'zod';
import type { AnyView, AtInstant, Deadline, FoldedFact, On, ViewDefinition } from '../define-view.js';

/** A fact before it is recorded. */
export interface FactDraft {
  type: string;
  occurredAt: string;
  data: unknown;
}

/** A fact of the catalogue. Its data must be valid; the schema fills in defaults. */
export function fact<Type extends EventType>(type: Type, occurredAt: string, data: Partial<DataOf<Type>>): FactDraft {
  const definition = eventDefinition(type);
  if (!definition) throw new Error(`${type} is not in the catalogue`);
  return { type, occurredAt, data: definition.data.parse(data) };
}

/** The id of the nth fact of a spec, from 1. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Facts as a fold receives them: ids and positions by their order in the list, all of one story. */
export function recorded(facts: readonly FactDraft[], story = 'us-china-trade'): FoldedFact[] {
  return facts.map((draft, index) => ({ ...draft, id: idOf(index + 1), story, position: index + 1 }));
}

type AnyOn<State> = On<State, unknown>;

/** The handler of a view for a fact, with the type of its data erased. Throws if the view does not handle the type. */
export function handlerOf<State, Shown>(view: ViewDefinition<State, Shown>, { type }: FoldedFact): AnyOn<State> {
  const on = (view.on as Readonly<Record<string, AnyOn<State> | undefined>>)[type];
  if (!on) throw new Error(`${view.name} does not handle ${type}`);
  return on;
}

/** The schema of the states that a view folds. */
export const foldedSchema = <State, Shown>(view: ViewDefinition<State, Shown>): z.ZodType<State | Shown> =>
  view.folded ?? view.state;

/** The state after facts in this order. Every intermediate state must match the schema of the view. */
export function fold<State, Shown>(
  view: ViewDefinition<State, Shown>,
  facts: readonly FoldedFact[],
  before: State | null = null,
): State {
  let state = before;
  const schema = foldedSchema(view);
  for (const folded of facts) state = schema.parse(handlerOf(view, folded).fold(state, folded)) as State;
  if (state === null) throw new Error('no fact was given');
  return state;
}

/** Given–then for a view: facts of one subject in their order, and what follows from them. */
export function specOf<State, Shown>(view: ViewDefinition<State, Shown>) {
  return {
    given: (facts: readonly FactDraft[]) => {
      const folded = recorded(facts);
      const raw = (): Shown => shown(view, fold(view, folded));
      const at = (date: string): Shown => atDate(view, fold(view, folded), date).state;
      return {
        /** The whole state that is shown, before time alone changes it. */
        then: (expected: Shown) => expect(raw()).toEqual(expected),
        /** The given fields of the state. */
        thenIn: (expected: Partial<Shown>) => expect(raw()).toMatchObject(expected),
        /** The same at an instant, or at the end of a day, month or year. */
        when: (date: string) => ({
          thenIn: (expected: Partial<Shown>) => expect(at(date)).toMatchObject(expected),
        }),
        thenDeadlines: (expected: Deadline[]) => expect(view.deadlines?.(raw()) ?? []).toEqual(expected),
        thenParties: (expected: string[]) => expect(view.parties(raw())).toEqual(expected),
        thenSubjects: (expected: (string | null)[]) =>
          expect(folded.map((each) => handlerOf(view, each).subject(each))).toEqual(expected),
        thenSays: (...expected: Record<string, unknown>[]) =>
          expect(folded.map((each) => handlerOf(view, each).says?.(each) ?? {})).toEqual(expected),
      };
    },
  };
}

/** The state at the last moment of a date. */
export const atDate = <State, Shown>(view: ViewDefinition<State, Shown>, state: State | Shown, date: string) =>
  atInstant(view, state, periodOf(date).to - 1);

/** The state that is shown before any of its dates has passed. */
export const shown = <State, Shown>(view: ViewDefinition<State, Shown>, state: State | Shown): Shown =>
  atInstant(view, state, -Infinity).state;

/** A view without `at` shows what it folds. */
const atInstant = <State, Shown>(
  view: ViewDefinition<State, Shown>,
  state: State | Shown,
  instant: number,
): AtInstant<Shown> => view.at?.(state, instant) ?? { state: state as Shown, next: null };

/** A view of the registry with `unknown` as the type of its state, which its functions accept. */
export const withUnknownState = (view: AnyView): ViewDefinition => view as unknown as ViewDefinition;
