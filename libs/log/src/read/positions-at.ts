import type { Pool } from 'pg';

/** $1 positions: when each was recorded, microseconds since the epoch. */
const RECORDED = `
select e.position, (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us
  from unnest($1::bigint[]) u(position) join event e on e.position = u.position`;

/**
 * The last position that was recorded up to each of some instants, by a binary search for all of them at once:
 * `recorded_at` rises with the position.
 *
 * @param instants microseconds since the epoch, inclusive, in rising order
 * @param most a position that is recorded; none beyond it is returned
 */
export async function positionsUpTo(pool: Pool, instants: readonly number[], most: number): Promise<number[]> {
  const ranges = instants.map(() => ({ low: 0, high: most }));
  for (;;) {
    const middles = new Set(ranges.filter(({ low, high }) => low < high).map(middleOf));
    if (middles.size === 0) return ranges.map(({ low }) => low);
    const { rows } = await pool.query<{ position: string; recorded_us: string }>({
      name: 'recorded-times',
      text: RECORDED,
      values: [[...middles]],
    });
    const times = new Map(rows.map(({ position, recorded_us }) => [Number(position), Number(recorded_us)]));
    for (const [n, range] of ranges.entries()) {
      if (range.low >= range.high) continue;
      const middle = middleOf(range);
      if ((times.get(middle) ?? Infinity) <= (instants[n] ?? -Infinity)) range.low = middle;
      else range.high = middle - 1;
    }
  }
}

const middleOf = ({ low, high }: { low: number; high: number }): number => Math.floor((low + high + 1) / 2);
