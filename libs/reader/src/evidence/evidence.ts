import { correctionsMade } from '#history/facts/corrections-made.js';
import type { PressTime } from '#history/facts/published-by.js';
import { latestOf } from '#history/fold/row.js';
import { timelineEntry, type TimelineEntry } from '../timeline/timeline-entry.js';
import type { TimelineFact } from '../timeline/timeline-fact.js';

/** A fact as the timeline shows it, with all of its accounts, since a dispute may name any of them. */
export interface CitableFact extends TimelineEntry {
  accounts: { event: string; publisher: string | null; occurredAt: string; data: Record<string, unknown> }[];
}

/**
 * A timeline fact with what a brief needs to cite it. Its corrections are the latest 50, and earlier ones that made its
 * current values: the last of each field, of the winning account, of the account that gave the date, and of the fact's
 * own account.
 */
export function evidenceOf({ state, resolved, withdrawn }: TimelineFact, press: PressTime): CitableFact {
  const accounts = resolved.accounts.map(({ event, publisher, occurredAt, data }) => ({
    event,
    publisher,
    occurredAt,
    data,
  }));
  const corrections = correctionsMade(state, press);
  const dating = resolved.accounts.find((account) => account.occurredAt === resolved.occurredAt);
  const current = new Set([state.id, resolved.accounts[0]?.event, dating?.event]);
  const last = new Map(
    corrections
      .filter(({ correction }) => current.has(correction.target))
      .flatMap((one) => one.fields.map((field) => [`${one.correction.target} ${field}`, one] as const)),
  );
  const cited = new Set([...last.values(), ...latestOf(corrections)]);
  const corrected = corrections
    .filter((one) => cited.has(one))
    .map(({ correction: { id, recordedAt, reason } }) => ({ event: id, recordedAt, reason }));
  return {
    ...timelineEntry(state, resolved, withdrawn, press),
    accounts,
    ...(corrected.length > 0 && { corrected }),
  };
}
