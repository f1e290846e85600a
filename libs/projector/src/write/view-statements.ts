import { column, split } from '../store/columns.js';
import { diffSubjectFacts, type SubjectFactRow, type PlacementWork } from '../store/subject-fact-rows.js';
import type { Statement } from '../store/statement.js';
import type { SubjectWork } from './subject-work.js';
import type { RowVersion } from '#history/revise/row-version.js';
import type { RecordVersion } from '#history/revise/record-versions.js';
import { OPEN_END } from '#history/revise/history-window.js';

/**
 * $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from, $6 known_to, $7 brings, $8 horizon, $9 story,
 * $10 item, $11 state, $12 to $14 the key of a row kept whole
 */
const BEGIN_ROWS = `
insert into view_version (projection, subject, valid_from, position, known_from, known_to, brings, horizon, story, item, state, whole_valid_from, whole_position, whole_known_from)
select * from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}, ${split(6, 'bigint')}, ${split(7, 'boolean')}, ${split(8, 'bigint')}, ${split(9, 'text')}, ${split(10, 'json')}, ${split(11, 'text')}, ${split(12, 'bigint')}, ${split(13, 'bigint')}, ${split(14, 'bigint')})`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from, $6 known_to */
const END_ROWS = `
update view_version v set known_to = u.known_to
  from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}, ${split(6, 'bigint')}) u(projection, subject, valid_from, position, known_from, known_to)
 where v.projection = u.projection and v.subject = u.subject and v.valid_from = u.valid_from and v.position = u.position and v.known_from = u.known_from`;

/**
 * $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from, $6 known_to, $7 fact id, $8 story, $9 claim
 */
const BEGIN_PLACEMENTS = `
insert into subject_fact (projection, subject, valid_from, position, known_from, known_to, fact_id, story, claim)
select * from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}, ${split(6, 'bigint')}, ${split(7, 'uuid')}, ${split(8, 'text')}, ${split(9, 'text')})`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_to */
const END_PLACEMENTS = `
update subject_fact s set known_to = u.known_to
  from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}) u(projection, subject, valid_from, position, known_to)
 where s.projection = u.projection and s.subject = u.subject and s.valid_from = u.valid_from and s.position = u.position and s.known_to = ${OPEN_END}`;

/** $1 projections, $2 subjects, $3 keys, $4 known_from, $5 known_to, $6 days, $7 disputes */
const BEGIN_RECORDS = `
insert into dispute_record (projection, subject, key, known_from, known_to, day, disputes)
select * from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'text')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}, ${split(6, 'bigint')}, ${split(7, 'json')})`;

/** $1 projections, $2 subjects, $3 keys, $4 known_from, $5 known_to */
const END_RECORDS = `
update dispute_record d set known_to = u.known_to
  from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'text')}, ${split(4, 'bigint')}, ${split(5, 'bigint')}) u(projection, subject, key, known_from, known_to)
 where d.projection = u.projection and d.subject = u.subject and d.key = u.key and d.known_from = u.known_from`;

/** A record of disputes and whose it is. */
interface OwnedRecord {
  projection: number;
  subject: string;
  record: RecordVersion;
}

/** A row and whose it is. */
interface OwnedRow {
  projection: number;
  subject: string;
  row: RowVersion;
}

export type OwnedPlacement = SubjectFactRow & { projection: number };

/**
 * What writes the changes of some subjects, all of which are made.
 *
 * @param named placements of facts with subjects that they only name
 */
export function viewStatements(subjects: readonly SubjectWork[], named: readonly OwnedPlacement[]): Statement[] {
  return [...rowStatements(subjects), ...recordStatements(subjects), ...placementStatements(subjects, named)];
}

function rowStatements(subjects: readonly SubjectWork[]): Statement[] {
  const owned = ({ projection, subject }: SubjectWork, rows: readonly RowVersion[]): OwnedRow[] =>
    rows.map((row) => ({ projection, subject, row }));
  const ended = subjects.flatMap((one) => owned(one, one.ended));
  const begun = subjects.flatMap((one) => owned(one, one.begun));
  const statements: Statement[] = [];
  if (ended.length > 0)
    statements.push({
      name: 'end-rows',
      text: END_ROWS,
      values: [...rowKey(ended), column(ended, ({ row }) => row.knownTo)],
    });
  if (begun.length > 0) {
    const values = [
      ...rowKey(begun),
      column(begun, ({ row }) => row.knownTo ?? OPEN_END),
      column(begun, ({ row }) => row.fromFact),
      column(begun, ({ row }) => row.horizon),
      column(begun, ({ row }) => row.story),
      column(begun, ({ row }) => row.head),
      column(begun, ({ row }) => row.kept),
      column(begun, ({ row }) => row.basis?.validFrom ?? null),
      column(begun, ({ row }) => row.basis?.position ?? null),
      column(begun, ({ row }) => row.basis?.knownFrom ?? null),
    ];
    statements.push({ name: 'begin-rows', text: BEGIN_ROWS, values });
  }
  return statements;
}

function recordStatements(subjects: readonly SubjectWork[]): Statement[] {
  const owned = ({ projection, subject }: SubjectWork, records: readonly RecordVersion[]): OwnedRecord[] =>
    records.map((record) => ({ projection, subject, record }));
  const ended = subjects.flatMap((one) => owned(one, one.records.ended));
  const begun = subjects.flatMap((one) => owned(one, one.records.begun));
  const key = (records: readonly OwnedRecord[]): string[] => [
    column(records, (one) => one.projection),
    column(records, (one) => one.subject),
    column(records, ({ record }) => record.key),
    column(records, ({ record }) => record.knownFrom),
  ];
  const statements: Statement[] = [];
  if (ended.length > 0)
    statements.push({
      name: 'end-records',
      text: END_RECORDS,
      values: [...key(ended), column(ended, ({ record }) => record.knownTo)],
    });
  if (begun.length > 0) {
    const values = [
      ...key(begun),
      column(begun, ({ record }) => record.knownTo ?? OPEN_END),
      column(begun, ({ record }) => record.day),
      column(begun, ({ record }) => record.text),
    ];
    statements.push({ name: 'begin-records', text: BEGIN_RECORDS, values });
  }
  return statements;
}

function placementStatements(subjects: readonly SubjectWork[], named: readonly OwnedPlacement[]): Statement[] {
  const placed = [...named];
  const left: OwnedPlacement[] = [];
  for (const { projection, changes } of subjects) {
    const work: PlacementWork = { begun: [], ended: [] };
    for (const change of changes) diffSubjectFacts(work, change);
    for (const one of work.begun) placed.push({ ...one, projection });
    for (const one of work.ended) left.push({ ...one, projection });
  }
  const statements: Statement[] = [];
  if (left.length > 0)
    statements.push({
      name: 'end-placements',
      text: END_PLACEMENTS,
      values: [...placementKey(left), column(left, (one) => one.knownTo)],
    });
  if (placed.length > 0) {
    const values = [
      ...placementKey(placed),
      column(placed, (one) => one.knownFrom),
      column(placed, (one) => one.knownTo ?? OPEN_END),
      column(placed, (one) => one.factId),
      column(placed, (one) => one.story),
      column(placed, (one) => one.claim),
    ];
    statements.push({ name: 'begin-placements', text: BEGIN_PLACEMENTS, values });
  }
  return statements;
}

function rowKey(rows: readonly OwnedRow[]): string[] {
  return [
    column(rows, (one) => one.projection),
    column(rows, (one) => one.subject),
    column(rows, ({ row }) => row.validFrom),
    column(rows, ({ row }) => row.position),
    column(rows, ({ row }) => row.knownFrom),
  ];
}

function placementKey(placements: readonly OwnedPlacement[]): string[] {
  return [
    column(placements, (one) => one.projection),
    column(placements, (one) => one.subject),
    column(placements, (one) => one.validFrom),
    column(placements, (one) => one.position),
  ];
}
