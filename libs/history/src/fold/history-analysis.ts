import { isDeepStrictEqual } from 'node:util';
import type { AnyView } from '#views/define-view.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { AlikeWinners, doubtsThatDiffer, type Span } from './alike-winners.js';
import { assertionsOf, type Assertions } from './assertions.js';
import { candidateAt, overruledCandidates, standsFrom } from './candidates.js';
import type { OverruledFacts } from './date-group.js';
import type { DisputedResolution } from './dispute-tracker.js';
import type { Doubt, ValueBefore } from './doubts.js';
import type { FoundDisputes } from './found-disputes.js';
import { PropertySetters } from './property-setters.js';
import type { DisputeRecord } from './row.js';
import { WinnerSelection } from './select-winners.js';
import { setsNothingElse, TrackedDisputes, type TrackedResolution } from './tracked-disputes.js';

/** How an added fact changes an analysis. */
export interface AddedFact {
  /** The fact is folded: no winner overrules it. */
  folded: boolean;
  /** The disputes that it joins. */
  joined: FoundDisputes[];
  /** What is in doubt or of uncertain order has changed, or may have: rows of other facts may change too. */
  reaches: boolean;
  /** Where `reaches`: the one other fact whose row changes; `null`: more rows may change. */
  from: ResolvedFact | null;
  /** Where `reaches`, and the fact is one of the winners of a date that are alike. */
  alike?: AlikeWinner | null;
}

/** What changes with a further winner of a date whose winners are alike. */
export interface AlikeWinner {
  /** The record that the winners share. */
  record: string;
  /**
   * The dates at which doubts change, or at which rows name the fact in doubt differently. All facts in doubt share the
   * record.
   */
  changed: Span[];
  /** The positions of the other facts whose order is uncertain in other properties than before. */
  reordered: number[];
}

/**
 * What has to be known of facts before rows are built: which facts are folded, what each asserts, what contradicts it,
 * and what that puts in doubt. A further fact extends the analysis in place, without analysing the others again.
 */
export class HistoryAnalysis {
  /** By position of each folded fact: what it asserts. */
  readonly assertions: Map<number, Assertions>;
  private readonly selection: WinnerSelection;
  private readonly setters: PropertySetters;
  private readonly disputes: TrackedDisputes;
  private readonly alike = new AlikeWinners();
  /** `null`: not known since the last fact was added. */
  private uncertain: Map<number, string[]> | null = null;

  /**
   * @param reports no claims; in fold order
   * @param before the value of a property before the first of them; also called when facts are added
   */
  constructor(
    private readonly view: AnyView,
    reports: readonly ResolvedFact[],
    before: ValueBefore,
  ) {
    this.selection = new WinnerSelection(view, reports);
    const { folded, overruled } = this.selection;
    this.assertions = new Map(folded.map((fact) => [fact.position, assertionsOf(view, fact)]));
    this.setters = new PropertySetters(view);
    for (const fact of folded) this.setters.add(fact);
    this.disputes = new TrackedDisputes(view, this.setters, before);
    for (const fact of folded) {
      const found = this.disputes.resolve(fact, overruled.get(fact.position));
      this.alike.add(fact.period.from, assertionsOf(view, fact), found);
      if (found) this.disputes.track(found);
    }
  }

  /** In fold order. */
  get disputed(): readonly DisputedResolution[] {
    return this.disputes.all;
  }

  /** The properties whose value before the facts was not at hand. Unless empty, the analysis must not be used. */
  get missing(): ReadonlySet<string> {
    return this.disputes.missing;
  }

  /** By position of the fact: the properties for which its place in the order is uncertain. */
  findUncertain(): Map<number, string[]> {
    return (this.uncertain ??= this.setters.findUncertain());
  }

  /** As `TrackedDisputes.atDate`. */
  disputedAt(date: number, facts: readonly ResolvedFact[]): DisputedResolution[] {
    return this.disputes.atDate(date, facts);
  }

  /** The key of the record that all folded facts of a date share, where they are alike. */
  recordOf(date: number): string | null {
    return this.alike.of(date)?.record.key ?? null;
  }

  /** Whether the folded fact at a position sets all properties that another fact sets. */
  setsAllOf(position: number, fact: ResolvedFact): boolean {
    const own = this.assertions.get(position)?.byProperty;
    return own !== undefined && [...assertionsOf(this.view, fact).byProperty.keys()].every((one) => own.has(one));
  }

  /** The most comparisons of winners with losers that the disputes of any one date need, among these facts. */
  comparisonsOf(facts: readonly ResolvedFact[]): number {
    return this.selection.comparisonsOf(facts);
  }

  get records(): Map<string, DisputeRecord> {
    return this.disputes.records;
  }

  /**
   * Adds a fact with one account that was recorded after all others.
   *
   * @returns `null` where the effect on the others is unknown: then the analysis is in an undefined state
   */
  add(fact: ResolvedFact): AddedFact | null {
    const verdict = this.selection.add(fact);
    if (!verdict) return null;
    return verdict.folded ? this.addFolded(fact, verdict.overruled) : this.addOverruled(fact, verdict.against);
  }

  /**
   * Replaces a folded fact by the same fact, resolved again, where only its last account is new or has changed.
   *
   * @returns as `add`
   */
  replace(before: ResolvedFact, fact: ResolvedFact): AddedFact | null {
    const place = placeOfChange(before, fact);
    const account = fact.accounts[place];
    if (!account || !this.assertions.has(fact.position)) return null;
    const known = this.disputes.at(before.position);
    if (known?.own || !this.selection.replace(before, fact, place)) return null;
    this.assertions.set(fact.position, assertionsOf(this.view, fact));
    this.setters.replace(fact);
    this.uncertain = null;
    const was = candidateAt(this.view, before, place);
    const candidate = candidateAt(this.view, fact, place);
    if (!known) return was || candidate ? null : UNCHANGED;
    const wasOpen = known.disputes.open;
    known.fact = fact;
    known.disputes.replaceFact(fact);
    if (before.accounts[place] && !known.disputes.removeAccount(before, place, was)) return null;
    const counts = account.certainty !== 'claimed';
    const joined =
      counts && this.disputes.join(known, candidate, (disputes) => disputes.addAccount(fact, place, candidate));
    if (joined === null) return null;
    const isLess = was?.isOpen === true && this.disputes.removeDoubts(known, was);
    const reaches = (joined && joined.reaches) || isLess || known.disputes.open.some((open, n) => open !== wasOpen[n]);
    return { folded: false, joined: [known.disputes], reaches, from: null };
  }

  private addFolded(fact: ResolvedFact, overruled: OverruledFacts | null): AddedFact | null {
    const assertions = assertionsOf(this.view, fact);
    this.assertions.set(fact.position, assertions);
    const uncertain = overruled && this.findUncertain();
    this.setters.add(fact);
    this.uncertain = null;
    const isUncertain = [...assertions.byProperty].some(([property, one]) =>
      this.setters.mayBeUncertain(property, one),
    );
    const own = this.disputes.resolve(fact, overruled ?? undefined);
    // The record of shared disputes begins with the first fact that shares them.
    if (own && compareInFoldOrder(own.disputes.first, fact) > 0) return null;
    const before = own?.after && this.disputes.at(own.after.position);
    const doubtsBefore = before?.doubts;
    this.alike.add(fact.period.from, assertions, own);
    const again = this.disputes.findDoubtsAgain(fact, assertions);
    if (own) this.disputes.track(own);
    const reaches = isUncertain || again.size > 0 || own !== null;
    // The fact takes the place of the one before it as the last of their date, and the same is in doubt as before.
    const isNextOfDate =
      own &&
      before &&
      !isUncertain &&
      own.isLocal &&
      before.isLocal &&
      own.fact.period.from === before.fact.period.from &&
      again.size <= 1;
    const from =
      isNextOfDate && isDeepStrictEqual(own.doubts, doubtsBefore) && [...again.keys()].every((one) => one === before);
    return {
      folded: true,
      joined: own ? [own.disputes] : [],
      reaches,
      from: from ? before.fact : null,
      alike: own && uncertain && !from ? this.changedByAlike(own, again, uncertain) : null,
    };
  }

  /** What one of several winners that are alike changes; `null` where they are not, or more changes. */
  private changedByAlike(
    own: TrackedResolution,
    again: ReadonlyMap<TrackedResolution, Doubt[][]>,
    uncertainBefore: ReadonlyMap<number, readonly string[]>,
  ): AlikeWinner | null {
    const date = own.fact.period.from;
    if (this.alike.of(date) !== own.disputes) return null;
    const changed: Span[] = own.doubts.flat();
    for (const [one, doubtsBefore] of again) {
      const differing = doubtsThatDiffer(doubtsBefore, one.doubts);
      if (differing.length > 0 && one.disputes !== own.disputes) return null;
      changed.push(...differing);
    }
    // Rows did not name the fact before, which was the last of all that share the record. From now on they name it.
    const after = own.after && this.disputes.at(own.after.position);
    if (after) changed.push(...after.doubts.flat());
    if (changed.some(({ from }) => from < date)) return null;
    const uncertain = this.findUncertain();
    const reordered = [...new Set([...uncertain.keys(), ...uncertainBefore.keys()])].filter(
      (position) =>
        position !== own.fact.position && uncertain.get(position)?.join() !== uncertainBefore.get(position)?.join(),
    );
    return { record: own.disputes.record.key, changed, reordered };
  }

  private addOverruled(fact: ResolvedFact, against: readonly OverruledFacts[]): AddedFact | null {
    const joined = new Map<FoundDisputes, readonly number[]>();
    const added: AddedFact = { folded: false, joined: [], reaches: false, from: null };
    for (const { winners } of against) {
      // The fact contradicts all of these winners in the same way.
      const [candidate] = overruledCandidates(this.view, winners[0] as ResolvedFact, [fact]);
      if (!candidate) return null;
      const isOfSame = setsNothingElse(winners[0] as ResolvedFact, candidate, this.view);
      for (const [n, winner] of winners.entries()) {
        const known = this.disputes.at(winner.position);
        if (!known) return null;
        const date = winner.period.from;
        // A later winner of the same date sets the same properties, so this one leaves nothing in doubt there.
        const isOver =
          isOfSame && standsFrom(winner.period, candidate.period) === date && winners[n + 1]?.period.from === date;
        if (isOver && joined.has(known.disputes)) continue;
        const one = this.disputes.join(known, candidate, (disputes) => joined.get(disputes) ?? disputes.add(candidate));
        if (!one) return null;
        joined.set(known.disputes, one.places);
        added.reaches ||= one.reaches;
      }
    }
    return { ...added, joined: [...joined.keys()] };
  }
}

const UNCHANGED: AddedFact = { folded: false, joined: [], reaches: false, from: null };

/** The place of the last account of a fact, where nothing else of the fact has changed; else -1. */
function placeOfChange(before: ResolvedFact, fact: ResolvedFact): number {
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
