import { fragment, sentence, when } from '#catalogue/wording/sentence.js';
import { placeOfSummit, summitLabel, summitNamed } from '#catalogue/wording/summits.js';
import type { Summit } from '#views/summits.js';
import { endOfPeriod } from '#views/time/ends.js';
import { citing } from '../model/sentence.js';
import { latestOfTypes, STALE_AFTER, type RenderContext, type Renderer } from './render-context.js';

export const renderSummits: Renderer<Summit> = {
  isOver: ({ status }) => status === 'closed',

  holds(context) {
    const { facts, state, dates } = context;
    const opened = latestOfTypes(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened) return [];
    if (isStale(context)) {
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

  upcoming({ facts, state, dates }) {
    const opened = latestOfTypes(facts, ['SummitOpened'], ({ until }) => until !== undefined && until === state.until);
    if (state.status !== 'open' || state.until === null || !opened) return [];
    const { name, title, edition } = opened.data;
    const text = sentence('the last day of', summitNamed({ name, title, edition }), 'is', dates.named(state.until));
    return [{ date: state.until, dependsOn: ['until'], ...citing(text, [opened]) }];
  },

  headline(context) {
    const { facts, state } = context;
    const last = latestOfTypes(facts, ['SummitOpened', 'SummitClosed']);
    if (!last || isStale(context)) return null;
    const about = summitLabel(last.data);
    if (state.status === 'closed') {
      // A summit that ended by its programme alone ended on its last day.
      const since = last.type === 'SummitClosed' ? last.occurredAt : (state.until ?? last.occurredAt);
      return { about, text: 'closed', since };
    }
    const { place } = last.data;
    const where = when(place, (known) => placeOfSummit({ name: last.data.name, place: known }));
    return { about, text: fragment('under way', where), since: last.occurredAt };
  },

  changesAt: staleFrom,
};

/** The instant from which an open summit without a last day counts as stale, or `null` for any other. */
function staleFrom({ facts, state }: RenderContext<Summit>): number | null {
  const opened = latestOfTypes(facts, ['SummitOpened']);
  return state.status === 'open' && state.until === null && opened
    ? endOfPeriod(opened.occurredAt) + STALE_AFTER
    : null;
}

function isStale(context: RenderContext<Summit>): boolean {
  const from = staleFrom(context);
  return from !== null && from <= context.instant;
}
