import { Comparator, Hours, Ordinal } from '#catalogue/values/numbers.js';
import { Party } from '#catalogue/values/party.js';
import { Person } from '#catalogue/values/person.js';
import { Place } from '#catalogue/values/place.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { LATEST } from '../lists/latest.js';

const Status = z.enum(['announced', 'under_way', 'concluded']);

/**
 * One round. `round` is `null` where no source numbered it. `days` is the highest day that a source numbered, `hours`
 * what was last told of a session: neither is counted or added up here.
 */
const Round = z.strictObject({
  round: Ordinal.nullable(),
  place: Place.nullable(),
  status: Status,
  scheduledFor: ReducedDate.nullable(),
  startedAt: ReducedDate.nullable(),
  concludedAt: ReducedDate.nullable(),
  days: Ordinal.nullable(),
  hours: z.strictObject({ hours: Hours, comparator: Comparator }).nullable(),
});
export type Round = z.infer<typeof Round>;

/**
 * A series of talks. `status` is that of the current round, `null` while no round has been heard of. Rounds with a
 * number ascend; one without stands where it was first heard of.
 */
export const Talks = z.strictObject({
  parties: z.array(Party).max(LATEST),
  status: Status.nullable(),
  round: Ordinal.nullable(),
  rounds: z.array(Round).max(LATEST),
  leads: z.array(z.strictObject({ party: Party, person: Person })).max(LATEST),
  topics: z.array(Text).max(LATEST),
});
export type Talks = z.infer<typeof Talks>;

export const initialTalks: Talks = { parties: [], status: null, round: null, rounds: [], leads: [], topics: [] };

export const newRound = (round: number | null): Round => ({
  round,
  place: null,
  status: 'announced',
  scheduledFor: null,
  startedAt: null,
  concludedAt: null,
  days: null,
  hours: null,
});
