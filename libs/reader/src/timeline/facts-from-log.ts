import { EVENT_COLUMNS, readRow, type EventRow } from '#log/read/stored-event.js';
import type { Pool } from 'pg';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import type { PressTime } from '#history/facts/published-by.js';
import { worldBound } from '../clocks/clocks.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';

/** $1 fact ids, $2 a position: the facts' own events and their meta-events, up to that position. */
const EVENTS_OF_FACTS = `
select ${EVENT_COLUMNS} from unnest($1::uuid[]) u(id) join event e on e.id = u.id where e.position <= $2
union all
select ${EVENT_COLUMNS}
  from unnest($1::uuid[]) u(id) join event e on e.fact_id = u.id and e.target is not null
 where e.position <= $2`;

/**
 * The states of some facts at a position, made from the log alone; by id. Facts that were not recorded by then are left
 * out.
 *
 * @param position `Infinity`: the end of the log
 */
export async function factStatesFromLog(
  pool: Pool,
  factIds: readonly string[],
  position: number,
): Promise<Map<string, FactState>> {
  if (factIds.length === 0) return new Map();
  const { rows } = await pool.query<EventRow>({
    name: 'fact-states-from-log',
    text: EVENTS_OF_FACTS,
    values: [factIds, worldBound(position)],
  });
  return statesOf(rows);
}

/** A fact as it is at the point of a replay, and the state that it was resolved from. */
export interface LogFact {
  state: FactState;
  resolved: ResolvedFact;
}

/**
 * Loads the facts whose own events are at some positions, in the order given. Facts that are withdrawn, or not yet
 * published, are left out.
 */
export type LoadFacts = (positions: readonly number[]) => Promise<LogFact[]>;

/** The same, without the states. */
export type LoadResolved = (positions: readonly number[]) => Promise<ResolvedFact[]>;

/** $1 positions of facts' own events, $2 a position: those events and their meta-events, up to that position. */
const EVENTS_AT_POSITIONS = `
select ${EVENT_COLUMNS}
  from unnest($1::bigint[]) u(position) join event e on e.position = u.position
 where e.position <= $2
union all
select ${EVENT_COLUMNS}
  from unnest($1::bigint[]) u(position)
  join event f on f.position = u.position
  join event e on e.fact_id = f.id and e.target is not null
 where e.position <= $2`;

const AT_A_TIME = 250;

/** A loader of facts as known at a position and reported by a date, which reads the log alone. */
export function factsFromLog(pool: Pool, position: number, press: PressTime): LoadFacts {
  return async (positions) => {
    const facts: LogFact[] = [];
    for (let from = 0; from < positions.length; from += AT_A_TIME) {
      for (const state of await factStatesAt(pool, positions.slice(from, from + AT_A_TIME), position)) {
        const resolved = resolveFact(state, press);
        if (resolved) facts.push({ state, resolved });
      }
    }
    return facts;
  };
}

/** The states, as known at a position, of the facts whose own events are at some positions, in the order given. */
export async function factStatesAt(pool: Pool, positions: readonly number[], position: number): Promise<FactState[]> {
  const { rows } = await pool.query<EventRow>({
    name: 'facts-from-log',
    text: EVENTS_AT_POSITIONS,
    values: [positions, position],
  });
  const states = new Map([...statesOf(rows).values()].map((state) => [state.position, state]));
  return positions.flatMap((one) => states.get(one) ?? []);
}

/** The states that the events of some facts lead to, by fact. The events may come in any order. */
function statesOf(rows: readonly EventRow[]): Map<string, FactState> {
  const states = new Map<string, FactState>();
  for (const event of rows.map(readRow).sort((a, b) => a.position - b.position))
    states.set(event.factId, evolve(states.get(event.factId) ?? null, event));
  return states;
}
