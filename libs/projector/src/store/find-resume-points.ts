import type { ClientBase } from 'pg';
import type { RowKey } from '#history/fold/row.js';
import { column } from './columns.js';
import type { HistorySegment } from './segments.js';
import { CUTS, keys } from './stored-rows.js';

/**
 * For each part the last row that its changes cannot reach, `null` where there is none: from there folding can go on.
 */
export async function findCuts(client: ClientBase, parts: readonly HistorySegment[]): Promise<(RowKey | null)[]> {
  const { rows } = await client.query<{ valid_from: string | null; position: string }>({
    name: 'cuts',
    text: CUTS,
    values: [...keys(parts), column(parts, ({ from }) => from)],
  });
  return rows.map(({ valid_from, position }) =>
    valid_from === null ? null : { validFrom: Number(valid_from), position: Number(position) },
  );
}
