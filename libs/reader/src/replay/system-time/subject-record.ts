import type { AnyView } from '#views/define-view.js';
import { influenceEnd, influenceStart } from '#history/facts/influence.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { itemOfRow, type Dispute, type Row } from '#history/fold/row.js';
import { listsOfFold, type RowLists } from '../../items/row-lists.js';
import type { SubjectAt } from '../../items/subject-at.js';
import { itemOrNull, MAX_ITEM_EVENTS, type ViewItem } from '../../items/view-item.js';
import type { RecordVersion } from '#history/revise/record-versions.js';
import { revise } from '#history/revise/revise.js';
import { factsOfChange, type SubjectChange } from '#history/revise/history-window.js';
import { FactIndex } from '../facts/fact-index.js';
import type { LoadFacts } from '../facts/log-facts.js';
import {
  countClaims,
  emptyReplayWindow,
  foldReplayWindow,
  latest,
  shorten,
  type ReplayWindow,
} from './replay-window.js';

/**
 * Facts that a subject keeps of its latest, about: one that comes later than so many others costs folding all of them.
 */
const KEPT = 1_000;

/** A subject as the record has it so far, at one date of the world. */
export class SubjectRecord {
  /** Where its facts lie, and whether they are the story's own. */
  private readonly places = new Map<number, { reach: number; end: number; own: boolean }>();
  private own = 0;
  private tail: ReplayWindow = emptyReplayWindow();
  /** Why nothing is told of it any more; `null`: it is told. */
  halted: string | null = null;

  /** @param budget how many facts may be folded for one request */
  constructor(
    readonly view: AnyView,
    readonly projection: number,
    readonly subject: string,
    private readonly story: string,
    private readonly world: { asOf: number; instant: number },
    private readonly budget: number,
  ) {}

  /** How many facts it keeps. */
  get size(): number {
    return this.tail.facts.size;
  }

  /** Whether a fact of the story touches it. */
  get onBoard(): boolean {
    return this.own > 0;
  }

  /** The row that stands at the date. */
  get row(): Row | null {
    return this.tail.rows.findLast(({ validFrom }) => validFrom <= this.world.asOf) ?? this.tail.base;
  }

  /** What the story's board says of it; `null`: nothing. */
  get item(): ViewItem | null {
    const { row } = this;
    return this.onBoard && this.halted === null
      ? itemOrNull(
          this.view,
          this.subject,
          row,
          (one) => this.listsOf(one),
          () => this.events(),
          this.world.instant,
        )
      : null;
  }

  /** The row that stands, and what it lists. */
  get shown(): Pick<SubjectAt, 'row' | 'lists'> {
    const row = this.halted === null ? this.row : null;
    return { row: row && itemOfRow(row), lists: row && this.listsOf(row) };
  }

  /** What the row that stands lists. */
  listsOf(row: Row): RowLists {
    const records = { get: (key: string) => disputesIn(this.tail.records.get(key)) };
    return listsOfFold(row.says, records, () => {
      const claims = this.tail.claims.copy();
      countClaims(claims, this.tail.rows.slice(0, this.tail.rows.findIndex((one) => one === row) + 1), this.tail.facts);
      return claims.count;
    });
  }

  /** @param load facts as they are known after the change */
  async change(change: SubjectChange, load: LoadFacts): Promise<void> {
    for (const { position } of change.leave) this.displace(position);
    for (const fact of change.come) this.place(fact);
    if (this.halted !== null) return;
    if (!this.revised(change)) await this.foldAnew(load);
    if (this.size <= 2 * KEPT) return;
    this.shorten(KEPT);
    if (this.tail.beyond === Infinity && [...this.tail.facts].some((fact) => influenceStart(fact) > this.world.asOf))
      await this.foldAnew(load);
  }

  /** From here on nothing is told of it. */
  halt(reason: string): void {
    [this.halted, this.tail] = [reason, emptyReplayWindow()];
  }

  /** Keeps about so many facts, and all that overlap. */
  shorten(keep: number): void {
    shorten(this.tail, this.world.asOf, keep);
  }

  private displace(position: number): void {
    if (this.places.get(position)?.own) this.own -= 1;
    this.places.delete(position);
  }

  private place(fact: ResolvedFact): void {
    const own = fact.story === this.story;
    if (own) this.own += 1;
    this.places.set(fact.position, { reach: influenceStart(fact), end: influenceEnd(fact), own });
  }

  /** Whether the tail could take a change. */
  private revised(change: SubjectChange): boolean {
    const { base, beyond } = this.tail;
    const within = (fact: ResolvedFact): boolean => influenceStart(fact) < beyond;
    const [leave, come] = [change.leave.filter(within), change.come.filter(within)];
    const all = factsOfChange({ leave, come });
    if (all.some((fact) => influenceStart(fact) < (base?.horizon ?? -Infinity) || influenceEnd(fact) > beyond))
      return false;
    const { excess } =
      all.length > 0 ? revise(this.view, this.tail, { ...change, leave, come }, this.budget) : { excess: null };
    if (excess !== null) this.halt(excess);
    return true;
  }

  private async foldAnew(load: LoadFacts): Promise<void> {
    const places = new FactIndex();
    for (const [position, { reach, end }] of this.places) places.add(position, reach, end);
    places.sort();
    const told = async (positions: readonly number[]): Promise<ResolvedFact[]> =>
      (await load(positions)).map((fact) => fact.told);
    const tail = await foldReplayWindow(this.view, places, this.world.asOf, KEPT, told, this.budget);
    if (typeof tail === 'string') this.halt(tail);
    else this.tail = tail;
  }

  /** The latest facts behind the item. */
  private events(): string[] {
    return latest(this.tail.earlier, this.tail.facts.latestBy(this.world.asOf, MAX_ITEM_EVENTS));
  }
}

const parsed = new WeakMap<RecordVersion, Dispute[]>();

/** The disputes of a record that is kept as text, parsed once. */
function disputesIn(version: RecordVersion | undefined): { disputes: Dispute[] } | undefined {
  if (!version) return undefined;
  const disputes = parsed.get(version) ?? (JSON.parse(version.text) as Dispute[]);
  parsed.set(version, disputes);
  return { disputes };
}
