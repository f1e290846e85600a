import type { Pool } from 'pg';
import { isReadableAt, readActive, type ActiveGeneration } from '#reader/clocks/active-generation.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { undatedField } from '#reader/items/left-out.js';
import { readItems } from '#reader/items/read-items.js';
import { isNonEmpty, type ViewItem } from '#reader/items/view-item.js';
import { toSubject, type Subject } from '#reader/subjects/subject.js';
import { subjectExists } from '#reader/subjects/subjects-of-story.js';
import { viewNamed, views } from '#views/registry.js';
import { Problem, unavailable } from '../problems/problem.js';
import { haltedSubject } from './halted.js';

/**
 * Finds the generation of a view that is readable at a point of the record.
 * @throws Problem `not-found` for an unknown view, `unavailable` while the view is being built for the first time, or
 * where it is halted before that point
 */
export async function findView(pool: Pool, name: string, clocks: Clocks): Promise<ActiveGeneration> {
  if (!viewNamed(name)) throw new Problem('not-found', `There is no view ${name}. GET /v1/views lists them.`);
  const generation = (await readActive(pool, views, clocks)).find((one) => one.view.name === name);
  if (!generation) throw unavailable(`The view ${name} is being built.`, 5);
  if (!isReadableAt(generation, clocks.position)) {
    const { position = 0 } = generation.halted ?? {};
    throw unavailable(`The view ${name} is halted: it has nothing after position ${position}.`, 60);
  }
  return generation;
}

/** @throws Problem as `findView`, and `not-found` for a subject that no fact has named up to that point */
export async function findSubject(pool: Pool, name: string, subject: string, clocks: Clocks): Promise<Subject> {
  const generation = await findView(pool, name, clocks);
  if (!(await subjectExists(pool, generation.projection, subject, clocks.position)))
    throw unknownSubject(name, subject);
  return toSubject(generation, subject);
}

export const unknownSubject = (view: string, subject: string): Problem =>
  new Problem('not-found', `The view ${view} has no subject ${subject}. GET /v1/views/${view} lists its subjects.`);

/** The item of a subject of which nothing is said. */
const EMPTY_ITEM = {
  since: null,
  lastFact: null,
  state: null,
  contested: false,
  dateUncertain: false,
  disputes: [],
  claims: [],
  events: [],
  counts: { claims: 0, disputes: 0 },
};

/**
 * Reads a subject at one point of the clocks. Where nothing is said of it the item is empty, and has the story of the
 * latest fact or claim about it that the record has by then, whatever its date and its publication.
 *
 * @throws Problem `unavailable` where the subject is halted
 */
export async function readItem(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
): Promise<Omit<ViewItem, 'story'> & { story: string | null }> {
  const [at] = await readItems(pool, [subject], clocks);
  if (at?.halted) throw haltedSubject(subject.view.name, subject.subject, at.halted);
  if (at?.item && at.row && isNonEmpty(at.row)) return at.item;
  const [later] = await readItems(pool, [subject], { ...clocks, asOf: Infinity, reportedAsOf: Infinity });
  const story = later?.item?.story ?? null;
  return { view: subject.view.name, subject: subject.subject, story, ...EMPTY_ITEM, ...undatedField(at?.leftOut) };
}
