import { justBefore } from '#catalogue/values/reduced-date.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { ClaimCounter } from '#history/fold/claim-counter.js';
import { stateAt } from '#history/fold/headline.js';
import type { Row } from '#history/fold/row.js';
import { excessOf, excessOfFacts } from '#history/revise/budget.js';
import type { AnyView } from '#views/define-view.js';
import type { ItemChange } from '../changes/read-changes.js';
import { listsOfFold, type RowLists } from '../items/row-lists.js';
import { itemOrNull, MAX_ITEM_EVENTS, type ViewItem } from '../items/view-item.js';
import type { LoadResolved } from '../timeline/facts-from-log.js';
import { FactIndex, SubjectFold } from './story-facts.js';

/** The next step of a subject: to fold facts, or to change by time alone, or to change what is in doubt. */
type Step = 'facts' | 'time' | 'doubt';

/**
 * A subject at the point of valid time that a replay has reached. It keeps the row that holds there, and the rows of
 * the next facts that had to be folded together. Of later facts it keeps only the places.
 */
export class SubjectCursor {
  /** Its facts, by the start of their influence. */
  readonly places = new FactIndex();
  /** The row that holds. */
  row: Row | null = null;
  /** Why it is halted; `null`: it is not. */
  halted: string | null = null;
  private next = 0;
  private ahead: Row[] = [];
  private events: string[] = [];
  /** The date of the fact that opened the run of the row that holds. */
  private since: string | null = null;
  private readonly claims = new ClaimCounter();
  /** When time alone changes the state next. */
  private changesAt = Infinity;
  private readonly fold: SubjectFold;

  /**
   * @param rank its place among those that change at the same instant
   * @param until the last instant at which time alone changes its state
   * @param budget how many facts may be folded together
   */
  constructor(
    readonly view: AnyView,
    readonly projection: number,
    readonly subject: string,
    readonly rank: number,
    private readonly until: number,
    private readonly budget: number,
  ) {
    this.fold = new SubjectFold(view);
  }

  /** The instant of its next step. `Infinity`: it has none before a fact is applied. */
  get due(): number {
    return this.nextStep().at;
  }

  /** Takes the next step. @returns its change; `null` where facts were only folded */
  async step(load: LoadResolved): Promise<ItemChange | null> {
    const { what, at } = this.nextStep();
    if (what === 'facts') {
      const end = this.places.endOfRun(this.next);
      const tooMany = excessOf({ folded: end - this.next }, this.budget);
      const facts = tooMany === null ? await load(this.places.positions.slice(this.next, end)) : [];
      const excess = tooMany ?? excessOfFacts(this.view, facts, this.budget);
      if (excess !== null) {
        this.halt(excess);
        return null;
      }
      this.ahead = this.fold.fold(facts);
      this.next = end;
      return null;
    }
    if (what === 'time') {
      const before = this.item(justBefore(at));
      this.scheduleTime(at);
      return this.change(before, at);
    }
    const before = this.item(at);
    this.moveTo(this.ahead.shift());
    return this.change(before, at);
  }

  /** From here on it has no row and no item. */
  halt(reason: string): void {
    [this.halted, this.row, this.ahead, this.changesAt] = [reason, null, [], Infinity];
  }

  /** Applies the next fact in valid time. @returns its change; `null` where it shows in no item */
  apply(fact: ResolvedFact): ItemChange | null {
    if (this.halted !== null) return null;
    const at = fact.period.from;
    const before = this.item(at);
    this.events = [...this.events, fact.id].slice(-MAX_ITEM_EVENTS);
    const [row] = this.ahead;
    const hasRow = row?.validFrom === at && row.position === fact.position;
    this.claims.add(fact, hasRow);
    if (hasRow) this.moveTo(this.ahead.shift());
    const change = this.change(before, at);
    return change.before === null && change.after === null ? null : change;
  }

  /** Its item at an instant, by all facts applied so far; `null`: none. */
  item(instant: number): ViewItem | null {
    return itemOrNull(
      this.view,
      this.subject,
      this.row,
      (row) => this.listsOf(row),
      () => ({ since: this.since, events: this.events }),
      instant,
    );
  }

  /** The lists of the row that holds. */
  listsOf({ says }: Row): RowLists {
    return listsOfFold(says, this.fold.records, () => this.claims.count);
  }

  private change(before: ViewItem | null, at: number): ItemChange {
    return { view: this.view.name, subject: this.subject, before, after: this.item(at) };
  }

  private nextStep(): { what: Step; at: number } {
    if (this.halted !== null) return { what: 'time', at: Infinity };
    const time = { what: 'time', at: this.changesAt } as const;
    const [row] = this.ahead;
    if (!row) {
      const facts = this.places.dates[this.next] ?? Infinity;
      return facts <= this.changesAt ? { what: 'facts', at: facts } : time;
    }
    if (this.changesAt <= row.validFrom) return time;
    return { what: 'doubt', at: changesOnlyDoubts(row) ? row.validFrom : Infinity };
  }

  private moveTo(row: Row | undefined): void {
    if (!row) return;
    this.row = row;
    this.since = row.runFrom ?? this.since;
    this.scheduleTime(row.validFrom);
  }

  private scheduleTime(from: number): void {
    const { next } = stateAt(this.view, this.row?.state ?? null, from);
    this.changesAt = next !== null && next > from && next <= this.until ? next : Infinity;
  }
}

/** Whether no fact brought a row: only what is in doubt changes there. */
const changesOnlyDoubts = ({ fromFact, position, says }: Row): boolean => !fromFact && position === says.inForce;
