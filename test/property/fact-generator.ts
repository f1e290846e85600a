import fc from 'fast-check';
import { someEnd } from './dates.js';

/** What a fact is about: a subject of a view, its story, or no subject of a view. */
export type Kind =
  'truce' | 'tariff' | 'talks' | 'meeting' | 'restriction' | 'summit' | 'deal' | 'visit' | 'story' | 'none';

/** A fact without the name of its subject. */
export interface GeneratedFact {
  kind: Kind;
  type: string;
  data: Readonly<Record<string, unknown>>;
}

export const PEOPLE = [
  { name: 'Ada Moreno', role: 'Minister', party: 'USA' },
  { name: 'Li Wen', party: 'CHN' },
  { name: 'Jon Aker', role: 'Envoy' },
] as const;

const parties = fc.constantFrom(['USA', 'CHN'], ['USA', 'CHN'], ['CHN', 'EU'], ['KHM', 'THA', 'ASEAN']);
const party = fc.constantFrom('USA', 'CHN', 'EU');
const place = fc.constantFrom(
  { name: 'Geneva', country: 'CHE' },
  { country: 'CHE' },
  { country: 'MYS' },
  { name: 'Madrid' },
);
const percent = fc.constantFrom(0, 10, 12.5, 34, 125, 145);
const basis = fc.constantFrom('additional', 'cumulative', 'all_in', 'trade_weighted_average');
const round = fc.constantFrom(1, 2, 3);
const comparator = fc.constantFrom('eq', 'up_to', 'at_least', 'more_than', 'about');
/** Only a tariff with a measure of its own can name products. */
const products = fc.constantFrom(['7206', '7207'], ['8703']);
const legalReference = fc.constantFrom('Proclamation 10896', 'Order 14257');
const goods = fc.constantFrom(['rare earths'], ['rare earths', 'magnets']);
const kind = fc.constantFrom('export_control', 'sanction', 'quota');
/** What two papers call one thing. */
const title = fc.constantFrom('Harbour Committee', 'Border pact');
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

/** Facts of a type: always with the required fields, mostly with each of the others. */
function generator(kind: Kind, type: string, required: Fields, optional: Fields = {}): fc.Arbitrary<GeneratedFact> {
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

const imposed = { imposedBy: party, appliesTo: party, kind };
const summitParts = { edition: fc.constantFrom(46, 47), host: fc.constantFrom('MYS', 'KOR'), place, until: someEnd };
const name = fc.constantFrom('ASEAN summit', 'Leaders’ summit');
const person = fc.constantFrom(...PEOPLE);
const text = fc.constantFrom('A first word', 'A second word');
const purpose = fc.constant('A courtesy call');

/** Facts of each kind; a type can have several generators. */
export const GENERATORS: Readonly<Record<Kind, readonly fc.Arbitrary<GeneratedFact>[]>> = {
  truce: [
    generator('truce', 'TruceAgreed', { parties }, { validUntil: someEnd, title }),
    generator('truce', 'TruceExtended', { validUntil: someEnd }, { ordinal: fc.constantFrom(1, 2, 3), parties }),
    generator('truce', 'TruceBroken', {}, { by: party, title }),
    generator('truce', 'TruceEnded', {}, { by: party, reason: fc.constant('Overtaken by a new accord') }),
  ],
  tariff: [
    generator('tariff', 'TariffChanged', { ratePercent: percent }),
    generator(
      'tariff',
      'TariffChanged',
      { ratePercent: percent },
      { comparator, basis, previousRatePercent: percent, products, legalReference },
    ),
    generator(
      'tariff',
      'TariffChanged',
      { direction: fc.constantFrom('raised', 'reduced') },
      { previousRatePercent: percent, basis, products, legalReference },
    ),
    generator('tariff', 'TariffAnnounced', {}, { ratePercent: percent, effectiveFrom: someEnd, products }),
    generator(
      'tariff',
      'TariffThreatened',
      { ratePercent: percent },
      { effectiveFrom: someEnd, condition: fc.constant('Unless talks resume') },
    ),
    generator('tariff', 'TariffPlanWithdrawn', {}, { ratePercent: percent, effectiveFrom: someEnd, reason: text }),
    generator('tariff', 'TariffSuspended', {}, { until: someEnd }),
    generator('tariff', 'TariffLifted', {}, { until: someEnd }),
  ],
  talks: [
    generator('talks', 'TalksAnnounced', { parties }, { round, place, scheduledFor: someEnd, title }),
    generator('talks', 'TalksAnnounced', { parties, place }, { scheduledFor: someEnd }),
    generator('talks', 'TalksStarted', { parties }, { round, place, leads }),
    generator('talks', 'TalksResumed', {}, { round, day: fc.constantFrom(2, 3), place }),
    generator('talks', 'TalksSessionHeld', {}, { round, hours: fc.constantFrom(3, 5, 7.5), comparator, topics }),
    generator('talks', 'TalksConcluded', {}, { round, place, outcome: fc.constant('A framework') }),
    generator('talks', 'TalksConcluded', {}, { place }),
    generator('talks', 'TalksCancelled', { round }, { reason: text, title }),
    generator('talks', 'TalksCancelled', {}, { reason: text }),
    lead.map(({ party, person }) => ({
      ...{ kind: 'talks' as const, type: 'DelegationNamed' },
      data: { party, lead: person, members: [PEOPLE[2]] },
    })),
    generator('talks', 'TopicDiscussed', { topics }, { title }),
  ],
  meeting: [
    generator(
      'meeting',
      'MeetingScheduled',
      { participants },
      { scheduledFor: someEnd, place, occasion: fc.constantFrom('A summit', 'A visit'), title },
    ),
    generator('meeting', 'MeetingHeld', {}, { participants, place, title }),
    generator('meeting', 'MeetingCancelled', {}, { reason: fc.constant('Illness'), participants }),
  ],
  restriction: [
    generator('restriction', 'RestrictionImposed', imposed, { goods, until: someEnd, title }),
    generator('restriction', 'RestrictionSuspended', {}, { ...imposed, goods, until: someEnd }),
    generator('restriction', 'RestrictionLifted', {}, { ...imposed, until: someEnd, title }),
  ],
  summit: [
    generator('summit', 'SummitOpened', { name }, { ...summitParts, title }),
    generator('summit', 'SummitClosed', { name }, summitParts),
  ],
  deal: [
    generator(
      'deal',
      'DealProgressReported',
      { parties, status: fc.constantFrom('exploring', 'negotiating', 'near_final', 'agreed', 'stalled', 'collapsed') },
      { subject: fc.constantFrom('tariffs', 'tariffs on cars'), title },
    ),
  ],
  visit: [
    generator('visit', 'VisitPlanned', { visitor: person, place }, { purpose, scheduledFor: someEnd, title }),
    generator('visit', 'VisitMade', { visitor: person, place }, { purpose, hosts: participants }),
    generator('visit', 'VisitCancelled', {}, { reason: text, scheduledFor: someEnd, place, title }),
  ],
  story: [generator('story', 'StoryClosed', {}, { reason: text })],
  none: [
    generator('none', 'AccordSigned', { accord: fc.constant('border-peace'), parties }, { title, place }),
    generator('none', 'HostilitiesReported', { parties }, { place, description: text }),
    generator('none', 'MilestoneReported', { text }, { parties }),
    generator('none', 'PurchaseCommitted', { buyer: party, seller: party, goods }, { quantity: text, by: someEnd }),
    generator('none', 'StatementMade', { speaker: person }, { quote: text, topics, place }),
    generator('none', 'VisitPlanned', { visitor: person, place }, { purpose, scheduledFor: someEnd, title }),
    generator('none', 'VisitMade', { visitor: person, place }, { purpose, hosts: participants }),
  ],
};
