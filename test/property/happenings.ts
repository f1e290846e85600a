import fc from 'fast-check';
import { someEnd } from './dates.js';

export type Kind = 'truce' | 'tariff' | 'talks' | 'meeting';

/** What happened, without its subject's name. */
export interface Happening {
  kind: Kind;
  type: string;
  data: Readonly<Record<string, unknown>>;
}

/** The parties of everything with parties: their order says nothing, so it does not change. */
const PARTIES = ['USA', 'CHN'];
const PEOPLE = [
  { name: 'Ada Moreno', role: 'Minister', party: 'USA' },
  { name: 'Li Wen', party: 'CHN' },
  { name: 'Jon Aker', role: 'Envoy' },
] as const;

const parties = fc.constant(PARTIES);
const place = fc.constantFrom({ name: 'Geneva', country: 'CHE' }, { country: 'MYS' }, { name: 'Madrid' });
const percent = fc.constantFrom(0, 10, 12.5, 34, 125, 145);
const basis = fc.constantFrom('additional', 'all_in');
const round = fc.constantFrom(1, 2, 3);
const comparator = fc.constantFrom('eq', 'up_to', 'more_than', 'about');
const topics = fc.constantFrom(['rare earths'], ['rare earths', 'soybeans'], ['chips']);
const participants = fc.constantFrom([PEOPLE[0], PEOPLE[1]], [PEOPLE[1], PEOPLE[2]]);
const lead = fc.constantFrom(
  { party: 'USA', person: PEOPLE[0] },
  { party: 'USA', person: PEOPLE[2] },
  { party: 'CHN', person: PEOPLE[1] },
);
const leads = fc.subarray(
  [
    { party: 'USA', person: PEOPLE[2] },
    { party: 'CHN', person: PEOPLE[1] },
  ],
  { minLength: 1 },
);

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** A happening of a type: the required fields always, each of the others mostly. */
function happening(kind: Kind, type: string, required: Fields, optional: Fields = {}): fc.Arbitrary<Happening> {
  const given = Object.entries(optional).map(([field, value]): [string, fc.Arbitrary<unknown>] => [
    field,
    fc.option(value, { nil: undefined, freq: 3 }),
  ]);
  return fc
    .record({ ...required, ...Object.fromEntries(given) })
    .map((data) => ({ kind, type, data: withoutHoles(data) }));
}

const withoutHoles = (data: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** One arbitrary for each thing that can happen. */
export const HAPPENINGS: readonly fc.Arbitrary<Happening>[] = [
  happening('truce', 'TruceAgreed', { parties }, { validUntil: someEnd }),
  happening('truce', 'TruceExtended', { validUntil: someEnd }, { ordinal: fc.constantFrom(1, 2, 3), parties }),
  happening('truce', 'TruceBroken', {}, { by: fc.constantFrom('USA', 'CHN') }),
  happening('truce', 'TruceEnded', {}, { reason: fc.constant('Overtaken by a new accord') }),
  happening('tariff', 'TariffChanged', { ratePercent: percent }),
  happening('tariff', 'TariffChanged', { ratePercent: percent }, { comparator, basis, previousRatePercent: percent }),
  happening(
    'tariff',
    'TariffChanged',
    { direction: fc.constantFrom('raised', 'reduced') },
    { previousRatePercent: percent },
  ),
  happening('tariff', 'TariffAnnounced', {}, { ratePercent: percent, effectiveFrom: someEnd }),
  happening(
    'tariff',
    'TariffThreatened',
    { ratePercent: percent },
    { effectiveFrom: someEnd, condition: fc.constant('Unless talks resume') },
  ),
  happening('tariff', 'TariffSuspended', {}, { until: someEnd }),
  happening('tariff', 'TariffLifted', {}),
  happening('talks', 'TalksAnnounced', { parties, round }, { place, scheduledFor: someEnd }),
  happening('talks', 'TalksStarted', { parties, round }, { place, leads }),
  happening('talks', 'TalksResumed', { round }, { day: fc.constantFrom(2, 3), place }),
  happening('talks', 'TalksSessionHeld', { round }, { hours: fc.constantFrom(3, 5, 7.5), topics }),
  happening('talks', 'TalksConcluded', { round }, { place, outcome: fc.constant('A framework') }),
  happening('talks', 'TalksConcluded', {}, { place }),
  lead.map(({ party, person }) => ({ kind: 'talks' as const, type: 'DelegationNamed', data: { party, lead: person } })),
  happening('talks', 'TopicDiscussed', { topics }),
  happening(
    'meeting',
    'MeetingScheduled',
    { participants },
    { scheduledFor: someEnd, place, occasion: fc.constantFrom('A summit', 'A visit') },
  ),
  happening('meeting', 'MeetingHeld', {}, { participants, place }),
  happening('meeting', 'MeetingCancelled', {}, { reason: fc.constant('Illness') }),
];
