import type { StoredEvent } from '#log/event.js';
import type { ClientBase } from 'pg';
import type { FactState } from '#history/facts/fact-state.js';
import { OPEN_END } from '#history/revise/history-window.js';
import { formOf, storedForm, type StoredForm } from './stored-fact-states.js';

/** $1 fact ids. By way of the log, whose ids are indexed. */
const STANDING_FORMS = `
select f.id, ${storedForm('f')} as form from unnest($1::uuid[]) u(id)
  join event e on e.id = u.id
  join fact f on f.position = e.position and f.known_to = ${OPEN_END}`;

/**
 * The standing forms of the facts that some events are about, by fact id; those whose own event is among them have none
 * yet.
 */
export async function loadFactStates(
  client: ClientBase,
  events: readonly StoredEvent[],
): Promise<Map<string, FactState>> {
  const fresh = new Set(events.filter((event) => event.target === null).map((event) => event.id));
  const wanted = new Set(
    events.filter((event) => event.target !== null && !fresh.has(event.factId)).map((event) => event.factId),
  );
  if (wanted.size === 0) return new Map();
  const { rows } = await client.query<{ id: string; form: StoredForm }>({
    name: 'standing-forms',
    text: STANDING_FORMS,
    values: [[...wanted]],
  });
  return new Map(rows.map((row) => [row.id, formOf(row.form)]));
}
