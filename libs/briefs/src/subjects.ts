import type { Board, Item } from './model/brief-input.js';
import { importanceOfSubject } from './model/weights.js';
import { rendererOf, renderedViews } from './renderers/registry.js';

/** The maximum number of subjects in a brief, however many a board has. */
const MAX_SUBJECTS = 40;
/** How many of them may be over where more are not: they take no place from what holds. */
const MAX_OVER = 6;

/** The subjects of a board that a brief can be about, the most important first. */
export function selectSubjects({ views }: Pick<Board, 'views'>): Item[] {
  const items = renderedViews(Object.keys(views)).flatMap((view) => views[view] ?? []);
  const ranked = items.flatMap((item) => {
    const date = latestDate(item);
    return date === null ? [] : [{ item, rank: importanceOfSubject(item.view, date, 'brief') }];
  });
  const sorted = ranked.sort((a, b) => b.rank - a.rank).map(({ item }) => item);
  const over = sorted.filter(isOver);
  const others = sorted.filter((item) => !isOver(item)).slice(0, MAX_SUBJECTS - Math.min(over.length, MAX_OVER));
  const chosen = new Set([...others, ...over.slice(0, MAX_SUBJECTS - others.length)]);
  return sorted.filter((item) => chosen.has(item));
}

const isOver = ({ view, state }: Item): boolean => state !== null && (rendererOf(view).isOver?.(state) ?? false);

/** The date of the state of a subject, or of its latest claim if it has none. */
const latestDate = ({ since, claims }: Item): string | null => since ?? claims.at(-1)?.occurredAt ?? null;

/** Ids of the claims and disputed accounts of subjects: a brief needs them in addition to the latest facts. */
export function claimsAndDisputes(items: readonly Item[]): string[] {
  return items.flatMap(({ claims, disputes }) => [
    ...claims.map(({ event }) => event),
    ...disputes.flatMap(({ candidates }) => candidates.flatMap(({ events }) => events)),
  ]);
}
