import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Sentence } from '../sentence.js';
import { tellerOf } from '../tellers/tellers.js';
import { isInDoubt, type Coming, type Told } from '../told.js';
import { doubted } from './holds.js';

const MOST = 5;

/** What is due: the nearest first, then what has no date, then what is overdue, the latest first. */
export function whatIsDue(told: readonly Told[]): Sentence[] {
  const coming = told.flatMap((one) => {
    if (one.state === null) return [];
    return (tellerOf(one.item.view).comes?.(one) ?? []).map((what) => ({
      ...what,
      text: what.by !== undefined && isInDoubt(one, what.by) ? doubted(what.text) : what.text,
      over: what.date !== null && one.isOver(what.date),
    }));
  });
  const end = ({ date }: Coming): number => (date === null ? 0 : periodOf(date).to);
  const ahead = coming.filter(({ date, over }) => date !== null && !over).sort((a, b) => end(a) - end(b));
  const overdue = coming.filter(({ over }) => over).sort((a, b) => end(b) - end(a));
  const undated = coming.filter(({ date }) => date === null);
  return [...ahead, ...undated, ...overdue].slice(0, MOST).map(({ text, events }) => ({ text, events }));
}
