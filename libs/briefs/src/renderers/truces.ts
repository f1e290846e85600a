import { sentence } from '#catalogue/wording/sentence.js';
import { kindOfTruce, truceNamed } from '#catalogue/wording/truces.js';
import type { Truce } from '#views/truces.js';
import { citing } from '../sentence.js';
import { latestOfTypes, type Renderer, type RenderContext } from '../render-context.js';
import { dated } from '../wording/dated.js';

/** The fact that gave its last day. */
const endTold = ({ facts, state }: RenderContext<Truce>) =>
  latestOfTypes(
    facts,
    ['TruceExtended', 'TruceAgreed'],
    ({ validUntil }) => validUntil !== undefined && validUntil === state.validUntil,
  );

export const renderTruces: Renderer<Truce> = {
  holds(context) {
    const { facts, state, subject, dates } = context;
    const name = truceNamed(subject);
    switch (state.status) {
      case 'in_force': {
        const agreed = latestOfTypes(facts, ['TruceAgreed'], (_, { occurredAt }) => occurredAt === state.agreedAt);
        const extended = latestOfTypes(facts, ['TruceExtended']);
        const behind = [agreed, extended].filter((fact) => fact !== undefined);
        const came = [
          ...(agreed ? [', agreed', dates.on(agreed.occurredAt)] : []),
          ...(extended ? [agreed ? 'and extended' : ', extended', dates.on(extended.occurredAt)] : []),
        ];
        return behind.length === 0 ? [] : [citing(sentence(name, ...came, ',', 'is in force'), behind)];
      }
      case 'expired': {
        const end = endTold(context);
        if (!end || state.validUntil === null) return [];
        return [
          citing(
            sentence(
              name,
              'has run out: its last day was',
              dates.named(state.validUntil),
              ', and no extension has been reported',
            ),
            [end],
          ),
        ];
      }
      case 'broken':
      case 'ended': {
        const over = latestOfTypes(facts, [state.status === 'broken' ? 'TruceBroken' : 'TruceEnded']);
        return over ? [citing(dated(over, dates), [over])] : [];
      }
    }
  },

  /**
   * Whether it still holds depends on its last day once one of those that were told has passed; that it was broken does
   * not.
   */
  holdsBy({ item, state, isOver }) {
    if (state.status === 'broken' || state.status === 'ended') return ['status'];
    const passed = item.disputes.some(
      ({ property, candidates }) => property === 'validUntil' && candidates.some(({ value }) => isOver(String(value))),
    );
    return passed || state.status === 'expired' ? ['status', 'validUntil'] : ['status'];
  },

  comes(context) {
    const { state, subject, dates } = context;
    const end = endTold(context);
    if (state.status !== 'in_force' || state.validUntil === null || !end) return [];
    const text = sentence('the last day of', truceNamed(subject), 'is', dates.named(state.validUntil));
    return [{ date: state.validUntil, by: ['validUntil'], ...citing(text, [end]) }];
  },

  inShort({ item, state, subject }) {
    const about = kindOfTruce(subject);
    const since = item.since ?? '';
    switch (state.status) {
      case 'in_force':
        return { about, text: 'in force', since };
      case 'expired':
        return { about, text: 'has run out', since: state.validUntil ?? since };
      case 'broken':
        return { about, text: 'broken', since };
      case 'ended':
        return { about, text: 'over', since };
    }
  },
};
