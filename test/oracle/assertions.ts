import { agree } from './dates.js';
import { equal } from './pattern.js';
import { isPlace, placesAgree } from './places.js';
import { given, type Data } from './recorded.js';

/** A property and its asserted value; `null`: unknown. */
export type Assertion = readonly [property: string, value: unknown];

/** The property of a fact that sets none on which sources could differ: that it happened. */
export const HAPPENED = 'happened';

/**
 * The properties that a fact sets: those on which sources could differ. A fact that sets none of them sets a property
 * of its own, that it happened.
 */
export function assertionsOf({ id, type, data }: { id: string; type: string; data: Data }): readonly Assertion[] {
  const assertions = accountAssertions({ type, data });
  return assertions.length > 0 ? assertions : [[`${HAPPENED}:${id}`, true]];
}

/** The properties of which one account gives a value, which may be none. */
export function accountAssertions({ type, data }: { type: string; data: Data }): readonly Assertion[] {
  switch (type) {
    case 'TruceAgreed':
    case 'TruceExtended':
      return [['status', 'in_force'], ...field(data, 'validUntil'), ...field(data, 'ordinal')];
    case 'TruceBroken':
      return [['status', 'broken']];
    case 'TruceEnded':
      return [['status', 'ended']];
    case 'TariffChanged': {
      const rate = data['ratePercent'] === undefined ? null : measured(data, 'ratePercent');
      return [
        [`rate:${(data['basis'] as string | undefined) ?? 'unstated'}`, rate],
        ['status', 'in_force'],
        ['until', null],
      ];
    }
    case 'TariffSuspended':
      return heldUntil('suspended', data);
    case 'TariffLifted':
      return heldUntil('lifted', data);
    case 'TalksAnnounced':
      return ofRound(data, ...field(data, 'scheduledFor'), ...field(data, 'place'));
    case 'TalksStarted':
      return [...ofRound(data, ['status', 'under_way'], ...field(data, 'place')), ...leads(data['leads'] ?? [])];
    case 'TalksResumed':
      return ofRound(data, ['status', 'under_way'], ...days(data), ...field(data, 'place'));
    case 'TalksSessionHeld':
      return data['hours'] === undefined ? [] : ofRound(data, ['hours', measured(data, 'hours')]);
    case 'TalksConcluded':
      return ofRound(data, ['status', 'concluded'], ...field(data, 'place'));
    case 'TalksCancelled':
      return ofRound(data, ['status', 'cancelled']);
    case 'DelegationNamed':
      return leads([{ party: data['party'], person: data['lead'] }]);
    case 'MeetingScheduled':
      return [['status', 'scheduled'], ...field(data, 'scheduledFor'), ...field(data, 'place')];
    case 'MeetingHeld':
      return [['status', 'held'], ...field(data, 'place')];
    case 'MeetingCancelled':
      return [['status', 'cancelled']];
    case 'VisitPlanned': {
      const date = field(data, 'scheduledFor').map(([, value]): Assertion => ['date', value]);
      return [['status', 'planned'], ...date, ...field(data, 'place')];
    }
    case 'VisitMade':
      return [['status', 'made'], ['date', null], ...field(data, 'place')];
    case 'VisitCancelled':
      return [['status', 'cancelled']];
    case 'RestrictionImposed':
      return heldUntil('in_force', data);
    case 'RestrictionSuspended':
      return heldUntil('suspended', data);
    case 'RestrictionLifted':
      return heldUntil('lifted', data);
    case 'SummitOpened':
    case 'SummitClosed':
      return [
        ['status', type === 'SummitOpened' ? 'open' : 'closed'],
        ...['edition', 'host', 'until', 'place'].flatMap((name) => field(data, name)),
      ];
    case 'DealProgressReported':
      return [['status', data['status']]];
    case 'StoryClosed':
      return [['status', 'closed']];
    default:
      return [];
  }
}

const field = (data: Data, name: string): Assertion[] =>
  given({ data }, name) === undefined ? [] : [[name, data[name]]];

const heldUntil = (status: string, data: Data): Assertion[] => [
  ['status', status],
  ['until', data['until'] ?? null],
];

const days = (data: Data): Assertion[] => (data['day'] === undefined ? [] : [['days', data['day']]]);

/** Properties of a round belong to that round alone. Where no round is named, nothing can be contradicted. */
const ofRound = (data: Data, ...assertions: Assertion[]): Assertion[] =>
  data['round'] === undefined
    ? []
    : assertions.map(([property, value]) => [`round:${String(data['round'])}:${property}`, value]);

/** A number and its comparator, by default exact. */
const measured = (data: Data, name: string): unknown => ({
  [name]: data[name],
  comparator: data['comparator'] ?? 'eq',
});

const leads = (named: unknown): Assertion[] =>
  (named as { party: string; person: { name: string } }[]).map(({ party, person }) => [`lead:${party}`, person.name]);

/** The last value of the property; `null`: none, or it is given as unknown. */
export const valueOf = (assertions: readonly Assertion[], property: string): unknown =>
  assertions.findLast(([name]) => name === property)?.[1] ?? null;

/**
 * Whether two known values can both be right: one date lies within the other, or no part that both places give differs.
 */
export function compatible(a: unknown, b: unknown): boolean {
  if (isDate(a) && isDate(b)) return agree(a, b);
  if (isPlace(a) && isPlace(b)) return placesAgree(a, b);
  return equal(a, b);
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}(-|$)/.test(value);

/** The properties of which both assert known values that are not compatible. */
export const contradictions = (a: readonly Assertion[], b: readonly Assertion[]): string[] =>
  a.flatMap(([property, value]) => {
    const other = valueOf(b, property);
    return value !== null && other !== null && !compatible(value, other) ? [property] : [];
  });
