import type { StoredEvent } from '#log/event.js';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { resolveAfterEvent, resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import type { FormChange } from '../store/stored-fact-states.js';
import type { EventLoopYielder } from './event-loop-yielder.js';

/** What one request did to one fact. */
export interface FactChange extends FormChange {
  /** The two forms as they are told now; `null`: withdrawn, or not there. */
  toldBefore: ResolvedFact | null;
  toldAfter: ResolvedFact | null;
}

/**
 * What a run of whole requests did to facts, in the order of the requests, one change for each fact that a request
 * touched.
 *
 * @param events in the order of the log
 * @param forms the standing forms, by fact id, of the facts that these events are about and that came before them;
 * changed in place
 */
export function formChanges(events: readonly StoredEvent[], forms: Map<string, FactState>): FormChange[] {
  const changes: FormChange[] = [];
  let request = new Map<string, FormChange>();
  let end = 0;
  for (const event of events) {
    if (event.requestEnd !== end) {
      request = new Map();
      end = event.requestEnd;
    }
    const before = forms.get(event.factId) ?? null;
    const after = evolve(before, event);
    forms.set(event.factId, after);
    const change = request.get(event.factId);
    if (change) {
      change.after = after;
      continue;
    }
    const fresh: FormChange = { knownFrom: end, before, after };
    request.set(event.factId, fresh);
    changes.push(fresh);
  }
  return changes;
}

/** With the two forms as they are told now. */
export function factChangeOf({ knownFrom, before, after }: FormChange): FactChange {
  return {
    knownFrom,
    before,
    after,
    toldBefore: before && resolveFact(before),
    toldAfter: resolveAfterEvent(before, after),
  };
}

/** The same for all changes of a batch: a fact of thousands of accounts takes a while to tell. */
export async function factChanges(changes: readonly FormChange[], turns: EventLoopYielder): Promise<FactChange[]> {
  const told: FactChange[] = [];
  for (const change of changes) {
    told.push(factChangeOf(change));
    if (turns.due) await turns.take();
  }
  return told;
}
