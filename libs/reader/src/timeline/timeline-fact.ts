import type { FactState } from '#history/facts/fact-state.js';
import type { PressTime } from '#history/facts/published-by.js';
import { resolveFact, resolveRetracted } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import type { Clocks } from '../clocks/clocks.js';
import type { Pool } from 'pg';
import { timelineEntry, type TimelineEntry } from './timeline-entry.js';
import { titlesOf } from './titles.js';

/** A fact as a timeline shows it. */
export interface TimelineFact {
  state: FactState;
  /** The fact as it is or, where it is withdrawn, as it was before. */
  resolved: ResolvedFact;
  /** Shown struck through, and not part of any state. */
  withdrawn: boolean;
}

/**
 * Resolves a fact from the accounts that had been published by an instant; `null` where there were none.
 *
 * @param press by when; without it, all that was ever published counts
 */
export function resolveForTimeline(state: FactState, press?: PressTime): TimelineFact | null {
  const resolved = resolveFact(state, press);
  if (resolved) return { state, resolved, withdrawn: false };
  const before = resolveRetracted(state, press);
  return before && { state, resolved: before, withdrawn: true };
}

/** The order of a list of facts: `desc` is newest first. */
export type TimelineOrder = 'asc' | 'desc';

/** A place in a list of facts. */
export interface TimelinePlace {
  validFrom: number;
  position: number;
}

export interface TimelinePage {
  items: TimelineEntry[];
  next: TimelinePlace | null;
}

export const placeOf = ({ resolved }: TimelineFact): TimelinePlace => ({
  validFrom: resolved.period.from,
  position: resolved.position,
});

/** Newest first. Of two facts of one date, the one recorded later comes first. */
export const newestFirst = (a: TimelinePlace, b: TimelinePlace): number =>
  b.validFrom - a.validFrom || b.position - a.position;

/** Compares places in an order. */
export const comparePlaces = (order: TimelineOrder, a: TimelinePlace, b: TimelinePlace): number =>
  order === 'desc' ? newestFirst(a, b) : newestFirst(b, a);

/**
 * A page of facts, as reported by the clocks' date. Their sentences call a subject by its title at the clocks.
 *
 * @param found in order, and at least one more than `limit` where there is a next page
 */
export async function toTimelinePage(
  pool: Pool,
  found: readonly TimelineFact[],
  clocks: Clocks,
  limit: number,
): Promise<TimelinePage> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const titleOf = await titlesOf(pool, page, clocks);
  return {
    items: page.map(({ state, resolved, withdrawn }) =>
      timelineEntry(state, resolved, withdrawn, clocks, titleOf(resolved)),
    ),
    next: found.length > limit && last ? placeOf(last) : null,
  };
}
