import type { Row, RowItem } from '../fold/row.js';
import { column, split } from './columns.js';

/** A row of `view_version` for the nth subject asked for. */
export interface RowColumns {
  n: string;
  valid_from: string;
  position: string;
  known_from: string;
  brings: boolean;
  horizon: string;
  story: string;
  item: RowItem;
}

const SUBJECTS = `unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)`;
const ROW = `v.valid_from, v.position, v.known_from, v.brings, v.horizon, v.story, v.item`;
export const STANDS = `v.projection = t.projection and v.subject = t.subject and v.known_to = 9223372036854775807`;

/** $1 projections, $2 subjects: the last row of each that is believed now. */
export const LAST_ROWS = `
select t.n, l.* from ${SUBJECTS} cross join lateral (
  select ${ROW} from view_version v where ${STANDS} order by v.valid_from desc, v.position desc limit 1) l`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position: rows by their keys. */
export const ROWS_AT = `
select t.n, ${ROW} from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}) with ordinality t(projection, subject, valid_from, position, n)
  join view_version v on ${STANDS} and v.valid_from = t.valid_from and v.position = t.position`;

/** $1 projections, $2 subjects, $3 dates: the rows from a date on. */
export const ROWS_FROM = `
select t.n, ${ROW} from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, since, n)
  join view_version v on ${STANDS} and v.valid_from >= t.since
 order by t.n, v.valid_from, v.position`;

/** $1 projections, $2 subjects, $3 dates, $4 a position: the facts from a date on, in their form as known there. */
export const FACTS_FROM = `
select t.n, f.form from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, since, n)
  join subject_fact s on s.projection = t.projection and s.subject = t.subject and s.valid_from >= t.since and s.known_to = 9223372036854775807
  join fact f on f.position = s.position and f.known_from <= $4 and f.known_to > $4`;

/** A row as it was folded. */
export function readRow(row: RowColumns): Row {
  return {
    validFrom: Number(row.valid_from),
    position: Number(row.position),
    brings: row.brings,
    horizon: Number(row.horizon),
    story: row.story,
    item: row.item,
  };
}

/** The first two parameters: which subjects. */
export const keys = (subjects: readonly { projection: number; subject: string }[]): [string, string] => [
  column(subjects, (one) => one.projection),
  column(subjects, (one) => one.subject),
];
