import { describe, expect, it } from '@jest/globals';
import { tariffs } from '#views/tariffs.js';
import type { AnyView } from '#views/define-view.js';
import { told } from '../testing/facts.js';
import { excessOfFacts } from './budget.js';
import { revise } from './revise.js';
import { emptyWindow } from './history-window.js';

const view = tariffs as unknown as AnyView;
const at = (position: number, occurredAt: string, publisher = 'A') =>
  told('TariffChanged', {
    position,
    occurredAt,
    publisher,
    data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: position },
  });
const day = (n: number): string => new Date(Date.UTC(2025, 0, n)).toISOString().slice(0, 10);

describe('the budget of a change', () => {
  it('is not touched by any number of facts that come in order', () => {
    const tail = emptyWindow();
    for (let n = 1; n <= 100; n += 1) {
      expect(revise(view, tail, { knownFrom: n, leave: [], come: [at(n, day(n))] }, 1).excess).toBeNull();
    }
    expect(tail.rows).toHaveLength(100);
  });

  it('counts the facts that are folded again: with one more than it has nothing has changed', () => {
    const tail = emptyWindow();
    for (let n = 1; n <= 10; n += 1) {
      expect(
        revise(view, tail, { knownFrom: n, leave: [], come: [at(n, day(1), `Paper ${n}`)] }, 10).excess,
      ).toBeNull();
    }
    const before = tail.rows.map((row) => [row, row.knownTo]);
    const change = { knownFrom: 11, leave: [], come: [at(11, day(1), 'Paper 11')] };
    expect(revise(view, tail, change, 10)).toEqual({
      begun: [],
      ended: [],
      records: { begun: [], ended: [] },
      excess: 'a request would fold 11 facts of it again, more than the 10 that one request may',
    });
    expect(tail.rows.map((row) => [row, row.knownTo])).toEqual(before);
    expect(revise(view, tail, change, 11).excess).toBeNull();
  });

  it('counts the rows that a change begins', () => {
    const tail = emptyWindow();
    for (let n = 2; n <= 30; n += 1) revise(view, tail, { knownFrom: n, leave: [], come: [at(n, day(n))] });
    // Under a fact of which only the year is known the order of all others is in doubt.
    const change = { knownFrom: 31, leave: [], come: [at(31, '2025', 'B')] };
    expect(revise(view, tail, change, 30)).toMatchObject({ excess: null });
    const again = emptyWindow();
    for (let n = 2; n <= 30; n += 1) revise(view, again, { knownFrom: n, leave: [], come: [at(n, day(n))] });
    expect(revise(view, again, change, 29).excess).not.toBeNull();
    expect(again.rows.every(({ knownTo }) => knownTo === null)).toBe(true);
  });

  it('counts how often winners of a date are compared with what stands against them, where that is another list for each', () => {
    // One paper tells steps; each of the others tells one of them, and two values of its own.
    const said: [string, number][] = Array.from({ length: 5 }, (_, n) => ['A', n]);
    for (let paper = 1; paper < 5; paper += 1)
      for (const value of [paper, 10 * paper, 10 * paper + 1]) said.push([`P${paper}`, value]);
    const facts = said.map(([publisher, ratePercent], n) =>
      told('TariffChanged', {
        position: n + 1,
        occurredAt: day(1),
        publisher,
        data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent },
      }),
    );
    const excess = (budget: number) =>
      revise(view, emptyWindow(), { knownFrom: 1, leave: [], come: facts }, budget).excess;
    const needed = Number(/compare facts of one date (\d+) times/.exec(excess(facts.length) ?? '')?.[1]);
    expect(needed).toBeGreaterThan(2 * facts.length);
    expect(excess(needed)).toBeNull();
    expect(excessOfFacts(view, facts, needed)).toBeNull();
    expect(excessOfFacts(view, facts, needed - 1)).toContain(`compare facts of one date ${needed} times`);
  });
});
