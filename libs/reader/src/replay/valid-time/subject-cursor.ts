import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { ClaimCounter } from '#history/fold/claim-counter.js';
import type { Row } from '#history/fold/row.js';
import { excessOf, excessOfFacts } from '#history/revise/budget.js';
import type { ItemChange } from '../../changes/changed-items.js';
import { listsOfFold, type RowLists } from '../../items/row-lists.js';
import { itemOrNull, MAX_ITEM_EVENTS, stateAt, type ViewItem } from '../../items/view-item.js';
import { FactIndex } from '../facts/fact-index.js';
import { SubjectFold } from '../facts/subject-fold.js';

/** What comes next of a subject by itself. */
type Next = 'facts' | 'time' | 'doubt';

/** Positions of facts to those facts, in the order given. */
type LoadTold = (positions: readonly number[]) => Promise<ResolvedFact[]>;

/**
 * A subject on its way through the world. It holds the row that stands where it is, and the rows of the facts just
 * ahead that have to be looked at together; the rest of its facts are places until it comes to them.
 */
export class SubjectCursor {
  /** Its facts, by where each begins to matter. */
  readonly places = new FactIndex();
  /** The row that stands. */
  row: Row | null = null;
  /** Why nothing is told of it any more; `null`: it is told. */
  halted: string | null = null;
  private next = 0;
  private ahead: Row[] = [];
  private events: string[] = [];
  private readonly claims = new ClaimCounter();
  /** When time alone changes what stands. */
  private changesAt = Infinity;
  private readonly fold: SubjectFold;

  /**
   * @param rank its place among those that change at the same instant
   * @param until the last instant for which is told what time alone changes
   * @param budget how many facts that have to be looked at together may be folded
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

  /**
   * The instant at which something comes of it that no fact brings, or at which its next facts have to be looked at.
   * `Infinity`: not before a fact is told.
   */
  get due(): number {
    return this.coming().at;
  }

  /** Takes the next step that is due: what it changes, and `null` where facts were only looked at. */
  async step(load: LoadTold): Promise<ItemChange | null> {
    const { what, at } = this.coming();
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
      const before = this.item(at - 1);
      this.awaitTime(at);
      return this.change(before, at);
    }
    const before = this.item(at);
    this.stand(this.ahead.shift());
    return this.change(before, at);
  }

  /** From here on nothing is told of it. */
  halt(reason: string): void {
    [this.halted, this.row, this.ahead, this.changesAt] = [reason, null, [], Infinity];
  }

  /** Tells a fact, whose turn it is in the world. `null` where it shows in no item. */
  tell(fact: ResolvedFact): ItemChange | null {
    if (this.halted !== null) return null;
    const at = fact.period.from;
    const before = this.item(at);
    this.events = [...this.events, fact.id].slice(-MAX_ITEM_EVENTS);
    const [row] = this.ahead;
    const isTold = row?.validFrom === at && row.position === fact.position;
    this.claims.tell(fact, isTold);
    if (isTold) this.stand(this.ahead.shift());
    const change = this.change(before, at);
    return change.before === null && change.after === null ? null : change;
  }

  /** What is said of it at an instant, by all that was told so far; `null`: nothing. */
  item(instant: number): ViewItem | null {
    return itemOrNull(
      this.view,
      this.subject,
      this.row,
      (row) => this.listsOf(row),
      () => this.events,
      instant,
    );
  }

  /** What the row that stands lists. */
  listsOf({ says }: Row): RowLists {
    return listsOfFold(says, this.fold.records, () => this.claims.count);
  }

  private change(before: ViewItem | null, at: number): ItemChange {
    return { view: this.view.name, subject: this.subject, before, after: this.item(at) };
  }

  private coming(): { what: Next; at: number } {
    if (this.halted !== null) return { what: 'time', at: Infinity };
    const time = { what: 'time', at: this.changesAt } as const;
    const [row] = this.ahead;
    if (!row) {
      const facts = this.places.dates[this.next] ?? Infinity;
      return facts <= this.changesAt ? { what: 'facts', at: facts } : time;
    }
    if (this.changesAt <= row.validFrom) return time;
    return { what: 'doubt', at: isOfDoubt(row) ? row.validFrom : Infinity };
  }

  private stand(row: Row | undefined): void {
    if (!row) return;
    this.row = row;
    this.awaitTime(row.validFrom);
  }

  private awaitTime(from: number): void {
    const { next } = stateAt(this.view, this.row?.state ?? null, from);
    this.changesAt = next !== null && next > from && next <= this.until ? next : Infinity;
  }
}

/** Whether no fact brought a row, but only what is in doubt changes there. */
const isOfDoubt = ({ fromFact, position, says }: Row): boolean => !fromFact && position === says.inForce;
