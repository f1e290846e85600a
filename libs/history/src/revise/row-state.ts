import type { AnyView } from '#views/define-view.js';
import { dateOf, foldState, stateFrom } from '../fold/fold-facts.js';
import { runFromAfter } from '../fold/headline.js';
import { type ListChanges, listChangesBetween, type Lists, NO_CHANGES, separateLists } from '../fold/append-lists.js';
import type { RowDraft } from '../fold/build-rows.js';
import type { Row } from '../fold/row.js';

/** A state as a row has it: its append lists apart, and what the row's fact did to them. */
export interface RowState {
  state: unknown;
  /** The start of the date of the last fact folded, microseconds since the epoch. */
  from: number;
  /** The state without the entries of the lists, and its JSON where it is known. */
  rest: { value: unknown; text?: string };
  lists: Lists;
  listChanges: ListChanges;
}

/** The state of a row after another. @param before the state of the row before it @param from as in `RowState` */
export function rowState(view: AnyView, state: unknown, from: number, before: RowState): RowState {
  if (state === before.state) return { ...before, from, listChanges: NO_CHANGES };
  const { rest, lists } = separateLists(view, state);
  return { state, from, rest: { value: rest }, lists, listChanges: listChangesBetween(view, before.lists, lists) };
}

/** The state from which folding goes on after a row; `null`: from the first fact. */
export function stateOf(view: AnyView, row: Row | null): RowState {
  if (isSeparated(row)) return row.rowState();
  const { state, from } = stateFrom(row);
  const { rest, lists } = separateLists(view, state);
  return { state, from, rest: { value: rest }, lists, listChanges: NO_CHANGES };
}

/** A row that has its append lists apart already. */
export interface SeparatedRow extends Row {
  /** Its state, from which folding goes on. */
  rowState: () => RowState;
}
const isSeparated = (row: Row | null): row is SeparatedRow => row !== null && 'rowState' in row;

/** The state of the next row. @param before the state of the row before it */
export function nextState(view: AnyView, before: RowState, { fact }: Pick<RowDraft, 'fact'>): RowState {
  return fact
    ? rowState(view, foldState(view, before.state, fact), fact.period.from, before)
    : rowState(view, before.state, before.from, before);
}

/** `runFrom` of a row: no headline depends on an append list. */
export const runFromOf = (
  view: AnyView,
  before: RowState,
  { rest }: RowState,
  { fact }: Pick<RowDraft, 'fact'>,
): string | null =>
  fact && runFromAfter(view, { state: before.rest.value, from: before.from }, rest.value, dateOf(fact));

export const textOfRest = ({ rest }: RowState): string => (rest.text ??= JSON.stringify(rest.value));
