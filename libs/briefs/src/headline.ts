import { isInDoubt, type Told } from './told.js';
import { tellerOf } from './tellers/tellers.js';
import { importanceOfSubject } from './weights.js';

/** The story by its title, and what matters most of what holds: nothing that is in doubt or merely claimed. */
export function headlineOf(title: string, told: readonly Told[]): string {
  const [lead] = told
    .filter((one) => one.state !== null && !isInDoubt(one, tellerOf(one.item.view).holdsBy?.(one)))
    .flatMap((one) => {
      const short = tellerOf(one.item.view).inShort?.(one);
      return short ? [{ ...short, rank: importanceOfSubject(one.item.view, short.since, 'headline') }] : [];
    })
    .sort((a, b) => b.rank - a.rank);
  if (!lead) return title;
  const about = lead.about.replace(/^the /, '');
  return title.endsWith(about) ? `${title} ${lead.text}` : `${title}: ${about} ${lead.text}`;
}
