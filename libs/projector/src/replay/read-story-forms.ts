import { EVENT_COLUMNS, readRow, type EventRow } from '#log/read/stored-event.js';
import type { Pool } from 'pg';
import { afterEvent, type FactForm } from '../facts/fact-form.js';

/**
 * Every event of a story, and every event about the facts of other stories with which it shares a subject, read from the log alone; the index
 * of subjects only says which those are. $1 story, $2 position, $3 projections, $4 subjects
 */
const EVENTS = `
with shared as (
  select distinct s.fact_id from unnest($3::int[], $4::text[]) t(projection, subject)
    join subject_fact s on s.projection = t.projection and s.subject = t.subject and s.known_from <= $2 and s.story <> $1)
select ${EVENT_COLUMNS} from event e where e.story = $1 and e.position <= $2
union all
select ${EVENT_COLUMNS} from shared join event e on e.id = shared.fact_id
union all
select ${EVENT_COLUMNS} from shared join event e on e.fact_id = shared.fact_id and e.target is not null and e.position <= $2`;

/** The facts of a story and of its shared subjects as they stood at a position, made from the log. */
export async function readStoryForms(
  pool: Pool,
  story: string,
  position: number,
  subjects: readonly { projection: number; subject: string }[],
): Promise<FactForm[]> {
  const values = [story, position, subjects.map((one) => one.projection), subjects.map((one) => one.subject)];
  const { rows } = await pool.query<EventRow>(EVENTS, values);
  const forms = new Map<string, FactForm>();
  for (const event of rows.map(readRow).sort((a, b) => a.position - b.position)) {
    forms.set(event.factId, afterEvent(forms.get(event.factId) ?? null, event));
  }
  return [...forms.values()];
}
