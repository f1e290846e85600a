import { sentence } from '#catalogue/wording/sentence.js';
import { placeOfSummit, summitNamed } from '#catalogue/wording/summits.js';
import type { Summit } from '#views/summits.js';
import { endOfPeriod } from '#views/time/ends.js';
import { citing } from '../sentence.js';
import { fragment } from '../wording/fragment.js';
import { latestOfTypes, STALE_AFTER, type Renderer, type RenderContext } from '../render-context.js';

export const renderSummits: Renderer<Summit> = {
  holds(context) {
    const { facts, state, dates } = context;
    const opened = latestOfTypes(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened) return [];
    if (isLongSilent(context)) {
      const [place, on] = [placeOfSummit(opened.data), dates.on(opened.occurredAt)];
      return [
        citing(
          sentence(summitNamed(opened.data), 'opened', place, on, '; whether it has closed has not been reported'),
          [opened],
        ),
      ];
    }
    const text = sentence(
      summitNamed(opened.data),
      'is open',
      placeOfSummit(opened.data),
      ', having begun',
      dates.on(opened.occurredAt),
    );
    return [citing(text, [opened])];
  },

  holdsBy: () => ['status', 'edition', 'host', 'place'],

  comes({ facts, state, dates }) {
    const told = latestOfTypes(facts, ['SummitOpened'], ({ until }) => until !== undefined && until === state.until);
    if (state.status !== 'open' || state.until === null || !told) return [];
    const { name, edition } = told.data;
    const text = sentence('the last day of', summitNamed({ name, edition }), 'is', dates.named(state.until));
    return [{ date: state.until, by: ['until'], ...citing(text, [told]) }];
  },

  inShort(context) {
    const { facts, state } = context;
    const opened = latestOfTypes(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened || isLongSilent(context)) return null;
    const { name, place } = opened.data;
    return { about: name, text: fragment('under way', placeOfSummit({ name, place })), since: opened.occurredAt };
  },

  changesAt: silentFrom,
};

/** From when on one without a last day has not been heard of for long. */
function silentFrom({ facts, state }: RenderContext<Summit>): number | null {
  const opened = latestOfTypes(facts, ['SummitOpened']);
  return state.status === 'open' && state.until === null && opened
    ? endOfPeriod(opened.occurredAt) + STALE_AFTER
    : null;
}

function isLongSilent(context: RenderContext<Summit>): boolean {
  const from = silentFrom(context);
  return from !== null && from <= context.instant;
}
