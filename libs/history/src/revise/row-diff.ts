import { isDeepStrictEqual } from 'node:util';
import type { AnyView } from '#views/define-view.js';
import { stateAfter } from '../fold/fold-facts.js';
import { compareRows, type Row, type RowKey, type RowMetadata } from '../fold/row.js';
import type { RowDraft } from '../fold/build-rows.js';
import { isOwnProperty } from '../fold/assertions.js';
import { RowVersion, type EncodedState } from './row-version.js';

/** What is compared: the rows of one subject after a change, from one of them on. */
interface Compared {
  view: AnyView;
  knownFrom: number;
  /** The row before the first. */
  start: Row | null;
  /** The positions of the facts that the change is about. */
  touched: ReadonlySet<number>;
}

/**
 * Which rows no longer hold, and which newly do, from one date of a subject's history on, part by part. What is the
 * same stays as it was.
 *
 * A state is made of the one before it and of one fact: where both are what they were, so is the state, and it is
 * neither folded nor compared.
 */
export class RowDiff {
  readonly begun: RowVersion[] = [];
  readonly ended: RowVersion[] = [];
  /** What holds now, in order. */
  readonly standing: RowVersion[] = [];
  /** The properties of which something else was said last than before the change. */
  private readonly unsettled = new Set<string>();
  /** The state at this point of the history is what it was before the change. */
  private inStep = true;

  constructor(private readonly compared: Compared) {}

  /** Whether all was said last that was said last before the change. */
  get settled(): boolean {
    return this.unsettled.size === 0;
  }

  /**
   * Compares the next part: the rows that stood there with those that are told now, both in order.
   *
   * @param from the first of the rows that stood, among them
   * @param to after the last
   */
  compare(stood: readonly RowVersion[], from: number, to: number, told: readonly RowDraft[]): void {
    let next = from;
    const before = (row: RowKey): boolean => next < to && compareRows(stood[next] as RowVersion, row) < 0;
    for (const row of told) {
      while (before(row)) this.vanished(stood[next++] as RowVersion);
      const old = next < to ? stood[next] : undefined;
      if (old && compareRows(old, row) === 0) {
        next += 1;
        this.toldAgain(old, row);
      } else this.isNew(row);
    }
    while (next < to) this.vanished(stood[next++] as RowVersion);
  }

  private vanished(old: RowVersion): void {
    if (old.fromFact) this.inStep = false;
    this.ended.push(old);
    this.said(old.says.said, undefined);
  }

  private isNew(row: RowDraft): void {
    if (row.fact) this.inStep = false;
    this.begin(RowVersion.told(row, this.compared.knownFrom, row.says, { value: this.stateOf(row) }));
    this.said(undefined, row.says.said);
  }

  private toldAgain(old: RowVersion, row: RowDraft): void {
    const { says } = row;
    const state = this.stateInStep(old, row) ? null : this.toldState(row);
    this.inStep = state === null || state.text === old.stateText;
    if (this.inStep && old.horizon === row.horizon && old.story === row.story && old.isToldAs(says)) {
      this.standing.push(old);
      this.saidAgain(says.said);
      return;
    }
    const saysAgain = old.saysAs(says.said);
    this.ended.push(old);
    this.begin(RowVersion.told(row, this.compared.knownFrom, says, state && !this.inStep ? state : old));
    if (saysAgain) this.saidAgain(says.said);
    else this.said(old.says.said, says.said);
  }

  /** Whether a row has the state that it had, told without folding. */
  private stateInStep(old: RowVersion, row: RowDraft): boolean {
    return this.inStep && old.fromFact === row.fromFact && !this.compared.touched.has(row.position);
  }

  private toldState(row: RowDraft): EncodedState<unknown> {
    const value = this.stateOf(row);
    return { value, text: JSON.stringify(value) };
  }

  private stateOf({ fact }: RowDraft): unknown {
    const { view, start } = this.compared;
    return stateAfter(view, (this.standing.at(-1) ?? start)?.state ?? null, fact);
  }

  private begin(row: RowVersion): void {
    this.begun.push(row);
    this.standing.push(row);
  }

  /** At one place in the order the same as before the change. */
  private saidAgain(said: RowMetadata['said']): void {
    if (!this.settled) for (const property in said) this.unsettled.delete(property);
  }

  /** At one place in the order, before the change and now. */
  private said(before: RowMetadata['said'], now: RowMetadata['said']): void {
    for (const property in { ...before, ...now }) {
      const isSame =
        before && now && property in before && property in now && isDeepStrictEqual(before[property], now[property]);
      if (isSame) this.unsettled.delete(property);
      else if (!isOwnProperty(property)) this.unsettled.add(property);
    }
  }
}
