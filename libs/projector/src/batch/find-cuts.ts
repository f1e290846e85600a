import type { ClientBase } from 'pg';
import { column } from './columns.js';
import type { SubjectInHand } from './subject-in-hand.js';
import { inRowOrder } from '../fold/row.js';
import { rowsKept } from '../revise/cuts.js';
import { keys, ROWS_BEFORE } from './tail-rows.js';

/** A row from which folding can go on. */
export interface Cut {
  validFrom: number;
  position: number;
}

interface CutColumns {
  n: string;
  valid_from: string;
  position: string;
  horizon: string;
}

/** For each subject the last row that the batch cannot reach, `null` where there is none. Looks further back until it finds one. */
export async function findCuts(client: ClientBase, subjects: readonly SubjectInHand[]): Promise<(Cut | null)[]> {
  const cuts: (Cut | null)[] = subjects.map(() => null);
  let open = [...subjects.keys()];
  for (let depth = 4; open.length > 0; depth *= 16) {
    const asked = open.map((n) => subjects[n] as SubjectInHand);
    const { rows } = await client.query<CutColumns>(ROWS_BEFORE, [...keys(asked), column(asked, (one) => one.from), depth]);
    const found = asked.map((): (Cut & { horizon: number })[] => []);
    for (const row of rows)
      found[Number(row.n) - 1]?.push({ validFrom: Number(row.valid_from), position: Number(row.position), horizon: Number(row.horizon) });
    open = open.filter((n, i) => {
      const before = (found[i] ?? []).sort(inRowOrder);
      cuts[n] = before[rowsKept(before, (subjects[n] as SubjectInHand).from) - 1] ?? null;
      return cuts[n] === null && before.length === depth;
    });
  }
  return cuts;
}
