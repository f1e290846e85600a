import type { DataOf, EventType } from '#catalogue/catalogue.js';
import type { z } from 'zod';

/**
 * A fact as a fold sees it: its data and date as its accounts tell them. Corrections, claims and late arrival are
 * already dealt with.
 */
export interface FoldedFact<Data = unknown> {
  id: string;
  type: string;
  story: string;
  position: number;
  /** As precise as known: `2025`, `2025-08`, `2025-10-26` or an instant. */
  occurredAt: string;
  data: Data;
}

/** How facts of one type change a view's subject. All three are pure. */
export interface On<State, Data> {
  /** The subject that the fact is about, or `null` where it is about none of this view. */
  subject: (fact: FoldedFact<Data>) => string | null;
  /**
   * The state after the fact. `before` is `null` where nothing was known; a fold never refuses a fact for what it has
   * not heard.
   */
  fold: (before: State | null, fact: FoldedFact<Data>) => State;
  /**
   * The properties that the fact sets, on which two sources could disagree. An absent key says nothing of a property,
   * `null` sets it to "not known". Left out, or empty: the fact sets one property of its own, that it happened. Made of
   * its data alone: of dates sources disagree apart.
   */
  says?: (fact: Pick<FoldedFact<Data>, 'data'>) => Readonly<Record<string, unknown>>;
}

/**
 * What time alone makes of a state at an instant, and when it will change it next. Instants in microseconds since the
 * epoch.
 */
export interface AtInstant<State> {
  state: State;
  next: number | null;
}

export interface Deadline {
  /** What comes: something runs out, was announced for, or is planned for the date. */
  kind: 'expires' | 'due' | 'scheduled';
  /** The date, as precise as known. */
  date: string;
  /** What it is, in a few words: "truce runs out". */
  what: string;
}

export interface ViewDefinition<State = unknown> {
  /** Plural, lower case: the name in paths. */
  name: string;
  /** A higher one builds the view anew from the log. */
  version: number;
  description: string;
  /** How a subject is written, for the docs: `imposedBy>appliesTo:measure`. */
  subject: string;
  /** A strict zod object. Arrays in it are bounded. */
  state: z.ZodType<State>;
  on: { readonly [T in EventType]?: On<State, DataOf<T>> };
  /**
   * The parts of a property's value, by the property's name or the last part of it (`place` of `round:5:place`). Two
   * values agree where no part that both give differs. By default a reduced date agrees with one inside it, and any
   * other value with its equal.
   */
  parts?: Readonly<Record<string, (value: unknown) => readonly (string | undefined)[]>>;
  at?: (state: State, instant: number) => AtInstant<State>;
  deadlines?: (state: State) => Deadline[];
  /** The parties that a state is about: what a `party` filter finds. */
  parties: (state: State) => string[];
}

/** A view with its state's type erased: what the engine works with. */
export type AnyView = ViewDefinition<never>;

/** Declares a view. Identity at run time; it is there for its types. */
export function defineView<State>(view: ViewDefinition<State>): ViewDefinition<State> {
  return view;
}
