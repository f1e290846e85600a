/** Somebody's say that is not in force. */
export interface Claim {
  event: string;
  /** Of the fact claimed; with `by` it decides which claim takes the place of which. */
  type: string;
  by: string | null;
  occurredAt: string;
  data: Record<string, unknown>;
}

/** What one or more sources say of a disputed property. */
export interface DisputeCandidate {
  value: unknown;
  occurredAt: string;
  /** The events that give it: facts and corroborations. */
  events: string[];
  publishers: string[];
}

/** Where sources disagree about a property: about its value, or since when. */
export interface Dispute {
  property: string;
  reason: 'value' | 'date';
  /** False once it has been settled: the winner is confirmed, and none of the others is. */
  open: boolean;
  /** The winner first, the others in fold order. */
  candidates: DisputeCandidate[];
}

/** A fact whose accounts, or whose day, disagree, for as long as that matters. */
export interface DisputedFact {
  /** Its position. */
  fact: number;
  /** The properties that it still determines. */
  holds: string[];
  /** All of them while it does; then those that still put something in doubt. */
  disputes: StandingDispute[];
}

export interface StandingDispute extends Dispute {
  /** The properties whose value would be another now if one of its open candidates stood in its winner's place. */
  doubts: string[];
}

/** What a row says beside its state, without bounds: limits apply when answering, never in what is compared. */
export interface RowSays {
  /** The date of the last fact folded, in its own precision. */
  since: string | null;
  claims: Claim[];
  /** In fold order. */
  disputed: DisputedFact[];
  /** The properties whose standing value is of uncertain order. */
  uncertain: string[];
  /** The position of the last fact folded, 0 before the first. */
  inForce: number;
  /** What the fact that brought this row says; absent where none did. */
  said?: Record<string, unknown>;
}

/** All that a row says. */
export interface RowItem extends RowSays {
  state: unknown;
}

/** What holds at the date is in doubt. */
export const isContested = (item: RowSays): boolean =>
  item.disputed.some(({ disputes }) => disputes.some(({ doubts }) => doubts.length > 0));

/** The disputes that are listed at the date. */
export const disputesOf = (item: RowSays): Dispute[] =>
  item.disputed.flatMap(({ disputes }) =>
    disputes.map(({ property, reason, open, candidates }) => ({ property, reason, open, candidates })),
  );

/**
 * A subject's state from one date on, until the next row says another. Dates in microseconds since the epoch.
 */
export interface Row {
  validFrom: number;
  /** Of the fact that brought it; of the fact in force, or 0, where only doubt changes. */
  position: number;
  /** A fact brought this state; false where a claim came, or only doubt changes. */
  brings: boolean;
  /**
   * No account of a fact that begins up to this row's day reaches beyond this instant: folding can go on from here with facts that begin at or
   * after it.
   */
  horizon: number;
  /** Of its latest fact. */
  story: string;
  says: RowSays;
  state: unknown;
}

/** Where a row stands, without what it says. */
export type RowFrame = Omit<Row, 'says' | 'state'>;

/** What a row says, as it is asked for. */
export const itemOfRow = ({ says, state }: Row): RowItem => ({ ...says, state });

/** The place of a row among those of its subject, of which no two have the same. */
export type RowKey = Pick<Row, 'validFrom' | 'position'>;

/** The order of a subject's rows. */
export function inRowOrder(a: RowKey, b: RowKey): number {
  return a.validFrom - b.validFrom || a.position - b.position;
}
