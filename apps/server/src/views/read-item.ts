import type { Clocks } from '#reader/clocks/clocks.js';
import { readItems } from '#reader/items/read-items.js';
import type { Subject } from '#reader/subjects/subject.js';
import type { ViewItem } from '#reader/items/view-item.js';
import type { ReadingPool } from '../app-dependencies.js';
import { haltedSubject } from './halted.js';

/** What is said of a subject before its first fact. */
const nothingYet = {
  since: null,
  state: null,
  contested: false,
  dateUncertain: false,
  disputes: [],
  claims: [],
  events: [],
  counts: { claims: 0, disputes: 0 },
};

/**
 * A subject at one point of the clocks. Before its first fact it is known by its name, and by the story that tells of
 * it later.
 *
 * @throws Problem `unavailable` where it is set aside
 */
export async function readItem(
  pool: ReadingPool,
  subject: Subject,
  clocks: Clocks,
): Promise<Omit<ViewItem, 'story'> & { story: string | null }> {
  const [at] = await readItems(pool, [subject], clocks);
  if (at?.halted) throw haltedSubject(subject.view.name, subject.subject, at.halted);
  if (at?.item) return at.item;
  const [later] = await readItems(pool, [subject], { ...clocks, asOf: Infinity, reportedAsOf: Infinity });
  return { view: subject.view.name, subject: subject.subject, story: later?.item?.story ?? null, ...nothingYet };
}
