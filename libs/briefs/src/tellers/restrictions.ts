import { whose } from '#catalogue/wording/parties.js';
import { isPlural, knownRestriction } from '#catalogue/wording/restrictions.js';
import { sentence } from '#catalogue/wording/sentence.js';
import type { Restriction } from '#views/restrictions.js';
import { citing } from '../sentence.js';
import { latest, type FactOf, type Teller, type Told } from '../told.js';

const TYPES = ['RestrictionImposed', 'RestrictionSuspended', 'RestrictionLifted'] as const;
/** As a restriction is told that was imposed, suspended, lifted. */
const HOW = { RestrictionImposed: 'imposed', RestrictionSuspended: 'suspended', RestrictionLifted: 'lifted' } as const;

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
    const is = plural ? 'are' : 'is';
    const on = dates.on(last.occurredAt);
    const how = HOW[last.type];
    switch (state.status) {
      case 'in_force':
      case 'suspended':
        return [citing(sentence(name, `, ${how}`, on, ',', is, state.status === 'in_force' ? 'in force' : how), behind)];
      case 'lifted':
        return [citing(sentence(name, plural ? 'were' : 'was', how, on), behind)];
      case 'unknown': {
        if (state.until === null) return [];
        const now = `; whether ${plural ? 'they are' : 'it is'} in force now has not been reported`;
        return [citing(sentence(name, plural ? 'were' : 'was', how, 'until', dates.named(state.until), now), behind)];
      }
    }
  },

  comes(told) {
    const { facts, state, dates } = told;
    const last = latest(facts, TYPES, ({ until }) => until !== undefined && until === state.until);
    if (state.status === 'unknown' || state.until === null || !last) return [];
    const { name, plural, behind } = named(told, last);
    const text = sentence(
      name,
      plural ? 'are' : 'is',
      state.status === 'in_force' ? 'in force' : state.status,
      'until',
      dates.named(state.until),
    );
    return [{ date: state.until, ...citing(text, behind) }];
  },
};
