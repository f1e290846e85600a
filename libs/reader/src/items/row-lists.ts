import type { Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import { isCut } from '#history/fold/claim-counter.js';
import {
  type Dispute,
  disputeOf,
  type DisputeRecord,
  latestOf,
  type ListedDispute,
  listedDisputes,
  type RowMetadata,
} from '#history/fold/row.js';
import type { SubjectName } from '../subjects/subject.js';

/** The lists of an item that its row does not hold, or holds only in part. */
export interface RowLists {
  /** The latest 50 of the disputes that the row lists. */
  disputes: Dispute[];
  claimCount: number;
  /** Returns any dispute that the row lists. Absent where not all of them were read. */
  find?: (listed: ListedDispute) => Dispute;
}

/**
 * The lists of a row that was just folded.
 *
 * @param claimCount called only where the row may lack some of the claims
 */
export function listsOfFold(
  says: RowMetadata,
  records: Pick<ReadonlyMap<string, Pick<DisputeRecord, 'disputes'>>, 'get'>,
  claimCount: () => number,
): RowLists {
  const find = (listed: ListedDispute): Dispute => disputeOf(records.get(listed.record)?.disputes ?? [], listed);
  const disputes = latestOf(listedDisputes(says)).map(find);
  return { disputes, find, claimCount: isCut(says) ? claimCount() : says.claims.length };
}

/** A stored row, and its place in the subject's history: claims after the place do not count. */
export interface StoredRow extends SubjectName {
  says: RowMetadata;
  /** A date in microseconds since the epoch, as text. */
  validFrom: string;
  position: string;
}

/**
 * Reads the lists of some rows, as known at a position, in the order given. Rows without disputes and with few claims
 * need no query.
 */
export async function listsOfRows(pool: Pool, rows: readonly StoredRow[], position: number): Promise<RowLists[]> {
  const shown = rows.map(({ says }) => latestOf(listedDisputes(says)));
  const [disputes, counts] = await Promise.all([
    readDisputesListed(
      pool,
      rows.map((row, n) => ({ ...row, listed: shown[n] ?? [] })),
      position,
    ),
    countClaims(
      pool,
      rows.filter(({ says }) => isCut(says)),
      position,
    ),
  ]);
  return rows.map((row, n) => ({ disputes: disputes[n] ?? [], claimCount: counts.get(row) ?? row.says.claims.length }));
}

/** $1 projections, $2 subjects, $3 keys, $4 position: the records as they were known at the position */
const RECORDS = `
select t.n, d.disputes
  from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'text')})
       with ordinality t(projection, subject, key, n)
 cross join lateral (
   select d.disputes from dispute_record d
    where d.projection = t.projection and d.subject = t.subject and d.key = t.key
      and d.known_from <= $4 and d.known_to > $4
    order by d.known_from desc limit 1) d`;

/**
 * Reads the disputes that some rows list, as known at a position. The result has a list for each row, in the order
 * given.
 */
export async function readDisputesListed(
  pool: Pool,
  rows: readonly (SubjectName & { listed: readonly ListedDispute[] })[],
  position: number,
): Promise<Dispute[][]> {
  const wanted = new Map<string, SubjectName & { key: string }>();
  const nameOf = ({ projection, subject }: SubjectName, key: string): string =>
    JSON.stringify([projection, subject, key]);
  for (const { projection, subject, listed } of rows) {
    for (const { record: key, dispute } of listed)
      if (!dispute) wanted.set(nameOf({ projection, subject }, key), { projection, subject, key });
  }
  if (wanted.size === 0) return rows.map(({ listed }) => listed.flatMap(({ dispute }) => dispute ?? []));
  const all = [...wanted.values()];
  const values = [
    column(all, (one) => one.projection),
    column(all, (one) => one.subject),
    column(all, (one) => one.key),
    position,
  ];
  const found = await pool.query<{ n: string; disputes: Dispute[] }>({
    name: 'dispute-records',
    text: RECORDS,
    values,
  });
  const records = new Map<string, Dispute[]>();
  for (const { n, disputes } of found.rows) {
    const one = all[Number(n) - 1];
    if (one) records.set(nameOf(one, one.key), disputes);
  }
  return rows.map((row) =>
    row.listed.map((listed) => listed.dispute ?? disputeOf(records.get(nameOf(row, listed.record)) ?? [], listed)),
  );
}

/**
 * $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 the position of the read: how many claims are
 * current at the row. A later claim of the same type and speaker replaces a claim. A later fact of the same type ends
 * it, if that fact brings a row.
 */
const CLAIM_COUNTS = `
select t.n, count(distinct s.claim) as count
  from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')})
       with ordinality t(projection, subject, valid_from, position, n)
  join subject_fact s on s.projection = t.projection and s.subject = t.subject and s.claim is not null
   and (s.valid_from, s.position) <= (t.valid_from, t.position) and s.known_from <= $5 and s.known_to > $5
  left join lateral (
    select f.type, max(array[v.valid_from, v.position]) as place
      from view_version v join fact f on f.position = v.position and f.known_from <= $5 and f.known_to > $5
     where v.projection = t.projection and v.subject = t.subject and v.brings
       and v.known_from <= $5 and v.known_to > $5
       and (v.valid_from, v.position) <= (t.valid_from, t.position)
     group by f.type) e on e.type = split_part(s.claim, chr(29), 1)
 where e.place is null or array[s.valid_from, s.position] > e.place
 group by t.n`;

async function countClaims(pool: Pool, rows: readonly StoredRow[], position: number): Promise<Map<StoredRow, number>> {
  if (rows.length === 0) return new Map();
  const values = [
    column(rows, (one) => one.projection),
    column(rows, (one) => one.subject),
    column(rows, (one) => one.validFrom),
    column(rows, (one) => one.position),
    position,
  ];
  const { rows: counts } = await pool.query<{ n: string; count: string }>({
    name: 'claim-counts',
    text: CLAIM_COUNTS,
    values,
  });
  return new Map(counts.map(({ n, count }) => [rows[Number(n) - 1] as StoredRow, Number(count)]));
}
