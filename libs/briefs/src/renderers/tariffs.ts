import { partyName } from '#catalogue/values/party.js';
import { whose } from '#catalogue/wording/parties.js';
import { provided } from '#catalogue/wording/reasons.js';
import { sentence, when } from '#catalogue/wording/sentence.js';
import { onTarget, rate, tariffs as tariffsOf, tariffsOn } from '#catalogue/wording/tariffs.js';
import type { Pending, Rate, Tariff } from '#views/tariffs/tariff.js';
import { citing, type Sentence } from '../sentence.js';
import { latestOfTypes, type Upcoming, type Renderer, type RenderContext } from '../render-context.js';
import { dated } from '../wording/dated.js';

const EASINGS = { TariffSuspended: 'the suspension of', TariffLifted: 'the lifting of' };

const nameOf = (tariff: Tariff): string => `${whose(tariff.imposedBy)} ${tariffsOn(tariff)}`;

export const renderTariffs: Renderer<Tariff> = {
  holds(context) {
    const { facts, state, dates } = context;
    switch (state.status) {
      case 'in_force':
        return state.rates.flatMap((rate) => inForce(context, rate));
      case 'suspended': {
        const fact = latestOfTypes(facts, ['TariffSuspended']);
        return fact ? [citing(sentence(nameOf(state), 'are suspended'), [fact])] : [];
      }
      case 'lifted': {
        const fact = latestOfTypes(facts, ['TariffLifted']);
        return fact ? [citing(dated(fact, dates), [fact])] : [];
      }
      case 'unknown': {
        const fact = latestOfTypes(
          facts,
          ['TariffSuspended', 'TariffLifted'],
          ({ until }) => until !== undefined && until === state.until,
        );
        if (!fact || state.until === null) return [];
        const now = '; whether they are collected again has not been reported';
        return [citing(sentence(EASINGS[fact.type], nameOf(state), 'ran out', dates.on(state.until), now), [fact])];
      }
    }
  },

  comes(context) {
    return [...easingEnds(context), ...context.state.pending.flatMap((entry) => pending(context, entry))];
  },

  inShort({ item, state }) {
    if (state.status !== 'in_force' || state.ratePercent === null) return null;
    const at = rate(state.ratePercent, state.comparator ?? 'eq', state.basis ?? undefined);
    return { about: nameOf(state), text: `at ${at}`, since: item.since ?? '' };
  },
};

/** Until when a tariff is suspended or lifted. */
function easingEnds({ facts, state, dates }: RenderContext<Tariff>): Upcoming[] {
  const { status, until } = state;
  if ((status !== 'suspended' && status !== 'lifted') || until === null) return [];
  const fact = latestOfTypes(facts, ['TariffSuspended', 'TariffLifted'], (data) => data.until === until);
  return fact
    ? [
        {
          date: until,
          by: ['until'],
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

/** What was announced or threatened and has not been told to hold. */
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
