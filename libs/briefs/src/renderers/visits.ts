import { purpose, visitOf } from '#catalogue/wording/meetings.js';
import { people, person } from '#catalogue/wording/parties.js';
import { placeName } from '#catalogue/wording/places.js';
import { sentence, when } from '#catalogue/wording/sentence.js';
import { titled } from '#catalogue/wording/titles.js';
import { visitLabel } from '#catalogue/wording/visits.js';
import type { Visit } from '#views/visits.js';
import { citing } from '../model/sentence.js';
import { latestOfTypes, type RenderContext, type Renderer } from './render-context.js';

/** The latest plan, and the plan that the date comes from, which may be an earlier one. */
function plansOf({ facts, state }: RenderContext<Visit>) {
  const plan = latestOfTypes(facts, ['VisitPlanned']);
  const dating = latestOfTypes(facts, ['VisitPlanned'], ({ scheduledFor }) => (scheduledFor ?? null) === state.date);
  return { plan, dating };
}

export const renderVisits: Renderer<Visit> = {
  isOver: ({ status }) => status !== 'planned',

  /** A visit is either still to come or over. */
  holds: () => [],

  holdsBy: () => ['status'],

  upcoming(context) {
    const { state, dates, isOver } = context;
    const { plan, dating } = plansOf(context);
    if (state.status !== 'planned' || !plan || !dating) return [];
    const over = state.date !== null && isOver(state.date);
    const { visitor, title, hosts } = plan.data;
    const kind = visitOf(plan.data.purpose);
    const text = sentence(
      person(visitor),
      `${over ? 'was' : 'is'} to ${kind === null ? 'visit' : `pay ${kind} to`}`,
      placeName(plan.data.place),
      state.date === null ? ', on a date that is not known,' : dates.on(state.date),
      kind === null ? when(plan.data.purpose, purpose) : undefined,
      when(title, (name) => `(${titled(name)})`),
      when(hosts, (some) => `, to be received by ${people(some)}`),
      over ? '; whether the visit was made has not been reported' : undefined,
    );
    return [
      {
        date: state.date,
        dependsOn: ['date', 'place'],
        ...citing(text, plan === dating ? [plan] : [plan, dating]),
      },
    ];
  },

  headline({ item, state, subject, isOver }) {
    const since = item.since ?? '';
    const visitor = state.visitor ?? undefined;
    const place = state.place ?? undefined;
    const title = state.title ?? undefined;
    const about = visitLabel({ visit: subject, title, visitor, place, purpose: state.purpose ?? undefined });
    switch (state.status) {
      case 'made':
        return visitor === undefined || place === undefined
          ? { about, text: 'made', since, type: 'VisitMade' }
          : { about: visitor.name, text: `visited ${placeName(place).replace(/,$/, '')}`, since, type: 'VisitMade' };
      case 'cancelled':
        return { about, text: 'cancelled', since, type: 'VisitCancelled' };
      case 'planned':
        return state.date !== null && isOver(state.date)
          ? null
          : { about, text: 'planned', since, type: 'VisitPlanned' };
    }
  },
};
