import type { StoredEvent } from '#log/event.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { compareInFoldOrder, type ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltedAmong, type HaltedSubject } from '../items/halted-subjects.js';
import { formsFromLog } from '../timeline/fact-states-from-log.js';
import type { ItemChange } from '../changes/changed-items.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/subject-at.js';
import { excessesOf, factsAsReported, foldReported } from '../items/as-reported.js';
import { isReadableAt, readActive } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';
import { itemOrNull, MAX_ITEM_EVENTS, isNonEmpty, type ViewItem } from '../items/view-item.js';

/** What some events would do to a fact; `null`: it is not there, or no longer. */
export interface FactPreview {
  before: ResolvedFact | null;
  after: ResolvedFact | null;
}

/**
 * What some events would make of the facts that they are, or are about, without storing them.
 *
 * @param events in order, all recorded after `position`
 */
export async function previewFacts(
  pool: Pool,
  events: readonly StoredEvent[],
  position: number,
): Promise<FactPreview[]> {
  const spokenOf = new Set(events.flatMap((event) => (event.target === null ? [] : [event.factId])));
  const forms = await formsFromLog(pool, [...spokenOf], position);
  const changed = new Map<string, FactState>();
  for (const event of events) {
    changed.set(event.factId, evolve(changed.get(event.factId) ?? forms.get(event.factId) ?? null, event));
  }
  return [...changed].map(([id, form]) => {
    const before = forms.get(id);
    return { before: before ? resolveFact(before) : null, after: resolveFact(form) };
  });
}

/** A subject that facts come to or leave. */
export interface SubjectPreview extends Subject {
  leave: ResolvedFact[];
  come: ResolvedFact[];
}

/** The subjects, of the views that answer at a position, which changes of facts would touch. */
export async function previewSubjects(
  pool: Pool,
  views: readonly AnyView[],
  facts: readonly FactPreview[],
  position: number,
): Promise<SubjectPreview[]> {
  const serving = (await readActive(pool, views)).filter((one) => isReadableAt(one, position));
  return serving.flatMap((generation) => {
    const { view } = generation;
    const touched = new Map<string, SubjectPreview>();
    const touch = (fact: ResolvedFact | null, how: 'leave' | 'come'): void => {
      const subject = fact && subjectOf(view, fact);
      if (fact === null || subject === null) return;
      const one = touched.get(subject) ?? { ...toSubject(generation, subject), leave: [], come: [] };
      one[how].push(fact);
      touched.set(subject, one);
    };
    for (const { before, after } of facts) {
      touch(before, 'leave');
      touch(after, 'come');
    }
    return [...touched.values()];
  });
}

/**
 * What would become of the items of some subjects: what stands at a point of the clocks, and what the engine makes of
 * it with the changes. Of those that are set aside, or have more facts than may be folded on request, nothing is told.
 */
export async function previewChanges(
  pool: Pool,
  subjects: readonly SubjectPreview[],
  clocks: Clocks,
): Promise<{ changes: ItemChange[]; aside: HaltedSubject[] }> {
  const excesses = await excessesOf(pool, subjects, clocks.position);
  const standing = (await readItems(pool, subjects, clocks)).map((one, i) => ({
    ...one,
    halted: one.halted ?? excesses[i] ?? null,
  }));
  const changes: ItemChange[] = [];
  for (const [i, subject] of subjects.entries()) {
    if (standing[i]?.halted) continue;
    const [facts = []] = await factsAsReported(pool, [subject], clocks);
    const gone = new Set(subject.leave.map((fact) => fact.position));
    const stay = facts.map(({ told }) => told).filter((fact) => !gone.has(fact.position));
    const before = said(standing[i]);
    const after = itemToBe(subject, [...stay, ...subject.come], clocks);
    if (JSON.stringify(before) !== JSON.stringify(after))
      changes.push({ view: subject.view.name, subject: subject.subject, before, after });
  }
  return { changes, aside: haltedAmong(standing) };
}

function itemToBe(
  { view, subject }: Subject,
  facts: readonly ResolvedFact[],
  { asOf, instant }: Clocks,
): ViewItem | null {
  const ordered = [...facts].sort(compareInFoldOrder);
  const { rows, listsOf } = foldReported(view, ordered);
  const row = rows.findLast(({ validFrom }) => validFrom <= asOf);
  const behind = ordered.filter((fact) => fact.period.from <= asOf).slice(-MAX_ITEM_EVENTS);
  return itemOrNull(view, subject, row, listsOf, () => behind.map((fact) => fact.id), instant);
}

const said = (at: SubjectAt | undefined): ViewItem | null =>
  at?.row && at.item && isNonEmpty(at.row) ? at.item : null;
