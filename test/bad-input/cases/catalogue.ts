import { data, fact, type Case } from '../material.js';

const PERSON = { name: 'Ada Moreno' };
const ROUTE = { imposedBy: 'USA', appliesTo: 'CHN' };

/** The required data of each type. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  StoryOpened: { title: 'A story' },
  TalksAnnounced: { talks: 'talks', parties: ['USA'] },
  TalksStarted: { talks: 'talks', parties: ['USA'] },
  TalksResumed: { talks: 'talks' },
  TalksSessionHeld: { talks: 'talks' },
  TalksConcluded: { talks: 'talks' },
  TalksCancelled: { talks: 'talks' },
  DelegationNamed: { talks: 'talks', party: 'USA', lead: PERSON },
  TopicDiscussed: { talks: 'talks', topics: ['trade'] },
  TariffThreatened: ROUTE,
  TariffAnnounced: ROUTE,
  TariffPlanWithdrawn: ROUTE,
  TariffChanged: { ...ROUTE, ratePercent: 10 },
  TariffSuspended: ROUTE,
  TariffLifted: ROUTE,
  RestrictionImposed: { restriction: 'controls', ...ROUTE, kind: 'quota' },
  PurchaseCommitted: { buyer: 'CHN', seller: 'USA', goods: ['soybeans'] },
  TruceAgreed: { truce: 'truce', parties: ['USA'] },
  TruceExtended: { truce: 'truce', validUntil: '2025-11-10' },
  TruceBroken: { truce: 'truce' },
  TruceEnded: { truce: 'truce' },
  MeetingScheduled: { meeting: 'meeting', participants: [PERSON] },
  MeetingHeld: { meeting: 'meeting' },
  MeetingCancelled: { meeting: 'meeting' },
  SummitOpened: { summit: 'summit', name: 'Summit' },
  AccordSigned: { accord: 'accord', parties: ['USA'] },
  DealProgressReported: { deal: 'deal', parties: ['USA'], status: 'agreed' },
  StatementMade: { speaker: PERSON },
  VisitPlanned: { visitor: PERSON, place: { country: 'JPN' } },
  VisitCancelled: { visit: 'visit' },
  VisitMade: { visitor: PERSON, place: { country: 'JPN' } },
  HostilitiesReported: { parties: ['KHM'] },
  MilestoneReported: { text: 'Something happened.' },
};

const missing: Case[] = Object.entries(NEEDED).flatMap(([type, needed]) =>
  Object.keys(needed).map((field): Case => {
    const others = Object.fromEntries(Object.entries(needed).filter(([name]) => name !== field));
    return [`${type} without ${field}`, fact({ type, data: others }), `422 invalid-event /data/${field}`];
  }),
);

const unknown: Case[] = Object.entries(NEEDED).map(([type, needed]): Case => [
  `${type} with a field that it does not have`,
  fact({ type, data: { ...needed, nonsense: true } }),
  '422 invalid-event /data/nonsense',
]);

const rate = (name: string, ratePercent: unknown): Case => [
  `a rate ${name}`,
  data({ ratePercent }),
  '422 invalid-event /data/ratePercent',
];

/** The required data of a type with one more field, and the pointer to what is wrong. */
const wrong = (name: string, type: string, change: Record<string, unknown>, pointer: string): Case => [
  `${type}: ${name}`,
  fact({ type, data: { ...NEEDED[type], ...change } }),
  `422 invalid-event /data${pointer}`,
];

/** The rules of the catalogue: the required fields of each type, and their values. */
export const catalogue: Case[] = [
  ...missing,
  ...unknown,
  rate('of more than 10,000', 10_001),
  rate('below nothing', -0.1),
  rate('with five decimals', 0.12345),
  rate('as words', 'a lot'),
  rate('as text', '145'),
  rate('of null', null),
  wrong('an unknown comparator', 'TariffChanged', { comparator: 'roughly' }, '/comparator'),
  wrong('an unknown basis', 'TariffChanged', { basis: 'effective' }, '/basis'),
  wrong('an unknown direction', 'TariffChanged', { direction: 'sideways' }, '/direction'),
  wrong('an earlier rate out of range', 'TariffChanged', { previousRatePercent: 1e6 }, '/previousRatePercent'),
  wrong('products without a measure of their own', 'TariffChanged', { products: ['8703'] }, '/products'),
  wrong('products under the measure of all', 'TariffChanged', { products: ['8703'], measure: 'all' }, '/products'),
  wrong('a product that is no HS code', 'TariffChanged', { products: ['cars'], measure: 'cars' }, '/products/0'),
  wrong('a measure that is no slug', 'TariffChanged', { measure: 'All Cars' }, '/measure'),
  wrong('a party of two letters', 'TariffChanged', { imposedBy: 'US' }, '/imposedBy'),
  wrong('a party in small letters', 'TariffChanged', { imposedBy: 'usa' }, '/imposedBy'),
  wrong('a party that is no country', 'TariffChanged', { appliesTo: 'XYZ' }, '/appliesTo'),
  wrong('a party that is a name of every object', 'TariffChanged', { appliesTo: 'toString' }, '/appliesTo'),
  wrong('an end that is no date', 'TariffSuspended', { until: '2025-02-30' }, '/until'),
  wrong('a start that is no date', 'TariffAnnounced', { effectiveFrom: 'soon' }, '/effectiveFrom'),
  wrong('an empty list of parties', 'TalksStarted', { parties: [] }, '/parties'),
  wrong('a bad party in the list', 'TalksStarted', { parties: ['USA', 'China'] }, '/parties/1'),
  wrong('parties that are no list', 'TalksStarted', { parties: 'USA' }, '/parties'),
  wrong('a round of nought', 'TalksStarted', { round: 0 }, '/round'),
  wrong('a round and a half', 'TalksStarted', { round: 1.5 }, '/round'),
  wrong('a place without name and country', 'TalksStarted', { place: {} }, '/place'),
  wrong('a place in an unknown country', 'TalksStarted', { place: { country: 'EU' } }, '/place/country'),
  wrong('a lead without a person', 'TalksStarted', { leads: [{ party: 'USA' }] }, '/leads/0/person'),
  wrong('a negative length', 'TalksSessionHeld', { hours: -1 }, '/hours'),
  wrong('a day of nought', 'TalksResumed', { day: 0 }, '/day'),
  wrong('a person without a name', 'DelegationNamed', { lead: { role: 'Minister' } }, '/lead/name'),
  wrong('a person of an unknown party', 'DelegationNamed', { lead: { ...PERSON, party: 'nobody' } }, '/lead/party'),
  wrong('a Wikidata item that is none', 'DelegationNamed', { lead: { ...PERSON, wikidata: 'Ada' } }, '/lead/wikidata'),
  wrong('a person with an unknown field', 'DelegationNamed', { lead: { ...PERSON, age: 50 } }, '/lead/age'),
  wrong('a slug that is none', 'TruceExtended', { truce: 'The Truce' }, '/truce'),
  wrong('an end that is a number', 'TruceExtended', { validUntil: 2025 }, '/validUntil'),
  wrong('an ordinal below one', 'TruceExtended', { ordinal: -3 }, '/ordinal'),
  wrong('a bad participant among them', 'MeetingScheduled', { participants: [PERSON, {}] }, '/participants/1/name'),
  wrong('a plan for no date', 'MeetingScheduled', { scheduledFor: 'Thursday' }, '/scheduledFor'),
  wrong('an unknown kind', 'RestrictionImposed', { kind: 'frown' }, '/kind'),
  wrong('an unknown status', 'DealProgressReported', { status: 'done' }, '/status'),
  wrong('an empty text', 'MilestoneReported', { text: '' }, '/text'),
  wrong('nothing but white space', 'MilestoneReported', { text: ' \t ' }, '/text'),
  wrong('2,001 characters', 'MilestoneReported', { text: 'x'.repeat(2001) }, '/text'),
  wrong('NUL in a text', 'MilestoneReported', { text: 'some\u0000thing' }, '/text'),
  wrong('an escape character in a text', 'MilestoneReported', { text: '\u001b[31mred' }, '/text'),
  wrong('half a surrogate pair at the end', 'MilestoneReported', { text: 'half \ud83d' }, '/text'),
  wrong('half a surrogate pair at the start', 'MilestoneReported', { text: '\udc00 half' }, '/text'),
  wrong('a text that is an object', 'MilestoneReported', { text: { toString: 'x' } }, '/text'),
];
