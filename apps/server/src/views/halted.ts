import type { Pool } from 'pg';
import { z } from 'zod';
import { unavailableViews, readActive } from '#reader/clocks/active-generation.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { nameHalted, readHaltedNames, type HaltedSubjects } from '#reader/subjects/subject.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { unavailable, type Problem } from '../problems/problem.js';

const HaltedSubjectBody = z.strictObject({ view: z.string(), subject: z.string(), reason: z.string() }).meta({
  id: 'HaltedSubject',
  description: 'A subject that is halted, and why; an admin can request a retry',
});

/** The fields of every answer that is built from many subjects. */
export const haltedSubjectsField = {
  haltedSubjects: z
    .array(HaltedSubjectBody)
    .max(50)
    .meta({
      description:
        'The first 50 subjects that are missing here: before this point of the record one request was too much work ' +
        'for them',
    }),
  moreHaltedSubjects: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'How many more subjects are missing; absent: none' }),
};

/** The fields of every answer that is built from several views. */
export const haltedField = {
  halted: z.array(z.string()).meta({
    description:
      'Views that are missing here: their code failed before this point of the record, or they are being built for ' +
      'the first time',
  }),
  ...haltedSubjectsField,
};

/** The views and subjects that are missing in an answer. */
export interface Halted extends HaltedSubjects {
  halted: string[];
}

/**
 * The names of the views that are missing in an answer at a point of the record.
 *
 * @param uses whether the answer is built from a view
 */
export async function readHaltedViews(
  pool: Pool,
  clocks: Clocks,
  uses: (view: AnyView) => boolean = () => true,
): Promise<string[]> {
  return unavailableViews(views.filter(uses), await readActive(pool, views, clocks), clocks.position);
}

/**
 * The views and the subjects that are missing in an answer at a point of the record.
 *
 * @param story the story of the answer; `null`: all stories
 * @param uses whether the answer is built from a view
 */
export async function readHalted(
  pool: Pool,
  clocks: Clocks,
  story: string | null,
  uses: (view: AnyView) => boolean = () => true,
): Promise<Halted> {
  const generations = (await readActive(pool, views, clocks)).filter(({ view }) => uses(view));
  return {
    halted: unavailableViews(views.filter(uses), generations, clocks.position),
    ...nameHalted(await readHaltedNames(pool, generations, clocks.position, story)),
  };
}

/** In seconds. It is unknown when an admin will request a retry. */
const RETRY_AFTER = 3_600;

/** The problem of a read of one subject that is halted. */
export const haltedSubject = (view: string, subject: string, reason: string): Problem =>
  unavailable(`${subject} of the view ${view} is halted: ${reason}. Its facts can still be read.`, RETRY_AFTER);
