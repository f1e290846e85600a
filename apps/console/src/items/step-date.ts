import type { Schema } from '../api/client.js';

/**
 * From when on a step of a history holds: the date of its last fact, or the day on which time alone brought it; `null`:
 * the step does not tell.
 */
export function stepDate(step: Schema<'HistoryStep'>): string | null {
  const fact = step.lastFact?.occurredAt ?? null;
  if (step.by === 'fact') return fact;
  if (step.since !== null && (fact === null || step.since > fact)) return step.since;
  const due = step.view === 'tariffs' ? (step.state?.pending ?? []).filter((one) => one.due) : [];
  return due.map(({ effectiveFrom }) => effectiveFrom).findLast((date) => date !== null) ?? null;
}
