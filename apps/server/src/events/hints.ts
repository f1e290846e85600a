import type { StoredEvent } from '#log/event.js';
import { subjectExists } from '#reader/subjects/read-subjects.js';
import { similarFacts } from '#reader/evidence/similar-facts.js';
import { previewFacts, previewSubjects, type FactPreview, type SubjectPreview } from '#reader/preview/preview.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';
import type { Hints } from './event.schema.js';

/**
 * What an editor might want to look at twice about some events.
 *
 * @param events those that are new, in order
 * @param position the last position before them
 */
export async function hintsAbout(pool: ReadingPool, events: readonly StoredEvent[], position: number): Promise<Hints> {
  const facts = await previewFacts(pool, events, position);
  return hintsOf(pool, facts, await previewSubjects(pool, views, facts, position), position);
}

/** As `hintsAbout`, where what the events do is known already. */
export async function hintsOf(
  pool: ReadingPool,
  facts: readonly FactPreview[],
  subjects: readonly SubjectPreview[],
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
    if (come.length > 0 && !(await subjectExists(pool, projection, subject, position)))
      newSubjects.push({ view: view.name, subject });
  }
  return { similar: [...similar], newSubjects };
}
