import { lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { FactState } from '#history/facts/fact-state.js';
import { FactsInOrder, firstWhere } from '#history/facts/facts-in-order.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { hasUndated } from '#history/facts/undated.js';
import { subjectOf } from '#history/fold/assertions.js';
import { ClaimCounter, isCut } from '#history/fold/claim-counter.js';
import { abridgeRows } from '#history/fold/abridged-rows.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import { itemOfRow, runSince } from '#history/fold/row.js';
import { excessOf, excessOfFacts } from '#history/revise/budget.js';
import { emptyWindow, type HistoryWindow } from '#history/revise/history-window.js';
import { replaceRecords } from '#history/revise/record-versions.js';
import { revise } from '#history/revise/revise.js';
import { RowVersion } from '#history/revise/row-version.js';
import type { Known } from '../clocks/clocks.js';
import { leftOutAmong, type LeftOut, undatedField } from '../items/left-out.js';
import { countClaims } from '../replay/replay-window.js';
import type { Subject } from '../subjects/subject.js';
import { CellsOfRow, type CellValues, emptyValues, type SeriesPoint } from './series-cell.js';

/** A fact at the point that a series has reached. */
interface FactThere {
  state: FactState;
  /** `null` where it does not touch the subject. */
  resolved: ResolvedFact | null;
}

/**
 * A subject on the press's clock, stepped from point to point. It is folded whole at the first point. After that only
 * the facts are resolved again of which something was published or recorded in between, and only the rows that they
 * change are folded.
 */
export class ReportedSubject {
  private readonly facts = new Map<number, FactThere>();
  private window: HistoryWindow | null = null;
  /** Why it is halted at the point; `null`: it is not. */
  private excess: string | null = null;
  private shown: { row: RowVersion; cells: CellsOfRow } | null = null;
  private leftOut: LeftOut[] | null = null;
  /** By position, of the facts of which something is left out. */
  private readonly undated = new Map<number, LeftOut[]>();
  /** Of all facts, in order, the instants at which something of them begins to count. */
  private readonly publications: { instant: number; fact: number }[] = [];
  private published = 0;
  private known: Known;

  /**
   * @param states of all facts that ever touched it, as known at the point
   * @param budget how many facts may be folded
   */
  constructor(
    private readonly subject: Subject,
    states: readonly FactState[],
    { clocks }: SeriesPoint,
    private readonly budget: number,
  ) {
    this.known = clocks;
    for (const state of states) {
      this.put(state);
      for (const instant of publicationsOf(state)) this.publications.push({ instant, fact: state.position });
    }
    this.publications.sort((a, b) => a.instant - b.instant);
    this.published = this.publishedBy(clocks.reportedAsOf);
    this.fold();
  }

  /**
   * Moves on to a later point.
   * @param changed the states, as known there, of the facts of which something was recorded in between
   */
  moveTo({ clocks }: SeriesPoint, changed: readonly FactState[] = []): void {
    this.known = clocks;
    const states = new Map(changed.map((state) => [state.position, state]));
    const published = this.publishedBy(clocks.reportedAsOf);
    for (const { fact } of this.publications.slice(this.published, published)) {
      const there = this.facts.get(fact);
      if (there && !states.has(fact)) states.set(fact, there.state);
    }
    this.published = published;
    if (states.size > 0) this.change([...states.values()]);
  }

  /** Its cell at the point that it was moved to; `null`: it is halted. */
  cell({ clocks }: SeriesPoint): CellValues | null {
    if (this.excess !== null || !this.window) return null;
    const { rows, facts } = this.window;
    const at = firstWhere(rows, ({ validFrom }) => validFrom > clocks.asOf) - 1;
    const row = rows[at];
    const leftOut = (this.leftOut ??= [...this.undated.values()].flat());
    if (!row) return { ...emptyValues(this.subject.view), ...undatedField(leftOut, clocks.asOf) };
    if (this.shown?.row !== row) {
      const { says } = row;
      const counter = new ClaimCounter();
      if (isCut(says)) countClaims(counter, rows.slice(0, at + 1), facts);
      const claims = isCut(says) ? counter.count : says.claims.length;
      const since = runSince(rows, row) ?? null;
      this.shown = { row, cells: new CellsOfRow(this.subject.view, { says: itemOfRow(row), since, claims }) };
    }
    return { ...this.shown.cells.at(clocks.instant), ...undatedField(leftOut, clocks.asOf) };
  }

  /** Why it is halted at the point; `null`: it is not. */
  get halted(): string | null {
    return this.excess;
  }

  /** Resolves a fact at the point. */
  private put(state: FactState): FactThere {
    const { view, subject } = this.subject;
    const resolved = resolveFact(state, this.known);
    const there = { state, resolved: resolved && subjectOf(view, resolved) === subject ? resolved : null };
    this.facts.set(state.position, there);
    const leftOut = hasUndated(state) ? leftOutAmong([state], this.subject, this.known) : [];
    if (leftOut.length > 0) this.undated.set(state.position, leftOut);
    else this.undated.delete(state.position);
    return there;
  }

  private publishedBy(instant: number): number {
    return firstWhere(this.publications, (one) => one.instant > instant);
  }

  private change(states: readonly FactState[]): void {
    const removed: ResolvedFact[] = [];
    const added: ResolvedFact[] = [];
    this.leftOut = null;
    for (const state of states) {
      const before = this.facts.get(state.position)?.resolved;
      const after = this.put(state);
      if (before) removed.push(before);
      if (after.resolved) added.push(after.resolved);
    }
    if (removed.length === 0 && added.length === 0) return;
    // The same row may have another run, and other claims before it.
    this.shown = null;
    const tooMany = excessOf({ folded: this.facts.size }, this.budget);
    if (tooMany !== null || !this.window || this.excess !== null) return this.fold();
    const result = revise(this.subject.view, this.window, { knownFrom: 0, removed, added }, this.budget);
    if (result.kind === 'missing') throw new Error('the window of a series has all rows and values');
    // What is too much work for a change may still be little enough for a fold.
    if (result.kind === 'excess') this.fold();
  }

  /** Folds all its facts. */
  private fold(): void {
    const { view } = this.subject;
    const facts = new FactsInOrder([...this.facts.values()].flatMap(({ resolved }) => resolved ?? []));
    this.shown = null;
    this.window = null;
    this.excess = excessOf({ folded: this.facts.size }, this.budget) ?? excessOfFacts(view, [...facts], this.budget);
    if (this.excess !== null) return;
    const { rows, records } = foldFacts(view, null, [...facts]);
    this.window = {
      ...emptyWindow(),
      isBeforeComplete: true,
      rows: abridgeRows(rows).map((row, n) => RowVersion.folded(view, row, rows[n - 1] ?? null, 0)),
      facts,
    };
    replaceRecords(this.window.records, { from: -Infinity, to: Infinity }, records, 0);
  }
}

/**
 * The instants at which something of a fact may begin to count on the press's clock: publications, corrected ones, and,
 * of what has no date of publication, the ends of the dates of the fact.
 */
function publicationsOf(state: FactState): Set<number> {
  const { accounts, corrections, retractions } = state;
  const dates = [...accounts, ...corrections, ...retractions].map(({ source }) => source?.publishedAt);
  dates.push(...corrections.map(({ publishedAt }) => publishedAt));
  if (hasUndated(state)) dates.push(...[...accounts, ...corrections].map(({ occurredAt }) => occurredAt));
  return new Set(dates.flatMap((date) => (date === undefined ? [] : [lastInstant(periodOf(date))])));
}
