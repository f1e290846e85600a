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
  /** The events that give it, facts and corroborations: the first, and the latest 49 others. */
  events: string[];
  /** Of those events, bounded likewise. */
  publishers: string[];
  /** How many there are of each. */
  counts: { events: number; publishers: number };
}

/** Where sources disagree about a property: about its value, or since when. */
export interface Dispute {
  property: string;
  reason: 'value' | 'date';
  /** False once it has been settled: the winner is confirmed, and none of the others is. */
  open: boolean;
  /** The winner first, then the latest 49 of the others in fold order. */
  candidates: DisputeCandidate[];
  /** How many candidates there are. */
  counts: { candidates: number };
}

/** A dispute as its record keeps it. */
export interface RecordedDispute extends Dispute {
  /** Where facts share the record: what the last of them tells itself. */
  last?: OwnCandidate;
}

/**
 * The disputes about a fact, or about all facts of one type and date against which the same stands, kept once for all
 * rows that list them.
 */
export interface DisputeRecord {
  /** The same for the same disputes at every point of the record. */
  key: string;
  /** The start of the UTC day on which their facts begin. */
  day: number;
  disputes: RecordedDispute[];
}

/**
 * What one fact says in a dispute that it shares with others: its first candidate. Rows of an earlier release leave the
 * value to the record.
 */
export type OwnCandidate = Omit<DisputeCandidate, 'value'> & { value?: unknown };

/** A fact whose accounts, or whose day, disagree, for as long as that matters. */
export interface DisputedFact {
  /**
   * Its position. `null`: the last of those that share the record, whichever that is; so rows of one date do not change
   * with each further one.
   */
  fact: number | null;
  /** The properties that it still determines. */
  holds: string[];
  /** The key of its `DisputeRecord`. */
  record: string;
  /** Where the record is shared, and `fact` says by which: the fact's own telling of each dispute in it. */
  own?: OwnCandidate[];
  /** All disputes of the record while the fact determines something; then those that still put something in doubt. */
  disputes: StandingDispute[];
}

export interface StandingDispute {
  /** Its place in the record. */
  n: number;
  open: boolean;
  /** The properties whose value would be another now if one of its open candidates stood in its winner's place. */
  doubts: string[];
  /** What it says, in rows of an earlier release, which kept no records. */
  dispute?: Dispute;
}

/** What a row says beside its state. */
export interface RowMetadata {
  /** The date of the last fact folded, in its own precision. */
  since: string | null;
  /** Of each type the latest 50 that stand, in fold order. */
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
export interface RowContent extends RowMetadata {
  state: unknown;
}

/** What holds at the date is in doubt. */
export const isContested = (item: RowMetadata): boolean =>
  item.disputed.some(({ disputes }) => disputes.some(({ doubts }) => doubts.length > 0));

/** One dispute that a row lists, and where what it says is kept. */
export interface ListedDispute {
  record: string;
  n: number;
  open: boolean;
  own: OwnCandidate | undefined;
  /** What it says, where the row itself holds that. */
  dispute: Dispute | undefined;
}

/** The disputes that are listed at the date. */
export const listedDisputes = (item: RowMetadata): ListedDispute[] =>
  item.disputed.flatMap(({ record, own, disputes }) =>
    disputes.map(({ n, open, dispute }) => ({ record, n, open, own: own?.[n], dispute })),
  );

/**
 * A subject's state from one date on, until the next row says another. Dates in microseconds since the epoch.
 */
export interface Row {
  validFrom: number;
  /** Of the fact that brought it; of the fact in force, or 0, where only doubt changes. */
  position: number;
  /** A fact brought this state; false where a claim came, or only doubt changes. */
  fromFact: boolean;
  /**
   * No account of a fact that begins up to this row's day reaches beyond this instant: folding can go on from here with
   * facts that begin at or after it.
   */
  horizon: number;
  /** Of its latest fact. */
  story: string;
  says: RowMetadata;
  state: unknown;
}

/** Where a row stands, without what it says. */
export type RowHeader = Omit<Row, 'says' | 'state'>;

/** What a row says, as it is asked for. */
export const itemOfRow = ({ says, state }: Row): RowContent => ({ ...says, state });

/** The place of a row among those of its subject, of which no two have the same. */
export type RowKey = Pick<Row, 'validFrom' | 'position'>;

/** The order of a subject's rows. */
export function compareRows(a: RowKey, b: RowKey): number {
  return a.validFrom - b.validFrom || a.position - b.position;
}
