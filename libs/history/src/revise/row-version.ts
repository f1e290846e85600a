import type { AnyView } from '#views/define-view.js';
import type { RowDraft } from '../fold/build-rows.js';
import { isContested, type Claim, type DisputedFact, type Row, type RowHeader, type RowMetadata } from '../fold/row.js';
import {
  isSameListChanges,
  joinLists,
  type ListChanges,
  type Lists,
  NO_CHANGES,
  NO_LISTS,
} from '../fold/append-lists.js';
import { stateFrom } from '../fold/fold-facts.js';
import { isSameMetadata } from '../fold/same-metadata.js';
import { type RowState, rowState, runFromOf, type SeparatedRow, stateOf, textOfRest } from './row-state.js';
import { applyDelta, encodeDelta } from './text-delta.js';

/** A row whose text is stored whole. Other rows of its subject may store their difference from it. */
export interface BaseState {
  validFrom: number;
  position: number;
  knownFrom: number;
  text: string;
}

/** The content of a row, as it is stored. */
interface RowText {
  /** The row's text, or its difference from the text of `base`. */
  encodedState: string;
  base: BaseState | null;
  /** JSON of a `RowHead`. */
  head: string;
  listChanges: ListChanges;
}

/** A text of `LONG` characters or more is stored as a difference, if that is `TIMES_SHORTER` times shorter. */
const LONG = 1_000;
const TIMES_SHORTER = 5;

/**
 * The short content that every row has, as it is stored. The database finds rows with a dispute by `disputed`, which
 * has one entry for all of them. What an answer shows as contested is computed by `isContested` when it is read.
 */
export interface RowHead {
  /** The date of the last fact folded. */
  since: string | null;
  disputed: { contested: boolean }[];
  inForce: number;
  /** The id of that fact; `null` before the first. Absent in rows of earlier releases. */
  fact?: string | null;
  /** What the row's fact asserts, by property. */
  said?: Record<string, unknown>;
}

/** JSON of a `RowHead`. The keys are always in the same order, and `said` comes last. */
function headOf(says: RowMetadata): string {
  const { factDate, disputed, inForce, factId, asserted } = says;
  const head: RowHead = {
    since: factDate,
    disputed: disputed.length > 0 ? [{ contested: isContested(says) }] : [],
    inForce,
    fact: factId,
  };
  // One call makes one flat string. Concatenated pieces would each stay in memory, and the garbage collector would copy
  // each of them.
  return JSON.stringify(asserted ? { ...head, said: asserted } : head);
}

/**
 * The content that may be long and is similar from row to row: the JSON of the state and, where any of them is not
 * empty, of the lists of claims, disputes and properties of uncertain order. Each is on a line of its own.
 */
function textOf(state: string, says: RowMetadata): string {
  const { claims, disputed, uncertain } = says;
  if (!hasLists(says)) return state;
  return [state, JSON.stringify(claims), JSON.stringify(disputed), JSON.stringify(uncertain)].join('\n');
}

const hasLists = ({ claims, disputed, uncertain }: RowMetadata): boolean =>
  claims.length + disputed.length + uncertain.length > 0;

/** Parses the content of a row from its head and its text. The state stays JSON. */
export function saysOfText(head: RowHead, text: string): { says: RowMetadata; state: string } {
  const end = text.indexOf('\n');
  const [state, lists] = end === -1 ? [text, []] : [text.slice(0, end), text.slice(end + 1).split('\n')];
  const [claims, disputed, uncertain] = lists.map((list) => JSON.parse(list) as unknown) as
    [Claim[], DisputedFact[], string[]] | [];
  const { since: factDate, inForce, fact: factId = null, said: asserted } = head;
  const says: RowMetadata = {
    factDate,
    claims: claims ?? [],
    disputed: disputed ?? [],
    uncertain: uncertain ?? [],
    inForce,
    factId,
  };
  return { says: asserted ? { ...says, asserted } : says, state };
}

/**
 * A version of a row, with the positions between which it is believed. The content of a row that was read or stored is
 * kept as text, and parsed on first use, because folding rarely starts from a stored row.
 */
export class RowVersion implements SeparatedRow {
  readonly validFrom: number;
  readonly position: number;
  readonly fromFact: boolean;
  readonly runFrom: string | null;
  readonly horizon: number;
  readonly story: string;
  /** `null` while it is believed. */
  knownTo: number | null = null;
  /** Whether it is in the database. */
  stored = false;
  private saysValue: RowMetadata | null = null;
  private headJson: string | null = null;
  private rest: { value: unknown } | null = null;
  private restJson: string | null = null;
  private stateValue: { value: unknown } | null = null;
  private ownLists: Lists = NO_LISTS;
  private textJson: string | null = null;
  /** Its text as the difference from another, where it is stored so. */
  private delta: { base: BaseState; difference: string } | null = null;

  private constructor(
    row: RowHeader,
    readonly knownFrom: number,
    readonly listChanges: ListChanges,
  ) {
    this.validFrom = row.validFrom;
    this.position = row.position;
    this.fromFact = row.fromFact;
    this.runFrom = row.runFrom;
    this.horizon = row.horizon;
    this.story = row.story;
  }

  /** A new version. @param state its state, or another version whose state it shares */
  static create(row: RowHeader, knownFrom: number, says: RowMetadata, state: RowState | RowVersion): RowVersion {
    const version = new RowVersion(row, knownFrom, state.listChanges);
    version.saysValue = says;
    version.ownLists = state.lists;
    if (state instanceof RowVersion) [version.rest, version.restJson] = [state.rest, state.restText];
    else [version.rest, version.restJson] = [state.rest, state.rest.text ?? null];
    return version;
  }

  /** A new version of a drafted row. @param before the state of the row before it @param state its own */
  static drafted(view: AnyView, row: RowDraft, before: RowState, state: RowState, knownFrom: number): RowVersion {
    const runFrom = runFromOf(view, before, state, row);
    return RowVersion.create({ ...row, runFrom }, knownFrom, row.says, state);
  }

  /** A new version of a folded row. @param before the row before it */
  static folded(view: AnyView, row: Row, before: Row | null, knownFrom: number): RowVersion {
    return RowVersion.create(row, knownFrom, row.says, rowState(view, row.state, row.validFrom, stateOf(view, before)));
  }

  /** A version that is in the database. */
  static read(row: RowHeader, knownFrom: number, { encodedState, base, head, listChanges }: RowText): RowVersion {
    const read = new RowVersion(row, knownFrom, listChanges);
    read.stored = true;
    read.headJson = head;
    if (base) read.delta = { base, difference: encodedState };
    else read.textJson = encodedState;
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
    return (this.stateValue ??= { value: joinLists(this.restValue, this.ownLists) }).value;
  }

  private get restValue(): unknown {
    return (this.rest ??= { value: JSON.parse(this.restText) as unknown }).value;
  }

  rowState(): RowState {
    const { state, from } = stateFrom(this);
    const rest = { value: this.restValue, ...(this.restJson !== null && { text: this.restJson }) };
    return { state, from, rest, lists: this.ownLists, listChanges: NO_CHANGES };
  }

  /** The append lists of its state. They follow from the rows before it, so they are set where it stays as it is. */
  get lists(): Lists {
    return this.ownLists;
  }

  set lists(lists: Lists) {
    [this.ownLists, this.stateValue] = [lists, null];
  }

  /** JSON of its state without the entries of the append lists. */
  get restText(): string {
    if (this.restJson !== null) return this.restJson;
    if (this.rest) return (this.restJson = JSON.stringify(this.rest.value));
    const end = this.text.indexOf('\n');
    return end === -1 ? this.text : this.text.slice(0, end);
  }

  /** Its state without append lists, its claims, disputes and properties of uncertain order. */
  get text(): string {
    return (this.textJson ??= this.delta
      ? applyDelta(this.delta.base.text, this.delta.difference)
      : textOf(this.restText, this.says));
  }

  /** The text as it is stored: whole, or as the difference from `base`. */
  get encodedState(): string {
    return this.delta?.difference ?? this.text;
  }

  get base(): BaseState | null {
    return this.delta?.base ?? null;
  }

  /** Whether a state would be stored like this row's, even if the lists before the row have changed. */
  storesSame(state: RowState): boolean {
    return textOfRest(state) === this.restText && isSameListChanges(state.listChanges, this.listChanges);
  }

  /** Decides how its text is stored. @param before the row before it at `knownFrom` */
  encodeAfter(before: Row | null): void {
    if (!(before instanceof RowVersion) || this.text.length < LONG) return;
    const base = before.base ?? before;
    const difference = encodeDelta(base.text, this.text, this.text.length / TIMES_SHORTER);
    if (difference !== null) this.delta = { base, difference };
  }

  /** The value that its fact asserts of a property, if it asserts one. */
  assertedValue(property: string): { value: unknown } | null {
    if (!this.fromFact || (this.saysValue === null && !this.head.includes(JSON.stringify(property)))) return null;
    const asserted = this.saysValue ? this.saysValue.asserted : (JSON.parse(this.head) as RowHead).said;
    return asserted && property in asserted ? { value: asserted[property] } : null;
  }

  /** Whether its fact has these assertions. The head is not parsed, because `said` comes last in it. */
  hasSameAssertions(asserted: RowMetadata['asserted']): boolean {
    if (asserted === undefined) return !this.fromFact;
    if (this.saysValue?.asserted === asserted) return true;
    return this.fromFact && this.head.endsWith(`,"said":${JSON.stringify(asserted)}}`);
  }

  /** Whether it has the same content, apart from its state. A version that is kept as text is compared as text. */
  hasSameContent(says: RowMetadata): boolean {
    if (this.saysValue || this.delta) return this.hasSameAssertions(says.asserted) && isSameMetadata(this.says, says);
    if (this.head !== headOf(says)) return false;
    return hasLists(says) ? this.text === textOf(this.restText, says) : !this.text.includes('\n');
  }

  /** Marks it as stored, and keeps in memory only what is stored. */
  markStored(): void {
    this.stored = true;
    if (!this.delta) this.textJson = this.text;
    this.headJson = this.head;
    [this.saysValue, this.rest, this.restJson, this.stateValue] = [null, null, null, null];
    if (this.delta) this.textJson = null;
  }

  /** How many characters are inserted with it. */
  get insertedLength(): number {
    const lists = this.listChanges.reduce((sum, change) => sum + (change?.length ?? 0), 0);
    return this.encodedState.length + this.head.length + lists;
  }

  private parse(): void {
    const { says } = saysOfText(JSON.parse(this.head) as RowHead, this.text);
    this.saysValue = says;
  }
}
