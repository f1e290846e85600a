import type { ClientBase, Pool } from 'pg';
import type { StoredEvent } from '#log/event.js';
import {
  withCorrectedPublications,
  type Account,
  type Correction,
  type FactState,
  type Retraction,
} from '#history/facts/fact-state.js';
import { OPEN_END } from '#history/revise/history-window.js';
import { column, split } from './statement.js';

/** What a request added to the state that a fact had before it. Nothing is ever removed from a state. */
interface FactStateDelta {
  added: { accounts: Account[]; corrections: Correction[]; retractions: Retraction[] };
}

/** A state as one row of `fact` holds it: whole in the first row of a fact, in the others what was added. */
type FactRowState = FactState | FactStateDelta;

/** A state as it is read: whole, or the rows of the fact up to the requested one, in order. */
export type StoredFactState = FactState | FactRowState[];

/** SQL: the state that a row of `fact` stands for. `readFactState` reads it. @param knownFrom of that row */
export const factStateSql = (fact: string, knownFrom = `${fact}.known_from`): string =>
  `case when ${fact}.revises then (select json_agg(a.form order by a.known_from) from fact a
     where a.position = ${fact}.position and a.known_from <= ${knownFrom}) else ${fact}.form end`;

/** The state that was read. */
export function readFactState(stored: StoredFactState): FactState {
  if (!Array.isArray(stored)) return stored;
  const [first, ...later] = stored;
  if (!first || 'added' in first) throw new Error('the first row of a fact does not hold its whole state');
  const state = {
    ...first,
    accounts: [...first.accounts],
    corrections: [...first.corrections],
    retractions: [...first.retractions],
  };
  const whole = later.reduce<FactState>((before, row) => {
    // Rows written by an earlier release hold the whole state.
    if (!('added' in row)) return row;
    before.accounts.push(...row.added.accounts);
    before.corrections.push(...row.added.corrections);
    before.retractions.push(...row.added.retractions);
    return before;
  }, state);
  // An account is stored with the date that it had when it was added.
  return withCorrectedPublications(whole);
}

/** What a new row of `fact` holds of a state, given the rows before it. */
export function factRowState(before: FactState | null, after: FactState): FactRowState {
  if (!before) return after;
  return {
    added: {
      accounts: after.accounts.slice(before.accounts.length),
      corrections: after.corrections.slice(before.corrections.length),
      retractions: after.retractions.slice(before.retractions.length),
    },
  };
}

/** The state after a row. */
function applyFactRow(before: FactState | null, row: FactRowState): FactState {
  if (!('added' in row)) return row;
  if (!before) throw new Error('a row of a fact adds to a state that is missing');
  const { accounts, corrections, retractions } = row.added;
  return withCorrectedPublications({
    ...before,
    accounts: accounts.length > 0 ? [...before.accounts, ...accounts] : before.accounts,
    corrections: corrections.length > 0 ? [...before.corrections, ...corrections] : before.corrections,
    retractions: retractions.length > 0 ? [...before.retractions, ...retractions] : before.retractions,
  });
}

/** $1 fact ids. It goes through the log, whose ids are indexed. */
const CURRENT_STATES = `
select f.id, ${factStateSql('f')} as form from unnest($1::uuid[]) u(id)
  join event e on e.id = u.id
  join fact f on f.position = e.position and f.known_to = ${OPEN_END}`;

/**
 * The current states of the facts that some events are about, by fact id. Facts whose own event is among these have
 * none yet.
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
  const { rows } = await client.query<{ id: string; form: StoredFactState }>({
    name: 'current-fact-states',
    text: CURRENT_STATES,
    values: [[...wanted]],
  });
  return new Map(rows.map((row) => [row.id, readFactState(row.form)]));
}

/** What a request made of a fact's state. */
export interface FactStateChange {
  /** The request's end. */
  knownFrom: number;
  before: FactState | null;
  after: FactState;
}

/** A row of `fact` as it is stored. */
export interface FactRow {
  known_from: string;
  position: string;
  form: FactRowState;
}

/**
 * $1 after, $2 up to: the rows that were written between two positions. First states are found by the facts' own
 * positions, later ones by the index on revisions.
 */
const ROWS = `
select f.known_from, f.position, f.form
  from (select * from fact where position > $1 and position <= $2 and not revises
        union all
        select * from fact where known_from > $1 and known_from <= $2 and revises) f
 order by f.known_from, f.position`;

/** $1 positions of facts, $2 a position: their states as known there. */
const STATES_AT = `
select f.position, ${factStateSql('f')} as form
  from unnest(${split(1, 'bigint')}) u(position)
 cross join lateral (select * from fact f where f.position = u.position and f.known_from <= $2 and f.known_to > $2) f`;

/**
 * What the requests between two positions made of facts, in the order of the requests. Each state is read once, however
 * often it changes.
 */
export async function readFactStateChanges(
  db: Pool | ClientBase,
  after: number,
  upTo: number,
): Promise<FactStateChange[]> {
  const { rows } = await db.query<FactRow>(ROWS, [after, upTo]);
  return factStateChangesOf(db, rows, after);
}

/**
 * What some rows of `fact` that were written after a position made of their facts.
 *
 * @param rows in the order of the requests; of each of these facts, all that were written after that position
 */
export async function factStateChangesOf(
  db: Pool | ClientBase,
  rows: readonly FactRow[],
  after: number,
): Promise<FactStateChange[]> {
  const first = new Set(rows.flatMap(({ position }) => (Number(position) > after ? [position] : [])));
  const older = [...new Set(rows.flatMap(({ position }) => (first.has(position) ? [] : [position])))];
  const states = new Map<string, FactState>();
  if (older.length > 0) {
    const found = await db.query<{ position: string; form: StoredFactState }>(STATES_AT, [
      column(older, (one) => one),
      after,
    ]);
    for (const { position, form } of found.rows) states.set(position, readFactState(form));
  }
  return rows.map(({ known_from, position, form }) => {
    const before = states.get(position) ?? null;
    const changed = applyFactRow(before, form);
    states.set(position, changed);
    return { knownFrom: Number(known_from), before, after: changed };
  });
}
