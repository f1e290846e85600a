import { FactsInOrder } from '../facts/facts-in-order.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { HistoryAnalysis } from '../fold/history-analysis.js';
import type { Row } from '../fold/row.js';
import type { RowVersion } from './row-version.js';
import type { RecordVersion } from './record-versions.js';
import type { UndisputedDate } from './can-append.js';

/** The end of what is believed until further notice: the largest bigint, as text because a number cannot hold it. */
export const OPEN_END = '9223372036854775807';

/**
 * The part of a subject's history that changes may affect: what comes after `base`, up to the end of the history or as
 * far as has been needed so far. No changed fact has influence before `base`.
 */
export interface HistoryWindow {
  /** The row to resume folding from, `null`: from the first fact. */
  base: Row | null;
  /** The values of properties by `base` and the rows before it, as far as known; `undefined`: never set. */
  before: Map<string, unknown>;
  /** `before` has all properties that were ever set. */
  isBeforeComplete: boolean;
  /** The current rows after `base`, in order. */
  rows: RowVersion[];
  /** The current facts after `base`: all, or those that begin before the last row's horizon. */
  facts: FactsInOrder;
  /** The records, by key, of disputes about those facts. */
  records: Map<string, RecordVersion>;
  /** The analysis of the last facts; `null` where it has to be computed again, or is not worth keeping. */
  analysis: CachedAnalysis | null;
  /** The facts that overlap the last one, if they are of one date; `null` where that is not known. */
  lastDate: UndisputedDate | null;
  /** Whether the rows go to the end of the history. */
  complete: boolean;
  /** How many rows, from the first on, no change has affected so far. */
  untouched: number;
}

/** An analysis that is kept from change to change. */
export interface CachedAnalysis {
  analysis: HistoryAnalysis;
  /** The row before the analysed facts, which begin at or after its horizon. `null`: they begin with the first fact. */
  start: Row | null;
  /**
   * The start of the day before which the facts begin, a resume point; `Infinity`: they go to the end of the history.
   */
  until: number;
}

/** The window of a subject without any history. */
export const emptyWindow = (): HistoryWindow => ({
  base: null,
  before: new Map(),
  isBeforeComplete: false,
  rows: [],
  facts: new FactsInOrder(),
  records: new Map(),
  analysis: null,
  lastDate: null,
  complete: true,
  untouched: Infinity,
});

/** How one request changes the facts of a subject. A fact that changes is removed as it was, and added as it is now. */
export interface SubjectChange {
  /** The end position of the request. The change is known from there on. */
  knownFrom: number;
  removed: ResolvedFact[];
  added: ResolvedFact[];
}

/** All facts of a change. */
export const factsOfChange = ({ removed, added }: Pick<SubjectChange, 'removed' | 'added'>): ResolvedFact[] =>
  removed.concat(added);

/** A change to one subject, by its name. */
export interface TouchedSubject extends SubjectChange {
  subject: string;
}
