import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import type { FactState } from '#history/facts/fact-state.js';

const AT_A_TIME = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * $1 after this fact, $2 position, $3 how many: the next facts, by their ids, that events are about, and the forms of
 * those known at the position. One step of the index a fact, however many events are about it.
 */
const SPOKEN_OF = `
with recursive walk(id, n) as (
  select (select e.fact_id from event e where e.target is not null and e.fact_id > $1 order by e.fact_id limit 1), 1
  union all
  select (select e.fact_id from event e where e.target is not null and e.fact_id > w.id order by e.fact_id limit 1), w.n + 1
    from walk w where w.id is not null and w.n < $3
)
select w.id, f.form from walk w
  left join lateral (
    select ${storedForm('f')} as form from event e join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2 where e.id = w.id) f on true
 where w.id is not null
 order by w.id`;

/**
 * The facts, of whatever story, that events are about, as known at a position, some at a time. These alone can be told
 * otherwise by an earlier press: each other one is told by every press in the same way, or not at all.
 */
export async function* factsSpokenOf(pool: Pool, position: number): AsyncGenerator<FactState[]> {
  for (let after = BEFORE_ALL; ;) {
    const { rows } = await pool.query<{ id: string; form: StoredForm | null }>({
      name: 'facts-spoken-of-anywhere',
      text: SPOKEN_OF,
      values: [after, position, AT_A_TIME],
    });
    if (rows.length > 0) yield rows.flatMap(({ form }) => (form ? [formOf(form)] : []));
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = last.id;
  }
}
