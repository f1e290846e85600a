import type { DataOf } from '#catalogue/catalogue.js';
import { Person } from '#catalogue/values/person.js';
import { Place } from '#catalogue/values/place.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type AtInstant, type FoldedFact } from './define-view.js';
import { LATEST, latest } from './lists/latest.js';
import { placeParts, placeProperties, mergePlace } from './places/place.js';
import { newPlan, planDeadlines, planProperties, plansAt, settle, withPlanOfOccasion } from './plans/plan.js';

export const Meeting = z.strictObject({
  title: Text.nullable(),
  participants: z.array(Person).max(LATEST),
  status: z.enum(['scheduled', 'held', 'cancelled']),
  scheduledFor: ReducedDate.nullable(),
  place: Place.nullable(),
  occasion: Text.nullable(),
  plans: z.array(z.strictObject({ kind: z.literal('scheduled'), ...planProperties })).max(LATEST),
});
export type Meeting = z.infer<typeof Meeting>;

/** With the fact that it was held, which fulfils a plan that is folded later; `null` unless it was held. */
const FoldedMeeting = z.strictObject({ ...Meeting.shape, heldBy: z.string().nullable() });
type FoldedMeeting = z.infer<typeof FoldedMeeting>;

const initialState: FoldedMeeting = {
  title: null,
  participants: [],
  status: 'scheduled',
  scheduledFor: null,
  place: null,
  occasion: null,
  plans: [],
  heldBy: null,
};

/**
 * The latest plan. A plan without a date keeps the known date, unless the meeting was cancelled: its date is void. A
 * meeting is a single occasion: once it was held, a plan reported late does not change that.
 */
function scheduled(before: FoldedMeeting | null, { id, data }: FoldedFact<DataOf<'MeetingScheduled'>>): FoldedMeeting {
  const meeting = before ?? initialState;
  const known = meeting.status === 'cancelled' ? null : meeting.scheduledFor;
  const plan = { kind: 'scheduled' as const, ...newPlan(id, data.scheduledFor) };
  return {
    title: data.title ?? meeting.title,
    participants: latest(data.participants),
    status: meeting.status === 'held' ? 'held' : 'scheduled',
    scheduledFor: data.scheduledFor ?? known,
    place: mergePlace(meeting.place, data.place),
    occasion: data.occasion ?? meeting.occasion,
    plans: withPlanOfOccasion(meeting.plans, plan, () => true, meeting.heldBy),
    heldBy: meeting.heldBy,
  };
}

function held(before: FoldedMeeting | null, { id, data }: FoldedFact<DataOf<'MeetingHeld'>>): FoldedMeeting {
  const meeting = before ?? initialState;
  return {
    ...meeting,
    title: data.title ?? meeting.title,
    participants: data.participants ? latest(data.participants) : meeting.participants,
    status: 'held',
    place: mergePlace(meeting.place, data.place),
    plans: settle(meeting.plans, () => true, 'fulfilled', id),
    heldBy: meeting.heldBy ?? id,
  };
}

function cancelled(before: FoldedMeeting | null, { id, data }: FoldedFact<DataOf<'MeetingCancelled'>>): FoldedMeeting {
  const meeting = before ?? initialState;
  return {
    ...meeting,
    title: data.title ?? meeting.title,
    participants: data.participants ? latest(data.participants) : meeting.participants,
    status: 'cancelled',
    plans: settle(meeting.plans, () => true, 'withdrawn', id),
    heldBy: null,
  };
}

/** A planned meeting stays planned once its date has passed; its plan is then due. */
function at({ heldBy: _, ...meeting }: Meeting & Partial<FoldedMeeting>, instant: number): AtInstant<Meeting> {
  const { plans, next } = plansAt(meeting.plans, instant);
  return { state: { ...meeting, plans }, next };
}

export const meetings = defineView({
  name: 'meetings',
  version: 6,
  description:
    'Meetings: who meets, when and where, and whether it took place; a planned one counts as held only by a later fact',
  subject: 'meeting',
  state: Meeting,
  folded: FoldedMeeting,
  headline: ['status', 'scheduledFor'],
  appendLists: [{ property: 'plans', key: 'event' }],
  on: {
    MeetingScheduled: {
      subject: ({ data }) => data.meeting,
      fold: scheduled,
      says: ({ data }) => ({
        status: 'scheduled',
        ...(data.scheduledFor !== undefined && { scheduledFor: data.scheduledFor }),
        ...placeProperties(data.place),
      }),
    },
    MeetingHeld: {
      subject: ({ data }) => data.meeting,
      fold: held,
      says: ({ data }) => ({ status: 'held', ...placeProperties(data.place) }),
    },
    MeetingCancelled: { subject: ({ data }) => data.meeting, fold: cancelled, says: () => ({ status: 'cancelled' }) },
  },
  at,
  parts: placeParts,
  title: ({ title }) => title,
  deadlines: ({ plans }) => planDeadlines(plans, 'scheduled', () => 'meeting planned'),
  parties: ({ participants }) => [...new Set(participants.flatMap(({ party }) => party ?? []))],
});
