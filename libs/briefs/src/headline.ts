import { isInDoubt, type RenderContext } from './render-context.js';
import { rendererOf } from './renderers/registry.js';
import { importanceOfSubject } from './weights.js';

/** The story by its title, and what matters most of what holds: nothing that is in doubt or merely claimed. */
export function headlineOf(title: string, contexts: readonly RenderContext[]): string {
  const [lead] = contexts
    .filter((one) => one.state !== null && !isInDoubt(one, rendererOf(one.item.view).holdsBy?.(one)))
    .flatMap((one) => {
      const short = rendererOf(one.item.view).inShort?.(one);
      return short ? [{ ...short, rank: importanceOfSubject(one.item.view, short.since, 'headline') }] : [];
    })
    .sort((a, b) => b.rank - a.rank);
  if (!lead) return title;
  const about = lead.about.replace(/^the /, '');
  return title.endsWith(about) ? `${title} ${lead.text}` : `${title}: ${about} ${lead.text}`;
}
