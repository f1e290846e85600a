import { influenceSpan } from '#history/facts/influence.js';
import { applyListChanges, NO_LISTS } from '#history/fold/append-lists.js';
import { compareRows, type Row, type RowKey } from '#history/fold/row.js';
import { emptyWindow, factsOfChange, type HistoryWindow, type SubjectChange } from '#history/revise/history-window.js';
import { RowVersion } from '#history/revise/row-version.js';
import type { ClientBase } from 'pg';
import type { HistoryCache } from '../write/history-cache.js';
import type { MissingHistory, SubjectWork } from '../write/subject-work.js';
import { loadLists } from './append-lists.js';
import { loadFacts, loadValuesBefore } from './load-facts.js';
import { findResumePoints, loadRows, type WantedRows } from './load-rows.js';

/**
 * A part of a subject's history that a batch may change. Dates far apart have a segment each, so that only what lies
 * around them is read. Segments share nothing: the influence of each ends before the next one's base row. Where a
 * change reaches further, the two segments are joined.
 */
export interface HistorySegment {
  projection: number;
  subject: string;
  /** The dates between which its added and removed facts lie, in whatever state; microseconds since the epoch. */
  from: number;
  to: number;
  window: HistoryWindow;
}

/** The segments that some changes of one subject touch, in the order of their dates, with nothing read of them yet. */
export function segmentsOf(projection: number, subject: string, changes: readonly SubjectChange[]): HistorySegment[] {
  const segments: HistorySegment[] = [];
  const spans = changes.map((change) => influenceSpan(factsOfChange(change))).sort((a, b) => a.from - b.from);
  for (const { from, to } of spans) {
    const last = segments.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else segments.push({ projection, subject, from, to, window: emptyWindow() });
  }
  return segments;
}

/** The segment that a change belongs to. */
export function segmentFor(segments: readonly HistorySegment[], change: SubjectChange): HistorySegment {
  const { from } = influenceSpan(factsOfChange(change));
  const segment = segments.findLast((one) => one.from <= from);
  if (!segment) throw new Error('no segment was made for a change');
  return segment;
}

/** Joins a segment that has been read up to the base row of the next one with that, which leaves the list. */
export function joinNextSegment(segments: HistorySegment[], segment: HistorySegment): void {
  const [next] = segments.splice(segments.indexOf(segment) + 1, 1);
  const base = next?.window.base;
  if (!next || !(base instanceof RowVersion)) throw new Error('the last segment has no next one to be joined with');
  const { window } = segment;
  segment.to = Math.max(segment.to, next.to);
  window.untouched = Math.min(window.untouched, window.rows.length + 1 + next.window.untouched);
  for (const row of [base, ...next.window.rows]) window.rows.push(row);
  for (const fact of next.window.facts) window.facts.add(fact);
  for (const record of next.window.records.values()) window.records.set(record.key, record);
  window.complete = next.window.complete;
  window.analysis = null;
  window.lastDate = null;
}

/**
 * How many rows are read beyond the dates that a batch touches: the influence of most changes ends there. Where it does
 * not, each further read is `READ_GROWTH` times as long, and twice that once `MANY_ROWS` rows are read.
 */
const FIRST_READ = 8;
const READ_GROWTH = 4;
const MANY_ROWS = 100;

/** A segment to be read, or to be read further. */
interface WantedSegment extends WantedRows {
  one: SubjectWork;
}

/**
 * Reads the segments of each subject's history that a batch may change, as far as is known before it is folded: each
 * from the last row that the batch cannot reach, to a few rows after the last date that it touches. Where the batch
 * comes after everything known, that is one row.
 *
 * @param at the position at which the batch begins: facts are read in their states as known there, even where newer
 * states are written already
 * @param cache what the last batch of this process left
 */
export async function loadSegments(
  client: ClientBase,
  subjects: readonly SubjectWork[],
  at: number,
  cache?: HistoryCache,
): Promise<void> {
  const taken = subjects.map((one) => {
    const cached = cache?.find(one) ?? null;
    return { one, cached, unread: one.segments.filter(({ from }) => !cached || from < cached.from) };
  });
  const unread = taken.flatMap((subject) => subject.unread);
  const points = unread.length > 0 ? await findResumePoints(client, unread) : [];
  const startOf = new Map(unread.map((segment, n) => [segment, points[n] ?? null]));
  const wanted = taken.flatMap(({ one, cached, unread: own }) => {
    const segments = uniteByStart(own, startOf);
    one.segments = cached ? [...segments, cached] : segments;
    return segments.map((segment, i): WantedSegment => {
      const after = segments[i + 1];
      const next = (after ? startOf.get(after) : cached?.window.base) ?? null;
      return { one, segment, first: startOf.get(segment) ?? null, next, until: segment.to, beyond: FIRST_READ };
    });
  });
  await read(client, wanted, at);
}

/** Unites segments that begin with the same row. */
function uniteByStart(
  segments: readonly HistorySegment[],
  startOf: ReadonlyMap<HistorySegment, RowKey | null>,
): HistorySegment[] {
  const united: HistorySegment[] = [];
  for (const segment of segments) {
    const last = united.at(-1);
    const [before, own] = [last && startOf.get(last), startOf.get(segment)];
    if (last && (!own || (before && compareRows(before, own) === 0))) last.to = segment.to;
    else united.push(segment);
  }
  return united;
}

/** Reads what is missing, so that the next change of each subject can be made. `at`: as for `loadSegments`. */
export async function loadMissing(client: ClientBase, missing: readonly MissingHistory[], at: number): Promise<void> {
  const short = missing.filter(({ what }) => what === 'rows');
  const longest = Math.max(...short.map(({ segment }) => segment.window.rows.length));
  const further = short.map(({ one, segment }): WantedSegment => {
    const last = lastRow(segment.window);
    const first = last && { validFrom: last.validFrom, position: last.position + 1 };
    const next = one.segments[one.segments.indexOf(segment) + 1]?.window.base ?? null;
    const beyond = longest * READ_GROWTH * (longest > MANY_ROWS ? 2 : 1);
    return { one, segment, first, next, until: -Infinity, beyond };
  });
  await read(client, further, at);
  const values = missing.flatMap(({ segment, what }) =>
    what === 'rows' ? [] : what.properties.map((property) => ({ segment, property })),
  );
  await loadValuesBefore(client, values);
}

const lastRow = ({ rows, base }: HistoryWindow): Row | null => rows.at(-1) ?? base;

/** Adds rows and their facts to segments. One that now reaches the next of its subject is joined with that. */
async function read(client: ClientBase, wanted: readonly WantedSegment[], at: number): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await loadRows(client, wanted);
  const taken = wanted.map((one, n) => ({ ...one, ...takeRows(one, rows[n] ?? []) }));
  await setLists(client, taken);
  const facts = taken.flatMap(({ one, segment, since, isNew, joins }) => {
    const next = joins && one.segments[one.segments.indexOf(segment) + 1];
    const { window } = segment;
    const before = next ? next.window.base?.horizon : window.complete ? null : lastRow(window)?.horizon;
    // Where only the base row was read, no facts are needed: those before its horizon influence nothing after it.
    return isNew || joins ? [{ segment, since, before: before ?? null }] : [];
  });
  await loadFacts(client, facts, at);
  for (const { one, segment, joins } of taken.reverse()) if (joins) joinNextSegment(one.segments, segment);
}

/** Sets the append lists of the rows that were read: those of the base row are read, the others follow from them. */
async function setLists(
  client: ClientBase,
  taken: readonly { one: SubjectWork; segment: HistorySegment; from: number; isNewBase: boolean }[],
): Promise<void> {
  const withLists = taken.filter(({ one }) => one.view.appendLists);
  await loadLists(
    client,
    withLists.flatMap(({ one: { view }, segment, isNewBase }) =>
      isNewBase && segment.window.base instanceof RowVersion ? [{ view, segment, row: segment.window.base }] : [],
    ),
  );
  for (const { one, segment, from } of withLists) {
    const { rows, base } = segment.window;
    let before = rows[from - 1] ?? base;
    for (const row of rows.slice(from)) {
      const lists = before instanceof RowVersion ? before.lists : NO_LISTS;
      row.lists = applyListChanges(one.view, lists, row.listChanges);
      before = row;
    }
  }
}

/**
 * Adds rows to a segment. The first one that it ever gets is its base row, from which folding goes on.
 *
 * @returns the date from which on facts are still to be read, whether there are new rows to read facts for and the
 * place of the first of them, whether there is a new base row, and whether the segment now reaches the next one
 */
function takeRows(
  { segment, first, next, until, beyond }: WantedRows,
  rows: RowVersion[],
): { since: number | null; isNew: boolean; from: number; isNewBase: boolean; joins: boolean } {
  const { window } = segment;
  const ends = rows.reduce((count, row) => count + Number(row.validFrom > until), 0) < beyond;
  const isNewBase = first !== null && !lastRow(window);
  if (isNewBase) window.base = rows.shift() ?? null;
  const since = lastRow(window)?.horizon ?? null;
  const from = window.rows.length;
  for (const row of rows) window.rows.push(row);
  window.complete = ends && !next;
  return { since, isNew: rows.length > 0, from, isNewBase, joins: ends && next !== null };
}
