import { describe, expect } from '@jest/globals';
import { fc, it } from '@fast-check/jest';
import type { AnyView } from '#views/define-view.js';
import { LATEST } from '#views/lists/latest.js';
import { talks } from '#views/talks.js';
import { tariffs } from '#views/tariffs.js';
import { assembleLists, joinLists } from '../fold/append-lists.js';
import { foldFacts } from '../fold/fold-facts.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { resolvedFact } from '../testing/facts.js';
import { emptyWindow } from './history-window.js';
import { revise } from './revise.js';
import type { RowVersion } from './row-version.js';

/** A view, and facts of it that append to its lists, change them, or leave them. */
interface Kind {
  view: AnyView;
  fact: (value: number) => [type: string, data: Record<string, unknown>];
}

interface Notes {
  notes: { id: string; n: number }[];
  count: number;
}

const tariff = { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all' };
const KINDS: Kind[] = [
  {
    view: tariffs as unknown as AnyView,
    fact: (n) => {
      if (n % 8 === 7) return ['TariffChanged', { ...tariff, ratePercent: n % 3 }];
      if (n % 8 === 6) return ['TariffPlanWithdrawn', { ...tariff, ratePercent: n % 3 }];
      return [n % 2 ? 'TariffAnnounced' : 'TariffThreatened', { ...tariff, ratePercent: n % 3 }];
    },
  },
  {
    // A fold that also removes entries: these lists are stored whole.
    view: {
      name: 'notes',
      headline: ['count'],
      appendLists: [{ property: 'notes', key: 'id' }],
      on: {
        MilestoneReported: {
          subject: () => 'all',
          fold: (before: Notes | null, { id, data }: { id: string; data: { n: number } }): Notes => {
            const { notes, count } = before ?? { notes: [], count: 0 };
            if (data.n % 9 === 8) return { notes: notes.filter(({ n }) => n % 2 === data.n % 4), count };
            return { notes: [...notes, { id, n: data.n }].slice(-LATEST), count: Math.max(count, data.n) };
          },
        },
      },
    } as unknown as AnyView,
    fact: (n) => ['MilestoneReported', { n }],
  },
  {
    view: talks as unknown as AnyView,
    fact: (n) => {
      if (n % 10 === 9) return ['TalksConcluded', { talks: 'talks', round: 1 + (n % 3) }];
      const topics = Array.from({ length: 1 + (n % 7) }, (_, i) => `topic ${(n * 3 + i * i) % 90}`);
      return ['TopicDiscussed', { talks: 'talks', topics: [...new Set(topics)] }];
    },
  },
];

const DATES = ['2025', '2025-04', '2025-04-10', '2025-04-10T10:00:00Z'];
const day = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
const steps = fc.array(
  fc.record({
    value: fc.nat(200),
    occurredAt: fc.oneof(fc.constantFrom(...DATES), fc.nat(60).map(day)),
    publisher: fc.constantFrom('A', 'B', 'C'),
    removes: fc.option(fc.nat(150), { freq: 8 }),
  }),
  { minLength: 60, maxLength: 150 },
);

/** The state of a row from what is stored: its text, and the changes of its lists up to it that a read finds. */
function storedState(view: AnyView, rows: readonly RowVersion[], row: RowVersion): unknown {
  const upTo = rows.slice(0, rows.indexOf(row) + 1);
  const texts = (view.appendLists ?? []).map((_, n) =>
    upTo
      .flatMap(({ listChanges }) => listChanges[n] ?? [])
      .reverse()
      .slice(0, 3 * LATEST)
      .join('\n'),
  );
  return joinLists(JSON.parse(row.restText), assembleLists(view, texts));
}

describe('append lists', () => {
  it.prop([steps, fc.constantFrom(...KINDS)], { numRuns: 60 })(
    'are the same as stored, as known in a window, and as a fold of everything gives them',
    (given, { view, fact }) => {
      const window = emptyWindow();
      const current = new Map<number, ResolvedFact>();
      const stored: RowVersion[] = [];
      for (const [n, { value, removes, ...rest }] of given.entries()) {
        const [type, data] = fact(value);
        const added = [resolvedFact(type, { position: n + 1, data, ...rest })];
        const gone = current.get(removes ?? -1);
        const change = { knownFrom: n + 1, removed: gone ? [gone] : [], added };
        if (gone) current.delete(gone.position);
        for (const one of added) current.set(one.position, one);
        const result = revise(view, window, change);
        if (result.kind !== 'revised') throw new Error(result.kind);
        stored.push(...result.inserted);
        if (n % 10 !== 9 && n !== given.length - 1) continue;
        const expected = foldFacts(view, null, [...current.values()]).rows;
        const states = expected.map(({ state }) => JSON.stringify(state));
        expect(window.rows.map(({ state }) => JSON.stringify(state))).toEqual(states);
        const believed = stored
          .filter(({ knownTo }) => knownTo === null)
          .sort((a, b) => a.validFrom - b.validFrom || a.position - b.position);
        expect(believed.map((row) => JSON.stringify(storedState(view, believed, row)))).toEqual(states);
      }
    },
    60_000,
  );

  it.each(KINDS.filter(({ view }) => view.name !== 'notes'))(
    'of $view.name: a late entry inserts one row',
    ({ view }) => {
      const fact = (n: number, occurredAt: string): ResolvedFact =>
        view.name === 'tariffs'
          ? resolvedFact('TariffAnnounced', { position: n, occurredAt, data: { ...tariff, ratePercent: n } })
          : resolvedFact('TopicDiscussed', {
              position: n,
              occurredAt,
              data: { talks: 'talks', topics: [`topic ${n}`] },
            });
      const window = emptyWindow();
      for (let n = 1; n <= 120; n += 1) revise(view, window, { knownFrom: n, removed: [], added: [fact(n, day(n))] });
      const late = revise(view, window, { knownFrom: 200, removed: [], added: [fact(200, day(40))] });
      expect(late).toMatchObject({ kind: 'revised', closed: [], inserted: [{ position: 200 }] });
    },
  );
});
