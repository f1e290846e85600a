import { formatDay, type Period } from '#catalogue/values/reduced-date.js';
import type { Certainty, EventSource } from '#log/event.js';

/** An account with inheritance and corrections applied: what one source says, as of the requested clocks. */
export interface ResolvedAccount {
  /** The id of the event that gave it. */
  event: string;
  position: number;
  publisher: string | null;
  occurredAt: string;
  /** The period of its date. It ends no later than the publication of the source that gave the date. */
  period: Period;
  data: Record<string, unknown>;
  certainty: Certainty;
  source: EventSource | null;
  /** Some of its fields were corrected. */
  corrected: boolean;
}

/** A fact resolved from its accounts. */
export interface ResolvedFact {
  id: string;
  type: string;
  story: string;
  position: number;
  /** All its accounts are claims: it is listed, and changes no state. */
  claim: boolean;
  /** The person or body that it is attributed to, else the publisher. */
  by: string | null;
  /** The winning account's date, narrowed by the accounts whose periods lie within it. */
  occurredAt: string;
  period: Period;
  /** The winning account's data. */
  data: Record<string, unknown>;
  certainty: Certainty;
  /** The winner first, then the others in the order in which their publishers first gave one. */
  accounts: ResolvedAccount[];
}

/** Fold order, in which the facts of a subject are folded: start of the period, then position of the fact itself. */
export function compareInFoldOrder(a: FoldPlace, b: FoldPlace): number {
  return a.period.from - b.period.from || a.position - b.position;
}

/** A fact's place in fold order. */
export interface FoldPlace {
  period: { from: number };
  position: number;
}

interface Dated {
  occurredAt: string;
  period: Period;
}

/**
 * Whether two dates can be the same. A day and an instant also can where the day is the instant's date in its own UTC
 * offset.
 */
export function periodsOverlap(a: Dated, b: Dated): boolean {
  if (a.period.from < b.period.to && b.period.from < a.period.to) return true;
  return isDayOf(a, b) || isDayOf(b, a);
}

function isDayOf(day: Dated, instant: Dated): boolean {
  if (day.period.precision !== 'day' || instant.period.precision !== 'instant') return false;
  return day.occurredAt === instant.occurredAt.slice(0, 10) || day.occurredAt === formatDay(instant.period.from);
}
