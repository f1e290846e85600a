import { citing } from '../model/sentence.js';
import { dated } from '../wording/dates.js';
import { renderDeals } from './deals.js';
import { renderMeetings } from './meetings.js';
import type { Renderer } from './render-context.js';
import { renderRestrictions } from './restrictions.js';
import { renderSummits } from './summits.js';
import { renderTalks } from './talks.js';
import { renderTariffs } from './tariffs.js';
import { renderTruces } from './truces.js';
import { renderVisits } from './visits.js';

/** The views that have a renderer, in their order in a brief. Any other view is rendered by its latest fact. */
const RENDERERS: Readonly<Record<string, Renderer<never>>> = {
  truces: renderTruces,
  talks: renderTalks,
  tariffs: renderTariffs,
  restrictions: renderRestrictions,
  deals: renderDeals,
  summits: renderSummits,
  meetings: renderMeetings,
  visits: renderVisits,
};

/** Views that are not rendered: a brief is itself about a story. */
const NOT_RENDERED = new Set(['stories']);

const byLatestFact: Renderer<unknown> = {
  holds: ({ facts: [fact], dates }) => (fact ? [citing(dated(fact, dates), [fact])] : []),
};

/** The renderer of a view. */
export function rendererOf(view: string): Renderer<unknown> {
  return Object.hasOwn(RENDERERS, view) ? (RENDERERS[view] as unknown as Renderer<unknown>) : byLatestFact;
}

/** Those of the views that a brief renders, in their order in a brief. */
export function renderedViews(views: Iterable<string>): string[] {
  const order = Object.keys(RENDERERS);
  const rank = (view: string): number => (order.includes(view) ? order.indexOf(view) : order.length);
  return [...views].filter((view) => !NOT_RENDERED.has(view)).sort((a, b) => rank(a) - rank(b));
}
