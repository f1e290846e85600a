import { endOf, spanOf } from '../dates.js';
import { anything, date, dateOrNull, either, Expectation, sequence, type Pattern } from '../pattern.js';
import { after, given, ofType, type Fact } from '../told.js';

/** The state of a tariff after these facts (claims left out, in fold order), told at the instant `at`. */
export function tariff(facts: readonly Fact[], at: string): Pattern {
  const changes = ofType(facts, 'TariffChanged');
  const latest = changes.at(-1);
  // What is left of a rate that has been lifted is left open.
  const lifted = ofType(latest ? after(facts, latest) : [], 'TariffLifted').length > 0;
  const [first] = facts;
  return {
    imposedBy: (first?.data['imposedBy'] ?? null) as Pattern,
    appliesTo: (first?.data['appliesTo'] ?? null) as Pattern,
    measure: (first?.data['measure'] ?? 'all') as Pattern,
    ratePercent: lifted ? either(rateOf(latest), null, 0) : rateOf(latest),
    comparator: lifted ? anything() : comparatorOf(latest),
    basis: lifted ? either(basisOf(latest), null) : basisOf(latest),
    previousRatePercent: lifted ? anything() : previousRate(facts, latest),
    rates: lifted ? anything() : rates(changes),
    ...holding(facts, at),
    pending: pending(facts, at),
  };
}

const rateOf = (change: Fact | undefined): Pattern => (change?.data['ratePercent'] ?? null) as Pattern;
const basisOf = (change: Fact | undefined): Pattern => (change?.data['basis'] ?? null) as Pattern;

/** A rate without a comparator is exact, whether that is told as `eq` or not at all. */
function comparatorOf(change: Fact | undefined): Pattern {
  if (change === undefined) return null;
  const comparator = given(change, 'comparator');
  return comparator === undefined ? either(null, 'eq') : (comparator as Pattern);
}

/** As the fact says, or else the last rate that was known of the same basis. */
function previousRate(facts: readonly Fact[], latest: Fact | undefined): Pattern {
  if (latest === undefined) return null;
  const said = given(latest, 'previousRatePercent');
  if (said !== undefined) return said as Pattern;
  const earlier = ofType(facts.slice(0, facts.indexOf(latest)), 'TariffChanged').filter(
    (fact) => basisOf(fact) === basisOf(latest),
  );
  const known = earlier.filter((fact) => given(fact, 'ratePercent') !== undefined).at(-1);
  // Left open: whether a previous rate that came with an unknown one, or a lifting, counts as the last one known.
  const between = known ? earlier.slice(earlier.indexOf(known) + 1) : earlier;
  const mentioned = between.map((fact) => given(fact, 'previousRatePercent')).filter((rate) => rate !== undefined);
  const lifted = ofType(facts.slice(0, facts.indexOf(latest)), 'TariffLifted').length > 0;
  return either(rateOf(known), ...(mentioned as Pattern[]), ...(lifted ? [null, 0] : []));
}

/** The latest of each basis, in the order in which they were told. */
function rates(changes: readonly Fact[]): Pattern {
  const latest = changes.filter(
    (change, i) => !changes.slice(i + 1).some((later) => basisOf(later) === basisOf(change)),
  );
  return sequence(
    latest.map((change) => ({
      pattern: {
        basis: basisOf(change),
        ratePercent: rateOf(change),
        comparator: comparatorOf(change),
        since: date(change.occurredAt),
      },
    })),
  );
}

/** Whether it holds, and until when it does not. */
function holding(facts: readonly Fact[], at: string): { status: Pattern; until: Pattern } {
  const last = ofType(facts, 'TariffChanged', 'TariffSuspended', 'TariffLifted').at(-1);
  const until = last && given(last, 'until');
  switch (last?.type) {
    case 'TariffChanged':
      return { status: 'in_force', until: null };
    case 'TariffLifted':
      return { status: 'lifted', until: either(null, dateOrNull(until)) };
    case 'TariffSuspended': {
      const over = typeof until === 'string' && endOf(until) < at;
      return {
        status: over ? 'unknown' : 'suspended',
        until: over ? either(null, dateOrNull(until)) : dateOrNull(until),
      };
    }
    default:
      return { status: 'unknown', until: null };
  }
}

/**
 * What was announced or threatened and no later fact says to hold. Which other facts make it pointless is left open.
 */
function pending(facts: readonly Fact[], at: string): Pattern {
  const waiting = ofType(facts, 'TariffAnnounced', 'TariffThreatened').filter(
    (plan) =>
      !ofType(after(facts, plan), 'TariffChanged').some(
        (change) => rateOf(change) !== null && rateOf(change) === rateOf(plan),
      ),
  );
  return sequence(
    waiting.map((plan) => ({
      pattern: {
        kind: plan.type === 'TariffAnnounced' ? 'announced' : 'threatened',
        ratePercent: rateOf(plan),
        effectiveFrom: dateOrNull(given(plan, 'effectiveFrom')),
        condition: (given(plan, 'condition') ?? null) as Pattern,
        event: plan.id,
        due: due(given(plan, 'effectiveFrom'), at),
      },
      optional: ofType(after(facts, plan), 'TariffChanged', 'TariffSuspended', 'TariffLifted').length > 0,
    })),
  );
}

/** Marked once its date has passed, not before it has begun; what is said within the date itself is left open. */
function due(effectiveFrom: unknown, at: string): Pattern {
  const notDue = new Expectation('<not due>', (actual, place) =>
    actual === true ? [`${place}: due before its date`] : [],
  );
  if (typeof effectiveFrom !== 'string') return notDue;
  if (endOf(effectiveFrom) < at) return true;
  return spanOf(effectiveFrom).first > at ? notDue : anything();
}
