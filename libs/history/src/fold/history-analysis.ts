import { isDeepStrictEqual } from 'node:util';
import type { AnyView } from '#views/define-view.js';
import { firstWhere, insertBy } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, differ, type Assertion, type Assertions } from './assertions.js';
import { candidateAt, leftOutCandidates, type Candidate } from './candidates.js';
import type { DisputedResolution } from './dispute-tracker.js';
import { DisputeFinder, type FoundDisputes } from './disputes.js';
import { DoubtFinder, type Setter, type ValueBefore } from './doubts.js';
import type { DisputeRecord } from './row.js';
import { WinnerSelection, type OverruledFacts } from './select-winners.js';
import { uncertainOrder } from './uncertain-order.js';

/** What a fact adds to an analysis. */
export interface AddedFact {
  /** It is told: it was not left out. */
  folded: boolean;
  /** The disputes that it joins. */
  joined: FoundDisputes[];
  /** What is in doubt or of uncertain order has changed, or may have: rows of other facts may say something else. */
  reaches: boolean;
  /** Where it does: the one fact whose row alone does; `null`: more may. */
  from: ResolvedFact | null;
}

/** Something that was contradicted, with what is known of it while facts are added. */
interface Contradicted extends DisputedResolution {
  /**
   * What contradicts it stands at its own date, and says nothing of other properties: nothing but its neighbours there
   * can change what is in doubt.
   */
  isLocal: boolean;
}

/**
 * What is found out about facts before they are told one by one: which are folded, what each says, what contradicts it,
 * and what that puts in doubt. One more fact can be added by what is known of the others. That changes what was found
 * in place.
 */
export class HistoryAnalysis {
  /** By position of the fact: what it says. Of those that are folded. */
  readonly said: Map<number, Assertions>;
  private readonly found: Contradicted[] = [];
  private readonly selection: WinnerSelection;
  /** By property, in fold order. */
  private readonly setters = new Map<string, Setter[]>();
  /** Properties that facts of several types or precisions set: only of those the order can be uncertain. */
  private readonly mixed = new Set<string>();
  private readonly disputes: DisputeFinder;
  private readonly doubts: DoubtFinder;
  private readonly byPosition = new Map<number, Contradicted>();

  /**
   * @param reports no claims; in fold order
   * @param before what was said of a property before the first of them; asked also when facts are added
   */
  constructor(
    private readonly view: AnyView,
    reports: readonly ResolvedFact[],
    before: ValueBefore,
  ) {
    this.selection = new WinnerSelection(view, reports);
    const { folded, leftOut } = this.selection;
    this.said = new Map(folded.map((fact) => [fact.position, assertionsOf(view, fact)]));
    for (const fact of folded) this.set(fact);
    this.disputes = new DisputeFinder(view);
    this.doubts = new DoubtFinder(view, this.setters, before);
    for (const fact of folded) {
      const found = this.contradictedFact(fact, leftOut.get(fact.position));
      if (!found) continue;
      this.found.push(found);
      this.byPosition.set(fact.position, found);
    }
  }

  /** In fold order. */
  get contradicted(): readonly DisputedResolution[] {
    return this.found;
  }

  /** By position of the fact: the properties for which its place in time is uncertain. */
  findUncertain(): Map<number, string[]> {
    const uncertain = new Map<number, string[]>();
    for (const property of this.mixed) {
      for (const position of uncertainOrder(this.setters.get(property) ?? []))
        uncertain.set(position, [...(uncertain.get(position) ?? []), property]);
    }
    return uncertain;
  }

  /** The most comparisons of winners with losers that the disputes on a date of some facts are made of. */
  comparisonsOf(facts: readonly ResolvedFact[]): number {
    return this.selection.comparisonsOf(facts);
  }

  get records(): Map<string, DisputeRecord> {
    return new Map(this.contradicted.map(({ about: { record } }) => [record.key, record]));
  }

  /**
   * Adds a fact of one account that was recorded after all others.
   *
   * @returns `null` where something else may become of the others: then the analysis is in no defined state
   */
  add(fact: ResolvedFact): AddedFact | null {
    const verdict = this.selection.add(fact);
    if (!verdict) return null;
    return verdict.folded ? this.addFolded(fact, verdict.leftOut) : this.addLeftOut(fact, verdict.against);
  }

  /**
   * Tells a fact that is folded again, where nothing but its last account is new or says something else.
   *
   * @returns as above
   */
  retell(before: ResolvedFact, fact: ResolvedFact): AddedFact | null {
    const place = placeOfOther(before, fact);
    const account = fact.accounts[place];
    if (!account || !this.said.has(fact.position)) return null;
    const known = this.byPosition.get(before.position);
    if (known?.own || !this.selection.retell(before, fact, place)) return null;
    this.said.set(fact.position, assertionsOf(this.view, fact));
    for (const property of assertionsOf(this.view, fact).byProperty.keys()) {
      const list = this.setters.get(property) ?? [];
      const setter = list[firstWhere(list, (one) => compareInFoldOrder(one.fact, fact) >= 0)];
      if (setter) setter.fact = fact;
    }
    const was = candidateAt(this.view, before, place);
    const candidate = candidateAt(this.view, fact, place);
    if (!known) return was || candidate ? null : NOTHING;
    const wasOpen = known.about.open;
    known.fact = fact;
    known.about.retell(fact);
    if (before.accounts[place] && !known.about.removeAccount(before, place, was)) return null;
    const isTold = account.certainty !== 'claimed';
    const joined = isTold ? this.join(known, candidate, (about) => about.addAccount(fact, place, candidate)) : NOTHING;
    if (!joined) return null;
    const isLess = was?.open === true && this.withoutDoubts(known, was);
    const reaches = joined.reaches || isLess || known.about.open.some((open, n) => open !== wasOpen[n]);
    return { folded: false, joined: [known.about], reaches, from: null };
  }

  /** A candidate is gone: what it alone put in doubt is in doubt no more. @returns whether that was looked for */
  private withoutDoubts(known: Contradicted, gone: Candidate): boolean {
    let isAnew = false;
    for (const [n, remaining] of known.about.against.entries()) {
      if (this.doubts.isCovered(known.fact, gone, remaining)) continue;
      [known.doubts[n], isAnew] = [this.doubts.find(known.fact, remaining), true];
    }
    return isAnew;
  }

  private addFolded(fact: ResolvedFact, leftOut: OverruledFacts | null): AddedFact | null {
    const assertions = assertionsOf(this.view, fact);
    this.said.set(fact.position, assertions);
    this.set(fact);
    const isMixed = [...assertions.byProperty].some(
      ([property, one]) => this.mixed.has(property) && this.isToldOtherwise(property, one),
    );
    const own = this.contradictedFact(fact, leftOut ?? undefined);
    // Shared disputes are told by the first fact that shares them.
    if (own && compareInFoldOrder(own.about.first, fact) > 0) return null;
    const before = own?.after && this.byPosition.get(own.after.position);
    const doubtsBefore = before?.doubts;
    const again = this.doubtAgain(fact, assertions);
    if (own) {
      insertBy(this.found, own, (one) => one.fact);
      this.byPosition.set(fact.position, own);
    }
    const reaches = isMixed || again.size > 0 || own !== null;
    // It takes the place of the one before it: of their date the same is in doubt as was.
    const isNextOfDate =
      own &&
      before &&
      !isMixed &&
      own.isLocal &&
      before.isLocal &&
      own.fact.period.from === before.fact.period.from &&
      again.size <= 1;
    const from =
      isNextOfDate && isDeepStrictEqual(own.doubts, doubtsBefore) && [...again].every((one) => one === before);
    return { folded: true, joined: own ? [own.about] : [], reaches, from: from ? before.fact : null };
  }

  /** Whether something else is said of a property: only then the order of those who say it can matter. */
  private isToldOtherwise(property: string, one: Assertion): boolean {
    return (this.setters.get(property) ?? []).some(({ said }) => differ(said, one));
  }

  /** Finds anew what is in doubt where a fact that sets properties may change that. @returns where it was looked for */
  private doubtAgain(fact: ResolvedFact, assertions: Assertions): ReadonlySet<Contradicted> {
    const again = new Set<Contradicted>(this.found.filter(({ isLocal }) => !isLocal));
    for (const property of assertions.byProperty.keys()) {
      const list = this.setters.get(property) ?? [];
      const place = firstWhere(list, (one) => compareInFoldOrder(one.fact, fact) >= 0);
      for (const setter of [list[place - 1], list[place + 1]]) {
        const known = setter && this.byPosition.get(setter.fact.position);
        if (known) again.add(known);
      }
    }
    for (const one of again) one.doubts = one.about.against.map((against) => this.doubts.find(one.fact, against));
    return again;
  }

  private addLeftOut(fact: ResolvedFact, against: readonly OverruledFacts[]): AddedFact | null {
    const joined = new Map<FoundDisputes, readonly number[]>();
    const added: AddedFact = { folded: false, joined: [], reaches: false, from: null };
    for (const { winners } of against) {
      // It stands against all of them in the same way.
      const [candidate] = leftOutCandidates(this.view, winners[0] as ResolvedFact, [fact]);
      if (!candidate) return null;
      const isOfSame = speaksOfNothingElse(winners[0] as ResolvedFact, candidate, this.view);
      for (const [n, winner] of winners.entries()) {
        const known = this.byPosition.get(winner.position);
        if (!known) return null;
        const date = winner.period.from;
        // What another winner of its date sets after it, it determines no more: nothing there is in doubt because of
        // it.
        const isOver = isOfSame && candidate.period.from === date && winners[n + 1]?.period.from === date;
        if (isOver && joined.has(known.about)) continue;
        const one = this.join(known, candidate, (about) => joined.get(about) ?? about.add(candidate));
        if (!one) return null;
        joined.set(known.about, one.places);
        added.reaches ||= one.reaches;
      }
    }
    return { ...added, joined: [...joined.keys()] };
  }

  /** A telling joins the disputes about a fact. @param join answers the places of those that it contradicts there */
  private join(
    known: Contradicted,
    candidate: Candidate | null,
    join: (about: FoundDisputes) => readonly number[] | null,
  ): (AddedFact & { places: readonly number[] }) | null {
    const wasOpen = known.about.open;
    const places = join(known.about);
    if (!places) return null;
    const isOther = known.about.open.some((open, n) => open !== wasOpen[n]);
    const added = { folded: false, joined: [known.about], places, reaches: isOther, from: null };
    if (!candidate) return added;
    known.isLocal &&= isLocal(known.fact, [candidate], this.view);
    for (const n of candidate.open ? places : []) {
      const doubts = known.doubts[n] ?? [];
      const more = this.doubts.findMore(known.fact, candidate, doubts);
      if (more !== doubts) [known.doubts[n], added.reaches] = [more, true];
    }
    return added;
  }

  private contradictedFact(fact: ResolvedFact, leftOut: OverruledFacts | undefined): Contradicted | null {
    const found = this.disputes.find(fact, leftOut);
    if (!found) return null;
    const { against } = found.about;
    const doubts = against.map((one) => this.doubts.find(fact, one));
    const before = found.after && this.byPosition.get(found.after.position);
    // Those that share disputes set the same properties.
    const isKnownToBeLocal = before?.isLocal === true && before.fact.period.from === fact.period.from;
    return {
      fact,
      ...found,
      doubts,
      isLocal: isKnownToBeLocal || against.every((one) => isLocal(fact, one, this.view)),
    };
  }

  private set(fact: ResolvedFact): void {
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

const NOTHING: AddedFact = { folded: false, joined: [], reaches: false, from: null };

function isLocal(fact: ResolvedFact, against: readonly Candidate[], view: AnyView): boolean {
  return against.every((one) => one.period.from === fact.period.from && speaksOfNothingElse(fact, one, view));
}

/** Whether a candidate says something of those properties alone that the fact sets. */
function speaksOfNothingElse(fact: ResolvedFact, { said }: Candidate, view: AnyView): boolean {
  const own = assertionsOf(view, fact).byProperty;
  return [...said.byProperty.keys()].every((property) => own.has(property));
}

/** The place of the last account of a fact, where nothing else of the fact has changed; else -1. */
function placeOfOther(before: ResolvedFact, fact: ResolvedFact): number {
  const isSame =
    fact.claim === before.claim &&
    fact.by === before.by &&
    fact.occurredAt === before.occurredAt &&
    fact.period.from === before.period.from &&
    fact.period.to === before.period.to &&
    fact.data === before.data &&
    fact.certainty === before.certainty;
  const [last, more] = [fact.accounts.length - 1, fact.accounts.length - before.accounts.length];
  if (!isSame || last === 0 || (more !== 0 && more !== 1)) return -1;
  for (let n = 0; n < last; n += 1) if (fact.accounts[n] !== before.accounts[n]) return -1;
  return last;
}
