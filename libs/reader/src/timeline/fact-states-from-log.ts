import { EVENT_COLUMNS, readRow, type EventRow } from '#log/read/stored-event.js';
import type { Pool } from 'pg';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { worldBound } from '../clocks/bounds.js';

/** $1 fact ids, $2 position: the facts' own events and all events about them that were recorded by then. */
const EVENTS = `
select ${EVENT_COLUMNS} from unnest($1::uuid[]) u(id) join event e on e.id = u.id where e.position <= $2
union all
select ${EVENT_COLUMNS} from unnest($1::uuid[]) u(id) join event e on e.fact_id = u.id and e.target is not null where e.position <= $2`;

/**
 * Facts as they stood at a position, made from the log and from nothing else; by id. Those that were not recorded by
 * then are left out.
 *
 * @param position `Infinity`: as they stand now
 */
export async function formsFromLog(
  pool: Pool,
  factIds: readonly string[],
  position: number,
): Promise<Map<string, FactState>> {
  const forms = new Map<string, FactState>();
  if (factIds.length === 0) return forms;
  const { rows } = await pool.query<EventRow>({
    name: 'forms-from-log',
    text: EVENTS,
    values: [factIds, worldBound(position)],
  });
  for (const event of rows.map(readRow).sort((a, b) => a.position - b.position)) {
    forms.set(event.factId, evolve(forms.get(event.factId) ?? null, event));
  }
  return forms;
}
