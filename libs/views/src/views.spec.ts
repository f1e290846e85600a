import { countries } from '#catalogue/values/countries.js';
import { eventDefinition } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AppendList, ViewDefinition } from './define-view.js';
import { LATEST } from './lists/latest.js';
import { viewNamed, views } from './registry.js';
import {
  fact,
  fold,
  foldedSchema,
  handlerOf,
  idOf,
  recorded,
  shown,
  withUnknownState,
  type FactDraft,
} from './testing/given.js';
import { randomFacts, typesOf } from './testing/random-facts.js';

const everyView = views.map((view): [string, ViewDefinition] => [view.name, withUnknownState(view)]);

/** An instant within the span of the random dates, often next to the end of one. */
const FIRST = periodOf('2024-12').from;
const LAST = periodOf('2027-01').to;
const ENDS = ['2025', '2025-04', '2025-10-26', '2025-11-10', '2026'].map((date) => periodOf(date).to);
const instant = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.constantFrom(...ENDS.flatMap((end) => [end - 1, end, end + 1])),
);

it('are found by their names, which are unique', () => {
  expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
  for (const view of views) expect(viewNamed(view.name)).toBe(view);
  expect(viewNamed('weather')).toBeUndefined();
});

it.each(['tariffs', 'truces', 'talks', 'meetings', 'restrictions', 'summits', 'deals', 'stories', 'visits'])(
  'include %s',
  (name) => {
    expect(viewNamed(name)?.version).toBeGreaterThanOrEqual(1);
  },
);

describe.each(everyView)('%s', (_, view) => {
  it('accepts the catalogue’s example of each type as the first fact of a subject', () => {
    for (const type of typesOf(view)) {
      const [first] = recorded([fact(type, '2025-10-26', eventDefinition(type)?.example as object)]);
      if (!first) throw new Error('nothing was recorded');
      expect(handlerOf(view, first).subject(first)).toMatch(/^[A-Za-z0-9>:-]+$/);
      expect(() => fold(view, [first])).not.toThrow();
    }
  });

  it('folds any facts in any order to a valid state of plain JSON, and changes no earlier state', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        let before: unknown = null;
        for (const folded of recorded(facts)) {
          const after: unknown = handlerOf(view, deepFrozen(folded)).fold(before, folded);
          expect(foldedSchema(view).parse(after)).toEqual(after);
          expect(view.state.parse(shown(view, after))).toEqual(shown(view, after));
          expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
          before = deepFrozen(after);
        }
        expect(new Set(view.parties(before)).size).toBe(view.parties(before).length);
      }),
    );
  });

  it('continues from a stored state', () => {
    fc.assert(
      fc.property(randomFacts(view), fc.nat(), (drafts, cut) => {
        const facts = recorded(drafts);
        const middle = 1 + (cut % facts.length);
        const stored = JSON.parse(JSON.stringify(fold(view, facts.slice(0, middle)))) as unknown;
        expect(fold(view, facts.slice(middle), stored)).toEqual(fold(view, facts));
      }),
    );
  });

  it('sets properties that are plain JSON', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        for (const one of recorded(facts)) {
          const properties = handlerOf(view, one).says?.(one) ?? {};
          expect(JSON.parse(JSON.stringify(properties))).toStrictEqual(properties);
        }
      }),
    );
  });
});

describe.each(everyView.filter(([, view]) => view.appendLists))('the append lists of %s', (_, view) => {
  const lists: readonly AppendList[] = view.appendLists ?? [];
  type State = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

  it('are at most two, and neither the headline nor the title depends on them at any instant', () => {
    expect(lists.length).toBeLessThanOrEqual(2);
    const ledBy = (state: State, now: number): unknown[] => {
      const then = (view.at?.(state, now).state ?? state) as State;
      return [...view.headline.map((property) => then[property]), view.title?.(state)];
    };
    fc.assert(
      fc.property(randomFacts(view), instant, (facts, now) => {
        const state = fold(view, recorded(facts)) as State;
        const emptied = { ...state, ...Object.fromEntries(lists.map(({ property }) => [property, []])) };
        expect(ledBy(emptied, now)).toEqual(ledBy(state, now));
      }),
    );
  });

  it('change each entry once, and in no field that identifies it', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        const seen = new Map<string, Set<string>>();
        let state: unknown = null;
        for (const one of recorded(facts)) {
          state = handlerOf(view, one).fold(state, one);
          for (const { property, key } of lists) {
            for (const entry of (state as State)[property] ?? []) {
              const id = `${property} ${String(key === undefined ? entry : entry[key])}`;
              seen.set(id, (seen.get(id) ?? new Set()).add(JSON.stringify(entry)));
            }
          }
        }
        for (const versions of seen.values()) expect(versions.size).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe.each(everyView.filter(([, view]) => view.at))('%s in time', (_, view) => {
  const at = (state: unknown, microseconds: number) =>
    view.at?.(deepFrozen(state), microseconds) ?? { state, next: null };

  it('have one state at an instant, also if computed from the state at the same or an earlier instant', () => {
    fc.assert(
      fc.property(randomFacts(view), instant, instant, (facts, one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        const state = fold(view, recorded(facts));
        const then = at(state, earlier);
        expect(view.state.parse(then.state)).toEqual(then.state);
        expect(at(then.state, earlier)).toEqual(then);
        expect(at(then.state, later)).toEqual(at(state, later));
      }),
    );
  });

  it('change next at exactly the instant that they return', () => {
    fc.assert(
      fc.property(randomFacts(view), instant, (facts, now) => {
        const state = fold(view, recorded(facts));
        const { state: then, next } = at(state, now);
        if (next === null) return expect(at(state, LAST).state).toEqual(then);
        expect(next).toBeGreaterThan(now);
        expect(at(state, next - 1)).toEqual({ state: then, next });
        expect(at(state, next).state).not.toEqual(then);
      }),
    );
  });

  it('have deadlines only on dates that facts gave, by which the reader finds them', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        const given = facts.flatMap(({ data }) => Object.values(data as object) as unknown[]);
        const dates = view.deadlines?.(fold(view, recorded(facts))).map(({ date }) => date) ?? [];
        expect(dates.filter((date) => !given.includes(date))).toEqual([]);
      }),
    );
  });
});

describe('a list in a state', () => {
  const many = Array.from({ length: LATEST + 10 }, (_, index) => index + 1);
  const manyParties = Object.keys(countries).slice(0, LATEST + 10) as (keyof typeof countries)[];
  const latest = many.slice(10);

  const lists: [string, string, FactDraft[], unknown[]][] = [
    [
      'tariffs',
      'pending',
      many.map((n) => fact('TariffAnnounced', '2025', { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: n })),
      latest.map((ratePercent) => expect.objectContaining({ ratePercent })),
    ],
    [
      'tariffs',
      'plans',
      many.map((n) => fact('TariffThreatened', '2025', { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: n })),
      latest.map((ratePercent) => expect.objectContaining({ ratePercent, fate: 'open' })),
    ],
    [
      'meetings',
      'plans',
      many.map(() => fact('MeetingScheduled', '2025', { meeting: 'meeting', participants: [{ name: 'Li Wen' }] })),
      latest.map((n) => expect.objectContaining({ event: idOf(n), fate: 'open' })),
    ],
    [
      'talks',
      'plans',
      many.map(() => fact('TalksAnnounced', '2025', { talks: 'series', parties: ['USA'] })),
      latest.map((n) => expect.objectContaining({ event: idOf(n), fate: 'open' })),
    ],
    [
      'visits',
      'plans',
      many.map(() =>
        fact('VisitPlanned', '2025', { visit: 'visit', visitor: { name: 'Li Wen' }, place: { country: 'JPN' } }),
      ),
      latest.map((n) => expect.objectContaining({ event: idOf(n), fate: 'open' })),
    ],
    [
      'truces',
      'extensions',
      many.map((n) => fact('TruceExtended', '2025', { truce: 'truce', validUntil: '2026', ordinal: n })),
      latest.map((ordinal) => expect.objectContaining({ ordinal })),
    ],
    [
      'truces',
      'parties',
      [fact('TruceAgreed', '2025', { truce: 'truce', parties: manyParties })],
      manyParties.slice(10),
    ],
    [
      'talks',
      'rounds',
      many.toReversed().map((n) => fact('TalksConcluded', '2025', { talks: 'series', round: n })),
      latest.map((round) => expect.objectContaining({ round })),
    ],
    [
      'talks',
      'topics',
      many.map((n) => fact('TopicDiscussed', '2025', { talks: 'series', topics: [`topic ${n}`] })),
      latest.map((n) => `topic ${n}`),
    ],
    [
      'talks',
      'leads',
      manyParties.map((party) => fact('DelegationNamed', '2025', { talks: 'series', party, lead: { name: 'Li Wen' } })),
      manyParties.slice(10).map((party) => expect.objectContaining({ party })),
    ],
    [
      'stories',
      'parties',
      [fact('StoryOpened', '2025', { title: 'Trade', parties: manyParties })],
      manyParties.slice(10),
    ],
    [
      'deals',
      'parties',
      [fact('DealProgressReported', '2025', { deal: 'deal', parties: manyParties, status: 'agreed' })],
      manyParties.slice(10),
    ],
  ];

  it.each(lists)('of %s keeps the latest 50 %s', (name, field, facts, expected) => {
    const view = viewNamed(name);
    if (!view) throw new Error(`no view ${name}`);
    const state = shown(withUnknownState(view), fold(withUnknownState(view), recorded(facts)));
    expect((state as Record<string, unknown>)[field]).toEqual(expected);
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}
