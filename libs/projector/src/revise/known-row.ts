import type { Row, RowItem } from '../fold/row.js';

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
  private parsed: RowItem | null;
  private written: string | null;

  /**
   * @param item what it says, or that as it is stored
   * @param stored it stands in the database already
   */
  constructor(
    row: Omit<Row, 'item'>,
    item: RowItem | string,
    readonly knownFrom: number,
    public stored: boolean,
  ) {
    this.validFrom = row.validFrom;
    this.position = row.position;
    this.brings = row.brings;
    this.horizon = row.horizon;
    this.story = row.story;
    [this.parsed, this.written] = typeof item === 'string' ? [null, item] : [item, null];
  }

  get item(): RowItem {
    return (this.parsed ??= JSON.parse(this.written ?? '') as RowItem);
  }

  /** As it is stored. The keys are always in the same order, since the same code wrote them. */
  get text(): string {
    return (this.written ??= JSON.stringify(this.parsed));
  }

  /** What the fact that brought it says of a property, where it says something. */
  saysOf(property: string): { value: unknown } | null {
    if (!this.brings || (this.parsed === null && !this.text.includes(JSON.stringify(property)))) return null;
    const { said } = this.item;
    return said && property in said ? { value: said[property] } : null;
  }

  /** Whether what its fact says is the same as what another's does, told without reading the whole of a text: it comes last there. */
  saysAs(other: KnownRow): boolean {
    const { said } = other.item;
    if (said === undefined) return !this.brings;
    return this.brings && this.text.endsWith(`,"said":${JSON.stringify(said)}}`);
  }

  /** Whether all that it says is the same as what another says, where their states are: those are long, and come before the rest. */
  besideStateAs(other: KnownRow): boolean {
    const { claims, disputed, uncertain, inForce, said } = other.item;
    return this.text.endsWith(`,${JSON.stringify({ claims, disputed, uncertain, inForce, said }).slice(1)}`);
  }

  /** Stored now, and kept as text alone. */
  settle(): void {
    this.stored = true;
    this.written ??= JSON.stringify(this.parsed);
    this.parsed = null;
  }
}
