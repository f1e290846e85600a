import type { Clocks } from '../clocks/clocks.js';
import { latestOf } from '#history/fold/listed.js';
import { correctionsMade } from '../timeline/corrections-made.js';
import type { TimelineFact } from '../timeline/resolve-for-timeline.js';
import { timelineEntry, type TimelineEntry } from '../timeline/timeline-entry.js';

/** A fact as the timeline tells it, with what each source says: of all of them, since disputes name any. */
export interface CitableFact extends TimelineEntry {
  accounts: { event: string; publisher: string | null; occurredAt: string; data: Record<string, unknown> }[];
}

/**
 * A told form as what can be cited. Its corrections are the latest 50, and those before them in which what it says
 * stands: of each field of the account that tells it, of the one that dates it, and of the fact's own, the last.
 */
export function evidenceOf(
  { form, told, withdrawn }: TimelineFact,
  { reportedAsOf }: Pick<Clocks, 'reportedAsOf'>,
): CitableFact {
  const accounts = told.accounts.map(({ event, publisher, occurredAt, data }) => ({
    event,
    publisher,
    occurredAt,
    data,
  }));
  const corrections = correctionsMade(form, reportedAsOf);
  const dating = told.accounts.find((account) => account.occurredAt === told.occurredAt);
  const telling = new Set([form.id, told.accounts[0]?.event, dating?.event]);
  const standing = new Map(
    corrections
      .filter(({ correction }) => telling.has(correction.target))
      .flatMap((one) => one.fields.map((field) => [`${one.correction.target} ${field}`, one] as const)),
  );
  const cited = new Set([...standing.values(), ...latestOf(corrections)]);
  const corrected = corrections
    .filter((one) => cited.has(one))
    .map(({ correction: { id, recordedAt, reason } }) => ({ event: id, recordedAt, reason }));
  return {
    ...timelineEntry(form, told, withdrawn, reportedAsOf),
    accounts,
    ...(corrected.length > 0 && { corrected }),
  };
}
