import { whose } from '#catalogue/wording/parties.js';
import { isPlural, knownRestriction } from '#catalogue/wording/restrictions.js';
import { sentence } from '#catalogue/wording/sentence.js';
import type { Restriction } from '#views/restrictions.js';
import { citing } from '../sentence.js';
import { latest, type FactOf, type Teller, type Told } from '../told.js';

const TYPES = ['RestrictionImposed', 'RestrictionSuspended', 'RestrictionLifted'] as const;
type Telling = FactOf<(typeof TYPES)[number]>;

/** It by what is known of it, and the facts that say so. */
function named({ facts, subject }: Told<Restriction>, latestFact: Telling): { name: string; plural: boolean; behind: Telling[] } {
  const imposed = latest(facts, ['RestrictionImposed']);
  const { imposedBy, kind, appliesTo, goods } = { ...imposed?.data, ...latestFact.data };
  const restriction = knownRestriction({ restriction: subject, kind, appliesTo, goods });
  const name = imposedBy === undefined ? `the ${restriction}` : `${whose(imposedBy)} ${restriction}`;
  return { name: goods === undefined ? name : `${name},`, plural: isPlural(kind), behind: imposed ? [latestFact, imposed] : [latestFact] };
}

export const restrictions: Teller<Restriction> = {
  holds(told) {
    const { facts, state, dates } = told;
    const last = latest(facts, TYPES, ({ until }) => state.status !== 'unknown' || (until ?? null) === state.until);
    if (!last) return [];
    const { name, plural, behind } = named(told, last);
    const [has, is] = plural ? ['have', 'are'] : ['has', 'is'];
    const since = dates.named(last.occurredAt);
    switch (state.status) {
      case 'in_force':
        return [citing(sentence(name, `${has} been in force since ${since}`), behind)];
      case 'suspended':
        return [citing(sentence(name, `${has} been suspended since ${since}`), behind)];
      case 'lifted':
        return [citing(sentence(name, plural ? 'were' : 'was', 'lifted', dates.on(last.occurredAt)), behind)];
      case 'unknown': {
        if (state.until === null) return [];
        const verb = { RestrictionImposed: 'imposed', RestrictionSuspended: 'suspended', RestrictionLifted: 'lifted' }[last.type];
        const until = `${plural ? 'were' : 'was'} ${verb} until ${dates.named(state.until)}`;
        return [citing(sentence(name, until, `; whether ${plural ? 'they' : 'it'} ${is} in force now has not been reported`), behind)];
      }
    }
  },

  comes(told) {
    const { facts, state, dates } = told;
    const last = latest(facts, TYPES, ({ until }) => until !== undefined && until === state.until);
    if (state.status === 'unknown' || state.until === null || !last) return [];
    const { name, plural, behind } = named(told, last);
    const how = { in_force: 'in force', suspended: 'suspended', lifted: 'lifted' }[state.status];
    const text = sentence(dates.named(state.until), 'is the last day on which', name, `${plural ? 'are' : 'is'} ${how}`);
    return [{ date: state.until, ...citing(text, behind) }];
  },
};
