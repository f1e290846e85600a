import { sentence } from '#catalogue/wording/sentence.js';
import { was } from '#catalogue/wording/titles.js';
import { kindOfTruce, truceNamed } from '#catalogue/wording/truces.js';
import type { Truce } from '#views/truces.js';
import { citing } from '../model/sentence.js';
import { latestOfTypes, type RenderContext, type Renderer } from './render-context.js';

/** The fact that the last day comes from. */
const factOfLastDay = ({ facts, state }: RenderContext<Truce>) =>
  latestOfTypes(
    facts,
    ['TruceExtended', 'TruceAgreed'],
    ({ validUntil }) => validUntil !== undefined && validUntil === state.validUntil,
  );

export const renderTruces: Renderer<Truce> = {
  isOver: ({ status }) => status !== 'in_force',

  holds({ facts, state, dates }) {
    if (state.status !== 'in_force') return [];
    const agreed = latestOfTypes(facts, ['TruceAgreed'], (_, { occurredAt }) => occurredAt === state.agreedAt);
    const extended = latestOfTypes(facts, ['TruceExtended']);
    const named = agreed ?? extended;
    if (!named) return [];
    const name = truceNamed(named.data);
    const came = [
      ...(agreed ? [', agreed', dates.on(agreed.occurredAt)] : []),
      ...(extended ? [agreed ? 'and extended' : ', extended', dates.on(extended.occurredAt)] : []),
    ];
    const text = sentence(name, ...came, ',', `${was(name) === 'was' ? 'is' : 'are'} in force`);
    return [citing(text, extended && agreed ? [agreed, extended] : [named])];
  },

  ranOut(context) {
    const { state, dates } = context;
    const end = factOfLastDay(context);
    if (state.status !== 'expired' || !end || state.validUntil === null) return [];
    const name = truceNamed(end.data);
    const [has, its] = was(name) === 'was' ? ['has', 'its'] : ['have', 'their'];
    const day = dates.named(state.validUntil);
    const text = sentence(name, `${has} run out: ${its} last day was`, day, ', and no extension has been reported');
    return [{ date: state.validUntil, ...citing(text, [end]) }];
  },

  /** Whether it is in force depends on its last day once one of the reported days has passed, unless it was broken. */
  holdsBy({ item, state, isOver }) {
    if (state.status === 'broken' || state.status === 'ended') return ['status'];
    const passed = item.disputes.some(
      ({ property, candidates }) => property === 'validUntil' && candidates.some(({ value }) => isOver(String(value))),
    );
    return passed || state.status === 'expired' ? ['status', 'validUntil'] : ['status'];
  },

  upcoming(context) {
    const { state, dates } = context;
    const end = factOfLastDay(context);
    if (state.status !== 'in_force' || state.validUntil === null || !end) return [];
    const text = sentence('the last day of', truceNamed(end.data), 'is', dates.named(state.validUntil));
    return [{ date: state.validUntil, dependsOn: ['validUntil'], ...citing(text, [end]) }];
  },

  headline({ item, state, subject }) {
    const about = kindOfTruce({ truce: subject, title: state.title ?? undefined });
    const since = item.since ?? '';
    switch (state.status) {
      case 'in_force':
        return { about, text: 'in force', since };
      case 'expired':
        return { about, text: `${was(about) === 'was' ? 'has' : 'have'} run out`, since: state.validUntil ?? since };
      case 'broken':
        return { about, text: 'broken', since };
      case 'ended':
        return { about, text: 'over', since };
    }
  },
};
