import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Sentence } from '../sentence.js';
import { rendererOf } from '../renderers/registry.js';
import { isInDoubt, type Upcoming, type RenderContext } from '../render-context.js';
import { doubted } from './holds.js';

const MOST = 5;

/** What is due: the nearest first, then what has no date, then what is overdue, the latest first. */
export function upcoming(contexts: readonly RenderContext[]): Sentence[] {
  const coming = contexts.flatMap((one) => {
    if (one.state === null) return [];
    return (rendererOf(one.item.view).comes?.(one) ?? []).map((what) => ({
      ...what,
      text: what.by !== undefined && isInDoubt(one, what.by) ? doubted(what.text) : what.text,
      over: what.date !== null && one.isOver(what.date),
    }));
  });
  const end = ({ date }: Upcoming): number => (date === null ? 0 : periodOf(date).to);
  const ahead = coming.filter(({ date, over }) => date !== null && !over).sort((a, b) => end(a) - end(b));
  const overdue = coming.filter(({ over }) => over).sort((a, b) => end(b) - end(a));
  const undated = coming.filter(({ date }) => date === null);
  return [...ahead, ...undated, ...overdue].slice(0, MOST).map(({ text, events }) => ({ text, events }));
}
