import { startOf } from './current-facts.js';
import { dayAfter, oneMicrosecondFrom, overFrom } from './dates.js';
import { show, type Json } from './pattern.js';
import { given, type Fact } from './recorded.js';
import { headlineOf, stateOf, type State } from './state.js';
import type { ViewName } from './subjects.js';

/**
 * When the latest unbroken run of equal headlines began: at the date of the fact that opened it, or at the first day, or
 * the instant, at which time alone did.
 *
 * @param facts folded facts in fold order, at least one
 */
export function since(view: ViewName, facts: readonly Fact[], instant: string): Json {
  const headline = (some: readonly Fact[], at: string): string =>
    some.length === 0 ? 'none' : show(headlineOf(view, stateOf(view, some, at)));
  for (let n = facts.length; n > 0; n -= 1) {
    const fact = facts[n - 1] as Fact;
    const next = facts[n];
    const [at, until] = [startOf(fact), next === undefined ? instant : startOf(next)];
    const byTime = changesByTime(view, facts.slice(0, n), at, until)
      .filter(({ before, after }) => show(headlineOf(view, before)) !== show(headlineOf(view, after)))
      .at(-1);
    if (byTime !== undefined) return byTime.date;
    if (headline(facts.slice(0, n - 1), at) !== headline(facts.slice(0, n), at)) return fact.occurredAt;
  }
  throw new Error('the first fact brings a headline');
}

/** A change that time alone made to the state after some facts. */
export interface ChangeByTime {
  /** The day or the instant from which it holds. */
  date: string;
  at: string;
  before: State;
  after: State;
}

/** The changes that time alone made after one instant and up to another, in their order. */
export function changesByTime(view: ViewName, facts: readonly Fact[], after: string, until: string): ChangeByTime[] {
  const dates = facts.flatMap((fact) => ENDS.flatMap((field) => (given(fact, field) ?? []) as string));
  const distinct = new Map(dates.map((date) => [overFrom(date), date]));
  return [...distinct]
    .filter(([at]) => at > after && at <= until)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([at, date]) => {
      const states = { before: stateOf(view, facts, oneMicrosecondFrom(at, -1)), after: stateOf(view, facts, at) };
      return show(states.before) === show(states.after) ? [] : [{ date: dayAfter(date), at, ...states }];
    });
}

/** The fields that name a date at which something ends or is planned. */
const ENDS = ['validUntil', 'until', 'effectiveFrom', 'scheduledFor'];
