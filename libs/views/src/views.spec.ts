import { countries } from '#catalogue/values/countries.js';
import { eventDefinition } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atDate, fact, fold, onFact, opened, recorded, type Happened } from '../spec/given.js';
import { randomFacts, typesOf } from '../spec/random-facts.js';
import type { ViewDefinition } from './define-view.js';
import { LATEST } from './lists/latest.js';
import { views, viewNamed } from './registry.js';

const everyView = views.map((view): [string, ViewDefinition] => [view.name, opened(view)]);

/** An instant within the span of the random dates, mostly beside the end of one. */
const FIRST = periodOf('2024-12').from;
const LAST = periodOf('2027-01').to;
const ENDS = ['2025', '2025-04', '2025-10-26', '2025-11-10', '2026'].map((date) => periodOf(date).to);
const instant = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.constantFrom(...ENDS.flatMap((end) => [end - 1, end, end + 1])),
);

it('are found by their names, each by its own', () => {
  expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
  for (const view of views) expect(viewNamed(view.name)).toBe(view);
  expect(viewNamed('weather')).toBeUndefined();
});

it.each(['tariffs', 'truces', 'talks', 'meetings', 'restrictions', 'summits', 'deals', 'stories'])(
  'have %s among them',
  (name) => {
    expect(viewNamed(name)?.version).toBeGreaterThanOrEqual(1);
  },
);

describe.each(everyView)('%s', (_, view) => {
  it('makes a state of the catalogue’s own example of each type, heard of first', () => {
    for (const type of typesOf(view)) {
      const [told] = recorded([fact(type, '2025-10-26', eventDefinition(type)?.example as object)]);
      if (!told) throw new Error('nothing was recorded');
      expect(onFact(view, told).subject(told)).toMatch(/^[A-Za-z0-9>:-]+$/);
      expect(() => fold(view, [told])).not.toThrow();
    }
  });

  it('folds any facts in any order to a state of its schema, that JSON can carry, and changes no earlier one', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        let before: unknown = null;
        for (const folded of recorded(facts)) {
          const after: unknown = onFact(view, deepFrozen(folded)).fold(before, folded);
          expect(view.state.parse(after)).toEqual(after);
          expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
          before = deepFrozen(after);
        }
        expect(new Set(view.parties(before)).size).toBe(view.parties(before).length);
      }),
    );
  });

  it('goes on from a state that was stored', () => {
    fc.assert(
      fc.property(randomFacts(view), fc.nat(), (facts, cut) => {
        const told = recorded(facts);
        const middle = 1 + (cut % told.length);
        const stored = JSON.parse(JSON.stringify(fold(view, told.slice(0, middle)))) as unknown;
        expect(fold(view, told.slice(middle), stored)).toEqual(fold(view, told));
      }),
    );
  });

  it('says JSON, of one fact the same whatever is known', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        for (const told of recorded(facts)) {
          const said = onFact(view, told).says?.(told) ?? {};
          expect(JSON.parse(JSON.stringify(said))).toStrictEqual(said);
        }
      }),
    );
  });
});

describe.each(everyView.filter(([, view]) => view.at))('%s in time', (_, view) => {
  const at = (state: unknown, microseconds: number) =>
    view.at?.(deepFrozen(state), microseconds) ?? { state, next: null };

  it('are the same at one instant however often that is asked, and whatever was asked before', () => {
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

  it('change next at the instant that they name, and not before', () => {
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

  it('have no deadline left once the last of their dates has passed', () => {
    fc.assert(
      fc.property(randomFacts(view), (facts) => {
        const state = fold(view, recorded(facts));
        expect(view.deadlines?.(atDate(view, state, '2027').state)).toEqual([]);
      }),
    );
  });
});

describe('what a state lists', () => {
  const many = Array.from({ length: LATEST + 10 }, (_, index) => index + 1);
  const manyParties = Object.keys(countries).slice(0, LATEST + 10) as (keyof typeof countries)[];
  const latest = many.slice(10);

  const lists: [string, string, Happened[], unknown[]][] = [
    [
      'tariffs',
      'pending',
      many.map((n) => fact('TariffAnnounced', '2025', { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: n })),
      latest.map((ratePercent) => expect.objectContaining({ ratePercent })),
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

  it.each(lists)('%s: the latest 50 %s', (name, field, facts, expected) => {
    const view = viewNamed(name);
    if (!view) throw new Error(`no view ${name}`);
    expect((fold(opened(view), recorded(facts)) as Record<string, unknown>)[field]).toEqual(expected);
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}
