import type { ToldFact } from '../facts/told-fact.js';
import type { Row } from '../fold/row.js';

/** Believed until further notice. The largest bigint, as text: it has no exact JavaScript number. */
export const STILL_KNOWN = '9223372036854775807';

/** A row with the span of positions over which it was believed. */
export interface KnownRow extends Row {
  knownFrom: number;
  /** `null` while it still is. */
  knownTo: number | null;
  /** It stands in the database already. */
  stored: boolean;
}

/**
 * The end of a subject's history that a batch may change: all after `base`, which no fact that the batch touches reaches.
 */
export interface SubjectTail {
  /** A row to fold on from, or `null`: from the first fact. */
  base: Row | null;
  /** What `base` and the rows before it say of the properties that may be in dispute after it, `undefined` where nothing. */
  before: Map<string, unknown>;
  /** The rows after it that are believed now, in order. */
  rows: KnownRow[];
  /** The facts after it that stand now, by the position of the fact. */
  facts: Map<number, ToldFact>;
}

/** The tail of a subject that nothing is known of. */
export const emptyTail = (): SubjectTail => ({ base: null, before: new Map(), rows: [], facts: new Map() });

/** What one request changes about a subject: facts that leave it, and facts that come to it or are told anew. */
export interface SubjectChange {
  /** The request's end: from there on it is known. */
  knownFrom: number;
  leave: ToldFact[];
  come: ToldFact[];
}

/** One request's change to one subject, by its name. */
export interface TouchedSubject extends SubjectChange {
  subject: string;
}
