import type { Pool } from 'pg';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { readFactStateChanges } from '#projector/store/stored-fact-states.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import { toSubject, type Subject } from '../subjects/subject.js';

/** How many events between two points are few. */
const FEW = 2_000;

/**
 * The subjects that can differ at two points of the record, of all stories: those of the facts that were recorded in
 * between, or about which something was. `null` where these are many, or where the points differ on another clock: then
 * time alone may have changed any subject.
 */
export async function findChangedSubjects(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  from: Clocks,
  to: Clocks,
): Promise<Subject[] | null> {
  const onRecord = from.asOf === to.asOf && from.instant === to.instant;
  const asPublished = from.reportedAsOf === Infinity && to.reportedAsOf === Infinity;
  if (!onRecord || !asPublished || to.position - from.position > FEW) return null;
  const changes = await readFactStateChanges(pool, from.position, to.position);
  const facts = changes.flatMap(({ before, after }) => [before && resolveFact(before), resolveFact(after)]);
  return generations.flatMap((one) => {
    const names = facts.flatMap((fact) => (fact && subjectOf(one.view, fact)) ?? []);
    return [...new Set(names)].map((subject) => toSubject(one, subject));
  });
}
