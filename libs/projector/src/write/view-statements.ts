import type { RecordVersion } from '#history/revise/record-versions.js';
import { OPEN_END } from '#history/revise/history-window.js';
import type { RowVersion } from '#history/revise/row-version.js';
import { column, splitAll, type Statement } from '../store/statement.js';
import { subjectFactStatements, type OwnedSubjectFact } from './subject-fact-statements.js';
import type { SubjectWork } from './subject-work.js';

const ROW_TYPES = [
  ...['int', 'text', 'bigint', 'bigint', 'bigint', 'bigint', 'boolean', 'boolean'],
  ...['bigint', 'text', 'json', 'text', 'bigint', 'bigint', 'bigint'],
  ...['text', 'text', 'text'],
];

/**
 * $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from, $6 known_to, $7 brings, $8 opens_run, $9
 * horizon, $10 story, $11 item, $12 state, $13 to $15 the key of the base row, $16 and $17
 * what the fact did to the two append lists, $18 run_from
 */
const INSERT_ROWS = `
insert into view_version (projection, subject, valid_from, position, known_from, known_to, brings, opens_run, horizon,
                          story, item, state, whole_valid_from, whole_position, whole_known_from,
                          list_1, list_2, run_from)
select * from unnest(${splitAll(...ROW_TYPES)})`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from, $6 known_to */
const CLOSE_ROWS = `
update view_version v set known_to = u.known_to
  from unnest(${splitAll('int', 'text', 'bigint', 'bigint', 'bigint', 'bigint')})
       u(projection, subject, valid_from, position, known_from, known_to)
 where v.projection = u.projection and v.subject = u.subject
   and v.valid_from = u.valid_from and v.position = u.position and v.known_from = u.known_from`;

/** $1 projections, $2 subjects, $3 keys, $4 known_from, $5 known_to, $6 days, $7 disputes */
const INSERT_RECORDS = `
insert into dispute_record (projection, subject, key, known_from, known_to, day, disputes)
select * from unnest(${splitAll('int', 'text', 'text', 'bigint', 'bigint', 'bigint', 'json')})`;

/** $1 projections, $2 subjects, $3 keys, $4 known_from, $5 known_to */
const CLOSE_RECORDS = `
update dispute_record d set known_to = u.known_to
  from unnest(${splitAll('int', 'text', 'text', 'bigint', 'bigint')})
       u(projection, subject, key, known_from, known_to)
 where d.projection = u.projection and d.subject = u.subject and d.key = u.key and d.known_from = u.known_from`;

/** A row or a dispute record, and the subject that it belongs to. */
interface Owned<T> {
  projection: number;
  subject: string;
  version: T;
}

function owned<T>({ projection, subject }: SubjectWork, versions: readonly T[]): Owned<T>[] {
  return versions.map((version) => ({ projection, subject, version }));
}

/**
 * The statements that write the changes of some subjects, all of which are made.
 *
 * @param mentioned facts with subjects that they only mention
 */
export function viewStatements(subjects: readonly SubjectWork[], mentioned: readonly OwnedSubjectFact[]): Statement[] {
  return [...rowStatements(subjects), ...recordStatements(subjects), ...subjectFactStatements(subjects, mentioned)];
}

function rowStatements(subjects: readonly SubjectWork[]): Statement[] {
  const closed = subjects.flatMap((one) => owned(one, one.closed));
  const inserted = subjects.flatMap((one) => owned(one, one.inserted));
  const key = (rows: readonly Owned<RowVersion>[]): string[] => [
    column(rows, (one) => one.projection),
    column(rows, (one) => one.subject),
    column(rows, ({ version }) => version.validFrom),
    column(rows, ({ version }) => version.position),
    column(rows, ({ version }) => version.knownFrom),
  ];
  const statements: Statement[] = [];
  if (closed.length > 0) {
    const values = [...key(closed), column(closed, ({ version }) => version.knownTo)];
    statements.push({ name: 'close-rows', text: CLOSE_ROWS, values });
  }
  if (inserted.length > 0) {
    const values = [
      ...key(inserted),
      column(inserted, ({ version }) => version.knownTo ?? OPEN_END),
      column(inserted, ({ version }) => version.fromFact),
      column(inserted, ({ version }) => version.runFrom !== null),
      column(inserted, ({ version }) => version.horizon),
      column(inserted, ({ version }) => version.story),
      column(inserted, ({ version }) => version.head),
      column(inserted, ({ version }) => version.encodedState),
      column(inserted, ({ version }) => version.base?.validFrom ?? null),
      column(inserted, ({ version }) => version.base?.position ?? null),
      column(inserted, ({ version }) => version.base?.knownFrom ?? null),
      column(inserted, ({ version }) => version.listChanges[0] ?? null),
      column(inserted, ({ version }) => version.listChanges[1] ?? null),
      column(inserted, ({ version }) => version.runFrom),
    ];
    statements.push({ name: 'insert-rows', text: INSERT_ROWS, values });
  }
  return statements;
}

function recordStatements(subjects: readonly SubjectWork[]): Statement[] {
  const closed = subjects.flatMap((one) => owned(one, one.records.closed));
  const inserted = subjects.flatMap((one) => owned(one, one.records.inserted));
  const key = (records: readonly Owned<RecordVersion>[]): string[] => [
    column(records, (one) => one.projection),
    column(records, (one) => one.subject),
    column(records, ({ version }) => version.key),
    column(records, ({ version }) => version.knownFrom),
  ];
  const statements: Statement[] = [];
  if (closed.length > 0) {
    const values = [...key(closed), column(closed, ({ version }) => version.knownTo)];
    statements.push({ name: 'close-records', text: CLOSE_RECORDS, values });
  }
  if (inserted.length > 0) {
    const values = [
      ...key(inserted),
      column(inserted, ({ version }) => version.knownTo ?? OPEN_END),
      column(inserted, ({ version }) => version.day),
      column(inserted, ({ version }) => version.text),
    ];
    statements.push({ name: 'insert-records', text: INSERT_RECORDS, values });
  }
  return statements;
}
