import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Fact, Item } from '../material.js';
import { holding } from '../sections/holds.js';
import type { Sentence } from '../sentence.js';
import { renderedViews } from '../renderers/registry.js';
import { renderContext } from '../render-context.js';
import type { DigestPeriod } from './period.js';

const MOST = 10;

/** What holds at the end of a period that did not hold before it, in the order in which a brief tells it. */
export function whatChanged(
  changed: readonly { before: Item | null; after: Item | null }[],
  facts: readonly Fact[],
  { from }: DigestPeriod,
  instant: number,
): Sentence[] {
  const earlier = facts.filter(({ occurredAt }) => periodOf(occurredAt).from < from);
  const views = renderedViews(new Set(changed.flatMap(({ after }) => after?.view ?? [])));
  const inOrder = views.flatMap((view) => changed.filter(({ after }) => after?.view === view));
  return inOrder
    .flatMap(({ before, after }) => {
      if (after === null) return [];
      const held =
        before === null ? [] : holding(renderContext(before, { facts: earlier, instant })).map(({ text }) => text);
      return holding(renderContext(after, { facts, instant })).filter(({ text }) => !held.includes(text));
    })
    .slice(0, MOST);
}
