import { v7 as uuid } from 'uuid';
import type { NewEvent } from '#log/append/append-request.js';
import { newEvent, opened } from '../support/log.js';

/** Makes valid events of a type, about one subject of a view. `n` decides their values. */
interface Kind {
  view: string;
  data: (n: number) => Record<string, unknown>;
}

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const party = { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all' };
const place = (n: number) => ({ name: `Town ${n}`, country: 'CHE' });
const envoy = (n: number) => ({ name: `Envoy ${n}`, party: 'USA' });

/** Each event type that a view handles, with the values on which sources could disagree the most. */
export const KINDS: Readonly<Record<string, Kind>> = {
  TariffChanged: { view: 'tariffs', data: (n) => ({ ...party, ratePercent: n }) },
  TariffSuspended: { view: 'tariffs', data: (n) => ({ ...party, until: day(n) }) },
  TariffLifted: { view: 'tariffs', data: (n) => ({ ...party, until: day(n) }) },
  TariffAnnounced: { view: 'tariffs', data: (n) => ({ ...party, ratePercent: n, effectiveFrom: day(n) }) },
  TariffThreatened: { view: 'tariffs', data: (n) => ({ ...party, ratePercent: n, condition: `condition ${n}` }) },
  TariffPlanWithdrawn: { view: 'tariffs', data: (n) => ({ ...party, ratePercent: n, reason: `reason ${n}` }) },
  TalksAnnounced: {
    view: 'talks',
    data: (n) => ({ talks: 'talks', parties: ['USA', 'CHN'], round: 1, place: place(n), scheduledFor: day(n) }),
  },
  TalksStarted: {
    view: 'talks',
    data: (n) => ({
      talks: 'talks',
      parties: ['USA', 'CHN'],
      round: 1,
      place: place(n),
      leads: [{ party: 'USA', person: envoy(n) }],
    }),
  },
  TalksResumed: { view: 'talks', data: (n) => ({ talks: 'talks', round: 1, day: 1 + n, place: place(n) }) },
  TalksSessionHeld: {
    view: 'talks',
    data: (n) => ({ talks: 'talks', round: 1, hours: 1 + n, topics: [`topic ${n}`] }),
  },
  TalksConcluded: { view: 'talks', data: (n) => ({ talks: 'talks', round: 1, place: place(n) }) },
  TalksCancelled: { view: 'talks', data: (n) => ({ talks: 'talks', round: 1, reason: `reason ${n}` }) },
  DelegationNamed: { view: 'talks', data: (n) => ({ talks: 'talks', party: 'USA', lead: envoy(n) }) },
  TopicDiscussed: { view: 'talks', data: (n) => ({ talks: 'talks', topics: [`topic ${n}`] }) },
  TruceAgreed: { view: 'truces', data: (n) => ({ truce: 'truce', parties: ['USA', 'CHN'], validUntil: day(n) }) },
  TruceExtended: { view: 'truces', data: (n) => ({ truce: 'truce', validUntil: day(n), ordinal: 1 + n }) },
  TruceBroken: { view: 'truces', data: (n) => ({ truce: 'truce', reason: `reason ${n}` }) },
  TruceEnded: { view: 'truces', data: (n) => ({ truce: 'truce', reason: `reason ${n}` }) },
  MeetingScheduled: {
    view: 'meetings',
    data: (n) => ({ meeting: 'meeting', participants: [envoy(n)], scheduledFor: day(n), place: place(n) }),
  },
  MeetingHeld: { view: 'meetings', data: (n) => ({ meeting: 'meeting', participants: [envoy(n)], place: place(n) }) },
  MeetingCancelled: { view: 'meetings', data: (n) => ({ meeting: 'meeting', reason: `reason ${n}` }) },
  VisitPlanned: {
    view: 'visits',
    data: (n) => ({ visit: 'visit', visitor: envoy(n), place: place(n), scheduledFor: day(n) }),
  },
  VisitMade: { view: 'visits', data: (n) => ({ visit: 'visit', visitor: envoy(n), place: place(n) }) },
  VisitCancelled: { view: 'visits', data: (n) => ({ visit: 'visit', reason: `reason ${n}` }) },
  RestrictionImposed: {
    view: 'restrictions',
    data: (n) => ({
      restriction: 'curb',
      imposedBy: 'CHN',
      appliesTo: 'USA',
      kind: 'export_control',
      goods: [`metal ${n}`],
      until: day(n),
    }),
  },
  RestrictionSuspended: {
    view: 'restrictions',
    data: (n) => ({ restriction: 'curb', imposedBy: 'CHN', appliesTo: 'USA', kind: 'export_control', until: day(n) }),
  },
  RestrictionLifted: {
    view: 'restrictions',
    data: (n) => ({ restriction: 'curb', imposedBy: 'CHN', appliesTo: 'USA', kind: 'export_control', until: day(n) }),
  },
  SummitOpened: {
    view: 'summits',
    data: (n) => ({ summit: 'summit', name: 'Summit', edition: 1 + n, place: place(n), until: day(n) }),
  },
  SummitClosed: {
    view: 'summits',
    data: (n) => ({ summit: 'summit', name: 'Summit', edition: 1 + n, place: place(n) }),
  },
  DealProgressReported: {
    view: 'deals',
    data: (n) => ({
      deal: 'deal',
      parties: ['USA', 'CHN'],
      status: ['exploring', 'negotiating', 'near_final', 'agreed', 'stalled'][n % 5],
      subject: `s ${n}`,
    }),
  },
};

export type EventsOf = (type: string, count: number) => NewEvent[][];

const source = (n: number, more: object = {}) => ({
  url: `https://example.org/${n}`,
  publisher: `Paper ${n}`,
  publishedAt: '2026-01-01',
  ...more,
});

function fact(
  type: string,
  n: number,
  given: {
    occurredAt?: string;
    certainty?: 'claimed' | 'confirmed';
    value?: number;
    by?: string;
    publisher?: number;
  } = {},
): NewEvent {
  const { occurredAt = '2025-04-10', certainty, value = n, by, publisher = n } = given;
  return newEvent(type, {
    id: uuid(),
    story: 'story',
    occurredAt,
    ...(certainty && { certainty }),
    data: KINDS[type]?.data(value) ?? {},
    source: source(publisher, by === undefined ? {} : { attributedTo: by }),
  });
}

const alone = (events: readonly NewEvent[]): NewEvent[][] => events.map((event) => [event]);
const each = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

/** One fact, and further events about it. */
function about(
  type: string,
  count: number,
  of: (n: number, first: string, latest: string) => [type: string, data: object, target?: string],
): NewEvent[][] {
  const first = fact(type, 0);
  let latest = first.id;
  return alone([
    first,
    ...each(count - 1, (i) => {
      const n = i + 1;
      const [eventType, data, target = first.id] = of(n, first.id, latest);
      const event = newEvent(
        eventType,
        { id: uuid(), story: 'story', data: { target, ...data }, source: source(n) },
        { factId: first.id, factType: type },
      );
      if (eventType === 'EventCorroborated') latest = event.id;
      return event;
    }),
  ]);
}

/** The worst cases found of what valid events can do to one subject. Each is requests in the order of the log. */
export const STORIES: Readonly<Record<string, EventsOf>> = {
  'one day, each publisher another value': (type, count) => alone(each(count, (n) => fact(type, n))),
  'one day, by requests of 300': (type, count) => {
    const events = each(count, (n) => fact(type, n));
    return each(Math.ceil(count / 300), (n) => events.slice(n * 300, (n + 1) * 300));
  },
  'one day, all confirmed': (type, count) => alone(each(count, (n) => fact(type, n, { certainty: 'confirmed' }))),
  'claims alone, each by somebody else': (type, count) =>
    alone(each(count, (n) => fact(type, n, { certainty: 'claimed', by: `Person ${n}` }))),
  'accounts of one fact, each another value': (type, count) =>
    about(type, count, (n) => ['EventCorroborated', { data: KINDS[type]?.data(n) }]),
  'accounts of one fact, each another date': (type, count) =>
    about(type, count, (n) => ['EventCorroborated', { occurredAt: day(n % 3_000) }]),
  'corrections of one fact': (type, count) =>
    about(type, count, (n) => ['EventCorrected', { data: KINDS[type]?.data(n), reason: 'again' }]),
  'accounts, and corrections of each': (type, count) =>
    about(type, count, (n, _, latest) =>
      n % 2 === 1
        ? ['EventCorroborated', { data: KINDS[type]?.data(n) }]
        : ['EventCorrected', { data: KINDS[type]?.data(n), reason: 'again' }, latest],
    ),
  'days, months and the year': (type, count) =>
    alone(
      each(count, (n) =>
        fact(type, n, { occurredAt: ['2025', '2025-04', '2025-04-10', '2025-04-10T10:00:00Z'][n % 4] ?? '2025' }),
      ),
    ),
  'three publishers, each another value': (type, count) =>
    alone(each(count, (n) => fact(type, n, { publisher: n % 3 }))),
  'steps of three publishers': (type, count) =>
    alone(each(count, (n) => fact(type, n, { publisher: n % 3, value: n % 40 }))),
};

/** The requests of a case, with one first that opens the story. */
export const hostile = (story: string, type: string, count: number): NewEvent[][] => [
  [opened('story')],
  ...(STORIES[story]?.(type, count - 1) ?? []),
];
