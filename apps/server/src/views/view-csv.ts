import { stringify } from 'csv-stringify/sync';
import type { Clocks } from '#reader/clocks/clocks.js';
import { readView, type ViewFilter } from '#reader/items/read-view.js';
import type { ActiveGeneration } from '#reader/clocks/active-generation.js';
import type { ReadingPool } from '../app-dependencies.js';
import { cellOf, columnsOf } from './view-columns.js';

export const CSV = 'text/csv';
const PAGE = 200;

/**
 * All items of a view at one point of the clocks as CSV (RFC 4180), a page at a time. A text that a spreadsheet would
 * take for a formula has a `'` before it.
 */
export async function* viewCsv(
  pool: ReadingPool,
  serving: ActiveGeneration,
  filter: ViewFilter,
  clocks: Clocks,
): AsyncGenerator<string> {
  const columns = columnsOf(serving.view);
  let header = [columns];
  for (let after: string | null = null; ;) {
    const { items, next } = await readView(pool, serving, filter, clocks, after, PAGE);
    const rows = items.map(({ item }) => columns.map((column) => cellOf(item, column)));
    yield stringify([...header, ...rows], { escape_formulas: true, record_delimiter: 'windows' });
    if (next === null) return;
    [after, header] = [next, []];
  }
}
