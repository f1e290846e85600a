import type { AnyView } from '#views/define-view.js';
import { isDeepStrictEqual } from 'node:util';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { isSameLists, type Lists } from '../fold/append-lists.js';
import { abridgeRows } from '../fold/abridged-rows.js';
import { isOwnProperty } from '../fold/assertions.js';
import type { RowDraft } from '../fold/build-rows.js';
import { compareRows, headerOf, type Row, type RowKey, type RowMetadata } from '../fold/row.js';
import { excessOf } from './budget.js';
import { nextState, runFromOf, type RowState, stateOf, textOfRest } from './row-state.js';
import { RowVersion } from './row-version.js';

/** How a change changes rows. */
export interface RowChanges {
  inserted: readonly RowVersion[];
  closed: readonly RowVersion[];
  /** Rows that stay as they are, although the append lists of their states differ. */
  relisted: ReadonlyMap<RowVersion, Lists>;
}

/** Why changes of rows are too much work; `null`: they are not. Each of the rows was folded. */
export const excessOfRows = ({ inserted, relisted }: RowChanges, budget: number): string | null =>
  excessOf({ inserted: inserted.length, folded: inserted.length + relisted.size }, budget);

/** Marks closed rows, and sets changed lists, in the window as it was before the change. */
export function applyRowChanges({ closed, relisted }: RowChanges, knownFrom: number): void {
  for (const row of closed) row.knownTo = knownFrom;
  for (const [row, lists] of relisted) row.lists = lists;
}

/** What all comparisons of one change share. */
interface DiffContext {
  view: AnyView;
  /** The position from which on the new rows are known. */
  knownFrom: number;
  /** The row before the first compared one. */
  start: Row | null;
  /** The positions of the changed facts. */
  touched: ReadonlySet<number>;
}

/** The state of a row after a change. */
interface FoldedAgain {
  /** `null`: the state is as before, and was not folded. */
  state: RowState | null;
  runFrom: string | null;
  /** Whether the row is stored as before. */
  isSame: boolean;
}

/**
 * The difference between the rows of a subject before and after a change, from one date on. Rows are compared part by
 * part, and equal rows stay as they are.
 *
 * A state depends on the state before it and on one fact. Where both are as before, the state is neither folded nor
 * compared.
 */
export class RowDiff implements RowChanges {
  readonly inserted: RowVersion[] = [];
  readonly closed: RowVersion[] = [];
  /** The rows after the change, in order. */
  readonly current: RowVersion[] = [];
  readonly relisted = new Map<RowVersion, Lists>();
  /** The state of the last row, where it was folded. */
  private last: RowState | null = null;
  /** The properties whose last value differs from the last value before the change. */
  private readonly unsettled = new Set<string>();
  private isSameState = true;
  /** As `isSameState`, without append lists. */
  private hasSameRest = true;

  constructor(private readonly context: DiffContext) {}

  /** Whether the state at this point is the same as before the change. */
  get hasSameState(): boolean {
    return this.isSameState;
  }

  /** Whether every property has the same last value as before the change. */
  private get isSettled(): boolean {
    return this.unsettled.size === 0;
  }

  /**
   * Whether state and last values are the same as before the change. Only then can the rows that follow be the same.
   */
  get isInStep(): boolean {
    return this.isSameState && this.isSettled;
  }

  /**
   * Compares the next part. Rows and drafts are in order, and no date is divided between parts.
   *
   * @param previous the rows before the change
   * @param from the first of those to compare
   * @param to after the last
   * @param drafts the rows after the change
   */
  compare(previous: readonly RowVersion[], from: number, to: number, drafts: readonly RowDraft[]): void {
    let next = from;
    const isBefore = (row: RowKey): boolean => next < to && compareRows(previous[next] as RowVersion, row) < 0;
    for (const row of abridgeRows(drafts)) {
      while (isBefore(row)) this.remove(previous[next++] as RowVersion);
      const old = next < to ? previous[next] : undefined;
      if (old && compareRows(old, row) === 0) {
        next += 1;
        this.replace(old, row);
      } else this.add(row);
    }
    while (next < to) this.remove(previous[next++] as RowVersion);
  }

  /** Keeps the next row, where nothing of it can differ. */
  keep(row: RowVersion): void {
    this.current.push(row);
    this.last = null;
  }

  private remove(old: RowVersion): void {
    if (old.fromFact) this.isSameState = this.hasSameRest = false;
    this.closed.push(old);
    this.trackValues(old.says.asserted, undefined);
  }

  private add(row: RowDraft): void {
    if (row.fact) this.isSameState = this.hasSameRest = false;
    const before = this.lastState();
    const state = this.fold(before, row);
    this.insert(RowVersion.drafted(this.context.view, row, before, state, this.context.knownFrom));
    this.trackValues(undefined, row.says.asserted);
  }

  /** Folds the state of the next row again, where nothing else of it can differ. @param fact the one that brought it */
  refold(old: RowVersion, fact: ResolvedFact | null): void {
    const next = this.foldAgain(old, { fact, fromFact: old.fromFact, position: old.position });
    if (next.isSame) this.pass(old, next);
    else this.exchange(old, { ...headerOf(old), says: old.says }, next);
    if (!this.isSettled) this.settleValues(old.says.asserted);
  }

  private replace(old: RowVersion, row: RowDraft): void {
    const { says } = row;
    const next = this.foldAgain(old, row);
    if (next.isSame && old.horizon === row.horizon && old.story === row.story && old.hasSameContent(says)) {
      this.pass(old, next);
      this.settleValues(says.asserted);
      return;
    }
    const hasSameAssertions = old.hasSameAssertions(says.asserted);
    this.exchange(old, row, next);
    if (hasSameAssertions) this.settleValues(says.asserted);
    else this.trackValues(old.says.asserted, says.asserted);
  }

  /** The state of a row after the change. */
  private foldAgain(old: RowVersion, row: Pick<RowDraft, 'fact' | 'fromFact' | 'position'>): FoldedAgain {
    let { runFrom } = old;
    if (this.keepsState(old, row)) {
      this.last = null;
      return { state: null, runFrom, isSame: true };
    }
    const before = this.lastState();
    const state = this.fold(before, row);
    const hadSameRest = this.hasSameRest;
    this.hasSameRest = textOfRest(state) === old.restText;
    if (!hadSameRest || !this.hasSameRest || this.context.touched.has(row.position) || old.fromFact !== row.fromFact)
      runFrom = runFromOf(this.context.view, before, state, row);
    const storesSame = old.storesSame(state);
    this.isSameState = storesSame && isSameLists(state.lists, old.lists);
    return { state, runFrom, isSame: storesSame && old.runFrom === runFrom };
  }

  /** Whether a row must have the same state as before, so that it need not be folded. */
  private keepsState(old: RowVersion, row: Pick<RowDraft, 'fromFact' | 'position'>): boolean {
    return this.isSameState && old.fromFact === row.fromFact && !this.context.touched.has(row.position);
  }

  /** Leaves a row as it is. */
  private pass(old: RowVersion, { state }: FoldedAgain): void {
    this.current.push(old);
    if (state && !this.isSameState) this.relisted.set(old, state.lists);
  }

  /** Puts a new version in the place of a row. */
  private exchange(old: RowVersion, row: Omit<RowDraft, 'fact'>, { state, runFrom }: FoldedAgain): void {
    this.closed.push(old);
    const content = state && !this.isSameState ? state : old;
    this.insert(RowVersion.create({ ...row, runFrom }, this.context.knownFrom, row.says, content));
  }

  private lastState(): RowState {
    const { view, start } = this.context;
    return this.last ?? stateOf(view, this.current.at(-1) ?? start);
  }

  private fold(before: RowState, row: Pick<RowDraft, 'fact'>): RowState {
    return (this.last = nextState(this.context.view, before, row));
  }

  private insert(row: RowVersion): void {
    this.inserted.push(row);
    this.current.push(row);
  }

  /** Notes that a row sets the same values as before the change. */
  private settleValues(asserted: RowMetadata['asserted']): void {
    if (!this.isSettled) for (const property in asserted) this.unsettled.delete(property);
  }

  /** Notes the values set at one place in the order, before the change and after it. */
  private trackValues(before: RowMetadata['asserted'], now: RowMetadata['asserted']): void {
    for (const property in { ...before, ...now }) {
      const isSame =
        before && now && property in before && property in now && isDeepStrictEqual(before[property], now[property]);
      if (isSame) this.unsettled.delete(property);
      else if (!isOwnProperty(property)) this.unsettled.add(property);
    }
  }
}

/** Replaces the rows from one place up to another, exclusive. One call with all of them could overflow the stack. */
export function replaceRows(rows: RowVersion[], from: number, to: number, current: readonly RowVersion[]): void {
  const rest = rows.splice(from).slice(to - from);
  for (const row of current) rows.push(row);
  for (const row of rest) rows.push(row);
}
