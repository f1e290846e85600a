import { datesNamed } from '#catalogue/dates-named.js';
import { mentionsOf } from '#catalogue/mentions.js';
import type { FactState } from '#history/facts/fact-state.js';
import { resolveRetracted } from '#history/facts/resolve-fact.js';
import { OPEN_END } from '#history/revise/history-window.js';
import { column, split } from '../store/columns.js';
import type { FactChange } from './fact-changes.js';
import type { Statement } from '../store/statement.js';
import { formInRow } from '../store/stored-fact-states.js';

/** $1 fact positions, $2 known_to: the forms that end. */
const END_FORMS = `
update fact f set known_to = u.known_to from unnest(${split(1, 'bigint')}, ${split(2, 'bigint')}) u(position, known_to)
 where f.position = u.position and f.known_to = ${OPEN_END}`;

/**
 * $1 position, $2 known_from, $3 known_to, $4 id, $5 story, $6 type, $7 valid_from, $8 revises, $9 retracted, $10
 * parties, $11 persons, $12 publishers, $13 form, $14 and $15 between which the dates in its data lie
 */
const BEGIN_FORMS = `
insert into fact (position, known_from, known_to, id, story, type, valid_from, revises, retracted, parties, persons, publishers, form, dates_from, dates_to)
select u.position, u.known_from, u.known_to, u.id, u.story, u.type, u.valid_from, u.revises, u.retracted, ${texts('parties')}, ${texts('persons')}, ${texts('publishers')}, u.form, u.dates_from, u.dates_to
  from unnest(${split(1, 'bigint')}, ${split(2, 'bigint')}, ${split(3, 'bigint')}, ${split(4, 'uuid')}, ${split(5, 'text')}, ${split(6, 'text')}, ${split(7, 'bigint')},
              ${split(8, 'boolean')}, ${split(9, 'boolean')}, ${split(10, 'text')}, ${split(11, 'text')}, ${split(12, 'text')}, ${split(13, 'json')},
              ${split(14, 'bigint')}, ${split(15, 'bigint')})
       u(position, known_from, known_to, id, story, type, valid_from, revises, retracted, parties, persons, publishers, form, dates_from, dates_to)`;

/** A list within a column: a mark, so that an empty one is no empty text, and its values, each after U+001D. */
const list = (values: readonly string[]): string => ['-', ...values].join('\u001d');
function texts(name: string): string {
  return `(string_to_array(u.${name}, chr(29)))[2:]`;
}

/**
 * What writes the forms that a batch of requests gave to facts. A form that two requests of the batch replaced is
 * written with the span between them.
 */
export function factStatements(changes: readonly FactChange[]): Statement[] {
  if (changes.length === 0) return [];
  const endsAt = new Map<FactState, number>();
  for (const change of changes) if (change.before) endsAt.set(change.before, change.knownFrom);
  const written = new Set(changes.map((change) => change.after));
  const ended = changes.filter((change) => change.before && !written.has(change.before));
  const statements: Statement[] = [];
  if (ended.length > 0) {
    const values = [column(ended, (change) => change.after.position), column(ended, (change) => change.knownFrom)];
    statements.push({ name: 'end-forms', text: END_FORMS, values });
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
    column(changes, ({ toldAfter }) => toldAfter === null),
    column(rows, ({ facets }) => list(facets.parties)),
    column(rows, ({ facets }) => list(facets.persons)),
    column(rows, ({ facets }) => list(facets.publishers)),
    column(changes, ({ before, after }) => JSON.stringify(formInRow(before, after))),
    column(rows, ({ facets }) => facets.dates?.from ?? null),
    column(rows, ({ facets }) => facets.dates?.to ?? null),
  ];
  return [...statements, { name: 'begin-forms', text: BEGIN_FORMS, values }];
}

interface Facets {
  validFrom: number;
  parties: string[];
  persons: string[];
  publishers: string[];
  dates: { from: number; to: number } | null;
}

/**
 * What lists order and filter by. A withdrawn fact keeps those that it had: it can still be shown, struck. Of the
 * publishers stand those of the accounts that are new: the others stand in the rows before.
 */
function facetsOf({ before, after, toldAfter }: FactChange): Facets {
  const resolved = toldAfter ?? resolveRetracted(after);
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
