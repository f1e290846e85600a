import { formatDay, formatInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';

/**
 * A state as time alone has changed it by an instant, and the next instant at which time changes it (`null`: never).
 */
export function stateAt(view: AnyView, state: unknown, instant: number): { state: unknown; next: number | null } {
  if (state === null || !view.at) return { state, next: null };
  return view.at(state as never, instant);
}

/** JSON of the properties that an item of a view leads with; `null` where there is no state. */
function headlineOf(view: AnyView, state: unknown): string | null {
  if (state === null) return null;
  const values = state as Readonly<Record<string, unknown>>;
  return JSON.stringify(view.headline.map((property) => values[property]));
}

/** A state, and the start of the date of the last fact folded into it, microseconds since the epoch. */
export interface StateFrom {
  state: unknown;
  from: number;
}

/**
 * The date from which a run of equal headlines counts, if the run is new: a fact opens it, or time alone has opened it
 * since the fact before. `null`: the run of the fact before goes on.
 *
 * @param before `state` is `null` before the first fact
 * @param fact the start of its date, microseconds since the epoch, and the date in its own precision
 */
export function runFromAfter(
  view: AnyView,
  before: StateFrom,
  after: unknown,
  fact: { from: number; date: string },
): string | null {
  if (before.state === null) return fact.date;
  const justBefore = headlineOf(view, stateAt(view, before.state, fact.from).state);
  if (justBefore !== headlineOf(view, stateAt(view, after, fact.from).state)) return fact.date;
  return headlineSinceTime(view, before.state, before.from, fact.from);
}

/**
 * The date from which time alone has given a state its headline: the UTC day, or the instant within a day. `null` where
 * the headline is as it was.
 *
 * @param from the instant from which the state holds, microseconds since the epoch
 * @param to the instant at which it is shown
 */
export function headlineSinceTime(view: AnyView, state: unknown, from: number, to: number): string | null {
  let changedAt: number | null = null;
  let { state: shown, next } = stateAt(view, state, from);
  while (next !== null && next <= to) {
    const at = next;
    const before = headlineOf(view, shown);
    ({ state: shown, next } = stateAt(view, state, at));
    if (headlineOf(view, shown) !== before) changedAt = at;
  }
  if (changedAt === null) return null;
  const day = formatDay(changedAt);
  return periodOf(day).from === changedAt ? day : formatInstant(changedAt).replace(/\.?0+Z$/, 'Z');
}
