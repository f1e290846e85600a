import { startOf } from '../current-facts.js';
import { endOf } from '../dates.js';
import type { Json } from '../pattern.js';
import { mergedPlace, placeIn, placesAgree, surelySamePlace, type Place } from '../places.js';
import { given, lastGiven, type Fact } from '../recorded.js';
import { latest, withFurther, withLast } from './lists.js';
import { opened, plansAt, settled, withOccasionPlan, type Plan } from './plans.js';

interface Round {
  round: number | null;
  place: Place | null;
  status: 'announced' | 'under_way' | 'concluded' | 'cancelled';
  scheduledFor: string | null;
  startedAt: string | null;
  concludedAt: string | null;
  days: number | null;
  hours: { hours: number; comparator: string } | null;
}

const UNKNOWN: Round = {
  round: null,
  place: null,
  status: 'announced',
  scheduledFor: null,
  startedAt: null,
  concludedAt: null,
  days: null,
  hours: null,
};

interface RoundPlan extends Plan {
  round: number | null;
}

const STEPS = ['TalksAnnounced', 'TalksStarted', 'TalksResumed', 'TalksSessionHeld', 'TalksConcluded'];

/** The state of a series of talks after these facts, in fold order and without claims, as of the instant `at`. */
export function talks(facts: readonly Fact[], at: string): Record<string, Json> {
  let parties: string[] = [];
  let topics: string[] = [];
  let leads: Lead[] = [];
  let rounds: Round[] = [];
  let plans: RoundPlan[] = [];
  const tookPlace = new Map<number | null, string>();
  for (const fact of facts) {
    parties = withFurther(parties, given(fact, 'parties') as string[] | undefined);
    topics = withFurther(topics, given(fact, 'topics') as string[] | undefined);
    for (const lead of leadsIn(fact)) leads = withLast(leads, lead, ({ party }) => party);
    if (fact.type === 'TalksCancelled') {
      const number = (given(fact, 'round') ?? null) as number | null;
      rounds = latest(number === null ? allCancelled(rounds) : withStep(rounds, fact));
      plans = settled(plans, fact, 'withdrawn', ({ round }) => number === null || round === number);
      if (number !== null) tookPlace.delete(number);
    }
    if (!STEPS.includes(fact.type)) continue;
    const number = roundOf(rounds, fact)?.round ?? ((given(fact, 'round') ?? null) as number | null);
    rounds = latest(withStep(rounds, fact));
    const isOfRound = ({ round }: RoundPlan): boolean => round === number;
    if (fact.type === 'TalksAnnounced') {
      const plan = { ...opened(fact, 'announced', 'scheduledFor'), round: number };
      plans = withOccasionPlan(plans, plan, fact, tookPlace.get(number) ?? null, isOfRound);
    } else {
      plans = settled(plans, fact, 'fulfilled', isOfRound);
      if (!tookPlace.has(number)) tookPlace.set(number, fact.id);
    }
  }
  return {
    title: lastGiven(facts, 'title') as Json,
    parties,
    status: seriesStatus(counted(rounds)),
    round: counted(rounds).findLast(({ round }) => round !== null)?.round ?? null,
    rounds: rounds as unknown as Json,
    leads: leads as unknown as Json,
    topics,
    plans: plansAt(plans, at),
  };
}

/** Cancelled rounds are passed over, unless there is no other. */
function counted(rounds: readonly Round[]): readonly Round[] {
  const others = rounds.filter(({ status }) => status !== 'cancelled');
  return others.length > 0 ? others : rounds;
}

/** Every announced round is cancelled or, where there is none, one of which nothing is known. */
function allCancelled(rounds: readonly Round[]): Round[] {
  const cancelled = (round: Round): Round => (round.status === 'announced' ? { ...round, status: 'cancelled' } : round);
  // Said again, it is about the same round.
  const known = rounds.some(({ status }) => status === 'announced') || rounds.at(-1)?.status === 'cancelled';
  return known ? rounds.map(cancelled) : [...rounds, { ...UNKNOWN, status: 'cancelled' }];
}

interface Lead {
  party: string;
  person: Json;
}

const leadsIn = (fact: Fact): Lead[] =>
  fact.type === 'DelegationNamed'
    ? [{ party: given(fact, 'party') as string, person: given(fact, 'lead') as Json }]
    : ((given(fact, 'leads') ?? []) as Lead[]);

/** The status of the highest round; while the one after it is only announced and has no number, that of the round under way. */
function seriesStatus(rounds: readonly Round[]): Json {
  const [before, last] = [rounds.at(-2), rounds.at(-1)];
  const isNext = last?.round === null && last.status === 'announced';
  return isNext && before?.status === 'under_way' ? 'under_way' : (last?.status ?? null);
}

function withStep(rounds: readonly Round[], fact: Fact): Round[] {
  const own = roundOf(rounds, fact);
  const after = stepped(own ?? UNKNOWN, fact);
  if (own !== undefined) return rounds.map((round) => (round === own ? after : round));
  const number = after.round;
  const higher = number === null ? -1 : rounds.findIndex(({ round }) => round !== null && round > number);
  return higher === -1 ? [...rounds, after] : [...rounds.slice(0, higher), after, ...rounds.slice(higher)];
}

/** The round that a fact is about; `undefined`: a new one. */
function roundOf(rounds: readonly Round[], fact: Fact): Round | undefined {
  const number = given(fact, 'round') as number | undefined;
  if (number === undefined) return unnumberedRoundOf(rounds, fact);
  const numbered = rounds.find(({ round }) => round === number);
  if (numbered !== undefined) return numbered;
  // The number may be that of the round which is known without one so far.
  const last = rounds.findLast(({ status }) => status !== 'cancelled');
  const highest = rounds.findLast(({ round }) => round !== null)?.round ?? 0;
  if (number < highest) return undefined;
  const continued = unnumberedRoundOf(rounds, fact);
  return continued?.round === null && continued === last ? continued : undefined;
}

/** The round that a fact without a number continues. */
function unnumberedRoundOf(rounds: readonly Round[], fact: Fact): Round | undefined {
  const place = placeIn(fact.data);
  // A cancelled round is continued by no fact without its number.
  const known = rounds.findLast(({ status, place: own }) => status !== 'cancelled' && surelySamePlace(own, place));
  if (known !== undefined) return known;
  const last = rounds.findLast(({ status }) => status !== 'cancelled');
  if (last === undefined || !placesAgree(last.place, place)) return undefined;
  if (fact.type === 'TalksAnnounced') return last.status === 'announced' ? last : undefined;
  if (fact.type === 'TalksConcluded') return last;
  return last.status === 'concluded' && isSurelyAfter(fact, last.concludedAt) ? undefined : last;
}

const isSurelyAfter = (fact: Fact, date: string | null): boolean => date !== null && startOf(fact) > endOf(date);

/** What is known of a round after a further fact about it. */
function stepped(before: Round, fact: Fact): Round {
  const round = {
    ...before,
    round: (given(fact, 'round') ?? before.round) as number | null,
    place: mergedPlace(before.place, placeIn(fact.data)),
  };
  switch (fact.type) {
    case 'TalksAnnounced':
      // It does not go back to announced, unless it was cancelled: then it has no date but the new one.
      return {
        ...round,
        status: round.status === 'cancelled' ? 'announced' : round.status,
        scheduledFor: (given(fact, 'scheduledFor') ?? (round.status === 'cancelled' ? null : round.scheduledFor)) as
          string | null,
      };
    case 'TalksCancelled':
      return { ...round, status: 'cancelled' };
    case 'TalksStarted':
      return underWay({ ...round, startedAt: fact.occurredAt }, fact);
    case 'TalksResumed': {
      const day = given(fact, 'day') as number | undefined;
      return underWay({ ...round, days: day === undefined ? round.days : Math.max(round.days ?? 0, day) }, fact);
    }
    case 'TalksSessionHeld': {
      const hours = given(fact, 'hours') as number | undefined;
      const comparator = (given(fact, 'comparator') ?? 'eq') as string;
      return underWay({ ...round, hours: hours === undefined ? round.hours : { hours, comparator } }, fact);
    }
    default:
      return { ...round, status: 'concluded', concludedAt: fact.occurredAt };
  }
}

/** It stays concluded where the step may have come before its end. */
const underWay = (round: Round, fact: Fact): Round =>
  round.status === 'concluded' && !isSurelyAfter(fact, round.concludedAt)
    ? round
    : { ...round, status: 'under_way', concludedAt: null };
