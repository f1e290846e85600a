import { stringify } from 'csv-stringify/sync';

/** A column of a table: its name in the first line, and its value in the row of an item. */
export interface Column<Item> {
  name: string;
  value: (item: Item) => unknown;
}

/** Columns named by the paths of the values that they show: `state.place.country`. */
export const columnsOfPaths = (paths: readonly string[]): Column<unknown>[] =>
  paths.map((name) => {
    const steps = name.split('.');
    return { name, value: (item) => valueAt(item, steps) };
  });

function valueAt(item: unknown, steps: readonly string[]): unknown {
  let value = item;
  for (const step of steps) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}

/**
 * Items as CSV (RFC 4180), part by part, with one line of names before them. The columns depend on no item, so they are
 * the same for all tables of a kind, also for an empty one. The names come with the first part: where that fails to be
 * read, nothing has been sent.
 */
export async function* toCsv<Item>(
  columns: readonly Column<Item>[],
  parts: AsyncIterable<readonly Item[]>,
): AsyncGenerator<string> {
  let rows: (readonly (string | number)[])[] = [columns.map(({ name }) => name)];
  for await (const items of parts) {
    rows.push(...items.map((item) => columns.map(({ value }) => cellOf(value(item)))));
    if (rows.length > 0) yield lines(rows);
    rows = [];
  }
  if (rows.length > 0) yield lines(rows);
}

const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(rows as (string | number)[][], { record_delimiter: 'windows' });

/** The value of a cell: a number as it is, a text defused, empty for null, anything else as JSON. */
function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  return defused(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A text that a spreadsheet would take for a formula is prefixed with `'`. A negative number is none. */
const defused = (text: string): string => (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);
