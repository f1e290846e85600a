import { evolve, type FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { formsFromLog } from '#reader/timeline/fact-states-from-log.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';
import { envelopeOf } from './new-event.js';
import type { ResolvedEvent } from './resolve-targets.js';
import { provisionalEvent } from './provisional-event.js';

/** Some facts as they stand while a batch about them is gone through, event by event. */
export class FactSnapshot {
  private constructor(
    private readonly wanted: ReadonlySet<string>,
    private readonly forms: Map<string, FactState>,
  ) {}

  /** Facts as they stand in the log; those that the batch itself records come with it. */
  static async read(pool: ReadingPool, wanted: ReadonlySet<string>): Promise<FactSnapshot> {
    return new FactSnapshot(wanted, await formsFromLog(pool, [...wanted], Infinity));
  }

  /** What is wrong where data for another account of a fact are about something else than the fact's own, or `null`. */
  otherSubject(factId: string, data: Record<string, unknown>): string | null {
    const form = this.forms.get(factId);
    // By its own account alone: another one can be confirmed and win, and still name what the fact was moved away from.
    const own = form && resolveFact({ ...form, accounts: form.accounts.slice(0, 1) });
    if (!own) return null;
    for (const { view, subject } of subjectsOf(own)) {
      const other = subjectsOf({ ...own, data }).find((one) => one.view === view)?.subject ?? 'nothing';
      if (other !== subject) return `must be about what the fact is about: ${subject} in ${view}, not ${other}`;
    }
    return null;
  }

  /** Goes on to the next event of the batch. */
  add({ event, source, target, refusal }: ResolvedEvent): void {
    const factId = target?.factId ?? event.id;
    const before = this.forms.get(factId) ?? null;
    // What is stored already, a duplicate, is known; what is refused says nothing.
    if (refusal || !this.wanted.has(factId) || (before && !target) || (target && !before)) return;
    const place = {
      position: Number.MAX_SAFE_INTEGER,
      version: 0,
      requestEnd: Number.MAX_SAFE_INTEGER,
      recordedAt: '',
    };
    this.forms.set(factId, evolve(before, provisionalEvent(envelopeOf(event, source, target), target, place)));
  }
}

const subjectsOf = (fact: ResolvedFact): { view: string; subject: string }[] =>
  views.flatMap((view) => {
    const subject = subjectOf(view, fact);
    return subject === null ? [] : [{ view: view.name, subject }];
  });
