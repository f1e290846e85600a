/** Somebody's say that is not in force. */
export interface Claim {
  event: string;
  /** Of the fact claimed; with `by` it decides which claim takes the place of which. */
  type: string;
  by: string | null;
  occurredAt: string;
  data: Record<string, unknown>;
}

/** Where sources disagree about one property of one fact, or of one day. The winner first. */
export interface Dispute {
  property: string;
  reason: 'value' | 'date';
  open: boolean;
  candidates: { value: unknown; occurredAt: string; events: string[]; publishers: string[] }[];
}

/** What a row says, without bounds: limits apply when answering, never in what is compared. */
export interface RowItem {
  /** The date of the last fact folded, in its own precision. */
  since: string | null;
  state: unknown;
  contested: boolean;
  dateUncertain: boolean;
  disputes: Dispute[];
  claims: Claim[];
  /** What the next fact has to know, beside the above: the properties whose standing value is of uncertain order. */
  uncertain: string[];
}

/**
 * A subject's state from one date on, until the next row says another. Dates in microseconds since the epoch.
 */
export interface Row {
  validFrom: number;
  /** Of the fact that brought it; of the fact in force, or 0, where only `contested` changes. */
  position: number;
  /** A fact brought this state; false where a claim came, or only `contested` changes. */
  brings: boolean;
  /** No account of a fact up to this row reaches beyond this instant: folding can go on from here with facts that begin at or after it. */
  horizon: number;
  /** Of its latest fact. */
  story: string;
  item: RowItem;
}

/** The order of a subject's rows. No two rows of a subject share both. */
export function inRowOrder(a: Pick<Row, 'validFrom' | 'position'>, b: Pick<Row, 'validFrom' | 'position'>): number {
  return a.validFrom - b.validFrom || a.position - b.position;
}
