import { formatDay, formatInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';

/**
 * A state as time alone has changed it by an instant, and the next instant at which time changes it (`null`: never).
 */
export function stateAt(view: AnyView, state: unknown, instant: number): { state: unknown; next: number | null } {
  if (state === null || !view.at) return { state, next: null };
  return view.at(state as never, instant);
}

/** Whether two states have the same headline: the properties that an item of the view leads with. */
function hasSameHeadline(view: AnyView, a: unknown, b: unknown): boolean {
  if (a === b || a === null || b === null) return a === b;
  const [one, other] = [a, b] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  return view.headline.every(
    (property) =>
      one[property] === other[property] || JSON.stringify(one[property]) === JSON.stringify(other[property]),
  );
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
  const { state: justBefore, since } = afterTime(view, before, fact.from);
  return hasSameHeadline(view, justBefore, stateAt(view, after, fact.from).state) ? since : fact.date;
}

/**
 * The date from which time alone has given a state its headline: the UTC day, or the instant within a day. `null` where
 * the headline is as it was.
 *
 * @param from the instant from which the state holds, microseconds since the epoch
 * @param to the instant at which it is shown
 */
export const headlineSinceTime = (view: AnyView, state: unknown, from: number, to: number): string | null =>
  afterTime(view, { state, from }, to).since;

/** A state as it is shown at an instant, and `headlineSinceTime` there. */
function afterTime(view: AnyView, { state, from }: StateFrom, to: number): { state: unknown; since: string | null } {
  let changedAt: number | null = null;
  let { state: shown, next } = stateAt(view, state, from);
  while (next !== null && next <= to) {
    const [at, before] = [next, shown];
    ({ state: shown, next } = stateAt(view, state, at));
    if (!hasSameHeadline(view, before, shown)) changedAt = at;
  }
  return { state: shown, since: changedAt === null ? null : formatChange(changedAt) };
}

function formatChange(instant: number): string {
  const day = formatDay(instant);
  return periodOf(day).from === instant ? day : formatInstant(instant).replace(/\.?0+Z$/, 'Z');
}
