import type { Sentence } from '../sentence.js';
import { tellerOf } from '../tellers/tellers.js';
import { isInDoubt, type Told } from '../told.js';

const MOST = 12;

/** What holds now, subject by subject. `told`: what matters most first; they are told in the order of their views. */
export function whatHolds(told: readonly Told[]): Sentence[] {
  const chosen: { one: Told; sentences: Sentence[] }[] = [];
  let room = MOST;
  for (const one of told) {
    const sentences = holding(one);
    if (sentences.length > room) continue;
    chosen.push({ one, sentences });
    room -= sentences.length;
  }
  const views = [...new Set(told.map(({ item }) => item.view))];
  return views.flatMap((view) => chosen.filter(({ one }) => one.item.view === view).flatMap(({ sentences }) => sentences));
}

/** What is in doubt says so. */
export function holding(told: Told): Sentence[] {
  if (told.state === null) return [];
  const { holds, holdsBy } = tellerOf(told.item.view);
  const sentences = holds(told);
  return isInDoubt(told, holdsBy?.(told)) ? sentences.map(({ text, events }) => ({ text: doubted(text), events })) : sentences;
}

export const doubted = (text: string): string =>
  text.endsWith('.') ? `${text.slice(0, -1)}; sources differ on this.` : `${text} Sources differ on this.`;
