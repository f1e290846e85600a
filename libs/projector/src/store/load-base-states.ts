import type { ClientBase } from 'pg';
import type { BaseState } from '#history/revise/row-version.js';
import { column } from './columns.js';
import type { HistorySegment } from './segments.js';
import { keys, WHOLE_STATES, type RowColumns } from './stored-rows.js';

/** The row that a row's state is told from, `null` where it is kept whole. */
export type WholeOf = (row: RowColumns) => BaseState | null;

/**
 * Finds the rows kept whole that the states of some rows are told from. Most stand among them; the others are read.
 *
 * @param parts those that the rows were asked for
 */
export async function loadBaseStates(
  client: ClientBase,
  parts: readonly HistorySegment[],
  rows: readonly RowColumns[],
): Promise<WholeOf> {
  const differing = rows.filter((row) => row.whole_position !== null);
  const wanted = new Map(differing.map((row) => [wholeKey(row), row]));
  const wholes = new Map(rows.filter((row) => wanted.has(ownKey(row))).map((row) => [ownKey(row), wholeState(row)]));
  const missing = [...wanted.values()].filter((row) => !wholes.has(wholeKey(row)));
  if (missing.length > 0) {
    const { rows: states } = await client.query<WholeColumns & { n: string }>({
      name: 'whole-states',
      text: WHOLE_STATES,
      values: [
        ...keys(missing.map((row) => parts[Number(row.n) - 1] as HistorySegment)),
        column(missing, (row) => row.whole_valid_from),
        column(missing, (row) => row.whole_position),
        column(missing, (row) => row.whole_known_from),
      ],
    });
    for (const one of states) wholes.set(wholeKey(missing[Number(one.n) - 1] as RowColumns), wholeState(one));
  }
  return (row) => {
    if (row.whole_position === null) return null;
    const whole = wholes.get(wholeKey(row));
    if (!whole) throw new Error('a row is told from one that is not there');
    return whole;
  };
}

const ownKey = (row: RowColumns): string => [row.n, row.valid_from, row.position, row.known_from].join(' ');
const wholeKey = (row: RowColumns): string =>
  [row.n, row.whole_valid_from, row.whole_position, row.whole_known_from].join(' ');

type WholeColumns = Pick<RowColumns, 'valid_from' | 'position' | 'known_from' | 'state'>;

const wholeState = (row: WholeColumns): BaseState => ({
  validFrom: Number(row.valid_from),
  position: Number(row.position),
  knownFrom: Number(row.known_from),
  text: row.state,
});
