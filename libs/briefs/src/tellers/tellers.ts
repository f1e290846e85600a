import type { Teller } from '../told.js';
import { citing } from '../sentence.js';
import { dated } from '../wording/dated.js';
import { deals } from './deals.js';
import { meetings } from './meetings.js';
import { restrictions } from './restrictions.js';
import { summits } from './summits.js';
import { talks } from './talks.js';
import { tariffs } from './tariffs.js';
import { truces } from './truces.js';

/** The views whose subjects are told in words of their own, in the order in which a brief tells them. Any other is told by its latest fact. */
const TELLERS: Readonly<Record<string, Teller<never>>> = { truces, talks, tariffs, restrictions, deals, summits, meetings };

/** Views of which nothing is told: a story is what the brief is about. */
const UNTOLD = new Set(['stories']);

/** Whether a brief tells of a view. */
export const isTold = (view: string): boolean => !UNTOLD.has(view);

const byLatestFact: Teller<unknown> = {
  holds: ({ facts: [fact], dates }) => (fact ? [citing(dated(fact, dates), [fact])] : []),
};

/** How a view is told. */
export function tellerOf(view: string): Teller<unknown> {
  return Object.hasOwn(TELLERS, view) ? (TELLERS[view] as unknown as Teller<unknown>) : byLatestFact;
}

/** The views that are told, in the order in which they are. */
export function toldViews(views: Iterable<string>): string[] {
  const order = Object.keys(TELLERS);
  const rank = (view: string): number => (order.includes(view) ? order.indexOf(view) : order.length);
  return [...views].filter(isTold).sort((a, b) => rank(a) - rank(b));
}
