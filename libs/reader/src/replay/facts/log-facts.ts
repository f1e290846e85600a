import { EVENT_COLUMNS, readRow, type EventRow } from '#log/read/stored-event.js';
import type { Pool } from 'pg';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';

/** A fact as it is told at the point of a replay, and the form that it is told from. */
export interface LogFact {
  form: FactState;
  told: ResolvedFact;
}

/**
 * Positions of facts' own events to those facts as they are told, in the order of the positions given; what is not told
 * is left out.
 */
export type LoadFacts = (positions: readonly number[]) => Promise<LogFact[]>;

/** $1 positions of facts' own events, $2 position: those events, and all about them that were recorded by then. */
const EVENTS = `
select ${EVENT_COLUMNS} from unnest($1::bigint[]) u(position) join event e on e.position = u.position where e.position <= $2
union all
select ${EVENT_COLUMNS} from unnest($1::bigint[]) u(position) join event f on f.position = u.position
  join event e on e.fact_id = f.id and e.target is not null where e.position <= $2`;

const AT_A_TIME = 250;

/** Facts as known at a position and published by an instant of the press, made from the log and from nothing else. */
export function factsOfLog(pool: Pool, position: number, reportedAsOf: number): LoadFacts {
  const some = async (positions: readonly number[]): Promise<LogFact[]> => {
    const { rows } = await pool.query<EventRow>({ name: 'facts-of-log', text: EVENTS, values: [positions, position] });
    const forms = new Map<string, FactState>();
    for (const event of rows.map(readRow).sort((a, b) => a.position - b.position)) {
      forms.set(event.factId, evolve(forms.get(event.factId) ?? null, event));
    }
    const facts = new Map<number, LogFact>();
    for (const form of forms.values()) {
      const resolved = resolveFact(form, reportedAsOf);
      if (resolved) facts.set(form.position, { form, told: resolved });
    }
    return positions.flatMap((one) => facts.get(one) ?? []);
  };
  return async (positions) => {
    const facts: LogFact[] = [];
    for (let from = 0; from < positions.length; from += AT_A_TIME)
      facts.push(...(await some(positions.slice(from, from + AT_A_TIME))));
    return facts;
  };
}
