import { formatInstant } from '#catalogue/values/reduced-date.js';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { positionsUpTo } from '#log/read/positions-at.js';
import type { Pool } from 'pg';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltAt, nameHalted, toSubject, type HaltedSubjects, type Subject } from '../subjects/subject.js';
import { readReportedCells } from './reported-series.js';
import { cellOf, type CellValues, type SeriesCell, type SeriesPoint } from './series-cell.js';
import type { SeriesDates } from './series-dates.js';
import type { SeriesSubjects } from './series-subjects.js';
import { readStoredCells } from './stored-series.js';

/** The clocks that can step. `knownOn` steps those of the world and of the press together. */
export const SERIES_CLOCKS = ['asOf', 'knownOn', 'reportedAsOf', 'recordedAsOf'] as const;
export type SeriesClock = (typeof SERIES_CLOCKS)[number];

export interface Series {
  generation: ActiveGeneration;
  subjects: SeriesSubjects;
  dates: SeriesDates;
  clock: SeriesClock;
  /** Those of the last date. */
  clocks: Clocks;
}

/** A place in a series: the number of a date, and a subject. */
export interface SeriesPlace {
  date: number;
  subject: string;
}

/** A cell, and the point of the clocks at which it was read. */
export interface SeriesCellAt {
  cell: SeriesCell;
  clocks: Clocks;
}

export interface SeriesPage extends HaltedSubjects {
  items: SeriesCellAt[];
  next: SeriesPlace | null;
}

/** How many cells may be read together, whatever the limit: they are all in memory. */
export const MAX_CELLS_TOGETHER = 20_000;

/**
 * The cells of a series after a place, by date, then by subject. Halted subjects have none. What is read does not
 * depend on how it is divided into pages.
 *
 * @param limit of cells, those of halted subjects included; up to `MAX_CELLS_TOGETHER`
 */
export async function readSeries(
  pool: Pool,
  series: Series,
  after: SeriesPlace | null,
  limit: number,
): Promise<SeriesPage> {
  const { dates, subjects, generation } = series;
  const all = await subjects.all(limit);
  if (all) return readDays(pool, series, all, after, limit);
  // There are more subjects than cells: so many of them on one day.
  const found = await subjects.after(after?.subject ?? '', limit + 1);
  const names = found.slice(0, limit);
  const [date, last] = [after?.date ?? 0, names.at(-1)];
  const isEndOfDay = found.length <= limit || last === undefined;
  const points = await pointsOf(pool, series, date, date + 1);
  const read = await readCells(pool, generation, names, points);
  const next = isEndOfDay ? (date + 1 < dates.count ? { date: date + 1, subject: '' } : null) : { date, subject: last };
  return { items: itemsOf(generation, read, points), next, ...nameHalted(haltedOf(read)) };
}

/** The cells of few subjects: those of several days together. */
async function readDays(
  pool: Pool,
  series: Series,
  names: readonly string[],
  after: SeriesPlace | null,
  limit: number,
): Promise<SeriesPage> {
  const { dates, generation } = series;
  if (names.length === 0) return { items: [], next: null, ...nameHalted([]) };
  const first = after?.date ?? 0;
  const skipped = after ? names.filter((name) => name <= after.subject).length : 0;
  const end = Math.min(dates.count, first + Math.ceil((skipped + limit) / names.length));
  const points = await pointsOf(pool, series, first, end);
  const read = await readCells(pool, generation, names, points);
  const cells = (end - first) * names.length;
  const until = Math.min(cells, skipped + limit);
  const isLast = end === dates.count && until === cells;
  const last = until - 1;
  return {
    items: itemsOf(generation, read, points, skipped, until),
    next: isLast
      ? null
      : { date: first + Math.floor(last / names.length), subject: names[last % names.length] as string },
    ...nameHalted(haltedOf(read)),
  };
}

/** All cells of a series, some at a time. */
export async function* allOfSeries(pool: Pool, series: Series): AsyncGenerator<readonly SeriesCellAt[]> {
  for (let after: SeriesPlace | null = null; ;) {
    const { items, next }: SeriesPage = await readSeries(pool, series, after, MAX_CELLS_TOGETHER);
    for (let from = 0; from < items.length; from += SENT_TOGETHER) yield items.slice(from, from + SENT_TOGETHER);
    if (next === null) return;
    after = next;
  }
}

const SENT_TOGETHER = 500;

/** The days from one number up to another, each with its point of the clocks. */
async function pointsOf(pool: Pool, series: Series, from: number, to: number): Promise<SeriesPoint[]> {
  const { dates, clock, clocks } = series;
  const days = Array.from({ length: to - from }, (_, n) => dates.at(from + n));
  const positions =
    clock === 'recordedAsOf'
      ? await positionsUpTo(
          pool,
          days.map(({ last }) => last),
          clocks.position,
        )
      : [];
  return days.map(({ date, last }, n): SeriesPoint => {
    switch (clock) {
      case 'asOf':
        return { date, clocks: { ...clocks, asOf: last, instant: last } };
      case 'knownOn':
        return { date, clocks: { ...clocks, asOf: last, instant: last, reportedAsOf: last } };
      case 'reportedAsOf':
        return { date, clocks: { ...clocks, reportedAsOf: last } };
      case 'recordedAsOf':
        return { date, clocks: { ...clocks, position: positions[n] ?? 0, recordedAsOf: formatInstant(last) } };
    }
  });
}

/** A subject, its cells at some points, and why some of them are missing. */
interface ReadSubject {
  subject: Subject;
  cells: readonly (CellValues | null)[];
  halted: string | null;
}

async function readCells(
  pool: Pool,
  generation: ActiveGeneration,
  names: readonly string[],
  points: readonly SeriesPoint[],
): Promise<ReadSubject[]> {
  const subjects = names.map((name) => toSubject(generation, name));
  const last = points.at(-1)?.clocks;
  if (!last || subjects.length === 0) return [];
  if (last.reportedAsOf === Infinity) {
    const cells = await readStoredCells(pool, subjects, points);
    return subjects.map((subject, n) => ({ subject, cells: cells[n] ?? [], halted: haltAt(subject, last.position) }));
  }
  const read = await readReportedCells(pool, subjects, points, MAX_FACTS_REFOLDED);
  return subjects.map((subject, n) => ({ subject, cells: read[n]?.cells ?? [], halted: read[n]?.halted ?? null }));
}

/** The cells by date, then by subject. @param from the number of the first of them, `to` up to which, exclusive */
function itemsOf(
  { view }: ActiveGeneration,
  read: readonly ReadSubject[],
  points: readonly SeriesPoint[],
  from = 0,
  to = points.length * read.length,
): SeriesCellAt[] {
  const items: SeriesCellAt[] = [];
  for (let n = from; n < to; n += 1) {
    const [one, i] = [read[n % read.length], Math.floor(n / read.length)];
    const [point, values] = [points[i], one?.cells[i]];
    if (one && point && values)
      items.push({ cell: cellOf(view, one.subject.subject, point.date, values), clocks: point.clocks });
  }
  return items;
}

const haltedOf = (read: readonly ReadSubject[]) =>
  read.flatMap(({ subject: { view, subject }, halted }) =>
    halted === null ? [] : [{ view: view.name, subject, reason: halted }],
  );
