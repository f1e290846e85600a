import type { Pool } from 'pg';
import { readOpening, storyExists } from '#reader/board/story-head.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { Problem } from '../problems/problem.js';

/**
 * The problem of a read of a story that the record does not have at the point of the read. Where the read goes back on
 * the clock of the record to before the story was opened, the problem says so, since the clock of the press is often
 * the one that was meant.
 */
export async function unknownStory(
  pool: Pool,
  slug: string,
  { recordedAsOf }: Pick<Clocks, 'recordedAsOf'>,
): Promise<Problem> {
  const missing = `The record has no story ${slug} at this point`;
  const opened = recordedAsOf === null ? null : await readOpening(pool, slug);
  if (!opened) return new Problem('not-found', `${missing}.`);
  const { position, recordedAt } = opened;
  const begins = `the record of ${slug} begins on ${recordedAt.slice(0, 10)}, at position ${position}`;
  return new Problem('not-found', `${missing}: ${begins}; for what was published by that day use reportedAsOf.`);
}

/**
 * Refuses a filter by a story that the record does not have at the point of the read: an empty list would read as if
 * the story had nothing of the kind.
 *
 * @throws Problem `not-found`
 */
export async function requireStory(
  pool: Pool,
  story: string | undefined,
  clocks: Pick<Clocks, 'position'> & Partial<Pick<Clocks, 'recordedAsOf'>>,
): Promise<void> {
  if (story !== undefined && !(await storyExists(pool, story, clocks)))
    throw await unknownStory(pool, story, { recordedAsOf: clocks.recordedAsOf ?? null });
}
