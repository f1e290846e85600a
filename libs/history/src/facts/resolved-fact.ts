import type { Period } from '#catalogue/values/reduced-date.js';
import type { Certainty, EventSource } from '#log/event.js';

/** An account with everything inherited and corrected: what one source says, on the clocks asked for. */
export interface ResolvedAccount {
  /** The event that gave it. */
  event: string;
  position: number;
  publisher: string | null;
  occurredAt: string;
  /** The span of its date, no later than the publication of the source that gave it. */
  period: Period;
  data: Record<string, unknown>;
  certainty: Certainty;
  source: EventSource | null;
  /** Some field of it was corrected. */
  corrected: boolean;
}

/** A fact as its accounts tell it. */
export interface ResolvedFact {
  id: string;
  type: string;
  story: string;
  position: number;
  /** All its accounts are claims: it is listed, and changes nothing. */
  claim: boolean;
  /** Who claims it: the person or body that it is attributed to, else the publisher. */
  by: string | null;
  /** The winner's date, narrowed by the others that lie within it. */
  occurredAt: string;
  period: Period;
  /** The winner's. */
  data: Record<string, unknown>;
  certainty: Certainty;
  /** The winner first, then in the order of their places. */
  accounts: ResolvedAccount[];
}

/** The order in which a subject's facts are folded: start of the period, then position of the fact itself. */
export function compareInFoldOrder(a: FoldPlace, b: FoldPlace): number {
  return a.period.from - b.period.from || a.position - b.position;
}

/** Where a fact stands in that order. */
export interface FoldPlace {
  period: { from: number };
  position: number;
}
