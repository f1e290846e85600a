import { describe, expect, it } from '@jest/globals';
import { deals } from '#views/deals.js';
import type { AnyView } from '#views/define-view.js';
import { resolvedFact } from '../testing/facts.js';
import { abridgeRows, completeDisputed } from './abridged-rows.js';
import { foldFacts } from './fold-facts.js';
import type { Row } from './row.js';

const view = deals as unknown as AnyView;
const STATUS = ['exploring', 'negotiating', 'near_final'];
const DATES = ['2025-04', '2025-04-10', '2025-04-10T10:00:00Z'];

/** The rows of facts of three dates, each of three values, by as many publishers. */
const rowsOf = (count: number): Row[] =>
  foldFacts(
    view,
    null,
    Array.from({ length: count }, (_, n) =>
      resolvedFact('DealProgressReported', {
        position: n + 1,
        occurredAt: DATES[n % 3],
        publisher: `Paper ${n}`,
        data: { deal: 'deal', parties: ['USA', 'CHN'], status: STATUS[Math.floor(n / 3) % 3] },
      }),
    ),
  ).rows;

/** A list without the name of the last fact of all that share a record, which may be left out. */
const shown = (disputed: Row['says']['disputed']) =>
  disputed.map(({ fact, own, ...rest }, n) => ({ ...(n < disputed.length - 1 && { fact, own }), ...rest }));

describe('abridged rows', () => {
  it('list what is in doubt only in the last row of a date, and the whole follows from that', () => {
    const rows = rowsOf(60);
    const abridged = abridgeRows(rows);
    let count = 0;
    for (const [n, row] of abridged.entries()) {
      const whole = rows[n] as Row;
      if (row === whole) continue;
      count += 1;
      const last = abridged.findLast(({ validFrom }) => validFrom === row.validFrom) as Row;
      expect(last).toBe(rows[abridged.indexOf(last)]);
      expect(row.says.disputed.flatMap(({ disputes }) => disputes.flatMap(({ doubts }) => doubts))).toEqual([]);
      expect(shown(completeDisputed(row.says.disputed, last.says.disputed))).toEqual(shown(whole.says.disputed));
    }
    expect(count).toBeGreaterThan(10);
  });

  it('stay as they are where a further fact changes what is in doubt at their date', () => {
    const [before, after] = [abridgeRows(rowsOf(59)), abridgeRows(rowsOf(60))];
    const texts = new Set(before.map((row) => JSON.stringify(row)));
    expect(after.filter((row) => !texts.has(JSON.stringify(row))).length).toBeLessThanOrEqual(4);
  });

  it('are whole where a date has one row, or its rows list disputes of several records', () => {
    const rows = rowsOf(60);
    const [last] = rows.slice(-1);
    expect(abridgeRows([last as Row])).toEqual([last]);
    const other = structuredClone(rows);
    for (const { says } of other) for (const one of says.disputed) one.record = `${says.inForce}`;
    expect(abridgeRows(other)).toEqual(other);
  });
});
