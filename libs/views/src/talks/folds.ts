import type { DataOf } from '#catalogue/catalogue.js';
import type { FoldedFact } from '../define-view.js';
import { appendDistinct, latest, upsert } from '../lists/latest.js';
import { mergePlace } from '../places/place.js';
import { isDefinitelyAfter } from '../time/ends.js';
import { newRound, initialTalks, type Round, type Talks } from './series.js';
import { currentRound, matchRound, type RoundMention, type MatchedRound } from './which-round.js';

/** A round that is already going on or over stays so: an announcement told late does not take it back. */
export function announced(before: Talks | null, { data }: FoldedFact<DataOf<'TalksAnnounced'>>): Talks {
  const talks = withRound(before ?? initialTalks, data, 'announced', (round) => ({
    ...round,
    place: mergePlace(round.place, data.place),
    scheduledFor: data.scheduledFor ?? round.scheduledFor,
  }));
  return { ...talks, parties: appendDistinct(talks.parties, data.parties) };
}

export function started(before: Talks | null, { data, occurredAt }: FoldedFact<DataOf<'TalksStarted'>>): Talks {
  const talks = withRound(before ?? initialTalks, data, 'started', (round) => ({
    ...goingOn(round, occurredAt),
    place: mergePlace(round.place, data.place),
    startedAt: occurredAt,
  }));
  return (data.leads ?? []).reduce(withLead, { ...talks, parties: appendDistinct(talks.parties, data.parties) });
}

export function resumed(before: Talks | null, { data, occurredAt }: FoldedFact<DataOf<'TalksResumed'>>): Talks {
  return withRound(before ?? initialTalks, data, 'sits', (round) => ({
    ...goingOn(round, occurredAt),
    place: mergePlace(round.place, data.place),
    days: data.day === undefined ? round.days : Math.max(data.day, round.days ?? 0),
  }));
}

/** A session shows that its round has begun; it does not open again what has concluded. */
export function sessionHeld(before: Talks | null, { data }: FoldedFact<DataOf<'TalksSessionHeld'>>): Talks {
  const talks = withRound(before ?? initialTalks, { round: data.round }, 'sits', (round) => ({
    ...round,
    status: round.status === 'concluded' ? 'concluded' : 'under_way',
    hours: data.hours === undefined ? round.hours : { hours: data.hours, comparator: data.comparator ?? 'eq' },
  }));
  return { ...talks, topics: appendDistinct(talks.topics, data.topics) };
}

export function concluded(before: Talks | null, { data, occurredAt }: FoldedFact<DataOf<'TalksConcluded'>>): Talks {
  return withRound(before ?? initialTalks, data, 'concluded', (round) => ({
    ...round,
    status: 'concluded',
    place: mergePlace(round.place, data.place),
    concludedAt: occurredAt,
  }));
}

export function foldDelegationNamed(before: Talks | null, { data }: FoldedFact<DataOf<'DelegationNamed'>>): Talks {
  return withLead(before ?? initialTalks, { party: data.party, person: data.lead });
}

export function foldTopicDiscussed(before: Talks | null, { data }: FoldedFact<DataOf<'TopicDiscussed'>>): Talks {
  const talks = before ?? initialTalks;
  return { ...talks, topics: appendDistinct(talks.topics, data.topics) };
}

/**
 * A round that begins or goes on. One that concluded goes on again only where this surely came later: within "October"
 * the end may be the last word.
 */
function goingOn(round: Round, occurredAt: string): Round {
  const over =
    round.status === 'concluded' && (round.concludedAt === null || !isDefinitelyAfter(occurredAt, round.concludedAt));
  return over ? round : { ...round, status: 'under_way', concludedAt: null };
}

function withLead(talks: Talks, lead: Talks['leads'][number]): Talks {
  return { ...talks, leads: upsert(talks.leads, ({ party }) => party, lead) };
}

/**
 * Changes the round that a fact is about, or adds it: one with a number before the next higher, one without at the end.
 */
function withRound(talks: Talks, matched: MatchedRound, mention: RoundMention, change: (round: Round) => Round): Talks {
  const known = matchRound(talks.rounds, matched, mention);
  const round = known ?? newRound(null);
  const changed = change({ ...round, round: matched.round ?? round.round });
  const rounds = known
    ? talks.rounds.map((other) => (other === known ? changed : other))
    : insert(talks.rounds, changed);
  return {
    ...talks,
    rounds: latest(rounds),
    status: currentRound(rounds)?.status ?? null,
    round: matched.round === undefined ? talks.round : Math.max(matched.round, talks.round ?? 0),
  };
}

function insert(rounds: readonly Round[], added: Round): Round[] {
  const number = added.round;
  const higher = number === null ? -1 : rounds.findIndex(({ round }) => round !== null && round > number);
  return higher === -1 ? [...rounds, added] : rounds.toSpliced(higher, 0, added);
}
