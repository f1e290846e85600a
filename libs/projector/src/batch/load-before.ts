import type { ClientBase } from 'pg';
import { propertiesInDispute } from '../fold/fold-facts.js';
import type { SubjectTail } from '../revise/subject-tail.js';
import { column, split } from './columns.js';
import type { Reached } from './reached.js';
import { keys, STANDS } from './tail-rows.js';

/** $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 properties: what that row and those before it say of each. */
const VALUES_BEFORE = `
select t.n, b.value from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'text')}) with ordinality t(projection, subject, valid_from, position, property, n)
 cross join lateral (
  select v.item -> 'said' -> t.property as value from view_version v
   where ${STANDS} and v.brings and (v.valid_from, v.position) <= (t.valid_from, t.position) and (v.item -> 'said' -> t.property) is not null
   order by v.valid_from desc, v.position desc limit 1) b`;

/** What was in force before each tail of the properties that may be in dispute within it. Rare: most batches have none. */
export async function loadBefore(client: ClientBase, tails: SubjectTail[], reached: readonly Reached[]): Promise<void> {
  const asked = reached.flatMap((one, i) => {
    const tail = tails[i];
    if (!tail?.base) return [];
    const { base } = tail;
    const properties = [...propertiesInDispute(one.view, [...tail.facts.values(), ...one.facts])];
    for (const property of properties) tail.before.set(property, undefined);
    return properties.map((property) => ({ ...one, tail, property, validFrom: base.validFrom, position: base.position }));
  });
  if (asked.length === 0) return;
  const values = [...keys(asked), column(asked, (a) => a.validFrom), column(asked, (a) => a.position), column(asked, (a) => a.property)];
  const { rows } = await client.query<{ n: string; value: unknown }>(VALUES_BEFORE, values);
  for (const { n, value } of rows) {
    const one = asked[Number(n) - 1];
    one?.tail.before.set(one.property, value);
  }
}
