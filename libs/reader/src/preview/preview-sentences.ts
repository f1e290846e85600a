import type { FactState } from '#history/facts/fact-state.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import type { Pool } from 'pg';
import type { ItemChange } from '../changes/read-changes.js';
import type { Clocks } from '../clocks/clocks.js';
import { sentenceFor } from '../timeline/timeline-entry.js';
import { resolveForTimeline } from '../timeline/timeline-fact.js';
import { titledSubjectOf, titleOfState, titlesOf } from '../timeline/titles.js';

/**
 * What a timeline says of some facts, by their ids, once a request has been recorded.
 *
 * @param states the facts as the request leaves them
 * @param changes what the request does to items at the clocks: it may give a subject another title
 */
export async function previewSentences(
  pool: Pool,
  states: readonly FactState[],
  changes: readonly ItemChange[],
  clocks: Clocks,
): Promise<Map<string, string>> {
  const shown = states.flatMap((state) => resolveForTimeline(state) ?? []);
  const storedTitle = await titlesOf(pool, shown, clocks);
  const changed = new Map(changes.map(({ view, subject, after }) => [`${view} ${subject}`, after]));
  const titleOf = (fact: ResolvedFact): string | undefined => {
    const about = titledSubjectOf(fact);
    const after = about && changed.get(about.key);
    if (!about || after === undefined) return storedTitle(fact);
    return titleOfState(about.view, after?.state ?? null) ?? undefined;
  };
  return new Map(shown.map(({ state, resolved }) => [state.id, sentenceFor(resolved, titleOf(resolved))]));
}
