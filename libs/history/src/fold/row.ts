/** How many entries of a list are shown and stored. */
export const MAX_LISTED = 50;

/** The latest 50 of a list, in its order. */
export const latestOf = <T>(list: readonly T[]): T[] => list.slice(-MAX_LISTED);

/** The first of a list and the latest 49 others, in its order. */
export const firstAndLatestOf = <T>(list: readonly T[]): T[] =>
  list.length <= MAX_LISTED ? [...list] : [...list.slice(0, 1), ...list.slice(1 - MAX_LISTED)];

/** A fact that is only claimed: it changes no state. */
export interface Claim {
  event: string;
  /** The type of the claimed fact. A later claim of the same type by the same speaker replaces this one. */
  type: string;
  by: string | null;
  occurredAt: string;
  data: Record<string, unknown>;
}

/** One version of a disputed property, and the sources that give it. */
export interface DisputeCandidate {
  value: unknown;
  occurredAt: string;
  /** The ids of the events that give it, facts and corroborations: the first, and the latest 49 others. */
  events: string[];
  /** The publishers of those events, with the same bound. */
  publishers: string[];
  /** How many events and publishers there are. */
  counts: { events: number; publishers: number };
}

/** A disagreement of sources about a property: about its value, or about its date. */
export interface Dispute {
  property: string;
  reason: 'value' | 'date';
  /** False once it is settled: the winner is confirmed, and no other candidate is. */
  open: boolean;
  /** The winner first, then the latest 49 others in fold order. */
  candidates: DisputeCandidate[];
  /** How many candidates there are. */
  counts: { candidates: number };
}

/** A dispute as its record stores it. */
interface RecordedDispute extends Dispute {
  /** Where facts share the record: the last fact's own version. */
  last?: OwnCandidate;
}

/**
 * The disputes about a fact, or about all facts of one type and date that overrule the same facts. Stored once for all
 * rows that list them.
 */
export interface DisputeRecord {
  /** The same for the same disputes at every position of the log. */
  key: string;
  /** The start of the UTC day on which their facts begin. */
  day: number;
  disputes: RecordedDispute[];
}

/**
 * A fact's own version in a dispute that it shares with others: it is added to the first candidate. In rows of an
 * earlier release the value is only in the record.
 */
export type OwnCandidate = Omit<DisputeCandidate, 'value'> & { value?: unknown };

/** A fact that is disputed, by its own accounts or by facts of its date. A row lists it for as long as that matters. */
export interface DisputedFact {
  /**
   * Its position. `null`: the last of the facts that share the record, so rows of that date need not change with each
   * further fact.
   */
  fact: number | null;
  /** The properties that it still determines. */
  holds: string[];
  /** The key of its `DisputeRecord`. */
  record: string;
  /** The fact's own version in each dispute, where the record is shared and `fact` is not `null`. */
  own?: OwnCandidate[];
  /** All disputes of the record while the fact determines a property; after that, those that still cause doubt. */
  disputes: StandingDispute[];
  /** The doubts are left out here: the last row of the date lists them. */
  abridged?: true;
}

interface StandingDispute {
  /** Its index in the record. */
  n: number;
  open: boolean;
  /** The properties that would have another value now if one of its open candidates replaced the winner. */
  doubts: string[];
  /** The dispute itself, in rows of an earlier release, which had no records. */
  dispute?: Dispute;
}

/** The content of a row without its state. */
export interface RowMetadata {
  /** The date of the last fact folded, in its own precision. */
  factDate: string | null;
  /** The latest 50 current claims of each type, in fold order. */
  claims: Claim[];
  /** In fold order. */
  disputed: DisputedFact[];
  /** The properties whose current value depends on an uncertain order of facts. */
  uncertain: string[];
  /** The position of the last fact folded, 0 before the first. */
  inForce: number;
  /** The id of that fact. `null` before the first, and in rows of earlier releases. */
  factId: string | null;
  /** What the row's fact asserts, by property. Absent where no fact brought the row. */
  asserted?: Record<string, unknown>;
}

/** The whole content of a row. */
export interface RowContent extends RowMetadata {
  state: unknown;
}

/** Whether some value at the row's date is in doubt: the field `contested` of an answer. */
export const isContested = (item: RowMetadata): boolean =>
  item.disputed.some(({ disputes }) => disputes.some(({ doubts }) => doubts.length > 0));

/** One dispute that a row lists, and where its content is stored. */
export interface ListedDispute {
  record: string;
  n: number;
  open: boolean;
  own: OwnCandidate | undefined;
  /** The dispute itself, where the row holds it. */
  dispute: Dispute | undefined;
}

/** The disputes that a row lists. */
export const listedDisputes = (item: RowMetadata): ListedDispute[] =>
  item.disputed.flatMap(({ record, own, disputes }) =>
    disputes.map(({ n, open, dispute }) => ({ record, n, open, own: own?.[n], dispute })),
  );

/** A dispute as a row lists it: from its record, with the version of the row's fact added to the first candidate. */
export function disputeOf(
  record: readonly RecordedDispute[],
  { n, own: given }: Pick<ListedDispute, 'n' | 'own'>,
): Dispute {
  const recorded = record[n];
  if (!recorded) throw new Error('a row lists a dispute that its record does not have');
  const { last, ...dispute } = recorded;
  const own = given ?? last;
  const [first, ...others] = dispute.candidates;
  if (!own || !first) return dispute;
  const winner: DisputeCandidate = {
    value: 'value' in own ? own.value : first.value,
    occurredAt: own.occurredAt,
    events: firstAndLatestOf([...own.events, ...first.events]),
    publishers: firstAndLatestOf([...own.publishers, ...first.publishers]),
    counts: {
      events: own.counts.events + first.counts.events,
      publishers: own.counts.publishers + first.counts.publishers,
    },
  };
  return { ...dispute, candidates: [winner, ...others] };
}

/** A subject's state from one date until the next row. Dates are microseconds since the epoch. */
export interface Row {
  validFrom: number;
  /** The position of its fact. Where only doubt changes: of the fact in force, 0 before the first. */
  position: number;
  /** A fact brought it. False for a row of a claim, and where only doubt changes. */
  fromFact: boolean;
  /**
   * The date from which its run of equal headlines counts, where its fact opens the run, or time alone has opened it
   * since the fact before; else `null`.
   */
  runFrom: string | null;
  /**
   * The end of the influence of all facts that begin to matter by the end of this row's day. Folding can resume from
   * this row with the facts that begin at or after the horizon.
   */
  horizon: number;
  /** The story of its latest fact. */
  story: string;
  /** What the row has besides its state. What `says` of a view gives for the row's fact is in `asserted`. */
  says: RowMetadata;
  state: unknown;
}

/** A row without its content. */
export type RowHeader = Omit<Row, 'says' | 'state'>;

export const headerOf = ({ validFrom, position, fromFact, runFrom, horizon, story }: RowHeader): RowHeader => ({
  validFrom,
  position,
  fromFact,
  runFrom,
  horizon,
  story,
});

/** The content of a row in one object. */
export const itemOfRow = ({ says, state }: Row): RowContent => ({ ...says, state });

/** The date from which the run of a row counts; `undefined` where it began before these rows. */
export function runSince(rows: readonly Row[], row: Row): string | undefined {
  for (let n = rows.lastIndexOf(row); n >= 0; n -= 1) {
    const runFrom = rows[n]?.runFrom;
    if (runFrom != null) return runFrom;
  }
  return undefined;
}

/** The key of a row, unique within its subject. */
export type RowKey = Pick<Row, 'validFrom' | 'position'>;

/** The order of a subject's rows. */
export function compareRows(a: RowKey, b: RowKey): number {
  return a.validFrom - b.validFrom || a.position - b.position;
}
