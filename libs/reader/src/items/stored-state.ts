import type { Dispute, DisputeCandidate, DisputedFact, RowContent } from '#history/fold/row.js';
import { applyDelta } from '#history/revise/text-delta.js';
import { saysOfText, type RowHead } from '#history/revise/row-version.js';

/**
 * Joins to a row `v` of `view_version` the row `w` whose state its own is told from: looked up, however many rows
 * PostgreSQL expects.
 */
export const WITH_WHOLE = `
  left join lateral (
    select w.state from view_version w
     where v.whole_position is not null and w.projection = v.projection and w.subject = v.subject
       and w.valid_from = v.whole_valid_from and w.position = v.whole_position and w.known_from = v.whole_known_from
     limit 1) w on true`;

/** A row as it is stored: its head, and its text or with `whole` what differs in it from that. */
export interface ItemColumns {
  item: RowHead | EarlierItem;
  state: string | null;
  whole: string | null;
}

/** An item as earlier releases stored it: lists and disputes in it, and the state in it or as the whole of the text. */
interface EarlierItem extends Omit<RowContent, 'disputed' | 'state'> {
  state?: unknown;
  disputed: {
    fact: number;
    holds: string[];
    disputes: (Pick<Dispute, 'property' | 'reason' | 'open'> & {
      candidates: Omit<DisputeCandidate, 'counts'>[];
      doubts: string[];
    })[];
  }[];
}

/** What a row says. */
export function itemOf({ item, state, whole }: ItemColumns): RowContent {
  const text = state === null || whole === null ? state : applyDelta(whole, state);
  if ('claims' in item) return itemOfEarlier(item, text);
  const stored = saysOfText(item, text ?? 'null');
  return { ...stored.says, state: JSON.parse(stored.state) as unknown };
}

function itemOfEarlier(item: EarlierItem, state: string | null): RowContent {
  const disputed = item.disputed.map(({ fact, holds, disputes }): DisputedFact => ({
    fact,
    holds,
    record: '',
    disputes: disputes.map(({ doubts, property, reason, open, candidates }, n) => {
      const counted = candidates.map((one) => ({
        ...one,
        counts: { events: one.events.length, publishers: one.publishers.length },
      }));
      return {
        n,
        open,
        doubts,
        dispute: { property, reason, open, candidates: counted, counts: { candidates: candidates.length } },
      };
    }),
  }));
  return { ...item, disputed, state: state === null ? item.state : (JSON.parse(state) as unknown) };
}
