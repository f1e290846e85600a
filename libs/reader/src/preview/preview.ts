import type { StoredEvent } from '#log/event.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { compareInFoldOrder, type ResolvedFact } from '#history/facts/resolved-fact.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import { factChangeOf, factStateChanges, type FactChange } from '#projector/write/fact-changes.js';
import { touchedSubjects } from '#projector/write/plan-view.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltedAmong, toSubject, type HaltedSubject, type Subject } from '../subjects/subject.js';
import { factStatesFromLog } from '../timeline/facts-from-log.js';
import type { ItemChange } from '../changes/read-changes.js';
import { readItems } from '../items/read-items.js';
import { comparedItem, itemOrNull, type ViewItem } from '../items/view-item.js';
import { excessesOf, factsAsReported, foldReported } from '../items/as-reported.js';
import { isReadableAt, readActive } from '../clocks/active-generation.js';

/**
 * What one request of events would do to facts, without storing them.
 *
 * @param events of one request, in order, all recorded after `position`
 */
export async function previewFacts(
  pool: Pool,
  events: readonly StoredEvent[],
  position: number,
): Promise<FactChange[]> {
  const known = new Set(events.flatMap((event) => (event.target === null ? [] : [event.factId])));
  const states = await factStatesFromLog(pool, [...known], position);
  return factStateChanges(events, states).map(factChangeOf);
}

/** A subject that facts would come to or leave. */
export type SubjectPreview = Subject & TouchedSubject;

/**
 * The subjects that changes of facts would touch, of the views that can be read at a position. The projector's own code
 * plans them.
 */
export async function previewSubjects(
  pool: Pool,
  views: readonly AnyView[],
  facts: readonly FactChange[],
  position: number,
): Promise<SubjectPreview[]> {
  const readable = (await readActive(pool, views)).filter((one) => isReadableAt(one, position));
  return readable.flatMap((generation) =>
    touchedSubjects(generation.view, facts).map((touched) => ({
      ...touched,
      ...toSubject(generation, touched.subject),
    })),
  );
}

/**
 * The items of some subjects before and after the changes, at a point of the clocks.
 *
 * @returns the items that differ, and the subjects that are left out: halted ones, and those with more facts than may
 * be folded on request
 */
export async function previewChanges(
  pool: Pool,
  subjects: readonly SubjectPreview[],
  clocks: Clocks,
): Promise<{ changes: ItemChange[]; halted: HaltedSubject[] }> {
  const excesses = await excessesOf(pool, subjects, clocks.position);
  const current = (await readItems(pool, subjects, clocks)).map((one, i) => ({
    ...one,
    halted: one.halted ?? excesses[i] ?? null,
  }));
  const changes: ItemChange[] = [];
  for (const [i, subject] of subjects.entries()) {
    if (current[i]?.halted) continue;
    const [facts = []] = await factsAsReported(pool, [subject], clocks);
    const removed = new Set(subject.removed.map((fact) => fact.position));
    const unchanged = facts.map(({ resolved }) => resolved).filter((fact) => !removed.has(fact.position));
    const before = comparedItem(current[i]);
    const after = foldedItem(subject, [...unchanged, ...subject.added], clocks);
    if (JSON.stringify(before) !== JSON.stringify(after))
      changes.push({ view: subject.view.name, subject: subject.subject, before, after });
  }
  return { changes, halted: haltedAmong(current) };
}

/**
 * The ids of the new facts that withdraw plans, but settle none of any subject. Claims are left out, since they settle
 * nothing anyway, and subjects with more facts than may be folded on request.
 *
 * @param position the last one before the new facts
 */
export async function idleWithdrawals(
  pool: Pool,
  subjects: readonly SubjectPreview[],
  position: number,
): Promise<string[]> {
  const isWithdrawal = ({ type, claim }: ResolvedFact): boolean => type === 'TariffPlanWithdrawn' && !claim;
  const touched = subjects.filter(({ added }) => added.some(isWithdrawal));
  const excesses = await excessesOf(pool, touched, position);
  const idle = new Set<string>();
  for (const [i, { view, subject, added, removed, projection, halt }] of touched.entries()) {
    if (excesses[i] !== null) continue;
    const [facts = []] = await factsAsReported(pool, [{ view, subject, projection, halt }], NOW(position));
    const gone = new Set(removed.map((fact) => fact.position));
    const kept = facts.map(({ resolved }) => resolved).filter((fact) => !gone.has(fact.position));
    const { rows } = foldReported(view, [...kept, ...added].sort(compareInFoldOrder));
    const settlers = new Set(rows.flatMap(({ state }) => settlersIn(state)));
    for (const { id } of added.filter(isWithdrawal)) if (!settlers.has(id)) idle.add(id);
  }
  return [...idle];
}

const NOW = (position: number) => ({ asOf: Infinity, reportedAsOf: Infinity, position });

const settlersIn = (state: unknown): (string | null)[] =>
  ((state as { plans?: { settledBy: string | null }[] } | null)?.plans ?? []).map(({ settledBy }) => settledBy);

function foldedItem(
  { view, subject }: Subject,
  facts: readonly ResolvedFact[],
  { asOf, instant }: Clocks,
): ViewItem | null {
  const ordered = [...facts].sort(compareInFoldOrder);
  const { rows, listsOf, originOf } = foldReported(view, ordered);
  const row = rows.findLast(({ validFrom }) => validFrom <= asOf);
  return itemOrNull(view, subject, row, listsOf, (one) => originOf(one, asOf), instant);
}
