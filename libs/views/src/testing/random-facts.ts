import { eventDefinition, type EventType } from '#catalogue/catalogue.js';
import fc from 'fast-check';
import type { ViewDefinition } from '../define-view.js';
import { fact, type FactDraft } from './given.js';

/** Few values of each kind, so that facts often share or contradict values. */
const date = fc.constantFrom(
  '2025',
  '2025-04',
  '2025-04-11',
  '2025-05-12',
  '2025-10-26',
  '2025-10-26T08:00:00Z',
  '2025-11-10T00:01:00-05:00',
  '2025-11-10',
  '2025-12',
  '2026',
);
const party = fc.constantFrom('USA', 'CHN', 'EU');
const parties = fc.uniqueArray(party, { minLength: 1 });
const place = fc.constantFrom(
  { name: 'Geneva', country: 'CHE' },
  { name: 'Geneva' },
  { country: 'MYS' },
  { name: 'Kuala Lumpur', country: 'MYS' },
);
const person = fc.constantFrom(
  { name: 'He Lifeng', role: 'Vice Premier', party: 'CHN' },
  { name: 'Scott Bessent', party: 'USA' },
  { name: 'Li Wen' },
);
const people = fc.array(person, { minLength: 1, maxLength: 4 });
const text = fc.constantFrom('rare earths', 'soybeans', 'chips', 'fentanyl');
const title = fc.constantFrom('Harbour Committee', 'Border pact');
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const percent = fc.constantFrom(0, 10, 12.5, 125, 145);
const comparator = fc.constantFrom('eq', 'up_to', 'at_least', 'more_than', 'about');
const ordinal = fc.integer({ min: 1, max: 4 });

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** Data with the required fields and any of the optional ones. */
const data = (required: Fields, optional: Fields = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<object>;

const tariff = { imposedBy: fc.constant('USA'), appliesTo: fc.constant('CHN') };
const basis = fc.constantFrom('additional', 'cumulative', 'all_in', 'trade_weighted_average');
const planned = data(tariff, { ratePercent: percent, effectiveFrom: date, condition: text });
const rate = {
  ratePercent: percent,
  previousRatePercent: percent,
  direction: fc.constantFrom('raised', 'reduced'),
  comparator,
  basis,
};
const series = { talks: fc.constant('series') };
const restriction = { restriction: fc.constant('controls') };
const restricted = { imposedBy: party, appliesTo: party, kind: fc.constantFrom('quota', 'sanction') };
const truce = { truce: fc.constant('truce') };
const meeting = { meeting: fc.constant('meeting') };
const visit = { visit: fc.constant('visit') };
const summit = data(
  { summit: fc.constant('summit'), name: text },
  { title, edition: ordinal, host: party, place, until: date },
);

/** Data by type. All facts of a view have the same subject. */
const DATA: { readonly [T in EventType]?: fc.Arbitrary<object> } = {
  StoryOpened: data({ title: text }, { summary: text, topics: texts, parties }),
  StoryClosed: data({}, { reason: text }),
  TalksAnnounced: data({ ...series, parties }, { title, round: ordinal, place, scheduledFor: date }),
  TalksStarted: data(
    { ...series, parties },
    { round: ordinal, place, leads: fc.array(fc.record({ party, person }), { minLength: 1, maxLength: 3 }) },
  ),
  TalksResumed: data(series, { round: ordinal, day: ordinal, place }),
  TalksSessionHeld: data(series, { round: ordinal, hours: fc.constantFrom(2, 5.5), topics: texts }),
  TalksConcluded: data(series, { title, round: ordinal, place, outcome: text }),
  TalksCancelled: data(series, { title, round: ordinal, reason: text }),
  DelegationNamed: data({ ...series, party, lead: person }, { members: people }),
  TopicDiscussed: data({ ...series, topics: texts }, { title }),
  TariffChanged: fc.oneof(
    data({ ...tariff, ratePercent: percent }, rate),
    data({ ...tariff, direction: rate.direction }, { previousRatePercent: percent, basis }),
  ),
  TariffSuspended: data(tariff, { until: date }),
  TariffLifted: data(tariff, { until: date }),
  TariffAnnounced: planned,
  TariffThreatened: planned,
  TariffPlanWithdrawn: data(tariff, { ratePercent: percent, effectiveFrom: date, reason: text }),
  RestrictionImposed: data({ ...restriction, ...restricted }, { title, goods: texts, until: date }),
  RestrictionSuspended: data(restriction, { ...restricted, goods: texts, until: date }),
  RestrictionLifted: data(restriction, { ...restricted, title, goods: texts, until: date }),
  TruceAgreed: data({ ...truce, parties }, { title, validUntil: date }),
  TruceExtended: data({ ...truce, validUntil: date }, { ordinal, parties }),
  TruceBroken: data(truce, { title, by: party }),
  TruceEnded: data(truce, { by: party }),
  MeetingScheduled: data({ ...meeting, participants: people }, { title, scheduledFor: date, place, occasion: text }),
  MeetingHeld: data(meeting, { title, participants: people, place }),
  MeetingCancelled: data(meeting, { participants: people, reason: text }),
  VisitPlanned: data({ ...visit, visitor: person, place }, { title, purpose: text, hosts: people, scheduledFor: date }),
  VisitMade: data({ ...visit, visitor: person, place }, { title, purpose: text, scheduledFor: date }),
  VisitCancelled: data(visit, { title, visitor: person, place, scheduledFor: date, reason: text }),
  SummitOpened: summit,
  SummitClosed: summit,
  DealProgressReported: data(
    { deal: fc.constant('deal'), parties, status: fc.constantFrom('negotiating', 'near_final', 'collapsed') },
    { title, subject: text },
  ),
};

/** The types that a view handles. */
export const typesOf = <State, Shown>(view: ViewDefinition<State, Shown>): EventType[] =>
  Object.keys(view.on) as EventType[];

/** Data of a type: from the table above, or else the catalogue's example. */
const dataOf = (type: EventType): fc.Arbitrary<object> =>
  DATA[type] ?? fc.constant(eventDefinition(type)?.example as object);

/** Valid facts of the types of a view, in any order of their dates. */
export function randomFacts<State, Shown>(view: ViewDefinition<State, Shown>): fc.Arbitrary<FactDraft[]> {
  const ofType = (type: EventType): fc.Arbitrary<FactDraft> =>
    fc.tuple(date, dataOf(type)).map(([occurredAt, data]) => fact(type, occurredAt, data));
  return fc.array(fc.oneof(...typesOf(view).map(ofType)), { minLength: 1, maxLength: 70 });
}
