import { afterEvent, type FactForm } from '#projector/facts/fact-form.js';
import { tellFact } from '#projector/facts/tell-fact.js';
import type { ToldFact } from '#projector/facts/told-fact.js';
import { subjectOf } from '#projector/fold/assertions.js';
import { formsFromLog } from '#projector/read/forms-from-log.js';
import { views } from '#views/views.js';
import type { ReadingPool } from '../../server-parts.js';
import { envelopeOf } from './new-event.js';
import type { ResolvedEvent } from './resolve-targets.js';
import { wouldBeEvent } from './would-be-event.js';

/** Some facts as they stand while a batch about them is gone through, event by event. */
export class FactsSaid {
  private constructor(
    private readonly wanted: ReadonlySet<string>,
    private readonly forms: Map<string, FactForm>,
  ) {}

  /** Facts as they stand in the log; those that the batch itself records come with it. */
  static async read(pool: ReadingPool, wanted: ReadonlySet<string>): Promise<FactsSaid> {
    return new FactsSaid(wanted, await formsFromLog(pool, [...wanted], Infinity));
  }

  /** What is wrong where data for another account of a fact are about something else than the fact's own, or `null`. */
  otherSubject(factId: string, data: Record<string, unknown>): string | null {
    const form = this.forms.get(factId);
    // By its own account alone: another one can be confirmed and win, and still name what the fact was moved away from.
    const own = form && tellFact({ ...form, accounts: form.accounts.slice(0, 1) });
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
    const place = { position: Number.MAX_SAFE_INTEGER, version: 0, requestEnd: Number.MAX_SAFE_INTEGER, recordedAt: '' };
    this.forms.set(factId, afterEvent(before, wouldBeEvent(envelopeOf(event, source, target), target, place)));
  }
}

const subjectsOf = (fact: ToldFact): { view: string; subject: string }[] =>
  views.flatMap((view) => {
    const subject = subjectOf(view, fact);
    return subject === null ? [] : [{ view: view.name, subject }];
  });
