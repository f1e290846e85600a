import { Comparator, Hours, Ordinal } from '#catalogue/values/numbers.js';
import { Party } from '#catalogue/values/party.js';
import { Person } from '#catalogue/values/person.js';
import { Place } from '#catalogue/values/place.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { LATEST } from '../lists/latest.js';
import { planProperties } from '../plans/plan.js';

const Status = z.enum(['announced', 'under_way', 'concluded', 'cancelled']);

/**
 * One round. `round` is `null` if no source numbered it. `days` is the highest day number that a source gave, `hours`
 * the length of the session reported last: neither is counted or added up here.
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
 * A round with what a later fact about it needs: the events of its plans that are unsettled, or the fact that it took
 * place. Each is absent where there is none.
 */
const FoldedRound = z.strictObject({
  ...Round.shape,
  openPlans: z.array(z.string()).max(LATEST).optional(),
  tookPlace: z.string().optional(),
});
export type FoldedRound = z.infer<typeof FoldedRound>;

/** An announcement of talks, with the number by which its round was known then. */
const TalksPlan = z.strictObject({ kind: z.literal('announced'), round: Ordinal.nullable(), ...planProperties });
export type TalksPlan = z.infer<typeof TalksPlan>;

/**
 * A series of talks. `status` is that of the current round, `null` while no round is known. Numbered rounds are in
 * ascending order; an unnumbered round stays where it was first added.
 */
export const Talks = z.strictObject({
  title: Text.nullable(),
  parties: z.array(Party).max(LATEST),
  status: Status.nullable(),
  round: Ordinal.nullable(),
  rounds: z.array(Round).max(LATEST),
  leads: z.array(z.strictObject({ party: Party, person: Person })).max(LATEST),
  topics: z.array(Text).max(LATEST),
  plans: z.array(TalksPlan).max(LATEST),
});
export type Talks = z.infer<typeof Talks>;

export const FoldedTalks = z.strictObject({ ...Talks.shape, rounds: z.array(FoldedRound).max(LATEST) });
export type FoldedTalks = z.infer<typeof FoldedTalks>;

export const initialTalks: FoldedTalks = {
  title: null,
  parties: [],
  status: null,
  round: null,
  rounds: [],
  leads: [],
  topics: [],
  plans: [],
};

export const newRound = (round: number | null): FoldedRound => ({
  round,
  place: null,
  status: 'announced',
  scheduledFor: null,
  startedAt: null,
  concludedAt: null,
  days: null,
  hours: null,
});
