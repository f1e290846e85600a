import { whose } from '#catalogue/wording/parties.js';
import { isPlural, knownRestriction, verbsOf } from '#catalogue/wording/restrictions.js';
import { sentence } from '#catalogue/wording/sentence.js';
import type { Restriction } from '#views/restrictions.js';
import { citing } from '../sentence.js';
import { latestOfTypes, type FactOf, type Renderer, type RenderContext } from '../render-context.js';

const TYPES = ['RestrictionImposed', 'RestrictionSuspended', 'RestrictionLifted'] as const;
type Telling = FactOf<(typeof TYPES)[number]>;

/** It by what is known of it, and the facts that say so. */
function named(
  { facts, subject }: RenderContext<Restriction>,
  latestFact: Telling,
): { name: string; plural: boolean; done: string; holding: string; behind: Telling[] } {
  const imposed = latestOfTypes(facts, ['RestrictionImposed']);
  const { imposedBy, kind, appliesTo, goods } = { ...imposed?.data, ...latestFact.data };
  const restriction = knownRestriction({ restriction: subject, kind, appliesTo, goods });
  const name = imposedBy === undefined ? `the ${restriction}` : `${whose(imposedBy)} ${restriction}`;
  const { imposed: imposing, holding, lifted } = verbsOf(kind);
  const done = { RestrictionImposed: imposing, RestrictionSuspended: 'suspended', RestrictionLifted: lifted }[
    latestFact.type
  ];
  return {
    name: goods === undefined ? name : `${name},`,
    plural: isPlural(kind),
    ...{ done, holding },
    behind: imposed ? [latestFact, imposed] : [latestFact],
  };
}

export const renderRestrictions: Renderer<Restriction> = {
  holds(context) {
    const { facts, state, dates } = context;
    const last = latestOfTypes(
      facts,
      TYPES,
      ({ until }) => state.status !== 'unknown' || (until ?? null) === state.until,
    );
    if (!last) return [];
    const { name, plural, done, holding, behind } = named(context, last);
    const on = dates.on(last.occurredAt);
    switch (state.status) {
      case 'in_force':
        return [citing(sentence(name, `, ${done}`, on, ',', plural ? 'are' : 'is', holding), behind)];
      case 'suspended':
        return [
          citing(sentence(name, plural ? 'have' : 'has', 'been suspended since', dates.named(last.occurredAt)), behind),
        ];
      case 'lifted':
        return [citing(sentence(name, plural ? 'were' : 'was', done, on), behind)];
      case 'unknown': {
        if (state.until === null) return [];
        const now = `; whether ${plural ? 'they are' : 'it is'} ${holding} now has not been reported`;
        return [citing(sentence(name, plural ? 'were' : 'was', done, 'until', dates.named(state.until), now), behind)];
      }
    }
  },

  /** Until when it holds is told where it ends. */
  holdsBy: ({ state }) => (state.status === 'unknown' ? ['status', 'until'] : ['status']),

  comes(context) {
    const { facts, state, dates } = context;
    const last = latestOfTypes(facts, TYPES, ({ until }) => until !== undefined && until === state.until);
    if (state.status === 'unknown' || state.until === null || !last) return [];
    const { name, plural, done, behind } = named(context, last);
    const lasts = state.status === 'in_force' ? (plural ? 'run' : 'runs') : `${plural ? 'are' : 'is'} ${done}`;
    return [
      { date: state.until, by: ['until'], ...citing(sentence(name, lasts, 'until', dates.named(state.until)), behind) },
    ];
  },
};
