import type { Row, RowFrame, RowSays } from '../fold/row.js';
import { differenceOf, restored } from './difference.js';

/** A row whose state is kept whole, for others of its subject to be told from. */
export interface WholeState {
  validFrom: number;
  position: number;
  knownFrom: number;
  /** JSON */
  stateText: string;
}

/** What a row says, as text: its state, or what differs in it from that of another row, and the rest. */
export interface RowText {
  kept: string;
  basis: WholeState | null;
  says: string;
}

/** A value, and its JSON where that is known. */
export interface Told<T> {
  value: T;
  text?: string;
}

/** A state of so many characters is worth telling as a difference, if that is so many times shorter. */
const LONG = 1_000;
const TIMES_SHORTER = 5;

/** JSON of what a row says. The keys are always in the same order, so that texts can be compared. */
export const textOf = ({ since, claims, disputed, uncertain, inForce, said }: RowSays): string =>
  JSON.stringify({ since, claims, disputed, uncertain, inForce, said });

/**
 * A row with the span of positions over which it was believed. What it says is text where it was read from the database or has been compared: few rows
 * are ever folded on from, and only of those is what is needed parsed.
 */
export class KnownRow implements Row {
  readonly validFrom: number;
  readonly position: number;
  readonly brings: boolean;
  readonly horizon: number;
  readonly story: string;
  /** `null` while it still is. */
  knownTo: number | null = null;
  /** It stands in the database already. */
  stored = false;
  private saysValue: RowSays | null = null;
  private saysJson: string | null = null;
  private stateValue: { value: unknown } | null = null;
  private stateJson: string | null = null;
  /** Its state as it is kept, where that is what differs from another. */
  private apart: { basis: WholeState; difference: string } | null = null;

  private constructor(
    row: RowFrame,
    readonly knownFrom: number,
  ) {
    this.validFrom = row.validFrom;
    this.position = row.position;
    this.brings = row.brings;
    this.horizon = row.horizon;
    this.story = row.story;
  }

  /** One that was told now. */
  static told(row: RowFrame, knownFrom: number, says: Told<RowSays>, state: Told<unknown> | KnownRow): KnownRow {
    const told = new KnownRow(row, knownFrom);
    [told.saysValue, told.saysJson] = [says.value, says.text ?? null];
    if (state instanceof KnownRow) [told.stateValue, told.stateJson, told.apart] = [state.stateValue, state.stateJson, state.apart];
    else [told.stateValue, told.stateJson] = [state, state.text ?? null];
    return told;
  }

  /** One that was folded whole. */
  static folded(row: Row, knownFrom: number): KnownRow {
    return KnownRow.told(row, knownFrom, { value: row.says }, { value: row.state });
  }

  /** One that stands in the database. */
  static read(row: RowFrame, knownFrom: number, { kept, basis, says }: RowText): KnownRow {
    const read = new KnownRow(row, knownFrom);
    read.stored = true;
    read.saysJson = says;
    if (basis) read.apart = { basis, difference: kept };
    else read.stateJson = kept;
    return read;
  }

  get says(): RowSays {
    return (this.saysValue ??= JSON.parse(this.saysText) as RowSays);
  }

  get saysText(): string {
    return (this.saysJson ??= textOf(this.says));
  }

  get state(): unknown {
    return (this.stateValue ??= { value: JSON.parse(this.stateText) as unknown }).value;
  }

  get stateText(): string {
    return (this.stateJson ??= this.apart ? restored(this.apart.basis.stateText, this.apart.difference) : JSON.stringify(this.state));
  }

  /** What is stored of its state, */
  get kept(): string {
    return this.apart?.difference ?? this.stateText;
  }

  /** and the row from which that differs; `null`: it is stored whole. */
  get basis(): WholeState | null {
    return this.apart?.basis ?? null;
  }

  /** Decides how its state is stored, by the row that comes before it where it begins. */
  keepAfter(before: Row | null): void {
    if (!(before instanceof KnownRow) || this.stateText.length < LONG) return;
    const basis = before.basis ?? before;
    const difference = differenceOf(basis.stateText, this.stateText, this.stateText.length / TIMES_SHORTER);
    if (difference !== null) this.apart = { basis, difference };
  }

  /** What the fact that brought it says of a property, where it says something. */
  saysOf(property: string): { value: unknown } | null {
    if (!this.brings || (this.saysValue === null && !this.saysText.includes(JSON.stringify(property)))) return null;
    const { said } = this.says;
    return said && property in said ? { value: said[property] } : null;
  }

  /** Whether its fact says the same, told without reading the whole of a text: it comes last there. */
  saysAs(said: RowSays['said']): boolean {
    if (said === undefined) return !this.brings;
    return this.brings && this.saysText.endsWith(`,"said":${JSON.stringify(said)}}`);
  }

  /** Stored now, and kept in memory as it is stored. */
  settle(): void {
    this.stored = true;
    this.stateJson = this.apart ? null : this.stateText;
    this.saysJson = this.saysText;
    [this.saysValue, this.stateValue] = [null, null];
  }
}
