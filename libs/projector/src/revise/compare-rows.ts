import { isDeepStrictEqual } from 'node:util';
import { inRowOrder, type Row } from '../fold/row.js';
import { isOwnProperty } from '../fold/said-properties.js';
import { KnownRow } from './known-row.js';

/** Which rows no longer hold, and which newly do, from one date of a subject's history on, part by part. What is the same stays as it was. */
export class Comparison {
  readonly begun: KnownRow[] = [];
  readonly ended: KnownRow[] = [];
  /** What holds now, in order. */
  readonly standing: KnownRow[] = [];
  /** The properties of which something else was said last than before the change. */
  private readonly unsettled = new Set<string>();

  /** @param reach the first day that anything touched reaches: what is folded before it has the state that it had */
  constructor(
    private readonly knownFrom: number,
    private readonly reach: number,
  ) {}

  /** Whether all was said last that was said last before the change. */
  get settled(): boolean {
    return this.unsettled.size === 0;
  }

  /**
   * Compares the next part: the rows that stood there with those that were folded now, both in order.
   *
   * @param from the first of the rows that stood, among them
   * @param to after the last
   */
  compare(stood: readonly KnownRow[], from: number, to: number, folded: readonly Row[]): void {
    let next = from;
    const before = (row: Row): boolean => next < to && inRowOrder(stood[next] as KnownRow, row) < 0;
    for (const row of folded) {
      while (before(row)) this.end(stood[next++] as KnownRow, null);
      const old = stood[next];
      const fresh = new KnownRow(row, row.item, this.knownFrom, false);
      if (next === to || !old || inRowOrder(old, row) !== 0) {
        this.begin(fresh, null);
        continue;
      }
      next += 1;
      if (this.isSame(old, fresh)) {
        this.standing.push(old);
        this.saidAgain(row.item.said);
        continue;
      }
      this.end(old, fresh);
      this.begin(fresh, old);
    }
    while (next < to) this.end(stood[next++] as KnownRow, null);
  }

  private isSame(old: KnownRow, fresh: KnownRow): boolean {
    if (old.horizon !== fresh.horizon || old.story !== fresh.story || old.rest !== fresh.rest) return false;
    return fresh.validFrom < this.reach || old.state === fresh.state;
  }

  private begin(row: KnownRow, insteadOf: KnownRow | null): void {
    this.begun.push(row);
    this.standing.push(row);
    if (insteadOf?.saysAs(row)) this.saidAgain(row.item.said);
    else this.said(insteadOf?.item.said, row.item.said);
  }

  private end(row: KnownRow, forThis: KnownRow | null): void {
    this.ended.push(row);
    if (!forThis) this.said(row.item.said, undefined);
  }

  /** At one place in the order the same as before the change. */
  private saidAgain(said: RowSays): void {
    if (!this.settled) for (const property in said) this.unsettled.delete(property);
  }

  /** At one place in the order, before the change and now. */
  private said(before: RowSays, now: RowSays): void {
    for (const property in { ...before, ...now }) {
      const isSame = before && now && property in before && property in now && isDeepStrictEqual(before[property], now[property]);
      if (isSame) this.unsettled.delete(property);
      else if (!isOwnProperty(property)) this.unsettled.add(property);
    }
  }
}

type RowSays = Record<string, unknown> | undefined;
