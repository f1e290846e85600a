import type { ClientBase, Pool } from 'pg';

/**
 * The last position recorded at or before an instant, by the index on positions alone: recorded_at rises along them, so the boundary is found by halving.
 * $1 the instant, microseconds since the epoch.
 */
const POSITION_AT = `
with recursive search(low, high) as (
  select 0::bigint, (select position from log_head)
  union all
  select case when m.us <= $1::bigint then m.mid else s.low end, case when m.us <= $1::bigint then s.high else m.mid - 1 end
    from search s
   cross join lateral (
     select (s.low + s.high + 1) / 2 as mid, (extract(epoch from e.recorded_at) * 1000000)::bigint as us
       from event e where e.position = (s.low + s.high + 1) / 2) m
   where s.low < s.high
)
select low as position from search where low = high`;

/** The last position that had been recorded at an instant (microseconds since the epoch, inclusive); 0 where none had. */
export async function positionAt(db: Pool | ClientBase, instant: number): Promise<number> {
  const { rows } = await db.query<{ position: string }>(POSITION_AT, [instant]);
  return Number(rows[0]?.position ?? 0);
}

/** $1 a position: the last position of the request that it belongs to. */
const REQUEST_END = `select request_end from event where position = $1`;

/** The end of the request that a position belongs to; `null` where there is no such position. */
export async function requestEndAt(db: Pool | ClientBase, position: number): Promise<number | null> {
  const { rows } = await db.query<{ request_end: string }>(REQUEST_END, [position]);
  return rows[0] ? Number(rows[0].request_end) : null;
}
