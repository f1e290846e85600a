import type { ClientBase } from 'pg';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { compareRows, type Row, type RowKey } from '#history/fold/row.js';
import type { RowVersion } from '#history/revise/row-version.js';
import type { HistoryWindow } from '#history/revise/history-window.js';
import { column } from './columns.js';
import { findCuts } from './find-resume-points.js';
import { loadBaseStates } from './load-base-states.js';
import { joinNextSegment, type HistorySegment } from './segments.js';
import type { MissingHistory, SubjectWork } from '../write/subject-work.js';
import { formOf, type StoredForm } from './stored-fact-states.js';
import type { HistoryCache } from '../write/history-cache.js';
import {
  FACTS_BETWEEN,
  keys,
  readRow,
  RECORDS_BETWEEN,
  ROWS_FROM,
  VALUES_BEFORE,
  type RowColumns,
} from './stored-rows.js';

/** A date before all others, and one after: the smallest bigint and the largest. */
const BEFORE_ALL = '-9223372036854775808';
const AFTER_ALL = '9223372036854775807';

/**
 * Rows read beyond the dates that a batch touches: most changes are over by then. Where they are not, each time so many
 * times as many; after a hundred, twice that.
 */
const AT_FIRST = 8;
const TIMES = 4;
const MANY = 100;

/** A part to be read, or to be read further. */
interface Wanted {
  one: SubjectWork;
  part: HistorySegment;
  /** The row to begin with; `null`: the first of all. */
  first: RowKey | null;
  /** The row at which the next part of the subject begins, `null` where there is none. */
  next: RowKey | null;
  /** All rows up to this date are wanted, and so many after it. */
  until: number;
  beyond: number;
}

/**
 * The parts of each subject's history that a batch may change, as far as can be told before it is folded: each from the
 * last row that the batch cannot reach, to a few rows after the last date that it touches. Where the batch comes after
 * everything known, that is the last row and nothing more.
 *
 * @param at where the batch begins: the forms of facts are those known there, even where newer ones are written already
 * @param cache what the last batch of this process left
 */
export async function loadSegments(
  client: ClientBase,
  subjects: readonly SubjectWork[],
  at: number,
  cache?: HistoryCache,
): Promise<void> {
  const taken = subjects.map((one) => {
    const kept = cache?.find(one) ?? null;
    return { one, kept, unread: one.parts.filter(({ from }) => !kept || from < kept.from) };
  });
  const unread = taken.flatMap((subject) => subject.unread);
  const cuts = unread.length > 0 ? await findCuts(client, unread) : [];
  const cutOf = new Map(unread.map((part, n) => [part, cuts[n] ?? null]));
  const wanted = taken.flatMap((subject) => {
    const parts = uniteAtCuts(subject.unread, cutOf);
    subject.one.parts = subject.kept ? [...parts, subject.kept] : parts;
    return parts.map((part, i): Wanted => {
      const after = parts[i + 1];
      const next = after ? cutOf.get(after) : subject.kept?.tail.base;
      return {
        one: subject.one,
        part,
        first: cutOf.get(part) ?? null,
        next: next ?? null,
        until: part.to,
        beyond: AT_FIRST,
      };
    });
  });
  await read(client, wanted, at);
}

/** Parts that begin with the same row are one. */
function uniteAtCuts(
  parts: readonly HistorySegment[],
  cutOf: ReadonlyMap<HistorySegment, RowKey | null>,
): HistorySegment[] {
  const united: HistorySegment[] = [];
  for (const part of parts) {
    const last = united.at(-1);
    const [before, own] = [last && cutOf.get(last), cutOf.get(part)];
    if (last && (!own || (before && compareRows(before, own) === 0))) last.to = part.to;
    else united.push(part);
  }
  return united;
}

/** Reads what is lacking, so that the next change of each subject can be made. @param at as above */
export async function loadMissing(client: ClientBase, missing: readonly MissingHistory[], at: number): Promise<void> {
  const short = missing.filter(({ what }) => what === 'rows');
  const longest = Math.max(...short.map(({ part }) => part.tail.rows.length));
  const further = short.map(({ one, part }): Wanted => {
    const last = lastOf(part.tail);
    const first = last && { validFrom: last.validFrom, position: last.position + 1 };
    const next = one.parts[one.parts.indexOf(part) + 1]?.tail.base ?? null;
    return { one, part, first, next, until: -Infinity, beyond: longest * TIMES * (longest > MANY ? 2 : 1) };
  });
  await read(client, further, at);
  const values = missing.flatMap(({ part, what }) => (what === 'rows' ? [] : [{ part, property: what.property }]));
  if (values.length > 0) await loadValues(client, values);
}

const lastOf = ({ rows, base }: HistoryWindow): Row | null => rows.at(-1) ?? base;

/**
 * Adds rows to parts, and the facts beside them. A part that comes to where the next of its subject begins is joined
 * with that.
 */
async function read(client: ClientBase, wanted: readonly Wanted[], at: number): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await readRows(client, wanted);
  const taken = wanted.map((one, n) => ({ ...one, ...takeRows(one, rows[n] ?? []) }));
  await readFacts(
    client,
    taken.flatMap(({ one, part, since, isNew, joins }) => {
      const next = joins && one.parts[one.parts.indexOf(part) + 1];
      const before = next ? next.tail.base?.horizon : part.tail.complete ? null : lastOf(part.tail)?.horizon;
      // Beside a last row there are no facts that are not over.
      return isNew || joins ? [{ part, since, before: before ?? null }] : [];
    }),
    at,
  );
  for (const { one, part, joins } of taken.reverse()) if (joins) joinNextSegment(one.parts, part);
}

/** @returns the rows wanted of each part, in order */
async function readRows(client: ClientBase, wanted: readonly Wanted[]): Promise<RowVersion[][]> {
  const parts = wanted.map(({ part }) => part);
  const { rows } = await client.query<RowColumns>({
    name: 'rows-from',
    text: ROWS_FROM,
    values: [
      ...keys(parts),
      column(wanted, ({ first }) => first?.validFrom ?? BEFORE_ALL),
      column(wanted, ({ first }) => first?.position ?? BEFORE_ALL),
      column(wanted, ({ next }) => next?.validFrom ?? AFTER_ALL),
      column(wanted, ({ next }) => next?.position ?? AFTER_ALL),
      column(wanted, ({ until }) => (until === -Infinity ? BEFORE_ALL : until)),
      column(wanted, ({ beyond }) => beyond),
    ],
  });
  const wholeOf = await loadBaseStates(client, parts, rows);
  const known = wanted.map((): RowVersion[] => []);
  for (const row of rows) known[Number(row.n) - 1]?.push(readRow(row, wholeOf(row)));
  return known.map((own) => own.sort(compareRows));
}

/**
 * Takes rows into a part's tail; the first that it ever takes is the one to fold on from.
 *
 * @returns the date from which on facts are still to be read, whether there are new rows beside which they are, and
 * whether the part now comes to where the next begins
 */
function takeRows(
  { part, first, next, until, beyond }: Wanted,
  rows: RowVersion[],
): { since: number | null; isNew: boolean; joins: boolean } {
  const { tail } = part;
  const ends = rows.reduce((count, row) => count + Number(row.validFrom > until), 0) < beyond;
  if (first && !lastOf(tail)) tail.base = rows.shift() ?? null;
  const since = lastOf(tail)?.horizon ?? null;
  for (const row of rows) tail.rows.push(row);
  tail.complete = ends && !next;
  return { since, isNew: rows.length > 0, joins: ends && next !== null };
}

/** A part, and the dates between which the facts beside its rows are to be read. */
interface WantedFacts {
  part: HistorySegment;
  since: number | null;
  before: number | null;
}

const between = (wanted: readonly WantedFacts[]): string[] => [
  ...keys(wanted.map(({ part }) => part)),
  column(wanted, ({ since }) => since ?? BEFORE_ALL),
  column(wanted, ({ before }) => before ?? AFTER_ALL),
];

/** Adds the facts from a date on and before another. */
async function readFacts(client: ClientBase, wanted: readonly WantedFacts[], at: number): Promise<void> {
  if (wanted.length === 0) return;
  const { rows } = await client.query<{ n: string; form: StoredForm }>({
    name: 'facts-between',
    text: FACTS_BETWEEN,
    values: [...between(wanted), at],
  });
  for (const { n, form } of rows) {
    const resolved = resolveFact(formOf(form));
    if (resolved) wanted[Number(n) - 1]?.part.tail.facts.add(resolved);
  }
  await readRecords(client, wanted);
}

/** Adds the records of disputes about those facts. A record stands also where no row lists it any more. */
async function readRecords(client: ClientBase, wanted: readonly WantedFacts[]): Promise<void> {
  const { rows } = await client.query<{ n: string; key: string; day: string; known_from: string; disputes: string }>({
    name: 'records-between',
    text: RECORDS_BETWEEN,
    values: between(wanted),
  });
  for (const { n, key, day, known_from, disputes } of rows) {
    const version = {
      key,
      day: Number(day),
      text: disputes,
      knownFrom: Number(known_from),
      knownTo: null,
      stored: true,
    };
    wanted[Number(n) - 1]?.part.tail.records.set(key, version);
  }
}

/** What was in force before each part of a property in dispute. Rare: most batches have none. */
async function loadValues(
  client: ClientBase,
  asked: readonly { part: HistorySegment; property: string }[],
): Promise<void> {
  const { rows } = await client.query<{ n: string; value: unknown }>({
    name: 'values-before',
    text: VALUES_BEFORE,
    values: [
      ...keys(asked.map(({ part }) => part)),
      column(asked, ({ part }) => part.tail.base?.validFrom ?? BEFORE_ALL),
      column(asked, ({ part }) => part.tail.base?.position ?? BEFORE_ALL),
      column(asked, ({ property }) => property),
    ],
  });
  const found = new Map(rows.map(({ n, value }) => [Number(n) - 1, value]));
  for (const [n, { part, property }] of asked.entries()) part.tail.before.set(property, found.get(n));
}
