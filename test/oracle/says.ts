import { agree } from './dates.js';
import { show } from './pattern.js';
import { given, type Data } from './told.js';

/** A property and the value that is said of it; `null`: not known. */
export type Said = readonly [property: string, value: unknown];

/**
 * The properties that an event of this type sets with these data: those on which sources could differ. What sets none
 * of them sets one of its own, that it happened.
 */
export function says({ id, type, data }: { id: string; type: string; data: Data }): readonly Said[] {
  const said = speaksOf({ type, data });
  return said.length > 0 ? said : [[`happened ${id}`, true]];
}

/** Those of which one account of it speaks, which may be none. */
export function speaksOf({ type, data }: { type: string; data: Data }): readonly Said[] {
  switch (type) {
    case 'TruceAgreed':
    case 'TruceExtended':
      return [['status', 'in_force'], ...field(data, 'validUntil'), ...field(data, 'ordinal')];
    case 'TruceBroken':
      return [['status', 'broken']];
    case 'TruceEnded':
      return [['status', 'ended']];
    case 'TariffChanged':
      return [
        [
          `rate ${show(data['basis'] ?? null)}`,
          data['ratePercent'] === undefined ? null : measured(data, 'ratePercent'),
        ],
        ['status', 'in_force'],
        ['until', null],
      ];
    case 'TariffSuspended':
    case 'TariffLifted':
      return [
        ['status', type === 'TariffSuspended' ? 'suspended' : 'lifted'],
        ['until', data['until'] ?? null],
      ];
    case 'TalksAnnounced':
      return ofRound(data, ...field(data, 'scheduledFor'), ...field(data, 'place'));
    case 'TalksStarted':
      return [...ofRound(data, ['status', 'under_way'], ...field(data, 'place')), ...leads(data['leads'] ?? [])];
    case 'TalksResumed':
      return ofRound(data, ['status', 'under_way'], ...field(data, 'day'), ...field(data, 'place'));
    case 'TalksSessionHeld':
      return data['hours'] === undefined ? [] : ofRound(data, ['hours', measured(data, 'hours')]);
    case 'TalksConcluded':
      return ofRound(data, ['status', 'concluded'], ...field(data, 'place'));
    case 'DelegationNamed':
      return leads([{ party: data['party'], person: data['lead'] }]);
    case 'MeetingScheduled':
      return [['status', 'scheduled'], ...field(data, 'scheduledFor'), ...field(data, 'place')];
    case 'MeetingHeld':
      return [['status', 'held'], ...field(data, 'place')];
    case 'MeetingCancelled':
      return [['status', 'cancelled']];
    default:
      return [];
  }
}

const field = (data: Data, name: string): Said[] => (given({ data }, name) === undefined ? [] : [[name, data[name]]]);

/** What is said of a round is the round's own; of a round that is not named, nothing can be contradicted. */
const ofRound = (data: Data, ...said: Said[]): Said[] =>
  data['round'] === undefined
    ? []
    : said.map(([property, value]) => [`${property} of round ${show(data['round'])}`, value]);

/** A number and how it is meant: exactly, where nothing is said of that. */
const measured = (data: Data, name: string): unknown => ({
  [name]: data[name],
  comparator: data['comparator'] ?? 'eq',
});

const leads = (named: unknown): Said[] =>
  (named as { party: string; person: { name: string } }[]).map(({ party, person }) => [
    `lead of ${party}`,
    person.name,
  ]);

export const valueOf = (said: readonly Said[], property: string): unknown => new Map(said).get(property) ?? null;

/**
 * Whether two known values can both be right: a date lies within the other, a place differs in no part that both give.
 */
export function compatible(a: unknown, b: unknown): boolean {
  if (isDate(a) && isDate(b)) return agree(a, b);
  if (isPlace(a) && isPlace(b))
    return ['name', 'country'].every((part) => [a[part], b[part]].includes(undefined) || a[part] === b[part]);
  return show(a) === show(b);
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}(-|$)/.test(value);
const isPlace = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && ('name' in value || 'country' in value);

/** The properties of which both say something known, and not the same. */
export function contradictions(a: readonly Said[], b: readonly Said[]): string[] {
  const valueIn = new Map(b);
  return a.flatMap(([property, value]) => {
    const other = valueIn.get(property) ?? null;
    return value !== null && other !== null && !compatible(value, other) ? [property] : [];
  });
}
