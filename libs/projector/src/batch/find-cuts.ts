import type { ClientBase } from 'pg';
import { column, split } from './columns.js';
import type { Late } from './reached.js';
import { keys, STANDS } from './tail-rows.js';

/** $1 projections, $2 subjects, $3 dates, $4 how many: the rows before a date, the latest first; what a cut is looked for among. */
const ROWS_BEFORE = `
select t.n, b.* from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, before, n)
 cross join lateral (
  select v.valid_from, v.position, v.horizon from view_version v
   where ${STANDS} and v.valid_from < t.before order by v.valid_from desc, v.position desc limit $4) b
 order by t.n, b.valid_from desc, b.position desc`;

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
export async function findCuts(client: ClientBase, late: readonly Late[]): Promise<(Cut | null)[]> {
  const cuts: (Cut | null)[] = late.map(() => null);
  let open = [...late.keys()];
  for (let depth = 16; open.length > 0; depth *= 16) {
    const asked = open.map((n) => late[n] as Late);
    const { rows } = await client.query<CutColumns>(ROWS_BEFORE, [...keys(asked), column(asked, (one) => one.from), depth]);
    const found = new Map<number, CutColumns[]>();
    for (const row of rows) {
      const known = found.get(Number(row.n) - 1);
      if (known) known.push(row);
      else found.set(Number(row.n) - 1, [row]);
    }
    open = open.filter((n, i) => {
      const before = found.get(i) ?? [];
      cuts[n] = firstCut(before, (late[n] as Late).from);
      return cuts[n] === null && before.length === depth;
    });
  }
  return cuts;
}

function firstCut(latestFirst: readonly CutColumns[], from: number): Cut | null {
  let next = from;
  for (const row of latestFirst) {
    if (Number(row.horizon) <= next) return { validFrom: Number(row.valid_from), position: Number(row.position) };
    next = Number(row.valid_from);
  }
  return null;
}
