import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { deadlinesAt, type DeadlineItem } from './read-board.js';
import type { Clocks } from './clocks.js';
import { readItems } from './read-items.js';
import { readStoryAt } from './read-story-at.js';
import { readSubjectsOfView } from './read-subjects.js';
import { answersAt, readServing } from './serving.js';

const AT_A_TIME = 500;

/**
 * What runs out or is due from the day asked for on, over all stories or in one, the nearest first.
 *
 * @param within days, or `null`: however far ahead
 */
export async function readDeadlines(
  pool: Pool,
  views: readonly AnyView[],
  story: string | null,
  within: number | null,
  clocks: Clocks,
): Promise<DeadlineItem[]> {
  const serving = (await readServing(pool, views, clocks)).filter((one) => one.view.deadlines && answersAt(one, clocks.position));
  const found: DeadlineItem[] = [];
  if (story !== null) found.push(...deadlinesAt((await readStoryAt(pool, serving, story, clocks)).subjects, clocks.instant));
  for (const { view, projection } of story === null ? serving : []) {
    for (let last: string | null = ''; last !== null;) {
      const names = await readSubjectsOfView(pool, projection, last, AT_A_TIME);
      const items = await readItems(
        pool,
        names.map(({ subject }) => ({ view, projection, subject })),
        clocks,
      );
      found.push(...deadlinesAt(items, clocks.instant));
      last = names.length < AT_A_TIME ? null : (names.at(-1)?.subject ?? null);
    }
  }
  const ahead = found.filter(({ daysLeft }) => within === null || daysLeft <= within);
  return ahead.sort((a, b) => a.daysLeft - b.daysLeft);
}
