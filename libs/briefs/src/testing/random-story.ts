import { eventDefinition, type EventType } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { compareInFoldOrder } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { itemOfRow } from '#history/fold/row.js';
import { stored } from '#history/testing/facts.js';
import { EventKind, type Certainty, type StoredEvent } from '#log/event.js';
import { evidenceOf } from '#reader/evidence/evidence.js';
import { foldReported } from '#reader/items/as-reported.js';
import { upcomingOf } from '#reader/items/deadline.js';
import { isNonEmpty, viewItem, type SubjectAt } from '#reader/items/view-item.js';
import { resolveForTimeline } from '#reader/timeline/timeline-fact.js';
import { views } from '#views/registry.js';
import { withUnknownState, type FactDraft } from '#views/testing/given.js';
import { randomFacts } from '#views/testing/random-facts.js';
import fc from 'fast-check';
import type { BriefInput } from '../model/brief-input.js';

/** A recorded story: facts, and events about them. */
export interface RandomStory {
  events: StoredEvent[];
  /** A date, both the point of valid time and the present. */
  asOf: string;
  /** Every nth fact is withheld from the brief, as if there were too many; 0: none. */
  withheld: number;
}

interface Draft {
  fact: FactDraft;
  certainty: Certainty;
  publisher: string;
  attributedTo: string | undefined;
}

interface MetaEventDraft {
  kind: 'corroboration' | 'correction' | 'retraction';
  /** The number of the target fact. */
  target: number;
  /** The number of a fact of the same type whose data it takes. */
  data: number | undefined;
  occurredAt: string | undefined;
  certainty: Certainty | undefined;
  publisher: string;
}

const renderedViews = views.filter(({ name }) => name !== 'stories').map(withUnknownState);
const WITHOUT_VIEW: readonly EventType[] = [
  'StatementMade',
  'HostilitiesReported',
  'AccordSigned',
  'MilestoneReported',
  'VisitPlanned',
  'PurchaseCommitted',
];

const date = fc.constantFrom(
  '2024',
  '2025',
  '2025-04',
  '2025-04-11',
  '2025-05-12',
  '2025-10-26',
  '2025-10-26T08:00:00Z',
  '2025-11-10',
);
const certainty = fc.constantFrom<Certainty>('reported', 'reported', 'reported', 'confirmed', 'claimed');
const publisher = fc.constantFrom('Morning Gazette', 'Evening Post', 'Harbour Wire');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** The catalogue's example of a type that no view handles. */
const factWithoutView: fc.Arbitrary<FactDraft> = fc
  .record({ type: fc.constantFrom(...WITHOUT_VIEW), occurredAt: date })
  .map(({ type, occurredAt }) => ({
    type,
    occurredAt,
    data: eventDefinition(type)?.data.parse(eventDefinition(type)?.example),
  }));

const metaEvent: fc.Arbitrary<MetaEventDraft> = fc.record({
  kind: fc.constantFrom('corroboration', 'corroboration', 'correction', 'retraction'),
  target: fc.nat(40),
  data: maybe(fc.nat(40)),
  occurredAt: maybe(date),
  certainty: maybe(certainty),
  publisher,
});

export const randomStory: fc.Arbitrary<RandomStory> = fc
  .subarray(renderedViews, { minLength: 1, maxLength: 4 })
  .chain((some) => {
    const allFacts = fc
      .tuple(
        fc.array(factWithoutView, { maxLength: 4 }),
        ...some.map((view) => randomFacts(view).map((facts) => facts.slice(0, 14))),
      )
      .map((lists) => lists.flat());
    return allFacts.chain((facts) => {
      const draft = fc.record({
        certainty,
        publisher,
        attributedTo: fc.constantFrom(undefined, undefined, 'A minister'),
      });
      return fc.record({
        events: fc
          .tuple(
            fc.array(draft, { minLength: facts.length, maxLength: facts.length }),
            fc.array(metaEvent, { maxLength: 8 }),
          )
          .map(([drafts, metaEvents]) =>
            eventsOf(
              drafts.flatMap((one, i) => (facts[i] ? [{ ...one, fact: facts[i] }] : [])),
              metaEvents,
            ),
          ),
        asOf: fc.constantFrom('2025-04', '2025-10-26', '2025-11-10', '2025-11-12', '2026-02'),
        withheld: fc.constantFrom(0, 0, 2, 3),
      });
    });
  });

function eventsOf(drafts: readonly Draft[], metaEvents: readonly MetaEventDraft[]): StoredEvent[] {
  const facts = drafts.map(({ fact: { type, occurredAt, data }, certainty, publisher, attributedTo }, i) =>
    stored(EventKind.fact, type, {
      position: i + 1,
      occurredAt,
      certainty,
      data: data as Record<string, unknown>,
      publisher,
      ...(attributedTo !== undefined && { attributedTo }),
    }),
  );
  const further = metaEvents.map((one, i): StoredEvent => {
    const fact = facts[one.target % facts.length] as StoredEvent;
    const others = facts.filter(({ type }) => type === fact.type);
    const data = one.data === undefined ? undefined : others[one.data % others.length]?.data;
    const changes = {
      ...(data && { data }),
      ...(one.occurredAt !== undefined && { occurredAt: one.occurredAt }),
      ...(one.certainty && { certainty: one.certainty }),
    };
    const reason = one.kind === 'corroboration' ? {} : { reason: 'a slip of the pen' };
    return stored(
      EventKind[one.kind],
      { corroboration: 'EventCorroborated', correction: 'EventCorrected', retraction: 'EventRetracted' }[one.kind],
      {
        position: facts.length + i + 1,
        data: { ...(one.kind === 'retraction' ? {} : changes), ...reason },
        publisher: one.publisher,
      },
      { target: fact.id, factId: fact.id },
    );
  });
  return [...facts, ...further];
}

/** The input of a brief of the story, built as the server builds it, but without a database. */
export function briefInputOf({ events, asOf, withheld }: RandomStory, instant = periodOf(asOf).to - 1): BriefInput {
  const states = new Map<string, FactState>();
  for (const event of events) states.set(event.factId, evolve(states.get(event.factId) ?? null, event));
  const all = [...states.values()]
    .flatMap((state) => resolveForTimeline(state) ?? [])
    .filter((one) => one.resolved.period.from <= periodOf(asOf).to - 1);
  const effective = all.filter((one) => !one.withdrawn).map((one) => one.resolved);
  const subjects = views.flatMap((view) => {
    const names = [...new Set(effective.flatMap((fact) => subjectOf(view, fact) ?? []))].sort();
    return names.flatMap((subject): SubjectAt[] => {
      const facts = effective.filter((fact) => subjectOf(view, fact) === subject);
      const { rows, listsOf, originOf } = foldReported(view, [...facts].sort(compareInFoldOrder));
      const row = rows.findLast(({ validFrom }) => validFrom <= periodOf(asOf).to - 1);
      if (!row) return [];
      const item = itemOfRow(row);
      if (!isNonEmpty(item)) return [];
      const lists = listsOf(row);
      const viewed = viewItem(
        view,
        subject,
        row.story,
        item,
        lists,
        { ...originOf(row, instant), events: [] },
        instant,
      );
      return [{ view, projection: 1, subject, halt: null, halted: null, row: item, lists, item: viewed }];
    });
  });
  const items = subjects.flatMap(({ item }) => item ?? []);
  return {
    board: {
      story: { slug: 'a-story', title: 'A story' },
      views: Object.fromEntries(views.map(({ name }) => [name, items.filter(({ view }) => view === name)])),
      deadlines: upcomingOf(subjects, instant),
    },
    facts: all
      .filter((_, i) => withheld === 0 || i % withheld !== 0)
      .map((one) => evidenceOf(one, { reportedAsOf: Infinity })),
    instant,
  };
}
