import { meet, meetingLabel, meetingOf, occasion, peopleAt } from '#catalogue/wording/meetings.js';
import { inPlace } from '#catalogue/wording/places.js';
import { fragment, list, sentence, when } from '#catalogue/wording/sentence.js';
import { was } from '#catalogue/wording/titles.js';
import type { Meeting } from '#views/meetings.js';
import { citing } from '../model/sentence.js';
import { latestOfTypes, type RenderContext, type Renderer } from './render-context.js';

/** The latest plan, and the plan that the date comes from, which may be an earlier one. */
function plansOf({ facts, state }: RenderContext<Meeting>) {
  const plan = latestOfTypes(facts, ['MeetingScheduled']);
  const dating = latestOfTypes(
    facts,
    ['MeetingScheduled'],
    ({ scheduledFor }) => (scheduledFor ?? null) === state.scheduledFor,
  );
  return { plan, dating };
}

export const renderMeetings: Renderer<Meeting> = {
  isOver: ({ status }) => status !== 'scheduled',

  /** A meeting is either still to come or over. */
  holds: () => [],

  holdsBy: () => ['status'],

  upcoming(context) {
    const { state, dates, isOver } = context;
    const { plan, dating } = plansOf(context);
    if (state.status !== 'scheduled' || !plan || !dating) return [];
    const { participants, place } = plan.data;
    const over = state.scheduledFor !== null && isOver(state.scheduledFor);
    const several = participants.length > 1;
    const name = meetingOf(plan.data, 'a');
    const planned = was(name) === 'was' ? (over ? 'was' : 'is') : over ? 'were' : 'are';
    const text = sentence(
      several
        ? `${peopleAt(plan.data, participants)} ${over ? 'were' : 'are'} to ${meet(plan.data, 'present')}`
        : `${name} ${planned} planned`,
      when(place, inPlace),
      state.scheduledFor === null
        ? ', on a date that is not known'
        : several
          ? dates.on(state.scheduledFor)
          : `for ${dates.named(state.scheduledFor)}`,
      when(plan.data.occasion, (text) => `, on the occasion of ${occasion(text)}`),
      over ? `; whether ${several ? 'they did' : 'it was held'} has not been reported` : undefined,
    );
    return [
      {
        date: state.scheduledFor,
        dependsOn: ['scheduledFor', 'place'],
        ...citing(text, plan === dating ? [plan] : [plan, dating]),
      },
    ];
  },

  headline(context) {
    const { item, state, subject } = context;
    const since = item.since ?? '';
    const names = state.participants.map(({ name }) => name);
    const title = state.title ?? undefined;
    const name = meetingLabel({ meeting: subject, title, names });
    const where = when(state.place ?? undefined, inPlace);
    switch (state.status) {
      case 'held':
        return title === undefined && names.length > 1 && names.length < 4
          ? { about: list(names), text: 'have met', since, type: 'MeetingHeld' }
          : { about: name, text: fragment('held', where), since, type: 'MeetingHeld' };
      case 'cancelled':
        return { about: name, text: 'cancelled', since, type: 'MeetingCancelled' };
      case 'scheduled':
        return state.scheduledFor !== null && context.isOver(state.scheduledFor)
          ? null
          : { about: name, text: fragment('planned', where), since, type: 'MeetingScheduled' };
    }
  },
};
