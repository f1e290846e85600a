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
  /** The fact that told of it first, by which its plans find it. It is not shown. */
  first: string;
}

const newRound = ({ id }: Fact): Round => ({
  round: null,
  place: null,
  status: 'announced',
  scheduledFor: null,
  startedAt: null,
  concludedAt: null,
  days: null,
  hours: null,
  first: id,
});

interface RoundPlan extends Plan {
  round: number | null;
  /** The round, which is not shown. */
  of: string;
}

/**
 * What a round has to be for a fact to continue it, the first that is found: in a status, or `there`, at the fact's
 * place.
 */
const CONTINUES: Readonly<Record<string, readonly (Round['status'] | 'there')[]>> = {
  TalksAnnounced: ['announced'],
  TalksStarted: ['announced', 'under_way'],
  TalksResumed: ['under_way', 'announced', 'concluded'],
  TalksSessionHeld: ['under_way', 'announced', 'concluded'],
  TalksConcluded: ['under_way', 'there', 'announced', 'concluded'],
  TalksCancelled: ['announced'],
};

/** The state of a series of talks after these facts, in fold order and without claims, as of the instant `at`. */
export function talks(facts: readonly Fact[], at: string): Record<string, Json> {
  let parties: string[] = [];
  let topics: string[] = [];
  let leads: Lead[] = [];
  let rounds: Round[] = [];
  let number: number | null = null;
  let plans: RoundPlan[] = [];
  /** The fact that each round took place. */
  const held = new Map<string, string>();
  for (const fact of facts) {
    parties = withFurther(parties, given(fact, 'parties') as string[] | undefined);
    topics = withFurther(topics, given(fact, 'topics') as string[] | undefined);
    for (const lead of leadsIn(fact)) leads = withLast(leads, lead, ({ party }) => party);
    if (CONTINUES[fact.type] === undefined) continue;
    if (fact.type === 'TalksCancelled' && given(fact, 'round') === undefined) {
      rounds = latest(allCancelled(rounds, fact));
      number = numberOf(rounds, number);
      plans = settled(plans, fact, 'withdrawn');
      continue;
    }
    const own = stepped(roundOf(rounds, fact) ?? newRound(fact), fact);
    rounds = latest(withRound(rounds, own));
    number = numberOf(rounds, number);
    const isOfRound = ({ of }: RoundPlan): boolean => of === own.first;
    switch (fact.type) {
      case 'TalksAnnounced': {
        const plan = { ...opened(fact, 'announced', 'scheduledFor'), round: own.round, of: own.first };
        plans = withOccasionPlan(plans, plan, fact, held.get(own.first) ?? null, isOfRound);
        break;
      }
      case 'TalksCancelled':
        plans = settled(plans, fact, 'withdrawn', isOfRound);
        held.delete(own.first);
        break;
      default:
        plans = settled(plans, fact, 'fulfilled', isOfRound);
        if (!held.has(own.first)) held.set(own.first, fact.id);
    }
  }
  return {
    title: lastGiven(facts, 'title') as Json,
    parties,
    status: seriesStatus(rounds),
    round: number,
    rounds: rounds.map(({ first: _, ...round }) => round),
    leads: leads as unknown as Json,
    topics,
    plans: plansAt(
      plans.map(({ of: _, ...plan }) => plan),
      at,
    ),
  };
}

const isCancelled = ({ status }: Round): boolean => status === 'cancelled';
const highest = (rounds: readonly Round[]): Round | undefined => rounds.findLast(({ round }) => round !== null);

/** Cancelled rounds are passed over, unless there is no other. */
function counted(rounds: readonly Round[]): readonly Round[] {
  const others = rounds.filter((round) => !isCancelled(round));
  return others.length > 0 ? others : rounds;
}

/** The highest round, and the unnumbered ones after it, the latest first. */
function recent(rounds: readonly Round[]): Round[] {
  const top = highest(rounds);
  const after = rounds.slice(top === undefined ? 0 : rounds.indexOf(top) + 1).reverse();
  return top === undefined ? after : [top, ...after];
}

/** The highest number; that of a round which left the list stays, while no other is passed over. */
const numberOf = (rounds: readonly Round[], before: number | null): number | null =>
  highest(counted(rounds))?.round ?? (rounds.some(isCancelled) ? null : before);

/** Every announced round is cancelled or, where there is none, one of which nothing is known. */
function allCancelled(rounds: readonly Round[], fact: Fact): Round[] {
  const cancelled = (round: Round): Round => (round.status === 'announced' ? { ...round, status: 'cancelled' } : round);
  // Said again, it is about the same round.
  const known = rounds.some(({ status }) => status === 'announced') || rounds.at(-1)?.status === 'cancelled';
  return known ? rounds.map(cancelled) : [...rounds, { ...newRound(fact), status: 'cancelled' }];
}

interface Lead {
  party: string;
  person: Json;
}

const leadsIn = (fact: Fact): Lead[] =>
  fact.type === 'DelegationNamed'
    ? [{ party: given(fact, 'party') as string, person: given(fact, 'lead') as Json }]
    : ((given(fact, 'leads') ?? []) as Lead[]);

/** Under way if a recent round is; else announced if one is; else as they all are. */
function seriesStatus(rounds: readonly Round[]): Json {
  const statuses = recent(counted(rounds)).map(({ status }) => status);
  return (['under_way', 'announced'] as const).find((status) => statuses.includes(status)) ?? statuses[0] ?? null;
}

/** The rounds with one in its place: numbered ones in order, an unnumbered one last at first. */
function withRound(rounds: readonly Round[], own: Round): Round[] {
  if (rounds.some(({ first }) => first === own.first))
    return rounds.map((round) => (round.first === own.first ? own : round));
  const number = own.round;
  const higher = number === null ? -1 : rounds.findIndex(({ round }) => round !== null && round > number);
  return higher === -1 ? [...rounds, own] : [...rounds.slice(0, higher), own, ...rounds.slice(higher)];
}

/** The round that a fact is about; `undefined`: a new one. */
function roundOf(rounds: readonly Round[], fact: Fact): Round | undefined {
  const number = given(fact, 'round') as number | undefined;
  const wanted = CONTINUES[fact.type] ?? [];
  const open = rounds.filter((round) => !isCancelled(round));
  if (number === undefined) return continued(fact, wanted, recent(open), open);
  const numbered = rounds.find(({ round }) => round === number);
  if (numbered !== undefined) return numbered;
  // The number may be that of a round which is known without one so far.
  const lower = rounds.findLastIndex(({ round }) => round !== null && round < number);
  const higher = rounds.findIndex(({ round }) => round !== null && round > number);
  const between = rounds.slice(lower + 1, higher === -1 ? undefined : higher).filter((round) => !isCancelled(round));
  const wantedByNumber = wanted.filter((status) => status !== 'concluded');
  return continued(fact, wantedByNumber, [...between].reverse(), between);
}

/** The round that a fact continues. @param all where an end looks for one at its place */
function continued(
  fact: Fact,
  wanted: readonly (Round['status'] | 'there')[],
  some: readonly Round[],
  all: readonly Round[],
): Round | undefined {
  const place = placeIn(fact.data);
  for (const status of wanted) {
    const found =
      status === 'there'
        ? all.findLast((round) => surelySamePlace(round.place, place))
        : some.find((round) => round.status === status && placesAgree(round.place, place));
    if (found !== undefined) return found;
  }
  return undefined;
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
