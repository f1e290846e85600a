import type { Period } from '#catalogue/values/reduced-date.js';
import { FactsInOrder } from '../facts/facts-in-order.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { HistoryAnalysis } from '../fold/history-analysis.js';
import type { Row } from '../fold/row.js';
import type { RowVersion } from './row-version.js';
import type { RecordVersion } from './record-versions.js';

/** Believed until further notice. The largest bigint, as text: it has no exact JavaScript number. */
export const OPEN_END = '9223372036854775807';

/**
 * The part of a subject's history that a batch may change: what lies after `base`, which no fact that the batch touches
 * reaches, up to the end or as far as was needed until now.
 */
export interface HistoryWindow {
  /** A row to fold on from, or `null`: from the first fact. */
  base: Row | null;
  /** What `base` and the rows before it say of a property, `undefined` where nothing; of those that were asked for. */
  before: Map<string, unknown>;
  /** The rows after it that are believed now, in order. */
  rows: RowVersion[];
  /** The facts after it that stand now: all, or those that begin before the last row's horizon. */
  facts: FactsInOrder;
  /** The records, by key, of disputes about the facts after it. */
  records: Map<string, RecordVersion>;
  /** The analysis of the last facts, where it is worth keeping; `null` where it is to be made anew. */
  kept: KeptAnalysis | null;
  /** How the facts of the last date are alike; `null` where it is not known that they are. */
  alike: Alike | null;
  /** The rows go to the end of the history. */
  complete: boolean;
  /** How many rows at least were left as they are by each change so far. */
  untouched: number;
}

/**
 * Facts that overlap the last one are of its type, date and publisher: whatever else they say, they are in the order of
 * their recording.
 */
export interface Alike {
  group: string;
  publisher: string | null;
  period: Period;
  /** The end of the latest of them. */
  end: number;
}

/** An analysis that is kept from change to change. */
export interface KeptAnalysis {
  analysis: HistoryAnalysis;
  /**
   * The last row before the facts that it is of: they begin at or after this row's horizon. `null`: from the first
   * fact.
   */
  start: Row | null;
  /** The day before which they begin, at which folding can pause; `Infinity`: to the end of the history. */
  until: number;
}

/** The tail of a subject that nothing is known of. */
export const emptyWindow = (): HistoryWindow => ({
  base: null,
  before: new Map(),
  rows: [],
  facts: new FactsInOrder(),
  records: new Map(),
  kept: null,
  alike: null,
  complete: true,
  untouched: Infinity,
});

/**
 * A change needs more of the history than its tail holds: rows further on, or what was said of a property before it.
 * The change is still to be made.
 */
export class HistoryMissing extends Error {
  constructor(readonly what: 'rows' | { property: string }) {
    super('the tail lacks a part of the history');
  }
}

/** What one request changes about a subject: facts that leave it, and facts that come to it or are told anew. */
export interface SubjectChange {
  /** The request's end: from there on it is known. */
  knownFrom: number;
  leave: ResolvedFact[];
  come: ResolvedFact[];
}

/** The facts that a change is about. */
export const factsOfChange = ({ leave, come }: Pick<SubjectChange, 'leave' | 'come'>): ResolvedFact[] =>
  leave.concat(come);

/** One request's change to one subject, by its name. */
export interface TouchedSubject extends SubjectChange {
  subject: string;
}
