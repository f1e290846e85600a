import type { AnyView } from '#views/define-view.js';
import { endOf, reachOf } from '../../facts/reach.js';
import { inFoldOrder, type ToldFact } from '../../facts/told-fact.js';
import { foldFacts } from '../../fold/fold-facts.js';
import type { Row } from '../../fold/row.js';
import { MOST_EVENTS, saysAnything, viewItem, type ViewItem } from '../../read/view-item.js';
import { revise } from '../../revise/revise.js';
import type { KnownRow, SubjectChange, SubjectTail } from '../../revise/subject-tail.js';
import { FactPlaces } from '../fact-places.js';
import type { LoadFacts } from '../log-facts.js';
import { LastSaid, SubjectFold } from '../subject-fold.js';

/** Facts that a subject keeps of its latest; folding it anew costs what is older than that, and that many. */
const KEPT = 1_000;

/** The latest facts of a subject and what they made of it; what lies before them is folded away. */
interface Tail extends SubjectTail {
  /** The latest facts before it. */
  earlier: string[];
  /** Where the facts begin that were left out, since they begin after the world's bound and overlap nothing before it. */
  beyond: number;
}

const emptyTail = (): Tail => ({ base: null, before: new LastSaid(), rows: [], facts: new Map(), earlier: [], beyond: Infinity });

/** A subject as the record has it so far, at one date of the world. */
export class SubjectRecord {
  /** Where its facts lie, and whether they are the story's own. */
  private readonly places = new Map<number, { reach: number; end: number; own: boolean }>();
  private own = 0;
  private tail: Tail | null = emptyTail();

  constructor(
    readonly view: AnyView,
    readonly projection: number,
    readonly subject: string,
    private readonly story: string,
    private readonly world: { asOf: number; instant: number },
  ) {}

  /** How many facts it keeps. */
  get size(): number {
    return this.tail?.facts.size ?? 0;
  }

  /** Whether a fact of the story touches it. */
  get onBoard(): boolean {
    return this.own > 0;
  }

  /** The row that stands at the date. Call it after a change, before anything is forgotten. */
  get row(): Row | null {
    const { rows, base } = this.tail ?? emptyTail();
    return rows.findLast(({ validFrom }) => validFrom <= this.world.asOf) ?? base;
  }

  /** What the story's board says of it; `null`: nothing. */
  get item(): ViewItem | null {
    const { row } = this;
    if (!this.onBoard || !row || !saysAnything(row.item)) return null;
    return viewItem(this.view, this.subject, row.story, row.item, this.events(), this.world.instant);
  }

  /** @param load facts as they are known after the change */
  async change(change: SubjectChange, load: LoadFacts): Promise<void> {
    for (const { position } of change.leave) this.displace(position);
    for (const fact of change.come) this.place(fact);
    if (!this.tail || !this.revised(this.tail, change)) this.tail = await this.foldAnew(load);
    if (this.size > 2 * KEPT) this.tail = await this.foldAnew(load);
  }

  /** Keeps nothing that can be made again. */
  forget(): void {
    this.tail = null;
  }

  private displace(position: number): void {
    if (this.places.get(position)?.own) this.own -= 1;
    this.places.delete(position);
  }

  private place(fact: ToldFact): void {
    const own = fact.story === this.story;
    if (own) this.own += 1;
    this.places.set(fact.position, { reach: reachOf(fact), end: endOf(fact), own });
  }

  /** Whether the tail could take a change. */
  private revised(tail: Tail, change: SubjectChange): boolean {
    const within = (fact: ToldFact): boolean => reachOf(fact) < tail.beyond;
    const [leave, come] = [change.leave.filter(within), change.come.filter(within)];
    const all = [...leave, ...come];
    const reached = all.some((fact) => reachOf(fact) < (tail.base?.horizon ?? -Infinity) || endOf(fact) > tail.beyond);
    if (!reached && all.length > 0) revise(this.view, tail, { ...change, leave, come });
    return !reached;
  }

  /** Folds all that bears on the date, of which the latest stay. */
  private async foldAnew(load: LoadFacts): Promise<Tail> {
    const places = new FactPlaces();
    for (const [position, { reach, end }] of this.places) places.add(position, reach, end);
    places.sort();
    const fold = new SubjectFold(this.view);
    let earlier: string[] = [];
    const [cut, end] = partOf(places, this.world.asOf);
    for (let first = 0; first < cut;) {
      const next = places.endOfRun(first);
      const facts = await told(load, places, first, next);
      fold.fold(facts);
      earlier = [...earlier, ...facts.sort(inFoldOrder).map(({ id }) => id)].slice(-MOST_EVENTS);
      first = next;
    }
    const facts = await told(load, places, cut, end);
    const rows = foldFacts(this.view, fold.row, facts, (property) => fold.said.get(property)).map(asKnown);
    const kept = new Map(facts.map((fact) => [fact.position, fact]));
    return { base: fold.row, before: fold.said, rows, facts: kept, earlier, beyond: places.dates[end] ?? Infinity };
  }

  private events(): string[] {
    const { facts, earlier } = this.tail ?? emptyTail();
    const latest: ToldFact[] = [];
    for (const fact of facts.values()) {
      if (fact.period.from > this.world.asOf) continue;
      const at = latest.findLastIndex((one) => inFoldOrder(one, fact) < 0) + 1;
      if (at > 0 || latest.length < MOST_EVENTS) latest.splice(at, 0, fact);
      if (latest.length > MOST_EVENTS) latest.shift();
    }
    return [...earlier, ...latest.map(({ id }) => id)].slice(-MOST_EVENTS);
  }
}

/** The facts to keep: up to where the runs end that begin by a date, and from where a run begins, so that about as many are kept as should be. */
function partOf(places: FactPlaces, asOf: number): [cut: number, end: number] {
  const starts: number[] = [];
  let end = 0;
  while (end < places.length && (places.dates[end] ?? Infinity) <= asOf) {
    starts.push(end);
    end = places.endOfRun(end);
  }
  return [starts.find((start) => end - start <= KEPT) ?? starts.at(-1) ?? 0, end];
}

const told = async (load: LoadFacts, places: FactPlaces, from: number, to: number): Promise<ToldFact[]> =>
  (await load(places.positions.slice(from, to))).map((fact) => fact.told);

const asKnown = (row: Row): KnownRow => ({ ...row, knownFrom: 0, knownTo: null, stored: false });
