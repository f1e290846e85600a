import type { DataOf } from '#catalogue/catalogue.js';
import { Person } from '#catalogue/values/person.js';
import { Place } from '#catalogue/values/place.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type Deadline, type FoldedFact } from './define-view.js';
import { LATEST, latest } from './lists/latest.js';
import { placeParts, placeProperties, mergePlace } from './places/place.js';

export const Meeting = z.strictObject({
  participants: z.array(Person).max(LATEST),
  status: z.enum(['scheduled', 'held', 'cancelled']),
  scheduledFor: ReducedDate.nullable(),
  place: Place.nullable(),
  occasion: Text.nullable(),
});
export type Meeting = z.infer<typeof Meeting>;

const unheardOf: Meeting = { participants: [], status: 'scheduled', scheduledFor: null, place: null, occasion: null };

/**
 * A plan, the latest told. One that gives no date leaves the date as it was, but a cancelled meeting's date went with
 * it. A meeting is one occasion: once it was held, a plan that is told late does not undo that.
 */
function scheduled(before: Meeting | null, { data }: FoldedFact<DataOf<'MeetingScheduled'>>): Meeting {
  const known = before?.status === 'cancelled' ? { ...before, scheduledFor: null } : (before ?? unheardOf);
  return {
    participants: latest(data.participants),
    status: before?.status === 'held' ? 'held' : 'scheduled',
    scheduledFor: data.scheduledFor ?? known.scheduledFor,
    place: mergePlace(known.place, data.place),
    occasion: data.occasion ?? known.occasion,
  };
}

function held(before: Meeting | null, { data }: FoldedFact<DataOf<'MeetingHeld'>>): Meeting {
  const meeting = before ?? unheardOf;
  const participants = data.participants ? latest(data.participants) : meeting.participants;
  return { ...meeting, participants, status: 'held', place: mergePlace(meeting.place, data.place) };
}

function cancelled(before: Meeting | null, { data }: FoldedFact<DataOf<'MeetingCancelled'>>): Meeting {
  const meeting = before ?? unheardOf;
  return {
    ...meeting,
    participants: data.participants ? latest(data.participants) : meeting.participants,
    status: 'cancelled',
  };
}

function deadlines({ status, scheduledFor }: Meeting): Deadline[] {
  if (status !== 'scheduled' || scheduledFor === null) return [];
  return [{ kind: 'scheduled', date: scheduledFor, what: 'meeting planned' }];
}

export const meetings = defineView({
  name: 'meetings',
  version: 4,
  description:
    'Meetings: who meets, when and where, and whether it took place; one that is planned is held only when a fact says so',
  subject: 'meeting',
  state: Meeting,
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
  parts: placeParts,
  deadlines,
  parties: ({ participants }) => [...new Set(participants.flatMap(({ party }) => party ?? []))],
});
