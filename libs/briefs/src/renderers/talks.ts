import { partyName } from '#catalogue/values/party.js';
import { list } from '#catalogue/wording/lists.js';
import { ordinal, withArticle } from '#catalogue/wording/numbers.js';
import { person } from '#catalogue/wording/people.js';
import { inPlace } from '#catalogue/wording/places.js';
import { sentence, when } from '#catalogue/wording/sentence.js';
import { aRoundBetween, roundBetween, roundOf } from '#catalogue/wording/talks.js';
import type { Round, Talks } from '#views/talks/series.js';
import { currentRound } from '#views/talks/which-round.js';
import { endOfPeriod } from '#views/time/ends.js';
import { citing, type Sentence } from '../sentence.js';
import type { Dates } from '../wording/dates.js';
import { fragment } from '../wording/fragment.js';
import {
  latestOfTypes,
  STALE_AFTER,
  type Upcoming,
  type FactOf,
  type Renderer,
  type RenderContext,
} from '../render-context.js';

type Sitting = FactOf<'TalksStarted' | 'TalksResumed' | 'TalksSessionHeld'>;

export const renderTalks: Renderer<Talks> = {
  holds(context) {
    const round = currentRound(context.state.rounds);
    if (round?.status !== 'under_way') return [];
    return isLongSilent(context, round)
      ? lastHeardOf(context, round)
      : [...underWay(context, round), ...leads(context)];
  },

  holdsBy({ item, state }) {
    const round = currentRound(state.rounds)?.round;
    const leads = item.disputes.flatMap(({ property }) => (property.startsWith('lead:') ? [property] : []));
    return [...['status', 'days', 'place'].map((name) => `round:${round}:${name}`), ...leads];
  },

  comes(context) {
    return context.state.rounds.flatMap((round) => (round.status === 'announced' ? announced(context, round) : []));
  },

  inShort(context) {
    const round = currentRound(context.state.rounds);
    if (round?.status !== 'under_way' || isLongSilent(context, round)) return null;
    const [sitting] = sittings(context, round);
    if (!sitting) return null;
    const about = round.round === null ? 'talks' : `${ordinal(round.round)} round`;
    return { about, text: fragment('under way', when(placeAmong([sitting]), inPlace)), since: sitting.occurredAt };
  },

  changesAt(context) {
    const round = currentRound(context.state.rounds);
    return round?.status === 'under_way' ? silentFrom(context, round) : null;
  },
};

const isOfRound =
  ({ round }: Pick<Round, 'round'>) =>
  (data: { round?: number | undefined }): boolean =>
    (data.round ?? null) === round;

/** From when on it has not been heard of for long. */
function silentFrom({ facts }: RenderContext<Talks>, round: Round): number | null {
  const last = latestOfTypes(facts, ['TalksStarted', 'TalksResumed', 'TalksSessionHeld'], isOfRound(round));
  return last ? endOfPeriod(last.occurredAt) + STALE_AFTER : null;
}

function isLongSilent(context: RenderContext<Talks>, round: Round): boolean {
  const from = silentFrom(context, round);
  return from !== null && from <= context.instant;
}

/** How a round began and went on, the latest of each. */
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
  const { subject, dates } = context;
  const behind = sittings(context, round);
  const started = behind.find((fact) => fact.type === 'TalksStarted');
  const resumed = behind.find((fact) => fact.type === 'TalksResumed');
  if (behind.length === 0) return [];
  const number = round.round ?? undefined;
  const name = nameOf(subject, number, started);
  const they = number === undefined ? ['are', 'they'] : ['is', 'it'];
  const text = sentence(
    name,
    `${they[0]} under way`,
    when(placeAmong(behind), inPlace),
    when(started ?? resumed, () => `: ${they[1]}`),
    when(started, ({ occurredAt }) => `began ${dates.on(occurredAt)}`),
    when(started && resumed, () => 'and'),
    when(resumed, (fact) => goingOn(fact, dates)),
  );
  return [citing(text, behind)];
}

/** What of a round is known that has not been heard of for long: neither that it goes on nor that it ended. */
function lastHeardOf(context: RenderContext<Talks>, round: Round): Sentence[] {
  const { subject, dates } = context;
  const behind = sittings(context, round);
  const started = behind.find((fact) => fact.type === 'TalksStarted');
  const resumed = behind.find((fact) => fact.type === 'TalksResumed');
  const sat = behind.find((fact) => fact.type === 'TalksSessionHeld');
  if (behind.length === 0) return [];
  const number = round.round ?? undefined;
  const text = sentence(
    nameOf(subject, number, started),
    when(started, () => 'began'),
    when(sat, () => (number === undefined ? 'were under way' : 'was under way')),
    started || sat ? when(placeAmong(behind), inPlace) : undefined,
    when(started ?? sat, ({ occurredAt }) => dates.on(occurredAt)),
    when(started && resumed, () => 'and'),
    when(resumed, (fact) => goingOn(fact, dates)),
    `; whether ${number === undefined ? 'they have' : 'it has'} ended has not been reported`,
  );
  return [citing(text, behind)];
}

const nameOf = (subject: string, number: number | undefined, started: FactOf<'TalksStarted'> | undefined): string =>
  started ? roundBetween(subject, started.data.parties, number) : roundOf(subject, number);

/** "went into a second day on Sunday, 26 October,". */
function goingOn({ data: { day }, occurredAt }: FactOf<'TalksResumed'>, dates: Dates): string {
  return `${day === undefined ? 'resumed' : `went into ${withArticle(ordinal(day))} day`} ${dates.on(occurredAt)}`;
}

function placeAmong(sittings: readonly Sitting[]) {
  const places = sittings.flatMap(({ data }) => ('place' in data && data.place ? [data.place] : []));
  return places.find((place) => place.name !== undefined) ?? places[0];
}

/** Who leads which delegation, as far as it can be cited. */
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

function announced(
  { facts, subject, dates, isOver }: RenderContext<Talks>,
  { round, scheduledFor }: Round,
): Upcoming[] {
  const fact = latestOfTypes(
    facts,
    ['TalksAnnounced'],
    (data) => (data.round ?? null) === round && (data.scheduledFor ?? null) === scheduledFor,
  );
  if (!fact) return [];
  const { parties, place } = fact.data;
  const over = scheduledFor !== null && isOver(scheduledFor);
  const [is, was, it] = round === null ? ['are', 'were', 'they'] : ['is', 'was', 'it'];
  const text = sentence(
    aRoundBetween(subject, parties, round ?? undefined),
    `${over ? was : is} planned`,
    when(place, inPlace),
    scheduledFor === null ? ', on a date that is not known' : `for ${dates.named(scheduledFor)}`,
    over ? `; whether ${it} began has not been reported` : undefined,
  );
  return [{ date: scheduledFor, by: [`round:${round}:scheduledFor`, `round:${round}:place`], ...citing(text, [fact]) }];
}
