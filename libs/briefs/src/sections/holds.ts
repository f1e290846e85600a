import type { Sentence } from '../sentence.js';
import { rendererOf } from '../renderers/registry.js';
import { isInDoubt, type RenderContext } from '../render-context.js';

const MOST = 12;

/** What holds now, subject by subject. `told`: what matters most first; they are told in the order of their views. */
export function current(contexts: readonly RenderContext[]): Sentence[] {
  const chosen: { one: RenderContext; sentences: Sentence[] }[] = [];
  let room = MOST;
  for (const one of contexts) {
    const sentences = holding(one);
    if (sentences.length > room) continue;
    chosen.push({ one, sentences });
    room -= sentences.length;
  }
  const views = [...new Set(contexts.map(({ item }) => item.view))];
  return views.flatMap((view) =>
    chosen.filter(({ one }) => one.item.view === view).flatMap(({ sentences }) => sentences),
  );
}

/** What is in doubt says so. */
export function holding(context: RenderContext): Sentence[] {
  if (context.state === null) return [];
  const { holds, holdsBy } = rendererOf(context.item.view);
  const sentences = holds(context);
  return isInDoubt(context, holdsBy?.(context))
    ? sentences.map(({ text, events }) => ({ text: doubted(text), events }))
    : sentences;
}

export const doubted = (text: string): string =>
  text.endsWith('.') ? `${text.slice(0, -1)}; sources differ on this.` : `${text} Sources differ on this.`;
