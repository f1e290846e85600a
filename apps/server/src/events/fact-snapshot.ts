import type { Pool } from 'pg';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { factStatesFromLog } from '#reader/timeline/facts-from-log.js';
import { views } from '#views/registry.js';
import { envelopeOf, provisionalEvent, type ResolvedEvent } from './new-event.js';

/** Some facts, updated event by event while a batch about them is checked. */
export class FactSnapshot {
  private constructor(
    private readonly wanted: ReadonlySet<string>,
    private readonly states: Map<string, FactState>,
  ) {}

  /** Reads facts from the log. Facts of the batch itself are added by `add`. */
  static async read(pool: Pool, wanted: ReadonlySet<string>): Promise<FactSnapshot> {
    return new FactSnapshot(wanted, await factStatesFromLog(pool, [...wanted], Infinity));
  }

  /**
   * The error where the data of an account are about another subject than the fact's own account; `null`: there is
   * none.
   */
  subjectError(factId: string, data: Record<string, unknown>): string | null {
    const state = this.states.get(factId);
    // Only the fact's own account is compared. Another account may win because it is confirmed, and still name the
    // subject as it was before a correction.
    const own = state && resolveFact({ ...state, accounts: state.accounts.slice(0, 1) });
    if (!own) return null;
    for (const { view, subject } of subjectsOf(own)) {
      const other = subjectsOf({ ...own, data }).find((one) => one.view === view)?.subject ?? 'nothing';
      if (other !== subject) return `must be about the subject of the fact: ${subject} in ${view}, not ${other}`;
    }
    return null;
  }

  /** Adds the next event of the batch. */
  add({ event, source, target, refusal }: ResolvedEvent): void {
    const factId = target?.factId ?? event.id;
    const before = this.states.get(factId) ?? null;
    // A duplicate is in the log already, and a refused event has no effect.
    if (refusal || !this.wanted.has(factId) || (before && !target) || (target && !before)) return;
    const place = {
      position: Number.MAX_SAFE_INTEGER,
      version: 0,
      requestEnd: Number.MAX_SAFE_INTEGER,
      recordedAt: '',
    };
    this.states.set(factId, evolve(before, provisionalEvent(envelopeOf(event, source, target), target, place)));
  }
}

const subjectsOf = (fact: ResolvedFact): { view: string; subject: string }[] =>
  views.flatMap((view) => {
    const subject = subjectOf(view, fact);
    return subject === null ? [] : [{ view: view.name, subject }];
  });
