import type { AnyView, Deadline } from '#views/define-view.js';
import { latestOf } from '#history/fold/listed.js';
import { isContested, itemOfRow, listedDisputes, type Dispute, type Row, type RowContent } from '#history/fold/row.js';
import type { RowLists } from './row-lists.js';

/** A subject's state as an answer shows it. Fields in the order of the contract. */
export interface ViewItem {
  view: string;
  subject: string;
  /** Of its latest fact. */
  story: string;
  /**
   * The date of the fact that brought the state, in the precision in which it was given; `null` where only claims are
   * known.
   */
  since: string | null;
  state: unknown;
  contested: boolean;
  dateUncertain: boolean;
  /** The latest 50, as are the claims. */
  disputes: Dispute[];
  claims: { event: string; by: string | null; occurredAt: string; data: Record<string, unknown> }[];
  /** The latest 10 facts behind it, oldest first. */
  events: string[];
  /** How many there are, listed or not. */
  counts: { claims: number; disputes: number };
}

export const MAX_ITEM_EVENTS = 10;

/**
 * An item at an instant (microseconds since the epoch): what is stored, bounded, and what time alone has made of it.
 */
export function viewItem(
  view: AnyView,
  subject: string,
  story: string,
  item: RowContent,
  lists: RowLists,
  events: string[],
  instant: number,
): ViewItem {
  return {
    view: view.name,
    subject,
    story,
    since: item.since,
    state: stateAt(view, item.state, instant).state,
    contested: isContested(item),
    dateUncertain: item.uncertain.length > 0,
    disputes: lists.disputes,
    claims: latestOf(item.claims).map(({ event, by, occurredAt, data }) => ({ event, by, occurredAt, data })),
    events,
    counts: { claims: lists.claimCount, disputes: listedDisputes(item).length },
  };
}

/** What time alone makes of a state, and when it changes it next (`null`: never). */
export function stateAt(view: AnyView, state: unknown, instant: number): { state: unknown; next: number | null } {
  if (state === null || !view.at) return { state, next: null };
  return view.at(state as never, instant);
}

/** Whether anything is said of a subject: lists and boards leave out the others. */
export const isNonEmpty = (item: RowContent): boolean =>
  item.state !== null || item.claims.length > 0 || item.disputed.length > 0;

/** The item of a row at an instant; `null` where it says nothing. */
export function itemOrNull(
  view: AnyView,
  subject: string,
  row: Row | null | undefined,
  lists: (row: Row) => RowLists,
  events: () => string[],
  instant: number,
): ViewItem | null {
  const item = row && itemOfRow(row);
  return item && isNonEmpty(item) ? viewItem(view, subject, row.story, item, lists(row), events(), instant) : null;
}

/** What runs out or is due, by an item's state at its instant. */
export function deadlinesOf(view: AnyView, item: ViewItem): Deadline[] {
  return item.state === null ? [] : (view.deadlines?.(item.state as never) ?? []);
}
