import { partyName } from '#catalogue/values/party.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { fragment, list, sentence, when } from '#catalogue/wording/sentence.js';
import { ordinal, withArticle } from '#catalogue/wording/numbers.js';
import { person } from '#catalogue/wording/parties.js';
import { inPlace } from '#catalogue/wording/places.js';
import { aRoundBetween, roundBetween, roundOf } from '#catalogue/wording/talks.js';
import { bareTitle, isPluralPhrase, titled, was } from '#catalogue/wording/titles.js';
import type { Round, Talks } from '#views/talks/series.js';
import { currentRound } from '#views/talks/which-round.js';
import { endOfPeriod } from '#views/time/ends.js';
import { citing, type Sentence } from '../model/sentence.js';
import type { Dates } from '../wording/dates.js';
import {
  latestOfTypes,
  STALE_AFTER,
  type FactOf,
  type HeadlineClause,
  type RenderContext,
  type Renderer,
  type Upcoming,
} from './render-context.js';

type Sitting = FactOf<'TalksStarted' | 'TalksResumed' | 'TalksSessionHeld'>;

export const renderTalks: Renderer<Talks> = {
  isOver: ({ rounds }) => ['concluded', 'cancelled'].includes(currentRound(rounds)?.status ?? ''),

  holds(context) {
    const round = currentRound(context.state.rounds);
    if (round?.status !== 'under_way') return [];
    return isStale(context, round) ? lastKnown(context, round) : [...underWay(context, round), ...leads(context)];
  },

  holdsBy({ item, state }) {
    const round = currentRound(state.rounds)?.round;
    const leads = item.disputes.flatMap(({ property }) => (property.startsWith('lead:') ? [property] : []));
    return [...['status', 'days', 'place'].map((name) => `round:${round}:${name}`), ...leads];
  },

  upcoming(context) {
    return context.state.rounds.flatMap((round) => (round.status === 'announced' ? announced(context, round) : []));
  },

  headline(context) {
    const [held, off] = [headlineOfRound(context), headlineOfCancelled(context)];
    return held && off ? (periodOf(off.since).from >= periodOf(held.since).from ? off : held) : (held ?? off);
  },

  changesAt(context) {
    const round = currentRound(context.state.rounds);
    return round?.status === 'under_way' ? staleFrom(context, round) : null;
  },
};

/** How far the series has come; `null` if that is unknown, or not more than a plan. */
function headlineOfRound(context: RenderContext<Talks>): HeadlineClause | null {
  const { title, rounds } = context.state;
  const round = currentRound(rounds);
  if (!round) return null;
  const about = labelOf(round, title ?? undefined);
  if (round.status === 'concluded') {
    const where = when(round.place ?? undefined, inPlace);
    return round.concludedAt === null
      ? null
      : { about, text: fragment('concluded', where), since: round.concludedAt, type: 'TalksConcluded' };
  }
  if (round.status !== 'under_way' || isStale(context, round)) return null;
  const [sitting] = sittings(context, round);
  if (!sitting) return null;
  return { about, text: fragment('under way', when(placeAmong([sitting]), inPlace)), since: sitting.occurredAt };
}

/** That talks were cancelled last, and none has been announced again since. */
function headlineOfCancelled({ facts, state }: RenderContext<Talks>): HeadlineClause | null {
  const fact = latestOfTypes(facts, ['TalksCancelled', 'TalksAnnounced', 'TalksStarted']);
  if (fact?.type !== 'TalksCancelled') return null;
  const number = fact.data.round ?? null;
  const round = state.rounds.findLast((one) => one.status === 'cancelled' && (number === null || one.round === number));
  if (!round) return null;
  const about = labelOf({ ...round, round: number }, state.title ?? undefined);
  return { about, text: 'cancelled', since: fact.occurredAt, type: 'TalksCancelled' };
}

/** A round in a heading: "fifth round", "fifth round of the border committee talks". */
function labelOf({ round }: Round, title: string | undefined): string {
  if (round === null) return title === undefined ? 'talks' : bareTitle(title);
  return `${ordinal(round)} round${title === undefined ? '' : ` of ${titled(title)}`}`;
}

const isOfRound =
  ({ round }: Pick<Round, 'round'>) =>
  (data: { round?: number | undefined }): boolean =>
    (data.round ?? null) === round;

/** The instant from which a round counts as stale, or `null` without a fact about it. */
function staleFrom({ facts }: RenderContext<Talks>, round: Round): number | null {
  const last = latestOfTypes(facts, ['TalksStarted', 'TalksResumed', 'TalksSessionHeld'], isOfRound(round));
  return last ? endOfPeriod(last.occurredAt) + STALE_AFTER : null;
}

function isStale(context: RenderContext<Talks>, round: Round): boolean {
  const from = staleFrom(context, round);
  return from !== null && from <= context.instant;
}

/** The facts that a round began and was resumed; without either, the latest session. */
function sittings({ facts }: RenderContext<Talks>, { round, startedAt, days }: Round): Sitting[] {
  const ofRound = isOfRound({ round });
  const started = latestOfTypes(
    facts,
    ['TalksStarted'],
    (data, { occurredAt }) => occurredAt === startedAt && ofRound(data),
  );
  const resumed = latestOfTypes(facts, ['TalksResumed'], (data) => ofRound(data) && data.day === (days ?? undefined));
  const sat = (started ?? resumed) ? undefined : latestOfTypes(facts, ['TalksSessionHeld'], ofRound);
  return [started, resumed, sat].filter((fact) => fact !== undefined);
}

function underWay(context: RenderContext<Talks>, round: Round): Sentence[] {
  const { dates } = context;
  const evidence = sittings(context, round);
  const started = evidence.find((fact) => fact.type === 'TalksStarted');
  const resumed = evidence.find((fact) => fact.type === 'TalksResumed');
  const name = nameOf(evidence, round.round ?? undefined);
  if (name === null) return [];
  const they = isPluralPhrase(name) ? ['are', 'they'] : ['is', 'it'];
  const text = sentence(
    name,
    `${they[0]} under way`,
    when(placeAmong(evidence), inPlace),
    when(started ?? resumed, () => `: ${they[1]}`),
    when(started, ({ occurredAt }) => `began ${dates.on(occurredAt)}`),
    when(started && resumed, () => 'and'),
    when(resumed, (fact) => goingOn(fact, dates)),
  );
  return [citing(text, evidence)];
}

/** The last that is known of a stale round: neither that it goes on nor that it ended has been reported. */
function lastKnown(context: RenderContext<Talks>, round: Round): Sentence[] {
  const { dates } = context;
  const evidence = sittings(context, round);
  const started = evidence.find((fact) => fact.type === 'TalksStarted');
  const resumed = evidence.find((fact) => fact.type === 'TalksResumed');
  const sat = evidence.find((fact) => fact.type === 'TalksSessionHeld');
  const name = nameOf(evidence, round.round ?? undefined);
  if (name === null) return [];
  const text = sentence(
    name,
    when(started, () => 'began'),
    when(sat, () => `${was(name)} under way`),
    started || sat ? when(placeAmong(evidence), inPlace) : undefined,
    when(started ?? sat, ({ occurredAt }) => dates.on(occurredAt)),
    when(started && resumed, () => 'and'),
    when(resumed, (fact) => goingOn(fact, dates)),
    `; whether ${isPluralPhrase(name) ? 'they have' : 'it has'} ended has not been reported`,
  );
  return [citing(text, evidence)];
}

/** The round by its first fact; `null` without one. */
function nameOf([first]: readonly Sitting[], number: number | undefined): string | null {
  if (!first) return null;
  return first.type === 'TalksStarted'
    ? roundBetween(first.data, first.data.parties, number)
    : roundOf(first.data, number);
}

/** "went into a second day on Sunday, 26 October,". */
function goingOn({ data: { day }, occurredAt }: FactOf<'TalksResumed'>, dates: Dates): string {
  return `${day === undefined ? 'resumed' : `went into ${withArticle(ordinal(day))} day`} ${dates.on(occurredAt)}`;
}

function placeAmong(sittings: readonly Sitting[]) {
  const places = sittings.flatMap(({ data }) => ('place' in data && data.place ? [data.place] : []));
  return places.find((place) => place.name !== undefined) ?? places[0];
}

/** Who leads which delegation. Leads without a fact that can be cited are left out. */
function leads({ state, facts }: RenderContext<Talks>): Sentence[] {
  const named = state.leads.flatMap((lead) => {
    const fact =
      latestOfTypes(
        facts,
        ['DelegationNamed'],
        ({ party, lead: { name } }) => party === lead.party && name === lead.person.name,
      ) ??
      latestOfTypes(facts, ['TalksStarted'], (data) =>
        (data.leads ?? []).some(({ party, person: { name } }) => party === lead.party && name === lead.person.name),
      );
    if (!fact) return [];
    return [{ fact, party: partyName(lead.party), leader: person(lead.person) }];
  });
  const [first, ...others] = named;
  if (!first) return [];
  const parts = [
    `${first.leader} leads for ${first.party}`,
    ...others.map(({ leader, party }) => `${leader} for ${party}`),
  ];
  return [
    citing(
      sentence(list(parts)),
      named.map(({ fact }) => fact),
    ),
  ];
}

function announced({ facts, dates, isOver }: RenderContext<Talks>, { round, scheduledFor }: Round): Upcoming[] {
  const fact = latestOfTypes(
    facts,
    ['TalksAnnounced'],
    (data) => (data.round ?? null) === round && (data.scheduledFor ?? null) === scheduledFor,
  );
  if (!fact) return [];
  const { parties, place } = fact.data;
  const over = scheduledFor !== null && isOver(scheduledFor);
  const name = aRoundBetween(fact.data, parties, round ?? undefined);
  const [is, it] = isPluralPhrase(name) ? ['are', 'they'] : ['is', 'it'];
  const text = sentence(
    name,
    `${over ? was(name) : is} planned`,
    when(place, inPlace),
    scheduledFor === null ? ', on a date that is not known' : `for ${dates.named(scheduledFor)}`,
    over ? `; whether ${it} began has not been reported` : undefined,
  );
  const dependsOn = [`round:${round}:scheduledFor`, `round:${round}:place`];
  return [{ date: scheduledFor, dependsOn, ...citing(text, [fact]) }];
}
