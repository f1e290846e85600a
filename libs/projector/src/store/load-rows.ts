import type { ClientBase } from 'pg';
import { compareRows, type RowHeader, type RowKey } from '#history/fold/row.js';
import { OPEN_END } from '#history/revise/history-window.js';
import { RowVersion, type BaseState } from '#history/revise/row-version.js';
import { type ListColumns, listChangesOf } from './append-lists.js';
import type { HistorySegment } from './load-segments.js';
import { column, splitAll } from './statement.js';

/** A date before all others, and one after: the smallest bigint and the largest. */
export const BEFORE_ALL = '-9223372036854775808';
export const AFTER_ALL = '9223372036854775807';

/** A subject of a generation. */
interface SubjectId {
  projection: number;
  subject: string;
}

/** The first two parameters of each query below: projections and subjects. */
export const subjectColumns = (subjects: readonly SubjectId[]): [string, string] => [
  column(subjects, (one) => one.projection),
  column(subjects, (one) => one.subject),
];

/** SQL: the current rows of a subject `t`. */
const CURRENT = `v.projection = t.projection and v.subject = t.subject and v.known_to = ${OPEN_END}`;

/**
 * $1 projections, $2 subjects, $3 dates: the last row before a date that no change at or after the date can affect. Its
 * horizon is not after the next row, nor after the date itself. Rows are read one by one, the latest first, until it is
 * found.
 */
const RESUME_POINTS = `
select c.valid_from, c.position
  from unnest(${splitAll('int', 'text', 'bigint')}) with ordinality t(projection, subject, before, n)
  left join lateral (
    select r.valid_from, r.position from (
      select v.valid_from, v.position, v.horizon,
             lag(v.valid_from, 1, t.before) over (order by v.valid_from desc, v.position desc) as next
        from view_version v where ${CURRENT} and v.valid_from < t.before) r
     where r.horizon <= r.next limit 1) c on true
 order by t.n`;

/**
 * For each segment the last row that its changes cannot affect, from which folding can go on; `null` where there is
 * none.
 */
export async function findResumePoints(
  client: ClientBase,
  segments: readonly HistorySegment[],
): Promise<(RowKey | null)[]> {
  const { rows } = await client.query<{ valid_from: string | null; position: string }>({
    name: 'resume-points',
    text: RESUME_POINTS,
    values: [...subjectColumns(segments), column(segments, ({ from }) => from)],
  });
  return rows.map(({ valid_from, position }) =>
    valid_from === null ? null : { validFrom: Number(valid_from), position: Number(position) },
  );
}

/** Which rows of a segment to read. */
export interface WantedRows {
  segment: HistorySegment;
  /** The row to begin with; `null`: the first of all. */
  first: RowKey | null;
  /** The row at which the next segment of the subject begins, `null` where there is none. */
  next: RowKey | null;
  /** All rows up to this date are read, and so many after it. */
  until: number;
  beyond: number;
}

/** A row of `view_version` of the nth segment. Its content stays text, because few rows are folded on from. */
interface RowColumns extends ListColumns {
  n: string;
  valid_from: string;
  position: string;
  known_from: string;
  brings: boolean;
  run_from: string | null;
  horizon: string;
  story: string;
  item: string;
  /** JSON, or its difference from the state of the base row, whose key follows. */
  state: string;
  whole_valid_from: string | null;
  whole_position: string | null;
  whole_known_from: string | null;
}

const ROW = `v.valid_from, v.position, v.known_from, v.brings, v.run_from, v.horizon, v.story, v.item::text, v.state,
  v.whole_valid_from, v.whole_position, v.whole_known_from, v.list_1, v.list_2`;

const BETWEEN = `${CURRENT} and (v.valid_from, v.position) >= (t.valid_from, t.position)
     and (v.valid_from, v.position) < (t.next_valid_from, t.next_position)`;

/**
 * $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 and $6 those of another, $7 dates, $8 how
 * many: the rows from the first row to a date, and so many more, all before the other row.
 */
const ROWS = `
select t.n, r.*
  from unnest(${splitAll('int', 'text', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'int')}) with ordinality
       t(projection, subject, valid_from, position, next_valid_from, next_position, until, beyond, n)
 cross join lateral (
  (select ${ROW} from view_version v where ${BETWEEN} and v.valid_from <= t.until)
  union all
  (select ${ROW} from view_version v where ${BETWEEN} and v.valid_from > t.until
    order by v.valid_from, v.position limit t.beyond)) r`;

/** @returns the rows wanted of each segment, in order */
export async function loadRows(client: ClientBase, wanted: readonly WantedRows[]): Promise<RowVersion[][]> {
  const segments = wanted.map(({ segment }) => segment);
  const { rows } = await client.query<RowColumns>({
    name: 'rows-from',
    text: ROWS,
    values: [
      ...subjectColumns(segments),
      column(wanted, ({ first }) => first?.validFrom ?? BEFORE_ALL),
      column(wanted, ({ first }) => first?.position ?? BEFORE_ALL),
      column(wanted, ({ next }) => next?.validFrom ?? AFTER_ALL),
      column(wanted, ({ next }) => next?.position ?? AFTER_ALL),
      column(wanted, ({ until }) => (until === -Infinity ? BEFORE_ALL : until)),
      column(wanted, ({ beyond }) => beyond),
    ],
  });
  const baseOf = await loadBaseStates(client, segments, rows);
  const loaded = wanted.map((): RowVersion[] => []);
  for (const row of rows) loaded[Number(row.n) - 1]?.push(readRow(row, baseOf(row)));
  return loaded.map((own) => own.sort(compareRows));
}

function readRow(columns: RowColumns, base: BaseState | null): RowVersion {
  const row: RowHeader = {
    validFrom: Number(columns.valid_from),
    position: Number(columns.position),
    fromFact: columns.brings,
    runFrom: columns.run_from,
    horizon: Number(columns.horizon),
    story: columns.story,
  };
  const { state: encodedState, item: head } = columns;
  const listChanges = listChangesOf(columns);
  return RowVersion.read(row, Number(columns.known_from), { encodedState, base, head, listChanges });
}

/** $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from: the states of rows that are stored whole. */
const BASE_STATES = `
select t.n, v.valid_from, v.position, v.known_from, v.state
  from unnest(${splitAll('int', 'text', 'bigint', 'bigint', 'bigint')}) with ordinality
       t(projection, subject, valid_from, position, known_from, n)
  join view_version v on v.projection = t.projection and v.subject = t.subject
   and v.valid_from = t.valid_from and v.position = t.position and v.known_from = t.known_from`;

type BaseColumns = Pick<RowColumns, 'valid_from' | 'position' | 'known_from' | 'state'>;

/**
 * Finds the base rows from which the states of some rows differ. Most of them are among these rows; the others are
 * read.
 *
 * @param segments those that the rows were read for
 * @returns the base of a row, `null` where its state is stored whole
 */
async function loadBaseStates(
  client: ClientBase,
  segments: readonly HistorySegment[],
  rows: readonly RowColumns[],
): Promise<(row: RowColumns) => BaseState | null> {
  const differing = rows.filter((row) => row.whole_position !== null);
  const wanted = new Map(differing.map((row) => [baseKey(row), row]));
  const bases = new Map(rows.filter((row) => wanted.has(ownKey(row))).map((row) => [ownKey(row), baseState(row)]));
  const missing = [...wanted.values()].filter((row) => !bases.has(baseKey(row)));
  if (missing.length > 0) {
    const { rows: states } = await client.query<BaseColumns & { n: string }>({
      name: 'base-states',
      text: BASE_STATES,
      values: [
        ...subjectColumns(missing.map((row) => segments[Number(row.n) - 1] as HistorySegment)),
        column(missing, (row) => row.whole_valid_from),
        column(missing, (row) => row.whole_position),
        column(missing, (row) => row.whole_known_from),
      ],
    });
    for (const one of states) bases.set(baseKey(missing[Number(one.n) - 1] as RowColumns), baseState(one));
  }
  return (row) => {
    if (row.whole_position === null) return null;
    const base = bases.get(baseKey(row));
    if (!base) throw new Error('the base row of a row is missing');
    return base;
  };
}

const ownKey = (row: RowColumns): string => [row.n, row.valid_from, row.position, row.known_from].join(' ');
const baseKey = (row: RowColumns): string =>
  [row.n, row.whole_valid_from, row.whole_position, row.whole_known_from].join(' ');

const baseState = (row: BaseColumns): BaseState => ({
  validFrom: Number(row.valid_from),
  position: Number(row.position),
  knownFrom: Number(row.known_from),
  text: row.state,
});
