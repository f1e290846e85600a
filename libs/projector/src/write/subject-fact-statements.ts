import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { OPEN_END, type TouchedSubject } from '#history/revise/history-window.js';
import { column, splitAll, type Statement } from '../store/statement.js';
import type { MentionedSubject } from './plan-view.js';
import type { SubjectWork } from './subject-work.js';

/** A row of `subject_fact`: a fact belongs to a subject, at a date, over a span of positions. */
export interface SubjectFactRow {
  subject: string;
  validFrom: number;
  /** The position of the fact. */
  position: number;
  factId: string;
  story: string;
  /** The key that `claimOf` gives. */
  claim: string | null;
  knownFrom: number;
  knownTo: number | null;
}

/** A `SubjectFactRow`, and the generation that it is in. */
export type OwnedSubjectFact = SubjectFactRow & { projection: number };

/**
 * A key that is equal for claims of one speaker and one type: the later one replaces the earlier. `null`: the fact is
 * no claim.
 */
const claimOf = (fact: ResolvedFact): string | null => (fact.claim ? `${fact.type}\u001d${fact.by ?? ''}` : null);

function rowOf(fact: ResolvedFact, subject: string, knownFrom: number, knownTo: number | null): SubjectFactRow {
  return {
    subject,
    validFrom: fact.period.from,
    position: fact.position,
    factId: fact.id,
    story: fact.story,
    claim: claimOf(fact),
    knownFrom,
    knownTo,
  };
}

/**
 * The row of a fact with a subject that it only mentions. It begins and ends at one position, so the fact never counts
 * for the subject's state.
 */
export const mentionRow = ({ subject, knownFrom, fact }: MentionedSubject): SubjectFactRow =>
  rowOf(fact, subject, knownFrom, knownFrom);

/** Rows to insert, and rows in the database to close. */
interface SubjectFactChanges {
  inserted: SubjectFactRow[];
  closed: SubjectFactRow[];
}

/** Adds the changes of one request. A fact that stays with its subject at its date keeps its row; else the row ends. */
function diffSubjectFacts(changes: SubjectFactChanges, touched: TouchedSubject): void {
  const { subject, knownFrom } = touched;
  const stays = (a: ResolvedFact, others: TouchedSubject['added']): boolean =>
    others.some((b) => b.position === a.position && b.period.from === a.period.from && claimOf(a) === claimOf(b));
  for (const fact of touched.removed) {
    if (stays(fact, touched.added)) continue;
    const pending = changes.inserted.find(
      (one) =>
        one.knownTo === null &&
        one.position === fact.position &&
        one.subject === subject &&
        one.validFrom === fact.period.from,
    );
    if (pending) pending.knownTo = knownFrom;
    else changes.closed.push(rowOf(fact, subject, 0, knownFrom));
  }
  for (const fact of touched.added) {
    if (!stays(fact, touched.removed)) changes.inserted.push(rowOf(fact, subject, knownFrom, null));
  }
}

/**
 * $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_from, $6 known_to, $7 fact id, $8 story, $9 claim
 */
const INSERT = `
insert into subject_fact (projection, subject, valid_from, position, known_from, known_to, fact_id, story, claim)
select * from unnest(${splitAll('int', 'text', 'bigint', 'bigint', 'bigint', 'bigint', 'uuid', 'text', 'text')})`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position, $5 known_to */
const CLOSE = `
update subject_fact s set known_to = u.known_to
  from unnest(${splitAll('int', 'text', 'bigint', 'bigint', 'bigint')})
       u(projection, subject, valid_from, position, known_to)
 where s.projection = u.projection and s.subject = u.subject
   and s.valid_from = u.valid_from and s.position = u.position and s.known_to = ${OPEN_END}`;

/**
 * The statements that write which facts belong to which subjects.
 *
 * @param mentioned rows of facts with subjects that they only mention
 */
export function subjectFactStatements(
  subjects: readonly SubjectWork[],
  mentioned: readonly OwnedSubjectFact[],
): Statement[] {
  const inserted = [...mentioned];
  const closed: OwnedSubjectFact[] = [];
  for (const { projection, changes } of subjects) {
    const own: SubjectFactChanges = { inserted: [], closed: [] };
    for (const change of changes) diffSubjectFacts(own, change);
    for (const one of own.inserted) inserted.push({ ...one, projection });
    for (const one of own.closed) closed.push({ ...one, projection });
  }
  const statements: Statement[] = [];
  if (closed.length > 0) {
    const values = [...keyColumns(closed), column(closed, (one) => one.knownTo)];
    statements.push({ name: 'close-subject-facts', text: CLOSE, values });
  }
  if (inserted.length > 0) {
    const values = [
      ...keyColumns(inserted),
      column(inserted, (one) => one.knownFrom),
      column(inserted, (one) => one.knownTo ?? OPEN_END),
      column(inserted, (one) => one.factId),
      column(inserted, (one) => one.story),
      column(inserted, (one) => one.claim),
    ];
    statements.push({ name: 'insert-subject-facts', text: INSERT, values });
  }
  return statements;
}

function keyColumns(rows: readonly OwnedSubjectFact[]): string[] {
  return [
    column(rows, (one) => one.projection),
    column(rows, (one) => one.subject),
    column(rows, (one) => one.validFrom),
    column(rows, (one) => one.position),
  ];
}
