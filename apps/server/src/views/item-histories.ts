import type { Pool } from 'pg';
import type { Clocks } from '#reader/clocks/clocks.js';
import { PageDeadline } from '#reader/clocks/page-deadline.js';
import { type HistoryPlace, type HistoryStep, readHistory } from '#reader/items/read-history.js';
import type { Subject } from '#reader/subjects/subject.js';
import { haltedSubject } from './halted.js';

/** What a list of items can include. */
export const ITEM_INCLUDES = ['history'] as const;

/** The most steps of one subject beside a list, and so many that no further subject is read. */
export const MAX_STEPS = 200;
const ENOUGH_STEPS = 2_000;
/** The histories of how many subjects are read at once. */
const SUBJECTS_AT_A_TIME = 5;

/** The beginning of a subject's history, beside a list of items. */
export interface ItemHistory {
  subject: string;
  steps: HistoryStep[];
  /** Whether it has further steps. */
  more: boolean;
}

/**
 * The histories of subjects, in their order, each up to the instant of the read. Where they are long, or take long,
 * only those of the first subjects.
 */
export async function readHistories(pool: Pool, subjects: readonly Subject[], clocks: Clocks): Promise<ItemHistory[]> {
  const found: ItemHistory[] = [];
  const deadline = new PageDeadline();
  let count = 0;
  for (let i = 0; i < subjects.length; i += SUBJECTS_AT_A_TIME) {
    if (i > 0 && (deadline.hasPassed || count >= ENOUGH_STEPS)) break;
    const some = await Promise.all(
      subjects.slice(i, i + SUBJECTS_AT_A_TIME).map(async (one): Promise<ItemHistory> => {
        const { items, next } = await readSteps(pool, one, clocks, null, MAX_STEPS);
        return { subject: one.subject, steps: items, more: next !== null };
      }),
    );
    found.push(...some);
    count += some.reduce((sum, { steps }) => sum + steps.length, 0);
  }
  return found;
}

/** All steps of the histories of subjects, some at a time. */
export async function* allSteps(
  pool: Pool,
  subjects: AsyncIterable<readonly Subject[]>,
  clocks: Clocks,
): AsyncGenerator<HistoryStep[]> {
  for await (const some of subjects) {
    for (const one of some) {
      for (let after: HistoryPlace | null = null; ;) {
        const { items, next }: { items: HistoryStep[]; next: HistoryPlace | null } = await readSteps(
          pool,
          one,
          clocks,
          after,
          MAX_STEPS,
        );
        yield items;
        if (next === null) break;
        after = next;
      }
    }
  }
}

/** @throws Problem `unavailable` where the subject is halted */
async function readSteps(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: HistoryPlace | null,
  limit: number,
): Promise<{ items: HistoryStep[]; next: HistoryPlace | null }> {
  const { halted, ...page } = await readHistory(pool, subject, clocks, { after, until: clocks.instant, limit });
  if (halted !== null) throw haltedSubject(subject.view.name, subject.subject, halted);
  return page;
}
