import type { RowHeader } from '#history/fold/row.js';
import { RowVersion, type BaseState } from '#history/revise/row-version.js';
import { OPEN_END } from '#history/revise/history-window.js';
import { storedForm } from './stored-fact-states.js';
import { column, split } from './columns.js';

/**
 * A row of `view_version` for the nth subject asked for. What it says stays text: hardly one of them is folded on from.
 */
export interface RowColumns {
  n: string;
  valid_from: string;
  position: string;
  known_from: string;
  brings: boolean;
  horizon: string;
  story: string;
  item: string;
  /** JSON, or what differs from the state of the row whose key follows. */
  state: string;
  whole_valid_from: string | null;
  whole_position: string | null;
  whole_known_from: string | null;
}

const ROW = `v.valid_from, v.position, v.known_from, v.brings, v.horizon, v.story, v.item::text, v.state,
  v.whole_valid_from, v.whole_position, v.whole_known_from`;
const STANDS = `v.projection = t.projection and v.subject = t.subject and v.known_to = ${OPEN_END}`;

/**
 * $1 projections, $2 subjects, $3 dates: the last row before a date that no change from there on can reach. Its horizon
 * comes by the next row, or by the date itself. Rows are read one by one, the latest first, until it is found.
 */
export const CUTS = `
select c.valid_from, c.position from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, before, n)
  left join lateral (
    select r.valid_from, r.position from (
      select v.valid_from, v.position, v.horizon, lag(v.valid_from, 1, t.before) over (order by v.valid_from desc, v.position desc) as next
        from view_version v where ${STANDS} and v.valid_from < t.before) r
     where r.horizon <= r.next limit 1) c on true
 order by t.n`;

const FROM_ON = `${STANDS} and (v.valid_from, v.position) >= (t.valid_from, t.position) and (v.valid_from, v.position) < (t.next_valid_from, t.next_position)`;

/**
 * $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 and $6 those of another, $7 dates, $8 how
 * many: from that row on to a date, and so many more, all before the other row.
 */
export const ROWS_FROM = `
select t.n, r.* from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}, ${split(6, 'bigint')}, ${split(7, 'bigint')}, ${split(8, 'int')})
       with ordinality t(projection, subject, valid_from, position, next_valid_from, next_position, until, beyond, n)
 cross join lateral (
  (select ${ROW} from view_version v where ${FROM_ON} and v.valid_from <= t.until)
  union all
  (select ${ROW} from view_version v where ${FROM_ON} and v.valid_from > t.until order by v.valid_from, v.position limit t.beyond)) r`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from: the states of rows that are kept whole. */
export const WHOLE_STATES = `
select t.n, v.valid_from, v.position, v.known_from, v.state from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}) with ordinality t(projection, subject, valid_from, position, known_from, n)
  join view_version v on v.projection = t.projection and v.subject = t.subject and v.valid_from = t.valid_from and v.position = t.position and v.known_from = t.known_from`;

/**
 * $1 projections, $2 subjects, $3 and $4 dates, $5 a position: the facts from a date on and before another, in their
 * form as known there.
 */
export const FACTS_BETWEEN = `
select t.n, f.form from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}) with ordinality t(projection, subject, since, before, n)
 cross join lateral (
  select s.position from subject_fact s
   where s.projection = t.projection and s.subject = t.subject and s.valid_from >= t.since and s.valid_from < t.before
     and s.known_from <= $5 and s.known_to > $5 offset 0) s
 cross join lateral (select ${storedForm('f')} as form from fact f where f.position = s.position and f.known_from <= $5 and f.known_to > $5 offset 0) f`;

/**
 * $1 projections, $2 subjects, $3 and $4 dates: the records of disputes of the days from one date on and before
 * another.
 */
export const RECORDS_BETWEEN = `
select t.n, d.key, d.day, d.known_from, d.disputes::text from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}) with ordinality t(projection, subject, since, before, n)
  join dispute_record d on d.projection = t.projection and d.subject = t.subject and d.day >= t.since and d.day < t.before and d.known_to = ${OPEN_END}`;

/**
 * $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 properties: what that row and those before it
 * say of each.
 */
export const VALUES_BEFORE = `
select t.n, b.value from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'text')}) with ordinality t(projection, subject, valid_from, position, property, n)
 cross join lateral (
  select v.item -> 'said' -> t.property as value from view_version v
   where ${STANDS} and v.brings and (v.valid_from, v.position) <= (t.valid_from, t.position) and (v.item -> 'said' -> t.property) is not null
   order by v.valid_from desc, v.position desc limit 1) b`;

/** A row as it stands in the database. @param whole what its state is told from */
export function readRow(columns: RowColumns, whole: BaseState | null): RowVersion {
  const row: RowHeader = {
    validFrom: Number(columns.valid_from),
    position: Number(columns.position),
    fromFact: columns.brings,
    horizon: Number(columns.horizon),
    story: columns.story,
  };
  return RowVersion.read(row, Number(columns.known_from), { kept: columns.state, basis: whole, head: columns.item });
}

/** The first two parameters: which subjects. */
export const keys = (subjects: readonly { projection: number; subject: string }[]): [string, string] => [
  column(subjects, (one) => one.projection),
  column(subjects, (one) => one.subject),
];
