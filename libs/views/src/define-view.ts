import type { DataOf, EventType } from '#catalogue/catalogue.js';
import type { z } from 'zod';
import type { Fate } from './plans/plan.js';

/**
 * A fact as a fold receives it, with the data and date resolved from its accounts. Corrections are applied, claims left
 * out, and late facts are in their place.
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

/** How facts of one type change a subject of a view. All three functions are pure. */
export interface On<State, Data> {
  /** The subject that the fact is about, or `null` if it is about none of this view. */
  subject: (fact: FoldedFact<Data>) => string | null;
  /** The state after the fact. `before` is `null` for the first fact of a subject; any fact can be the first. */
  fold: (before: State | null, fact: FoldedFact<Data>) => State;
  /**
   * The properties that the fact sets and on which two sources could disagree. An absent key says nothing about a
   * property; `null` sets it to "not known". If this is absent or returns nothing, the fact sets one property of its
   * own: that it happened. Depends on the data alone; dates are compared separately.
   */
  says?: (fact: Pick<FoldedFact<Data>, 'data'>) => Readonly<Record<string, unknown>>;
}

/** A state at an instant, and the next instant at which time alone changes it. Microseconds since the epoch. */
export interface AtInstant<State> {
  state: State;
  next: number | null;
}

export interface Deadline {
  /** Whether something runs out, was announced to take effect, or is planned on the date. */
  kind: 'expires' | 'due' | 'scheduled';
  /** The date, as precise as known. */
  date: string;
  /** In a few words: "truce runs out". */
  what: string;
  /** Of what is due or scheduled: the fact that opened the plan, and what became of it. `null`: it expires. */
  plan: { event: string; fate: Fate; settledBy: string | null } | null;
}

/** A list of a state to which facts append entries. */
export interface AppendList {
  property: string;
  /** The property that identifies an entry; absent: entries are texts. */
  key?: string;
}

type AppendListOf<State> = AppendList & { property: keyof State & string };

/**
 * A view. `State` is what its facts fold to; `Shown`, the state that answers show, is made of it by `at`. They are the
 * same unless the view declares `folded`.
 */
export interface ViewDefinition<State = unknown, Shown = State> {
  /** Plural, lower case: the name in paths. */
  name: string;
  /** A higher version makes the projector rebuild the view from the log. */
  version: number;
  description: string;
  /** The form of a subject, for the docs: `imposedBy>appliesTo:measure`. */
  subject: string;
  /** The state that answers show: a strict zod object with bounded arrays. */
  state: z.ZodType<Shown>;
  /** The state that is folded and stored, if it is another: it may have what only the next fact needs. */
  folded?: z.ZodType<State>;
  /**
   * The properties that an item leads with. `since` of an item opens the latest unbroken run of equal values of them.
   */
  headline: readonly (keyof State & keyof Shown & string)[];
  /**
   * The lists of the folded state, at most two, to which facts append entries, and of which the latest are kept
   * (`latest`). A later fact may change an entry in place, each entry once. A row stores only what its own fact did to
   * such a list, so a late entry rewrites no other row. Neither the headline nor the title depends on these lists, nor
   * on what `at` makes of them.
   */
  appendLists?: readonly AppendListOf<State>[];
  on: { readonly [T in EventType]?: On<State, DataOf<T>> };
  /**
   * The parts of a property's value, by the name of the property or the last segment of it (`place` for
   * `round:5:place`). Two values agree if no part that both have differs. By default a reduced date agrees with a date
   * within it, and any other value with an equal one.
   */
  parts?: Readonly<Record<string, (value: unknown) => readonly (string | undefined)[]>>;
  /** What time alone makes of a state; also the only way from a folded state to the one that is shown. */
  at?: (state: State | Shown, instant: number) => AtInstant<Shown>;
  /** What the subject is called, if a fact gave a title: sentences about it then use that name. */
  title?: (state: State | Shown) => string | null;
  /**
   * All dates on which something ends or is planned, passed or not, of a state as it was folded: without what time
   * alone does to it. Each is a date that a fact gave.
   */
  deadlines?: (state: State | Shown) => Deadline[];
  /** The parties that a state is about: a `party` filter finds it by these. */
  parties: (state: State | Shown) => string[];
}

/** A view with the type of its state erased, for code that handles all views. */
export type AnyView = ViewDefinition<never>;

/** Declares a view. Returns its argument; its purpose is type inference. */
export function defineView<State, Shown = State>(view: ViewDefinition<State, Shown>): ViewDefinition<State, Shown> {
  return view;
}
