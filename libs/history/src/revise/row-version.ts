import { isContested, type Claim, type DisputedFact, type Row, type RowHeader, type RowMetadata } from '../fold/row.js';
import { encodeDelta, applyDelta } from './text-delta.js';
import { isSameMetadata } from './same-metadata.js';

/** A row whose text is kept whole, for others of its subject to be told from. */
export interface BaseState {
  validFrom: number;
  position: number;
  knownFrom: number;
  text: string;
}

/** What a row says, as it is stored. */
export interface RowText {
  /** The text, or what differs in it from that of another row. */
  kept: string;
  basis: BaseState | null;
  /** JSON of what is short. */
  head: string;
}

/** A value, and its JSON where that is known. */
export interface EncodedState<T> {
  value: T;
  text?: string;
}

/** A text of so many characters is worth telling as a difference, if that is so many times shorter. */
const LONG = 1_000;
const TIMES_SHORTER = 5;

/**
 * What is short and stands in each row. `disputed` says only whether there are disputes: the database finds rows by it.
 */
export interface RowHead {
  since: string | null;
  disputed: { contested: boolean }[];
  inForce: number;
  said?: Record<string, unknown>;
}

/** JSON of what is short: a `RowHead`. The keys are always in the same order; `said` comes last. */
function headOf(says: RowMetadata): string {
  const { since, disputed, inForce, said } = says;
  const head: RowHead = { since, disputed: disputed.length > 0 ? [{ contested: isContested(says) }] : [], inForce };
  // One call makes one flat string: pieces joined would each be kept, and copied by the collector.
  return JSON.stringify(said ? { ...head, said } : head);
}

/**
 * What may be long, and is much the same from row to row: the state and, where there are any, claims, disputes, and
 * properties of uncertain order; JSON, each on a line of its own.
 */
function textOf(state: string, says: RowMetadata): string {
  const { claims, disputed, uncertain } = says;
  if (!hasLists(says)) return state;
  return [state, JSON.stringify(claims), JSON.stringify(disputed), JSON.stringify(uncertain)].join('\n');
}

const hasLists = ({ claims, disputed, uncertain }: RowMetadata): boolean =>
  claims.length + disputed.length + uncertain.length > 0;

/** What a row says, of its head and its text. The state is left as it is written. */
export function saysOfText(head: RowHead, text: string): { says: RowMetadata; state: string } {
  const end = text.indexOf('\n');
  const [state, lists] = end === -1 ? [text, []] : [text.slice(0, end), text.slice(end + 1).split('\n')];
  const [claims, disputed, uncertain] = lists.map((list) => JSON.parse(list) as unknown) as
    [Claim[], DisputedFact[], string[]] | [];
  const { since, inForce, said } = head;
  const says: RowMetadata = {
    since,
    claims: claims ?? [],
    disputed: disputed ?? [],
    uncertain: uncertain ?? [],
    inForce,
  };
  return { says: said ? { ...says, said } : says, state };
}

/**
 * A row with the span of positions over which it was believed. What it says is text where it was read from the database
 * or has been compared: few rows are ever folded on from, and only of those is what is needed parsed.
 */
export class RowVersion implements Row {
  readonly validFrom: number;
  readonly position: number;
  readonly fromFact: boolean;
  readonly horizon: number;
  readonly story: string;
  /** `null` while it still is. */
  knownTo: number | null = null;
  /** It stands in the database already. */
  stored = false;
  private saysValue: RowMetadata | null = null;
  private headJson: string | null = null;
  private stateValue: { value: unknown } | null = null;
  private stateJson: string | null = null;
  private textJson: string | null = null;
  /** Its text as it is kept, where that is what differs from another. */
  private apart: { basis: BaseState; difference: string } | null = null;

  private constructor(
    row: RowHeader,
    readonly knownFrom: number,
  ) {
    this.validFrom = row.validFrom;
    this.position = row.position;
    this.fromFact = row.fromFact;
    this.horizon = row.horizon;
    this.story = row.story;
  }

  /** One that was told now. */
  static told(
    row: RowHeader,
    knownFrom: number,
    says: RowMetadata,
    state: EncodedState<unknown> | RowVersion,
  ): RowVersion {
    const version = new RowVersion(row, knownFrom);
    version.saysValue = says;
    if (state instanceof RowVersion) {
      version.stateValue = state.stateValue;
      version.stateJson = state.stateText;
    } else [version.stateValue, version.stateJson] = [state, state.text ?? null];
    return version;
  }

  /** One that was folded whole. */
  static folded(row: Row, knownFrom: number): RowVersion {
    return RowVersion.told(row, knownFrom, row.says, { value: row.state });
  }

  /** One that stands in the database. */
  static read(row: RowHeader, knownFrom: number, { kept, basis, head }: RowText): RowVersion {
    const read = new RowVersion(row, knownFrom);
    read.stored = true;
    read.headJson = head;
    if (basis) read.apart = { basis, difference: kept };
    else read.textJson = kept;
    return read;
  }

  get says(): RowMetadata {
    if (!this.saysValue) this.parse();
    return this.saysValue as RowMetadata;
  }

  get head(): string {
    return (this.headJson ??= headOf(this.says));
  }

  get state(): unknown {
    return (this.stateValue ??= { value: JSON.parse(this.stateText) as unknown }).value;
  }

  get stateText(): string {
    if (this.stateJson !== null) return this.stateJson;
    if (this.stateValue) return (this.stateJson = JSON.stringify(this.stateValue.value));
    const end = this.text.indexOf('\n');
    return end === -1 ? this.text : this.text.slice(0, end);
  }

  /** Its state, claims, disputes, and properties of uncertain order. */
  get text(): string {
    return (this.textJson ??= this.apart
      ? applyDelta(this.apart.basis.text, this.apart.difference)
      : textOf(this.stateText, this.says));
  }

  /** What is stored of its text, */
  get kept(): string {
    return this.apart?.difference ?? this.text;
  }

  /** and the row from which that differs; `null`: it is stored whole. */
  get basis(): BaseState | null {
    return this.apart?.basis ?? null;
  }

  /** Decides how its text is stored, by the row that comes before it where it begins. */
  keepAfter(before: Row | null): void {
    if (!(before instanceof RowVersion) || this.text.length < LONG) return;
    const basis = before.basis ?? before;
    const difference = encodeDelta(basis.text, this.text, this.text.length / TIMES_SHORTER);
    if (difference !== null) this.apart = { basis, difference };
  }

  /** What the fact that brought it says of a property, where it says something. */
  saysOf(property: string): { value: unknown } | null {
    if (!this.fromFact || (this.saysValue === null && !this.head.includes(JSON.stringify(property)))) return null;
    const said = this.saysValue ? this.saysValue.said : (JSON.parse(this.head) as RowHead).said;
    return said && property in said ? { value: said[property] } : null;
  }

  /** Whether its fact says the same, told without reading the whole of a text: it comes last there. */
  saysAs(said: RowMetadata['said']): boolean {
    if (said === undefined) return !this.fromFact;
    if (this.saysValue?.said === said) return true;
    return this.fromFact && this.head.endsWith(`,"said":${JSON.stringify(said)}}`);
  }

  /** Whether it says the same beside its state. One that is kept as text is compared as text. */
  isToldAs(says: RowMetadata): boolean {
    if (this.saysValue || this.apart) return this.saysAs(says.said) && isSameMetadata(this.says, says);
    if (this.head !== headOf(says)) return false;
    return hasLists(says) ? this.text === textOf(this.stateText, says) : !this.text.includes('\n');
  }

  /** Stored now, and kept in memory as it is stored. */
  settle(): void {
    this.stored = true;
    if (!this.apart) this.textJson = this.text;
    this.headJson = this.head;
    [this.saysValue, this.stateValue, this.stateJson] = [null, null, null];
    if (this.apart) this.textJson = null;
  }

  private parse(): void {
    const { says } = saysOfText(JSON.parse(this.head) as RowHead, this.text);
    this.saysValue = says;
  }
}
