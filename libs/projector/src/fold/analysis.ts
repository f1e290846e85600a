import type { AnyView } from '#views/define-view.js';
import { firstWhere, insertBy } from '../facts/facts-in-order.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { assertionsOf, type Assertions } from './assertions.js';
import { candidateOfLast, leftOutCandidates, type Candidate } from './candidates.js';
import type { ContradictedFact } from './dispute-tracker.js';
import { DisputeFinder, type FoundDisputes } from './disputes.js';
import { DoubtFinder, type Setter, type ValueBefore } from './doubts.js';
import type { DisputeRecord } from './row.js';
import { Selection, type LeftOut } from './select-winners.js';
import { uncertainOrder } from './uncertain-order.js';

/** What a fact adds to an analysis. */
export interface Added {
  /** It is told: it was not left out. */
  folded: boolean;
  /** The disputes that it joins, as they are now. */
  records: DisputeRecord[];
  /** What is in doubt or of uncertain order has changed, or may have: rows of other facts may say something else. */
  reaches: boolean;
}

/** Something that was contradicted, with what is known of it while facts are added. */
interface Contradicted extends ContradictedFact {
  /** What contradicts it stands at its own date, and says nothing of other properties: nothing but its neighbours there can change what is in doubt. */
  isLocal: boolean;
}

/**
 * What is found out about facts before they are told one by one: which are folded, what each says, what contradicts it, and what that puts in doubt.
 * One more fact can be added by what is known of the others. That changes what was found in place.
 */
export class Analysis {
  /** By position of the fact: what it says. Of those that are folded. */
  readonly said: Map<number, Assertions>;
  private readonly found: Contradicted[] = [];
  private readonly selection: Selection;
  /** By property, in fold order. */
  private readonly setters = new Map<string, Setter[]>();
  /** Properties that facts of several types or precisions set: only of those the order can be uncertain. */
  private readonly mixed = new Set<string>();
  private readonly disputes: DisputeFinder;
  private readonly doubts: DoubtFinder;
  private byPosition: Map<number, Contradicted> | null = null;

  /**
   * @param reports no claims; in fold order
   * @param before what was said of a property before the first of them; asked also when facts are added
   */
  constructor(
    private readonly view: AnyView,
    reports: readonly ToldFact[],
    before: ValueBefore,
  ) {
    this.selection = new Selection(view, reports);
    const { folded, leftOut } = this.selection;
    this.said = new Map(folded.map((fact) => [fact.position, assertionsOf(view, fact)]));
    for (const fact of folded) this.set(fact);
    this.disputes = new DisputeFinder(view);
    this.doubts = new DoubtFinder(view, this.setters, before);
    for (const fact of folded) {
      const found = this.contradictedFact(fact, leftOut.get(fact.position));
      if (found) this.found.push(found);
    }
  }

  /** In fold order. */
  get contradicted(): readonly ContradictedFact[] {
    return this.found;
  }

  /** By position of the fact: the properties for which its place in time is uncertain. */
  get uncertain(): Map<number, string[]> {
    const uncertain = new Map<number, string[]>();
    for (const property of this.mixed) {
      for (const position of uncertainOrder(this.setters.get(property) ?? []))
        uncertain.set(position, [...(uncertain.get(position) ?? []), property]);
    }
    return uncertain;
  }

  get records(): Map<string, DisputeRecord> {
    return new Map(this.contradicted.map(({ about: { record } }) => [record.key, record]));
  }

  /**
   * Adds a fact of one account that was recorded after all others.
   *
   * @returns `null` where something else may become of the others: then the analysis is in no defined state
   */
  add(fact: ToldFact): Added | null {
    const verdict = this.selection.add(fact);
    if (!verdict) return null;
    return verdict.folded ? this.addFolded(fact, verdict.leftOut) : this.addLeftOut(fact, verdict.against);
  }

  /**
   * Adds an account to a fact that is folded, and says the same as before.
   *
   * @returns as above
   */
  addAccount(before: ToldFact, fact: ToldFact): Added | null {
    const account = fact.accounts.at(-1);
    const known = this.contradictedAt(before.position);
    if (!account || !isSameButForOne(before, fact) || !this.said.has(fact.position)) return null;
    if (known?.own || !this.selection.addAccount(before, fact)) return null;
    this.said.set(fact.position, assertionsOf(this.view, fact));
    for (const property of assertionsOf(this.view, fact).byProperty.keys()) {
      const list = this.setters.get(property) ?? [];
      const setter = list[firstWhere(list, (one) => inFoldOrder(one.fact, fact) >= 0)];
      if (setter) setter.fact = fact;
    }
    if (account.certainty === 'claimed') return NOTHING;
    const candidate = candidateOfLast(this.view, fact);
    if (!known) return candidate ? null : NOTHING;
    known.fact = fact;
    return this.join(known, candidate, (about) => about.addAccount(fact, candidate));
  }

  private addFolded(fact: ToldFact, leftOut: LeftOut | null): Added | null {
    const said = assertionsOf(this.view, fact);
    this.said.set(fact.position, said);
    this.set(fact);
    const isMixed = [...said.byProperty.keys()].some((property) => this.mixed.has(property));
    const own = this.contradictedFact(fact, leftOut ?? undefined);
    // Shared disputes are told by the first fact that shares them.
    if (own && inFoldOrder(own.about.first, fact) > 0) return null;
    const doubted = this.doubtAgain(fact, said);
    if (own) {
      insertBy(this.found, own, (one) => one.fact);
      this.byPosition?.set(fact.position, own);
    }
    return { folded: true, records: own ? [own.about.record] : [], reaches: isMixed || doubted || own !== null };
  }

  /** Finds anew what is in doubt where a fact that sets properties may change that. @returns whether it was looked for anywhere */
  private doubtAgain(fact: ToldFact, said: Assertions): boolean {
    if (this.found.length === 0) return false;
    const again = new Set<Contradicted>(this.found.filter(({ isLocal }) => !isLocal));
    for (const property of said.byProperty.keys()) {
      const list = this.setters.get(property) ?? [];
      const place = firstWhere(list, (one) => inFoldOrder(one.fact, fact) >= 0);
      for (const setter of [list[place - 1], list[place + 1]]) {
        const known = setter && this.contradictedAt(setter.fact.position);
        if (known) again.add(known);
      }
    }
    for (const one of again) one.doubts = one.about.against.map((against) => this.doubts.find(one.fact, against));
    return again.size > 0;
  }

  private addLeftOut(fact: ToldFact, against: readonly LeftOut[]): Added | null {
    const joined = new Map<FoundDisputes, readonly number[] | null>();
    const added: Added = { folded: false, records: [], reaches: false };
    for (const winner of against.flatMap(({ winners }) => winners)) {
      const known = this.contradictedAt(winner.position);
      const [candidate] = leftOutCandidates(this.view, winner, [fact]);
      if (!known || !candidate) return null;
      const one = this.join(known, candidate, (about) => {
        const places = joined.get(about) ?? about.add(candidate);
        joined.set(about, places);
        return places;
      });
      if (!one) return null;
      added.reaches ||= one.reaches;
    }
    return { ...added, records: [...joined.keys()].map(({ record }) => record) };
  }

  /** A telling joins the disputes about a fact. @param join answers the places of those that it contradicts there */
  private join(known: Contradicted, candidate: Candidate | null, join: (about: FoundDisputes) => readonly number[] | null): Added | null {
    const wasOpen = known.about.record.disputes.map(({ open }) => open);
    const places = join(known.about);
    if (!places) return null;
    const { record } = known.about;
    const added: Added = { folded: false, records: [record], reaches: record.disputes.some(({ open }, n) => open !== wasOpen[n]) };
    if (!candidate) return added;
    known.isLocal &&= isLocal(known.fact, [candidate], assertionsOf(this.view, known.fact));
    for (const n of candidate.open ? places : []) {
      const doubts = known.doubts[n] ?? [];
      const more = this.doubts.findMore(known.fact, candidate, doubts);
      if (more !== doubts) [known.doubts[n], added.reaches] = [more, true];
    }
    return added;
  }

  private contradictedFact(fact: ToldFact, leftOut: LeftOut | undefined): Contradicted | null {
    const found = this.disputes.find(fact, leftOut);
    if (!found) return null;
    const { against } = found.about;
    const doubts = against.map((one) => this.doubts.find(fact, one));
    return { fact, ...found, doubts, isLocal: against.every((one) => isLocal(fact, one, assertionsOf(this.view, fact))) };
  }

  private contradictedAt(position: number): Contradicted | undefined {
    this.byPosition ??= new Map(this.found.map((one) => [one.fact.position, one]));
    return this.byPosition.get(position);
  }

  private set(fact: ToldFact): void {
    for (const [property, said] of assertionsOf(this.view, fact).byProperty) {
      const list = this.setters.get(property);
      if (!list) {
        this.setters.set(property, [{ fact, said }]);
        continue;
      }
      const other = list[0]?.fact;
      if (other?.type !== fact.type || other.period.precision !== fact.period.precision) this.mixed.add(property);
      insertBy(list, { fact, said }, (one) => one.fact);
    }
  }
}

const NOTHING: Added = { folded: false, records: [], reaches: false };

function isLocal(fact: ToldFact, against: readonly Candidate[], own: Assertions): boolean {
  return against.every(
    ({ period, said }) => period.from === fact.period.from && [...said.byProperty.keys()].every((property) => own.byProperty.has(property)),
  );
}

/** Whether a fact says what it said before, and has one account more. */
function isSameButForOne(before: ToldFact, fact: ToldFact): boolean {
  const { accounts, ...own } = fact;
  const last = accounts.length - 1;
  if (before.accounts.length !== last || before.accounts.some((account, n) => account !== accounts[n])) return false;
  return (
    own.claim === before.claim &&
    own.by === before.by &&
    own.occurredAt === before.occurredAt &&
    own.period.from === before.period.from &&
    own.period.to === before.period.to &&
    own.data === before.data &&
    own.certainty === before.certainty
  );
}
