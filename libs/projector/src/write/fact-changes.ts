import { datesNamed, mentionsOf } from '#catalogue/mentions.js';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { resolveAfterEvent, resolveFact, resolveRetracted } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { OPEN_END } from '#history/revise/history-window.js';
import type { StoredEvent } from '#log/event.js';
import { column, splitAll, type Statement } from '../store/statement.js';
import { factRowState, type FactStateChange } from '../store/stored-fact-states.js';
import type { EventLoopYielder } from './event-loop-yielder.js';

/** What one request did to one fact. */
export interface FactChange extends FactStateChange {
  /** The two states, each resolved from all accounts as known now; `null`: retracted, or not there. */
  resolvedBefore: ResolvedFact | null;
  resolvedAfter: ResolvedFact | null;
}

/**
 * What a run of whole requests did to facts, in the order of the requests, one change for each fact that a request
 * touched.
 *
 * @param events in the order of the log
 * @param states by fact id: those of the facts that these events are about and that came before them; changed in place
 */
export function factStateChanges(events: readonly StoredEvent[], states: Map<string, FactState>): FactStateChange[] {
  const changes: FactStateChange[] = [];
  let request = new Map<string, FactStateChange>();
  let end = 0;
  for (const event of events) {
    if (event.requestEnd !== end) {
      request = new Map();
      end = event.requestEnd;
    }
    const before = states.get(event.factId) ?? null;
    const after = evolve(before, event);
    states.set(event.factId, after);
    const change = request.get(event.factId);
    if (change) {
      change.after = after;
      continue;
    }
    const fresh: FactStateChange = { knownFrom: end, before, after };
    request.set(event.factId, fresh);
    changes.push(fresh);
  }
  return changes;
}

/** Adds the two resolved facts to a change of a fact's state. */
export function factChangeOf({ knownFrom, before, after }: FactStateChange): FactChange {
  return {
    knownFrom,
    before,
    after,
    resolvedBefore: before && resolveFact(before),
    resolvedAfter: resolveAfterEvent(before, after),
  };
}

/**
 * Adds the resolved facts to all changes of a batch. It yields in between, because a fact of thousands of accounts
 * takes a while to resolve.
 */
export async function factChanges(changes: readonly FactStateChange[], turns: EventLoopYielder): Promise<FactChange[]> {
  const resolved: FactChange[] = [];
  for (const change of changes) {
    resolved.push(factChangeOf(change));
    if (turns.due) await turns.take();
  }
  return resolved;
}

/** $1 fact positions, $2 known_to: closes the states that were current. */
const CLOSE_STATES = `
update fact f set known_to = u.known_to from unnest(${splitAll('bigint', 'bigint')}) u(position, known_to)
 where f.position = u.position and f.known_to = ${OPEN_END}`;

const STATE_TYPES = [
  ...['bigint', 'bigint', 'bigint', 'uuid', 'text', 'text', 'bigint', 'boolean'],
  ...['boolean', 'text', 'text', 'text', 'json', 'bigint', 'bigint'],
];

/**
 * $1 position, $2 known_from, $3 known_to, $4 id, $5 story, $6 type, $7 valid_from, $8 revises, $9 retracted, $10
 * parties, $11 persons, $12 publishers, $13 form, $14 and $15 between which the dates in its data lie
 */
const INSERT_STATES = `
insert into fact (position, known_from, known_to, id, story, type, valid_from, revises, retracted,
                  parties, persons, publishers, form, dates_from, dates_to)
select u.position, u.known_from, u.known_to, u.id, u.story, u.type, u.valid_from, u.revises, u.retracted,
       ${textArray('parties')}, ${textArray('persons')}, ${textArray('publishers')}, u.form, u.dates_from, u.dates_to
  from unnest(${splitAll(...STATE_TYPES)})
       u(position, known_from, known_to, id, story, type, valid_from, revises, retracted,
         parties, persons, publishers, form, dates_from, dates_to)`;

/** A list within a column: a mark, so that an empty list is no empty text, and its values, each after U+001D. */
const list = (values: readonly string[]): string => ['-', ...values].join('\u001d');

/** SQL: such a list as an array. */
function textArray(name: string): string {
  return `(string_to_array(u.${name}, chr(29)))[2:]`;
}

/**
 * The statements that write the states that a batch of requests gave to facts. A state that a later request of the same
 * batch replaced is written with the span between the two.
 */
export function factStatements(changes: readonly FactChange[]): Statement[] {
  if (changes.length === 0) return [];
  const endsAt = new Map<FactState, number>();
  for (const change of changes) if (change.before) endsAt.set(change.before, change.knownFrom);
  const written = new Set(changes.map((change) => change.after));
  const closed = changes.filter((change) => change.before && !written.has(change.before));
  const statements: Statement[] = [];
  if (closed.length > 0) {
    const values = [column(closed, (change) => change.after.position), column(closed, (change) => change.knownFrom)];
    statements.push({ name: 'close-fact-states', text: CLOSE_STATES, values });
  }
  const rows = changes.map((change) => ({ change, facets: facetsOf(change) }));
  const values = [
    column(changes, ({ after }) => after.position),
    column(changes, ({ knownFrom }) => knownFrom),
    column(changes, ({ after }) => endsAt.get(after) ?? OPEN_END),
    column(changes, ({ after }) => after.id),
    column(changes, ({ after }) => after.story),
    column(changes, ({ after }) => after.type),
    column(rows, ({ facets }) => facets.validFrom),
    column(changes, ({ before }) => before !== null),
    column(changes, ({ resolvedAfter }) => resolvedAfter === null),
    column(rows, ({ facets }) => list(facets.parties)),
    column(rows, ({ facets }) => list(facets.persons)),
    column(rows, ({ facets }) => list(facets.publishers)),
    column(changes, ({ before, after }) => JSON.stringify(factRowState(before, after))),
    column(rows, ({ facets }) => facets.dates?.from ?? null),
    column(rows, ({ facets }) => facets.dates?.to ?? null),
  ];
  return [...statements, { name: 'insert-fact-states', text: INSERT_STATES, values }];
}

interface Facets {
  validFrom: number;
  parties: string[];
  persons: string[];
  publishers: string[];
  dates: { from: number; to: number } | null;
}

/**
 * What lists order and filter by. A retracted fact keeps what it had, because it can still be shown, struck through. Of
 * the publishers only those of new accounts are listed: the earlier rows of the fact hold the others.
 */
function facetsOf({ before, after, resolvedAfter }: FactChange): Facets {
  const resolved = resolvedAfter ?? resolveRetracted(after);
  if (!resolved) throw new Error(`fact ${after.id} has no account`);
  const publishers = after.accounts
    .slice(before?.accounts.length ?? 0)
    .flatMap(({ source }) => source?.publisher ?? []);
  const named = mentionsOf(after.type, resolved.data);
  return {
    validFrom: resolved.period.from,
    ...named,
    publishers: [...new Set(publishers)],
    dates: datesNamed(after.type, resolved.data),
  };
}
