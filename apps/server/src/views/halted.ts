import { z } from 'zod';
import type { Clocks } from '#reader/clocks/clocks.js';
import { nameHalted, readHaltedNames, type HaltedSubjects } from '#reader/items/halted-subjects.js';
import { unavailableViews, readActive } from '#reader/clocks/active-generation.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';
import { unavailable, type Problem } from '../problems/problem.js';

const HaltedSubjectBody = z.strictObject({ view: z.string(), subject: z.string(), reason: z.string() }).meta({
  id: 'HaltedSubject',
  description: 'A subject that is set aside alone, and why; an admin can have it tried again',
});

/** Fields of every answer that is made from many subjects. */
export const haltedSubjectsField = {
  haltedSubjects: z.array(HaltedSubjectBody).max(50).meta({
    description:
      'Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them',
  }),
  moreHaltedSubjects: z.int().min(1).optional().meta({ description: 'How many more there are; absent: none' }),
};

/** Fields of every answer that is made from several views. */
export const haltedField = {
  halted: z.array(z.string()).meta({
    description:
      'Views that this answer lacks: their own code failed before this point of the record, or they are first being built',
  }),
  ...haltedSubjectsField,
};

/** What an answer that is made from several views lacks. */
export interface Halted extends HaltedSubjects {
  halted: string[];
}

/**
 * The names of the views that an answer lacks at a point of the record.
 *
 * @param made whether it is made from a view
 */
export async function haltedViews(
  pool: ReadingPool,
  clocks: Clocks,
  made: (view: AnyView) => boolean = () => true,
): Promise<string[]> {
  return unavailableViews(views.filter(made), await readActive(pool, views, clocks), clocks.position);
}

/**
 * The views and the subjects that an answer lacks at a point of the record.
 *
 * @param story the one story that it is about; `null`: of all
 * @param made whether it is made from a view
 */
export async function haltedOf(
  pool: ReadingPool,
  clocks: Clocks,
  story: string | null,
  made: (view: AnyView) => boolean = () => true,
): Promise<Halted> {
  const serving = (await readActive(pool, views, clocks)).filter(({ view }) => made(view));
  return {
    halted: unavailableViews(views.filter(made), serving, clocks.position),
    ...nameHalted(await readHaltedNames(pool, serving, clocks.position, story)),
  };
}

/** Nobody can tell when an admin will have it tried again. Seconds. */
const AGAIN = 3_600;

/** An answer about one subject that is set aside. */
export const haltedSubject = (view: string, subject: string, reason: string): Problem =>
  unavailable(`${subject} of the view ${view} is set aside: ${reason}. Its facts can still be read.`, AGAIN);
