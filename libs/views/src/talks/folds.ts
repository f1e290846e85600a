import type { DataOf } from '#catalogue/catalogue.js';
import type { FoldedFact } from '../define-view.js';
import { appendDistinct, latest, upsert } from '../lists/latest.js';
import { mergePlace } from '../places/place.js';
import { newPlan, settle, withPlanOfOccasion } from '../plans/plan.js';
import { isDefinitelyAfter } from '../time/ends.js';
import { type FoldedRound, type FoldedTalks, initialTalks, newRound, type TalksPlan } from './series.js';
import { currentRound, highestNumber, matchRound, notCancelled } from './which-round.js';
import type { MatchedRound, RoundMention } from './which-round.js';

/**
 * An announcement keeps the status of a round: one reported late does not undo that the round began or ended. A
 * cancelled round is announced again, and its earlier date is void.
 */
export function announced(before: FoldedTalks | null, { id, data }: FoldedFact<DataOf<'TalksAnnounced'>>): FoldedTalks {
  const known = before ?? initialTalks;
  let { plans } = known;
  const talks = withRound(known, data, 'announced', (round) => {
    const { openPlans = [], tookPlace } = round;
    const plan: TalksPlan = { kind: 'announced', round: round.round, ...newPlan(id, data.scheduledFor) };
    plans = withPlanOfOccasion(plans, plan, ({ event }) => openPlans.includes(event), tookPlace ?? null);
    const isAgain = round.status === 'cancelled';
    return {
      ...round,
      status: isAgain ? 'announced' : round.status,
      place: mergePlace(round.place, data.place),
      scheduledFor: data.scheduledFor ?? (isAgain ? null : round.scheduledFor),
      ...(tookPlace === undefined && { openPlans: plan.date === null ? latest([...openPlans, id]) : [id] }),
    };
  });
  return { ...talks, plans, parties: appendDistinct(talks.parties, data.parties) };
}

export function started(
  before: FoldedTalks | null,
  { id, data, occurredAt }: FoldedFact<DataOf<'TalksStarted'>>,
): FoldedTalks {
  const talks = withRoundHeld(before ?? initialTalks, id, data, 'started', (round) => ({
    ...goingOn(round, occurredAt),
    place: mergePlace(round.place, data.place),
    startedAt: occurredAt,
  }));
  return (data.leads ?? []).reduce(withLead, { ...talks, parties: appendDistinct(talks.parties, data.parties) });
}

export function resumed(
  before: FoldedTalks | null,
  { id, data, occurredAt }: FoldedFact<DataOf<'TalksResumed'>>,
): FoldedTalks {
  return withRoundHeld(before ?? initialTalks, id, data, 'sits', (round) => ({
    ...goingOn(round, occurredAt),
    place: mergePlace(round.place, data.place),
    days: data.day === undefined ? round.days : Math.max(data.day, round.days ?? 0),
  }));
}

/** A session shows that its round has begun, or goes on: one that was certainly held after its end reopens it. */
export function sessionHeld(
  before: FoldedTalks | null,
  { id, data, occurredAt }: FoldedFact<DataOf<'TalksSessionHeld'>>,
): FoldedTalks {
  const talks = withRoundHeld(before ?? initialTalks, id, { round: data.round }, 'sits', (round) => ({
    ...goingOn(round, occurredAt),
    hours: data.hours === undefined ? round.hours : { hours: data.hours, comparator: data.comparator ?? 'eq' },
  }));
  return { ...talks, topics: appendDistinct(talks.topics, data.topics) };
}

export function concluded(
  before: FoldedTalks | null,
  { id, data, occurredAt }: FoldedFact<DataOf<'TalksConcluded'>>,
): FoldedTalks {
  return withRoundHeld(before ?? initialTalks, id, data, 'concluded', (round) => ({
    ...round,
    status: 'concluded',
    place: mergePlace(round.place, data.place),
    concludedAt: occurredAt,
  }));
}

/**
 * Without a number, every announced round is cancelled. Where none is announced, the talks that were cancelled are a
 * round of which nothing else is known, unless the last round is such a one already.
 */
export function cancelled(before: FoldedTalks | null, { id, data }: FoldedFact<DataOf<'TalksCancelled'>>): FoldedTalks {
  const talks = before ?? initialTalks;
  const { rounds } = talks;
  const isAnyAnnounced = rounds.some(({ status }) => status === 'announced');
  if (data.round !== undefined || (!isAnyAnnounced && rounds.at(-1)?.status !== 'cancelled')) {
    const openPlans = matchRound(rounds, data, 'cancelled')?.openPlans ?? [];
    const isMeant = ({ event }: TalksPlan): boolean => data.round === undefined || openPlans.includes(event);
    const plans = settle(talks.plans, isMeant, 'withdrawn', id);
    return { ...withRound(talks, { round: data.round }, 'cancelled', calledOff), plans };
  }
  const all = rounds.map((round) => (round.status === 'announced' ? calledOff(round) : round));
  return { ...withRounds(talks, all), plans: settle(talks.plans, () => true, 'withdrawn', id) };
}

export function foldDelegationNamed(
  before: FoldedTalks | null,
  { data }: FoldedFact<DataOf<'DelegationNamed'>>,
): FoldedTalks {
  return withLead(before ?? initialTalks, { party: data.party, person: data.lead });
}

export function foldTopicDiscussed(
  before: FoldedTalks | null,
  { data }: FoldedFact<DataOf<'TopicDiscussed'>>,
): FoldedTalks {
  const talks = before ?? initialTalks;
  return { ...talks, topics: appendDistinct(talks.topics, data.topics) };
}

/**
 * A round that begins or goes on. A concluded round is reopened only if this certainly happened after its end: of two
 * facts in "October", the end may be the later one.
 */
function goingOn(round: FoldedRound, occurredAt: string): FoldedRound {
  const isOver =
    round.status === 'concluded' && (round.concludedAt === null || !isDefinitelyAfter(occurredAt, round.concludedAt));
  return isOver ? round : { ...round, status: 'under_way', concludedAt: null };
}

function withLead(talks: FoldedTalks, lead: FoldedTalks['leads'][number]): FoldedTalks {
  return { ...talks, leads: upsert(talks.leads, ({ party }) => party, lead) };
}

function calledOff({ openPlans: _, tookPlace: __, ...round }: FoldedRound): FoldedRound {
  return { ...round, status: 'cancelled' };
}

/** As `withRound`, for a fact that shows that the round took place: its plans are fulfilled. */
function withRoundHeld(
  talks: FoldedTalks,
  event: string,
  matched: MatchedRound,
  mention: RoundMention,
  change: (round: FoldedRound) => FoldedRound,
): FoldedTalks {
  let { plans } = talks;
  const changed = withRound(talks, matched, mention, ({ openPlans = [], ...round }) => {
    if (openPlans.length > 0) plans = settle(plans, (plan) => openPlans.includes(plan.event), 'fulfilled', event);
    return { ...change(round), tookPlace: round.tookPlace ?? event };
  });
  return { ...changed, plans };
}

/** Changes the round that a fact is about, or adds it: before the next higher number; without a number, at the end. */
function withRound(
  talks: FoldedTalks,
  matched: MatchedRound,
  mention: RoundMention,
  change: (round: FoldedRound) => FoldedRound,
): FoldedTalks {
  const known = matchRound(talks.rounds, matched, mention);
  const round = known ?? newRound(null);
  const changed = change({ ...round, round: matched.round ?? round.round });
  const rounds = known
    ? talks.rounds.map((other) => (other === known ? changed : other))
    : insert(talks.rounds, changed);
  return withRounds(talks, rounds);
}

/**
 * The series with the latest rounds, and with the status and the number of the one that it has come to. The number
 * stays when its round leaves the list, unless a cancelled one there may be the reason that there is none.
 */
function withRounds(talks: FoldedTalks, all: readonly FoldedRound[]): FoldedTalks {
  const rounds = latest(all);
  const known = notCancelled(rounds) === rounds ? talks.round : null;
  return {
    ...talks,
    rounds,
    status: currentRound(rounds)?.status ?? null,
    round: highestNumber(rounds) ?? known,
  };
}

function insert(rounds: readonly FoldedRound[], added: FoldedRound): FoldedRound[] {
  const number = added.round;
  const higher = number === null ? -1 : rounds.findIndex(({ round }) => round !== null && round > number);
  return higher === -1 ? [...rounds, added] : rounds.toSpliced(higher, 0, added);
}
