import { periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import {
  type Dispute,
  isContested,
  itemOfRow,
  latestOf,
  listedDisputes,
  type Row,
  type RowContent,
} from '#history/fold/row.js';
import { headlineSinceTime, stateAt } from '#history/fold/headline.js';
import { undatedField, type LeftOut } from './left-out.js';
import type { RowLists } from './row-lists.js';
import type { Subject } from '../subjects/subject.js';

/** A subject's state as an answer shows it. Fields in the order of the contract. */
export interface ViewItem {
  view: string;
  subject: string;
  /** Of its latest fact. */
  story: string;
  /**
   * When the latest unbroken run of equal headlines began: the date of the fact that opened it, in the precision in
   * which it was given, or the UTC day or instant at which time alone did. `null` where only claims are known.
   */
  since: string | null;
  /** The last fact folded; `null` where only claims are known. */
  lastFact: { event: string; occurredAt: string } | null;
  state: unknown;
  /** Whether some value of the state would be different if another candidate of a dispute were right. */
  contested: boolean;
  /** Whether some value of the state depends on an order of facts that nobody knows. */
  dateUncertain: boolean;
  /** The latest 50. */
  disputes: Dispute[];
  claims: { event: string; by: string | null; occurredAt: string; data: Record<string, unknown> }[];
  /** The latest 10 facts behind it, oldest first. */
  events: string[];
  /** How many there are, listed or not. */
  counts: { claims: number; disputes: number };
  /**
   * On the press's clock: how many accounts, sourced corrections and sourced retractions are left out for want of a
   * date of publication alone.
   */
  undated?: number;
}

export const MAX_ITEM_EVENTS = 10;

/** What is behind a row. */
export interface RowOrigin {
  /** The date of the fact that opened the row's run of equal headlines. */
  since: string | null;
  /** The ids of the latest facts, oldest first. */
  events: string[];
}

/** The item of a row at an instant, microseconds since the epoch. */
export function viewItem(
  view: AnyView,
  subject: string,
  story: string,
  item: RowContent,
  lists: RowLists,
  { since, events }: RowOrigin,
  instant: number,
): ViewItem {
  const { factDate, factId } = item;
  return {
    view: view.name,
    subject,
    story,
    since: factDate === null ? null : (headlineSinceTime(view, item.state, periodOf(factDate).from, instant) ?? since),
    lastFact: factDate === null || factId === null ? null : { event: factId, occurredAt: factDate },
    state: stateAt(view, item.state, instant).state,
    contested: isContested(item),
    dateUncertain: item.uncertain.length > 0,
    disputes: lists.disputes,
    claims: latestOf(item.claims).map(({ event, by, occurredAt, data }) => ({ event, by, occurredAt, data })),
    events,
    counts: { claims: lists.claimCount, disputes: listedDisputes(item).length },
  };
}

/** Whether a row has a state, a claim or a dispute. Lists and boards leave out the others. */
export const isNonEmpty = (item: RowContent): boolean =>
  item.state !== null || item.claims.length > 0 || item.disputed.length > 0;

/** The item of a row at an instant; `null` where the row is empty. */
export function itemOrNull(
  view: AnyView,
  subject: string,
  row: Row | null | undefined,
  lists: (row: Row) => RowLists,
  origin: (row: Row) => RowOrigin,
  instant: number,
): ViewItem | null {
  const item = row && itemOfRow(row);
  return item && isNonEmpty(item) ? viewItem(view, subject, row.story, item, lists(row), origin(row), instant) : null;
}

/** A subject at one point of the clocks. */
export interface SubjectAt extends Subject {
  /** `null` before its first fact, and where it is halted. */
  item: ViewItem | null;
  /** The row that the item shows. */
  row: RowContent | null;
  lists: RowLists | null;
  /** Why it is halted there; `null`: it is not. */
  halted: string | null;
  /** On the press's clock: what is left out of the item for want of a date of publication. */
  leftOut?: readonly LeftOut[];
}

/** A subject with its row at an instant, microseconds since the epoch. @param story of its latest fact */
export function subjectAt(
  subject: Subject,
  story: string,
  row: RowContent,
  lists: RowLists,
  origin: RowOrigin,
  instant: number,
): SubjectAt {
  return {
    ...subject,
    row,
    lists,
    halted: null,
    item: viewItem(subject.view, subject.subject, story, row, lists, origin, instant),
  };
}

/** A subject on the press's clock, with what is left out of it. @param asOf the bound of valid time */
export function withLeftOut(at: SubjectAt, all: readonly LeftOut[], asOf: number): SubjectAt {
  const leftOut = all.filter(({ from }) => from <= asOf);
  return { ...at, leftOut, item: at.item && { ...at.item, ...undatedField(leftOut) } };
}

/**
 * The item of a subject that was read, as changes compare it: without what is left out of it. `null` where it has none
 * or its row is empty.
 */
export function comparedItem(at: SubjectAt | undefined): ViewItem | null {
  if (!at?.row || !at.item || !isNonEmpty(at.row)) return null;
  const { undated: _, ...item } = at.item;
  return item;
}
