import type { Row, RowItem } from '../fold/row.js';
import { differenceOf, restored } from './difference.js';

/** A row whose state is kept whole, for others of its subject to be told from. */
export interface WholeState {
  validFrom: number;
  position: number;
  knownFrom: number;
  /** JSON */
  state: string;
}

/** What a row says, as text: its state, or what differs in it from that of another row, and the rest. The keys are always in the same order, since the same code writes them. */
export interface RowText {
  state: string;
  whole: WholeState | null;
  rest: string;
}

/** A state of so many characters is worth telling as a difference, if that is so many times shorter. */
const LONG = 1_000;
const TIMES_SHORTER = 5;

/**
 * A row with the span of positions over which it was believed. What it says is text where it was read from the database or has been compared: few rows
 * are ever folded on from, and only those are parsed.
 */
export class KnownRow implements Row {
  readonly validFrom: number;
  readonly position: number;
  readonly brings: boolean;
  readonly horizon: number;
  readonly story: string;
  /** `null` while it still is. */
  knownTo: number | null = null;
  /** Its state as it is kept, where that is what differs from another. */
  private apart: { basis: WholeState; difference: string } | null = null;
  private parsed: RowItem | null;
  private stateText: string | null;
  private restText: string | null;

  /**
   * @param item what it says, or that as text
   * @param stored it stands in the database already
   */
  constructor(
    row: Omit<Row, 'item'>,
    item: RowItem | RowText,
    readonly knownFrom: number,
    public stored: boolean,
  ) {
    this.validFrom = row.validFrom;
    this.position = row.position;
    this.brings = row.brings;
    this.horizon = row.horizon;
    this.story = row.story;
    [this.parsed, this.stateText, this.restText] = 'rest' in item ? [null, item.whole ? null : item.state, item.rest] : [item, null, null];
    if ('rest' in item && item.whole) this.apart = { basis: item.whole, difference: item.state };
  }

  get item(): RowItem {
    if (this.parsed) return this.parsed;
    return (this.parsed = { ...(JSON.parse(this.rest) as Omit<RowItem, 'state'>), state: JSON.parse(this.state) as unknown });
  }

  /** JSON of its state. */
  get state(): string {
    return (this.stateText ??=
      this.parsed === null && this.apart ? restored(this.apart.basis.state, this.apart.difference) : JSON.stringify(this.item.state));
  }

  /** JSON of all else that it says. */
  get rest(): string {
    if (this.restText !== null) return this.restText;
    const { since, claims, disputed, uncertain, inForce, said } = this.item;
    return (this.restText = JSON.stringify({ since, claims, disputed, uncertain, inForce, said }));
  }

  /** What is stored of its state, */
  get kept(): string {
    return this.apart?.difference ?? this.state;
  }

  /** and the row from which that differs; `null`: it is stored whole. */
  get basis(): WholeState | null {
    return this.apart?.basis ?? null;
  }

  /** Decides how its state is stored, by the row that comes before it where it begins. */
  keepAfter(before: Row | null): void {
    if (!(before instanceof KnownRow) || this.state.length < LONG) return;
    const basis = before.basis ?? before;
    const difference = differenceOf(basis.state, this.state, this.state.length / TIMES_SHORTER);
    if (difference !== null) this.apart = { basis, difference };
  }

  /** What the fact that brought it says of a property, where it says something. */
  saysOf(property: string): { value: unknown } | null {
    if (!this.brings || (this.parsed === null && !this.rest.includes(JSON.stringify(property)))) return null;
    const { said } = this.item;
    return said && property in said ? { value: said[property] } : null;
  }

  /** Whether what its fact says is the same as what another's does, told without reading the whole of a text: it comes last there. */
  saysAs(other: KnownRow): boolean {
    const { said } = other.item;
    if (said === undefined) return !this.brings;
    return this.brings && this.rest.endsWith(`,"said":${JSON.stringify(said)}}`);
  }

  /** Stored now, and kept in memory as it is stored. */
  settle(): void {
    this.stored = true;
    this.stateText = this.apart ? null : this.state;
    this.restText = this.rest;
    this.parsed = null;
  }
}
