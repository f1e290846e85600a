import { describe, expect, it } from '@jest/globals';
import { tariffs } from '#views/tariffs.js';
import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { resolvedFact } from '../testing/facts.js';
import { excessOfFacts } from './budget.js';
import { revise } from './revise.js';
import { emptyWindow, type HistoryWindow } from './history-window.js';

const view = tariffs as unknown as AnyView;
const at = (position: number, occurredAt: string, publisher = 'A') =>
  resolvedFact('TariffChanged', {
    position,
    occurredAt,
    publisher,
    data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: position },
  });
const day = (n: number): string => new Date(Date.UTC(2025, 0, n)).toISOString().slice(0, 10);

/** The reason why a change exceeds the budget; `null`: it was made. */
function excessOfChange(
  window: HistoryWindow,
  knownFrom: number,
  added: ResolvedFact[],
  budget?: number,
): string | null {
  const result = revise(view, window, { knownFrom, removed: [], added }, budget);
  if (result.kind === 'missing') throw new Error('the window is complete');
  return result.kind === 'excess' ? result.reason : null;
}

describe('the budget of a change', () => {
  it('is not used up by any number of facts that come in order', () => {
    const window = emptyWindow();
    for (let n = 1; n <= 100; n += 1) expect(excessOfChange(window, n, [at(n, day(n))], 1)).toBeNull();
    expect(window.rows).toHaveLength(100);
  });

  it('counts the facts that are folded again: if they exceed it by one, no row changes', () => {
    const window = emptyWindow();
    for (let n = 1; n <= 10; n += 1) expect(excessOfChange(window, n, [at(n, day(1), `Paper ${n}`)], 10)).toBeNull();
    const before = window.rows.map((row) => [row, row.knownTo]);
    const change = { knownFrom: 11, removed: [], added: [at(11, day(1), 'Paper 11')] };
    expect(revise(view, window, change, 10)).toEqual({
      kind: 'excess',
      reason: 'a request would fold 11 facts of it again; the limit is 10',
    });
    expect(window.rows.map((row) => [row, row.knownTo])).toEqual(before);
    expect(revise(view, window, change, 11)).toMatchObject({ kind: 'revised' });
  });

  it('counts the rows that a change inserts', () => {
    const window = emptyWindow();
    for (let n = 2; n <= 30; n += 1) expect(excessOfChange(window, n, [at(n, day(n))])).toBeNull();
    // A fact of which only the year is known makes the order of all others uncertain.
    expect(excessOfChange(window, 31, [at(31, '2025', 'B')], 30)).toBeNull();
    const again = emptyWindow();
    for (let n = 2; n <= 30; n += 1) expect(excessOfChange(again, n, [at(n, day(n))])).toBeNull();
    expect(excessOfChange(again, 31, [at(31, '2025', 'B')], 29)).not.toBeNull();
    expect(again.rows.every(({ knownTo }) => knownTo === null)).toBe(true);
  });

  it('counts how often winners of a date are compared with losers, where each winner overrules other losers', () => {
    // One paper gives steps. Each of the others gives one of them, and two values of its own.
    const reports: [string, number][] = Array.from({ length: 5 }, (_, n) => ['A', n]);
    for (let paper = 1; paper < 5; paper += 1)
      for (const value of [paper, 10 * paper, 10 * paper + 1]) reports.push([`P${paper}`, value]);
    const facts = reports.map(([publisher, ratePercent], n) =>
      resolvedFact('TariffChanged', {
        position: n + 1,
        occurredAt: day(1),
        publisher,
        data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent },
      }),
    );
    const excess = (budget: number) => excessOfChange(emptyWindow(), 1, facts, budget);
    const needed = Number(/compare facts of one date (\d+) times/.exec(excess(facts.length) ?? '')?.[1]);
    expect(needed).toBeGreaterThan(2 * facts.length);
    expect(excess(needed)).toBeNull();
    expect(excessOfFacts(view, facts, needed)).toBeNull();
    expect(excessOfFacts(view, facts, needed - 1)).toContain(`compare facts of one date ${needed} times`);
  });
});
