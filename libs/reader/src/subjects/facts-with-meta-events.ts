import type { Pool } from 'pg';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import type { FactState } from '#history/facts/fact-state.js';

const AT_A_TIME = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * $1 after this fact, $2 position, $3 how many: the next facts, by their ids, that have meta-events, and their states
 * as known at the position. One step of the index for each fact, however many meta-events it has.
 */
const WITH_META_EVENTS = `
with recursive walk(id, n) as (
  select (select e.fact_id from event e where e.target is not null and e.fact_id > $1 order by e.fact_id limit 1), 1
  union all
  select (select e.fact_id from event e where e.target is not null and e.fact_id > w.id order by e.fact_id limit 1),
         w.n + 1
    from walk w where w.id is not null and w.n < $3
)
select w.id, f.form from walk w
  left join lateral (
    select ${factStateSql('f')} as form
      from event e join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2
     where e.id = w.id) f on true
 where w.id is not null
 order by w.id`;

/**
 * The facts of all stories that have meta-events, as known at a position, some at a time. Only these can resolve
 * differently as reported by an earlier date: every other fact is either the same or absent then.
 */
export async function* factsWithMetaEvents(pool: Pool, position: number): AsyncGenerator<FactState[]> {
  for (let after = BEFORE_ALL; ;) {
    const { rows } = await pool.query<{ id: string; form: StoredFactState | null }>({
      name: 'facts-with-meta-events',
      text: WITH_META_EVENTS,
      values: [after, position, AT_A_TIME],
    });
    if (rows.length > 0) yield rows.flatMap(({ form }) => (form ? [readFactState(form)] : []));
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = last.id;
  }
}
