import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { deadlinesAt, type DeadlineItem } from './read-board.js';
import type { Clocks } from './clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubject, type HaltedSubjects } from './halted-subjects.js';
import { readItems } from './read-items.js';
import type { SubjectAt } from './subject-at.js';
import { readStoryAt } from './read-story-at.js';
import { readSubjectsOfView } from './read-subjects.js';
import { answersAt, readServing } from './serving.js';
import { toSubject } from './subject.js';

const AT_A_TIME = 500;

export interface Deadlines extends HaltedSubjects {
  items: DeadlineItem[];
}

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
): Promise<Deadlines> {
  const serving = (await readServing(pool, views, clocks)).filter((one) => one.view.deadlines && answersAt(one, clocks.position));
  const found: DeadlineItem[] = [];
  const aside: HaltedSubject[] = [];
  const take = (subjects: readonly SubjectAt[]): void => {
    found.push(...deadlinesAt(subjects, clocks.instant));
    aside.push(...haltedAmong(subjects));
  };
  if (story !== null) take((await readStoryAt(pool, serving, story, clocks)).subjects);
  else aside.push(...(await readHaltedNames(pool, serving, clocks.position, null)));
  for (const one of story === null ? serving : []) {
    for (let last: string | null = ''; last !== null;) {
      const names = await readSubjectsOfView(pool, one.projection, last, AT_A_TIME);
      const items = await readItems(
        pool,
        names.map(({ subject }) => toSubject(one, subject)),
        clocks,
      );
      take(items);
      last = names.length < AT_A_TIME ? null : (names.at(-1)?.subject ?? null);
    }
  }
  const ahead = found.filter(({ daysLeft }) => within === null || daysLeft <= within);
  return { items: ahead.sort((a, b) => a.daysLeft - b.daysLeft), ...nameHalted(aside) };
}
