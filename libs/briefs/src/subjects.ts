import type { Board, Item } from './material.js';
import { renderedViews } from './renderers/registry.js';
import { importanceOfSubject } from './weights.js';

/** Of how many subjects a brief may tell, however many a board has. */
const MOST = 40;

/** The date of the latest that is known of a subject. */
export const latestDate = ({ since, claims }: Item): string | null => since ?? claims.at(-1)?.occurredAt ?? null;

/** The subjects of a board that a brief may tell, what matters most first. */
export function subjectsToTell({ views }: Pick<Board, 'views'>): Item[] {
  const items = renderedViews(Object.keys(views)).flatMap((view) => views[view] ?? []);
  const ranked = items.flatMap((item) => {
    const date = latestDate(item);
    return date === null ? [] : [{ item, rank: importanceOfSubject(item.view, date, 'brief') }];
  });
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ item }) => item);
}

/**
 * The events that a brief of these subjects needs to know beside their latest facts: what is claimed, and who
 * disagrees.
 */
export function eventsToKnow(items: readonly Item[]): string[] {
  return items.flatMap(({ claims, disputes }) => [
    ...claims.map(({ event }) => event),
    ...disputes.flatMap(({ candidates }) => candidates.flatMap(({ events }) => events)),
  ]);
}
