import type { Renderer } from '../render-context.js';
import { citing } from '../sentence.js';
import { dated } from '../wording/dated.js';
import { renderDeals } from './deals.js';
import { renderMeetings } from './meetings.js';
import { renderRestrictions } from './restrictions.js';
import { renderSummits } from './summits.js';
import { renderTalks } from './talks.js';
import { renderTariffs } from './tariffs.js';
import { renderTruces } from './truces.js';

/**
 * The views whose subjects are told in words of their own, in the order in which a brief tells them. Any other is told
 * by its latest fact.
 */
const RENDERERS: Readonly<Record<string, Renderer<never>>> = {
  truces: renderTruces,
  talks: renderTalks,
  tariffs: renderTariffs,
  restrictions: renderRestrictions,
  deals: renderDeals,
  summits: renderSummits,
  meetings: renderMeetings,
};

/** Views of which nothing is told: a story is what the brief is about. */
const UNTOLD = new Set(['stories']);

/** Whether a brief tells of a view. */
export const isRendered = (view: string): boolean => !UNTOLD.has(view);

const byLatestFact: Renderer<unknown> = {
  holds: ({ facts: [fact], dates }) => (fact ? [citing(dated(fact, dates), [fact])] : []),
};

/** How a view is told. */
export function rendererOf(view: string): Renderer<unknown> {
  return Object.hasOwn(RENDERERS, view) ? (RENDERERS[view] as unknown as Renderer<unknown>) : byLatestFact;
}

/** The views that are told, in the order in which they are. */
export function renderedViews(views: Iterable<string>): string[] {
  const order = Object.keys(RENDERERS);
  const rank = (view: string): number => (order.includes(view) ? order.indexOf(view) : order.length);
  return [...views].filter(isRendered).sort((a, b) => rank(a) - rank(b));
}
