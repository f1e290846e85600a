import { partyName } from '#catalogue/values/party.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { whose } from '#catalogue/wording/parties.js';
import { provided, sentence, when } from '#catalogue/wording/sentence.js';
import { onTarget, rate, tariffs as tariffsOf, tariffsOn } from '#catalogue/wording/tariffs.js';
import type { Pending, Rate, Tariff } from '#views/tariffs/tariff.js';
import { citing, type Sentence } from '../model/sentence.js';
import { dated } from '../wording/dates.js';
import {
  latestOfTypes,
  type HeadlineClause,
  type RenderContext,
  type Renderer,
  type Upcoming,
} from './render-context.js';

const EASINGS = { TariffSuspended: 'the suspension of', TariffLifted: 'the lifting of' };

const nameOf = ({ imposedBy, appliesTo, measure }: Tariff): string =>
  `${whose(imposedBy)} ${tariffsOn({ appliesTo, measure })}`;

export const renderTariffs: Renderer<Tariff> = {
  isOver: ({ status, until, pending: plans }) =>
    plans.length === 0 && (status === 'unknown' || (status === 'lifted' && until === null)),

  /** Tariffs that were lifted are over; those lifted for a time are among what is due. */
  holds(context) {
    const { facts, state } = context;
    switch (state.status) {
      case 'in_force':
        return state.rates.flatMap((rate) => inForce(context, rate));
      case 'suspended': {
        const fact = latestOfTypes(facts, ['TariffSuspended']);
        return fact ? [citing(sentence(nameOf(state), 'are suspended'), [fact])] : [];
      }
      default:
        return [];
    }
  },

  ranOut(context) {
    const { state, dates } = context;
    const fact = factOfEnd(context);
    if (state.status !== 'unknown' || !fact || state.until === null) return [];
    const now = '; whether they are collected again has not been reported';
    const text = sentence(EASINGS[fact.type], nameOf(state), 'ran out', dates.on(state.until), now);
    return [{ date: state.until, ...citing(text, [fact]) }];
  },

  upcoming(context) {
    return [...easingEnds(context), ...context.state.pending.flatMap((entry) => pending(context, entry))];
  },

  /** A withdrawal is news of its own, whatever the rate has been for how long. */
  headline(context) {
    const [own, withdrawn] = [headlineOfRate(context), headlineOfWithdrawal(context)];
    return own && withdrawn ? (isLater(own, withdrawn) ? own : withdrawn) : (own ?? withdrawn);
  },
};

const isLater = (one: HeadlineClause, other: HeadlineClause): boolean =>
  periodOf(one.since).from > periodOf(other.since).from;

/** That plans were withdrawn last, and nothing was announced or threatened since: "withdrew its threat of …". */
function headlineOfWithdrawal({ facts, state }: RenderContext<Tariff>): HeadlineClause | null {
  const fact = latestOfTypes(facts, ['TariffPlanWithdrawn', 'TariffAnnounced', 'TariffThreatened']);
  if (fact?.type !== 'TariffPlanWithdrawn' || !state.plans.some(({ settledBy }) => settledBy === fact.id)) return null;
  const { imposedBy, appliesTo, measure, ratePercent } = fact.data;
  const kinds = new Set(state.plans.flatMap(({ kind, settledBy }) => (settledBy === fact.id ? [kind] : [])));
  const what = kinds.has('announced') ? 'plan for' : 'threat of';
  const at = ratePercent === undefined ? '' : `${rate(ratePercent)} `;
  const text = `withdrew its ${what} ${at}${tariffsOn({ appliesTo, measure })}`;
  return { about: partyName(imposedBy), text, since: fact.occurredAt, type: 'TariffPlanWithdrawn' };
}

function headlineOfRate(context: RenderContext<Tariff>): HeadlineClause | null {
  const { item, state } = context;
  const [about, since] = [nameOf(state), item.since ?? ''];
  const ended = state.status === 'unknown' ? factOfEnd(context) : undefined;
  if (ended && state.until !== null)
    return { about: `${EASINGS[ended.type]} ${about}`, text: 'ran out', since: state.until, type: ended.type };
  if (state.status === 'suspended') return { about, text: 'suspended', since, type: 'TariffSuspended' };
  if (state.status === 'lifted') return { about, text: 'lifted', since, type: 'TariffLifted' };
  if (state.status !== 'in_force' || state.ratePercent === null) return null;
  const at = rate(state.ratePercent, state.comparator ?? 'eq', state.basis ?? undefined);
  return { about, text: `at ${at}`, since };
}

/** The fact that the end of a suspension or a lifting comes from. */
const factOfEnd = ({ facts, state }: RenderContext<Tariff>) =>
  latestOfTypes(
    facts,
    ['TariffSuspended', 'TariffLifted'],
    ({ until }) => until !== undefined && until === state.until,
  );

/** Until when a tariff is suspended or lifted. */
function easingEnds(context: RenderContext<Tariff>): Upcoming[] {
  const { state, dates } = context;
  const { status, until } = state;
  if ((status !== 'suspended' && status !== 'lifted') || until === null) return [];
  const fact = factOfEnd(context);
  return fact
    ? [
        {
          date: until,
          dependsOn: ['until'],
          ...citing(sentence(EASINGS[fact.type], nameOf(state), 'runs until', dates.named(until)), [fact]),
        },
      ]
    : [];
}

function inForce(
  { facts, state, dates }: RenderContext<Tariff>,
  { basis, ratePercent, comparator, since }: Rate,
): Sentence[] {
  const fact = latestOfTypes(
    facts,
    ['TariffChanged'],
    (data, { occurredAt }) =>
      (data.basis ?? null) === basis && (data.ratePercent ?? null) === ratePercent && occurredAt === since,
  );
  if (!fact) return [];
  if (ratePercent === null) return [citing(dated(fact, dates), [fact])];
  const { direction } = fact.data;
  const on = dates.on(since);
  const text = sentence(
    nameOf(state),
    `stand at ${rate(ratePercent, comparator ?? 'eq', basis ?? undefined)}`,
    direction === undefined ? ', a rate set' : `after being ${direction}`,
    on,
  );
  return [citing(text, [fact])];
}

/** What was announced or threatened, and is not reported to be in force. */
function pending({ facts, state, dates }: RenderContext<Tariff>, entry: Pending): Upcoming[] {
  const fact = latestOfTypes(facts, ['TariffAnnounced', 'TariffThreatened'], (_, { id }) => id === entry.event);
  if (!fact) return [];
  const { ratePercent, effectiveFrom, condition } = fact.data;
  const text = sentence(
    partyName(state.imposedBy),
    entry.due ? entry.kind : `has ${entry.kind}`,
    tariffsOf(state.measure),
    when(ratePercent, (percent) => `of ${rate(percent)}`),
    onTarget(fact.data),
    when(effectiveFrom, (day) => `from ${dates.named(day)}`),
    when(condition, provided),
    entry.due ? '; whether they took effect has not been reported' : undefined,
  );
  return [{ date: effectiveFrom ?? null, ...citing(text, [fact]) }];
}
