import type { ClientBase } from 'pg';
import { assembleLists, type ListChanges, NO_CHANGES } from '#history/fold/append-lists.js';
import { OPEN_END } from '#history/revise/history-window.js';
import type { RowVersion } from '#history/revise/row-version.js';
import { LATEST } from '#views/lists/latest.js';
import { subjectColumns } from './load-rows.js';
import type { HistorySegment } from './load-segments.js';
import { column, splitAll } from './statement.js';
import type { AnyView } from '#views/define-view.js';

/** The columns in which a row stores what its fact did to the append lists of its view. */
export interface ListColumns {
  list_1: string | null;
  list_2: string | null;
}

/**
 * How many changes of a list are read, at most. They have to reach back to the change from which on `LATEST` entries
 * were appended. Each of these changes appends an entry, or changes an entry that was in the list by then. Each entry
 * changes only once.
 */
const MAX_CHANGES = 3 * LATEST;

/**
 * SQL: joins to a place `v` of a subject (projection, subject, valid_from, position) the columns `l1.texts` and
 * `l2.texts`: what `assembleLists` needs of each list up to there. `believed`: a condition on a row `c`.
 */
export const withListChanges = (believed: string): string =>
  [1, 2]
    .map(
      (n) => `
  left join lateral (
    select string_agg(k.change, chr(10)) as texts from (
      select c.list_${n} as change from view_version c
       where c.list_${n} is not null and c.projection = v.projection and c.subject = v.subject
         and (c.valid_from, c.position) <= (v.valid_from, v.position) and ${believed}
       order by c.valid_from desc, c.position desc limit ${MAX_CHANGES}) k) l${n} on true`,
    )
    .join('');

export const listChangesOf = ({ list_1, list_2 }: ListColumns): ListChanges =>
  list_1 === null && list_2 === null ? NO_CHANGES : [list_1, list_2];

/** $1 projections, $2 subjects, $3 valid_from, $4 position of current rows: the changes of their lists up to there */
const LISTS = `
select v.n, l1.texts as list_1, l2.texts as list_2
  from unnest(${splitAll('int', 'text', 'bigint', 'bigint')}) with ordinality
       v(projection, subject, valid_from, position, n) ${withListChanges(`c.known_to = ${OPEN_END}`)}`;

/** Reads the append lists of the rows from which segments are folded. */
export async function loadLists(
  client: ClientBase,
  wanted: readonly { view: AnyView; segment: HistorySegment; row: RowVersion }[],
): Promise<void> {
  if (wanted.length === 0) return;
  const { rows } = await client.query<{ n: string; list_1: string | null; list_2: string | null }>({
    name: 'append-lists',
    text: LISTS,
    values: [
      ...subjectColumns(wanted.map(({ segment }) => segment)),
      column(wanted, ({ row }) => row.validFrom),
      column(wanted, ({ row }) => row.position),
    ],
  });
  for (const { n, list_1, list_2 } of rows) {
    const one = wanted[Number(n) - 1];
    if (one) one.row.lists = assembleLists(one.view, [list_1, list_2]);
  }
}
