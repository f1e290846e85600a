import { influenceEnd, influenceStart } from '#history/facts/influence.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { type Dispute, itemOfRow, type Row, runSince } from '#history/fold/row.js';
import { factsOfChange, type SubjectChange } from '#history/revise/history-window.js';
import type { RecordVersion } from '#history/revise/record-versions.js';
import { revise } from '#history/revise/revise.js';
import type { AnyView } from '#views/define-view.js';
import { listsOfFold, type RowLists } from '../items/row-lists.js';
import { itemOrNull, MAX_ITEM_EVENTS, type SubjectAt, type ViewItem } from '../items/view-item.js';
import type { LoadFacts } from '../timeline/facts-from-log.js';
import {
  countClaims,
  emptyReplayWindow,
  foldReplayWindow,
  latestFactIds,
  type ReplayWindow,
  shorten,
} from './replay-window.js';
import { FactIndex } from './story-facts.js';

/** About how many of its latest facts a subject keeps. A change to an earlier one makes it fold all facts again. */
const KEPT = 1_000;

/** A subject at one valid time, as the events replayed so far make it. */
export class SubjectRecord {
  /** By position of its facts: the span of their influence, and whether they are the story's own. */
  private readonly places = new Map<number, { start: number; end: number; own: boolean }>();
  private own = 0;
  private window: ReplayWindow = emptyReplayWindow();
  /** Why it is halted; `null`: it is not. */
  halted: string | null = null;

  /** @param budget how many facts may be folded for one request */
  constructor(
    readonly view: AnyView,
    readonly projection: number,
    readonly subject: string,
    private readonly story: string,
    private readonly moment: { asOf: number; instant: number },
    private readonly budget: number,
  ) {}

  /** How many facts it keeps. */
  get size(): number {
    return this.window.facts.size;
  }

  /** Whether a fact of the story touches it. */
  get onBoard(): boolean {
    return this.own > 0;
  }

  /** The row that holds at the valid time. */
  get row(): Row | null {
    return this.window.rows.findLast(({ validFrom }) => validFrom <= this.moment.asOf) ?? this.window.base;
  }

  /** Its item on the story's board; `null`: none. */
  get item(): ViewItem | null {
    const { row } = this;
    return this.onBoard && this.halted === null
      ? itemOrNull(
          this.view,
          this.subject,
          row,
          (one) => this.listsOf(one),
          (one) => ({ since: runSince(this.window.rows, one) ?? this.window.since, events: this.events() }),
          this.moment.instant,
        )
      : null;
  }

  /** The row that holds, and its lists. */
  get shown(): Pick<SubjectAt, 'row' | 'lists'> {
    const row = this.halted === null ? this.row : null;
    return { row: row && itemOfRow(row), lists: row && this.listsOf(row) };
  }

  listsOf(row: Row): RowLists {
    const records = { get: (key: string) => disputesIn(this.window.records.get(key)) };
    return listsOfFold(row.says, records, () => {
      const claims = this.window.claims.copy();
      const { rows, facts } = this.window;
      countClaims(claims, rows.slice(0, rows.findIndex((one) => one === row) + 1), facts);
      return claims.count;
    });
  }

  /** Applies the change of one request. @param load facts as known after it */
  async change(change: SubjectChange, load: LoadFacts): Promise<void> {
    for (const { position } of change.removed) this.removePlace(position);
    for (const fact of change.added) this.addPlace(fact);
    if (this.halted !== null) return;
    if (!this.reviseWindow(change)) await this.refold(load);
    if (this.size <= 2 * KEPT) return;
    this.shorten(KEPT);
    const { beyond, facts } = this.window;
    if (beyond === Infinity && [...facts].some((fact) => influenceStart(fact) > this.moment.asOf))
      await this.refold(load);
  }

  /** From here on it has no row and no item. */
  halt(reason: string): void {
    [this.halted, this.window] = [reason, emptyReplayWindow()];
  }

  /** Keeps about so many facts, and all that overlap. */
  shorten(keep: number): void {
    shorten(this.window, this.moment.asOf, keep);
  }

  private removePlace(position: number): void {
    if (this.places.get(position)?.own) this.own -= 1;
    this.places.delete(position);
  }

  private addPlace(fact: ResolvedFact): void {
    const own = fact.story === this.story;
    if (own) this.own += 1;
    this.places.set(fact.position, { start: influenceStart(fact), end: influenceEnd(fact), own });
  }

  /** Applies a change to the window. @returns false where the window does not reach back to all that it affects */
  private reviseWindow(change: SubjectChange): boolean {
    const { base, beyond } = this.window;
    const within = (fact: ResolvedFact): boolean => influenceStart(fact) < beyond;
    const [removed, added] = [change.removed.filter(within), change.added.filter(within)];
    const all = factsOfChange({ removed, added });
    if (all.some((fact) => influenceStart(fact) < (base?.horizon ?? -Infinity) || influenceEnd(fact) > beyond))
      return false;
    if (all.length === 0) return true;
    const result = revise(this.view, this.window, { ...change, removed, added }, this.budget);
    if (result.kind === 'missing') throw new Error('a replay lacks rows or values that folding needs');
    if (result.kind === 'excess') this.halt(result.reason);
    return true;
  }

  private async refold(load: LoadFacts): Promise<void> {
    const places = new FactIndex();
    for (const [position, { start, end }] of this.places) places.add(position, start, end);
    places.sort();
    const loadResolved = async (positions: readonly number[]): Promise<ResolvedFact[]> =>
      (await load(positions)).map((fact) => fact.resolved);
    const folded = await foldReplayWindow(this.view, places, this.moment.asOf, KEPT, loadResolved, this.budget);
    if (typeof folded === 'string') this.halt(folded);
    else this.window = folded;
  }

  /** The ids of the latest facts behind the item. */
  private events(): string[] {
    return latestFactIds(this.window.earlier, this.window.facts.latestBy(this.moment.asOf, MAX_ITEM_EVENTS));
  }
}

const parsed = new WeakMap<RecordVersion, Dispute[]>();

/** The disputes of a record, which holds them as text. Each is parsed once. */
function disputesIn(version: RecordVersion | undefined): { disputes: Dispute[] } | undefined {
  if (!version) return undefined;
  const disputes = parsed.get(version) ?? (JSON.parse(version.text) as Dispute[]);
  parsed.set(version, disputes);
  return { disputes };
}
