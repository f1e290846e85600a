import type { StoredEvent } from '#log/event.js';
import { heardOf } from '#projector/read/read-subjects.js';
import { similarFacts } from '#projector/read/similar-facts.js';
import { factsToBe, subjectsToBe, type FactToBe, type SubjectToBe } from '#projector/read/would-be.js';
import { views } from '#views/views.js';
import type { ReadingPool } from '../../server-parts.js';
import type { Hints } from './event.schema.js';

/**
 * What an editor might want to look at twice about some events.
 *
 * @param events those that are new, in order
 * @param position the last position before them
 */
export async function hintsAbout(pool: ReadingPool, events: readonly StoredEvent[], position: number): Promise<Hints> {
  const facts = await factsToBe(pool, events, position);
  return hintsOf(pool, facts, await subjectsToBe(pool, views, facts, position), position);
}

/** As `hintsAbout`, where what the events do is known already. */
export async function hintsOf(
  pool: ReadingPool,
  facts: readonly FactToBe[],
  subjects: readonly SubjectToBe[],
  position: number,
): Promise<Hints> {
  const similar = new Set<string>();
  for (const { before, after } of facts) {
    if (before || !after) continue;
    const own = subjects.filter(({ come }) => come.includes(after));
    const found = await similarFacts(pool, own, after, { asOf: Infinity, reportedAsOf: Infinity, position });
    for (const { told } of found) similar.add(told.id);
  }
  const newSubjects: Hints['newSubjects'] = [];
  for (const { view, projection, subject, come } of subjects) {
    if (come.length > 0 && !(await heardOf(pool, projection, subject, position))) newSubjects.push({ view: view.name, subject });
  }
  return { similar: [...similar], newSubjects };
}
