import { eventDefinition, type EventType } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind, type Certainty, type StoredEvent } from '#log/event.js';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { compareInFoldOrder } from '#history/facts/resolved-fact.js';
import { itemOfRow } from '#history/fold/row.js';
import { subjectOf } from '#history/fold/assertions.js';
import { deadlinesAt } from '#reader/board/read-board.js';
import type { SubjectAt } from '#reader/items/subject-at.js';
import { evidenceOf } from '#reader/evidence/evidence.js';
import { foldReported } from '#reader/items/as-reported.js';
import { resolveForTimeline } from '#reader/timeline/resolve-for-timeline.js';
import { isNonEmpty, viewItem } from '#reader/items/view-item.js';
import { views } from '#views/registry.js';
import fc from 'fast-check';
import { stored } from '#history/testing/facts.js';
import type { Happened } from '../../views/spec/given.js';
import { opened } from '../../views/spec/given.js';
import { randomFacts } from '../../views/spec/random-facts.js';
import type { BriefInput } from '../src/material.js';

/** A story as it was recorded: events about events among the facts. */
export interface RandomStory {
  events: StoredEvent[];
  /** The world and the clock: a date. */
  asOf: string;
  /** Of every so many facts one is not given to the brief, as where they are too many; 0: all are. */
  withheld: number;
}

interface Draft {
  happened: Happened;
  certainty: Certainty;
  publisher: string;
  attributedTo: string | undefined;
}

interface About {
  kind: 'corroboration' | 'correction' | 'retraction';
  /** Which fact, by number. */
  target: number;
  /** Data of another fact of its type, by number. */
  data: number | undefined;
  occurredAt: string | undefined;
  certainty: Certainty | undefined;
  publisher: string;
}

const told = views.filter(({ name }) => name !== 'stories').map(opened);
const ALONE: readonly EventType[] = [
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

/** One that no view keeps, as the catalogue shows it. */
const alone: fc.Arbitrary<Happened> = fc
  .record({ type: fc.constantFrom(...ALONE), occurredAt: date })
  .map(({ type, occurredAt }) => ({
    type,
    occurredAt,
    data: eventDefinition(type)?.data.parse(eventDefinition(type)?.example),
  }));

const about: fc.Arbitrary<About> = fc.record({
  kind: fc.constantFrom('corroboration', 'corroboration', 'correction', 'retraction'),
  target: fc.nat(40),
  data: maybe(fc.nat(40)),
  occurredAt: maybe(date),
  certainty: maybe(certainty),
  publisher,
});

export const randomStory: fc.Arbitrary<RandomStory> = fc
  .subarray(told, { minLength: 1, maxLength: 4 })
  .chain((some) => {
    const happened = fc
      .tuple(
        fc.array(alone, { maxLength: 4 }),
        ...some.map((view) => randomFacts(view).map((facts) => facts.slice(0, 14))),
      )
      .map((lists) => lists.flat());
    return happened.chain((facts) => {
      const draft = fc.record({
        certainty,
        publisher,
        attributedTo: fc.constantFrom(undefined, undefined, 'A minister'),
      });
      return fc.record({
        events: fc
          .tuple(
            fc.array(draft, { minLength: facts.length, maxLength: facts.length }),
            fc.array(about, { maxLength: 8 }),
          )
          .map(([drafts, abouts]) =>
            eventsOf(
              drafts.flatMap((one, i) => (facts[i] ? [{ ...one, happened: facts[i] }] : [])),
              abouts,
            ),
          ),
        asOf: fc.constantFrom('2025-04', '2025-10-26', '2025-11-10', '2025-11-12', '2026-02'),
        withheld: fc.constantFrom(0, 0, 2, 3),
      });
    });
  });

function eventsOf(drafts: readonly Draft[], abouts: readonly About[]): StoredEvent[] {
  const facts = drafts.map(({ happened: { type, occurredAt, data }, certainty, publisher, attributedTo }, i) =>
    stored(EventKind.fact, type, {
      position: i + 1,
      occurredAt,
      certainty,
      data: data as Record<string, unknown>,
      publisher,
      ...(attributedTo !== undefined && { attributedTo }),
    }),
  );
  const further = abouts.map((one, i): StoredEvent => {
    const fact = facts[one.target % facts.length] as StoredEvent;
    const others = facts.filter(({ type }) => type === fact.type);
    const data = one.data === undefined ? undefined : others[one.data % others.length]?.data;
    const given = {
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
        data: { ...(one.kind === 'retraction' ? {} : given), ...reason },
        publisher: one.publisher,
      },
      { target: fact.id, factId: fact.id },
    );
  });
  return [...facts, ...further];
}

/** What a brief of the story is made of, as the engine makes it. */
export function materialOf({ events, asOf, withheld }: RandomStory, instant = periodOf(asOf).to - 1): BriefInput {
  const forms = new Map<string, FactState>();
  for (const event of events) forms.set(event.factId, evolve(forms.get(event.factId) ?? null, event));
  const all = [...forms.values()]
    .flatMap((form) => resolveForTimeline(form, Infinity) ?? [])
    .filter((one) => one.told.period.from <= periodOf(asOf).to - 1);
  const standing = all.filter((one) => !one.withdrawn).map((one) => one.told);
  const subjects = views.flatMap((view) => {
    const names = [...new Set(standing.flatMap((fact) => subjectOf(view, fact) ?? []))].sort();
    return names.flatMap((subject): SubjectAt[] => {
      const facts = standing.filter((fact) => subjectOf(view, fact) === subject);
      const { rows, listsOf } = foldReported(view, [...facts].sort(compareInFoldOrder));
      const row = rows.findLast(({ validFrom }) => validFrom <= periodOf(asOf).to - 1);
      if (!row) return [];
      const item = itemOfRow(row);
      if (!isNonEmpty(item)) return [];
      const lists = listsOf(row);
      const told = viewItem(view, subject, row.story, item, lists, [], instant);
      return [{ view, projection: 1, subject, halt: null, halted: null, row: item, lists, item: told }];
    });
  });
  const items = subjects.flatMap(({ item }) => item ?? []);
  return {
    board: {
      story: { slug: 'a-story', title: 'A story' },
      views: Object.fromEntries(views.map(({ name }) => [name, items.filter(({ view }) => view === name)])),
      deadlines: deadlinesAt(subjects, instant),
    },
    facts: all
      .filter((_, i) => withheld === 0 || i % withheld !== 0)
      .map((one) => evidenceOf(one, { reportedAsOf: Infinity })),
    instant,
  };
}
