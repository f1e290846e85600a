import { meetingOf, occasion } from '#catalogue/wording/meetings.js';
import { people } from '#catalogue/wording/people.js';
import { inPlace } from '#catalogue/wording/places.js';
import { sentence, when } from '#catalogue/wording/sentence.js';
import type { Meeting } from '#views/meetings.js';
import { citing } from '../sentence.js';
import { latestOfTypes, type Renderer, type RenderContext } from '../render-context.js';
import { dated } from '../wording/dated.js';

/** The latest plan, and the one that gave the date, which may be an earlier one. */
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
  holds(context) {
    if (context.state.status !== 'cancelled') return [];
    const fact = latestOfTypes(context.facts, ['MeetingCancelled']);
    return fact ? [citing(dated(fact, context.dates), [fact])] : [];
  },

  holdsBy: () => ['status'],

  comes(context) {
    const { state, dates, isOver } = context;
    const { plan, dating } = plansOf(context);
    if (state.status !== 'scheduled' || !plan || !dating) return [];
    const { participants, place, meeting } = plan.data;
    const over = state.scheduledFor !== null && isOver(state.scheduledFor);
    const several = participants.length > 1;
    const text = sentence(
      several
        ? `${people(participants)} ${over ? 'were' : 'are'} to meet`
        : `${meetingOf(meeting, participants, 'a')} ${over ? 'was' : 'is'} planned`,
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
        by: ['scheduledFor', 'place'],
        ...citing(text, plan === dating ? [plan] : [plan, dating]),
      },
    ];
  },

  inShort(context) {
    const { item, state } = context;
    const names = plansOf(context).plan?.data.participants.map(({ name }) => name) ?? [];
    if (names.length !== 2 || state.status === 'scheduled') return null;
    const [about, text] =
      state.status === 'held' ? [names.join(' and '), 'have met'] : [`meeting of ${names.join(' and ')}`, 'cancelled'];
    return { about, text, since: item.since ?? '' };
  },
};
