import { column, split } from './columns.js';
import type { ClientBase, Pool } from 'pg';
import type { Account, Correction, FactState, Retraction } from '#history/facts/fact-state.js';

/** What a request added to the form that a fact had before it. Nothing is ever taken out of a form. */
export interface AddedToForm {
  added: { accounts: Account[]; corrections: Correction[]; retractions: Retraction[] };
}

/** A form as one row of `fact` holds it: whole in the first row of a fact, in the others what was added. */
export type FormInRow = FactState | AddedToForm;

/** A form as it is read: whole, or the rows of the fact up to the one that is asked for, in order. */
export type StoredForm = FactState | FormInRow[];

/** SQL: the form that a row of `fact` stands for. Read it by `formOf`. @param knownFrom of that row */
export const storedForm = (fact: string, knownFrom = `${fact}.known_from`): string =>
  `case when ${fact}.revises then (select json_agg(a.form order by a.known_from) from fact a
     where a.position = ${fact}.position and a.known_from <= ${knownFrom}) else ${fact}.form end`;

/** The form that was read. */
export function formOf(stored: StoredForm): FactState {
  if (!Array.isArray(stored)) return stored;
  const [first, ...later] = stored;
  if (!first || 'added' in first) throw new Error('the first row of a fact does not hold its form');
  const form = {
    ...first,
    accounts: [...first.accounts],
    corrections: [...first.corrections],
    retractions: [...first.retractions],
  };
  return later.reduce<FactState>((before, row) => {
    // Rows written by an earlier release hold the form whole.
    if (!('added' in row)) return row;
    before.accounts.push(...row.added.accounts);
    before.corrections.push(...row.added.corrections);
    before.retractions.push(...row.added.retractions);
    return before;
  }, form);
}

/** What a row of `fact` holds of a form, beside the rows before it. */
export function formInRow(before: FactState | null, after: FactState): FormInRow {
  if (!before) return after;
  return {
    added: {
      accounts: after.accounts.slice(before.accounts.length),
      corrections: after.corrections.slice(before.corrections.length),
      retractions: after.retractions.slice(before.retractions.length),
    },
  };
}

/** The form after a row. */
export function formAfter(before: FactState | null, row: FormInRow): FactState {
  if (!('added' in row)) return row;
  if (!before) throw new Error('what was added to a form is there without the form');
  const { accounts, corrections, retractions } = row.added;
  return {
    ...before,
    accounts: accounts.length > 0 ? [...before.accounts, ...accounts] : before.accounts,
    corrections: corrections.length > 0 ? [...before.corrections, ...corrections] : before.corrections,
    retractions: retractions.length > 0 ? [...before.retractions, ...retractions] : before.retractions,
  };
}

/** What a request made of a fact's form. */
export interface FormChange {
  /** The request's end. */
  knownFrom: number;
  before: FactState | null;
  after: FactState;
}

/** A row of `fact` as it is stored. */
export interface FormRow {
  known_from: string;
  position: string;
  form: FormInRow;
}

/**
 * The rows that were written between two positions: first forms by the facts' own positions, later ones by the index on
 * revisions. $1 after, $2 up to.
 */
const ROWS = `
select f.known_from, f.position, f.form
  from (select * from fact where position > $1 and position <= $2 and not revises
        union all
        select * from fact where known_from > $1 and known_from <= $2 and revises) f
 order by f.known_from, f.position`;

/** $1 positions of facts, $2 a position: their forms as known there. */
const FORMS_AT = `
select f.position, ${storedForm('f')} as form
  from unnest(${split(1, 'bigint')}) u(position)
 cross join lateral (select * from fact f where f.position = u.position and f.known_from <= $2 and f.known_to > $2) f`;

/**
 * What the requests between two positions made of facts, in the order of the requests. Each form is read once, however
 * often it changes.
 */
export async function readFormChanges(db: Pool | ClientBase, after: number, upTo: number): Promise<FormChange[]> {
  const { rows } = await db.query<FormRow>(ROWS, [after, upTo]);
  return formChangesOf(db, rows, after);
}

/**
 * What rows of `fact` that were written after a position made of their facts.
 *
 * @param rows in the order of the requests; of each of these facts, all that were written from that position on
 */
export async function formChangesOf(
  db: Pool | ClientBase,
  rows: readonly FormRow[],
  after: number,
): Promise<FormChange[]> {
  const first = new Set(rows.flatMap(({ position }) => (Number(position) > after ? [position] : [])));
  const older = [...new Set(rows.flatMap(({ position }) => (first.has(position) ? [] : [position])))];
  const forms = new Map<string, FactState>();
  if (older.length > 0) {
    const found = await db.query<{ position: string; form: StoredForm }>(FORMS_AT, [
      column(older, (one) => one),
      after,
    ]);
    for (const { position, form } of found.rows) forms.set(position, formOf(form));
  }
  return rows.map(({ known_from, position, form }) => {
    const before = forms.get(position) ?? null;
    const changed = formAfter(before, form);
    forms.set(position, changed);
    return { knownFrom: Number(known_from), before, after: changed };
  });
}
