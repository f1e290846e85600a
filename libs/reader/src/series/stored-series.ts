import type { Pool } from 'pg';
import { isCut } from '#history/fold/claim-counter.js';
import type { RowContent } from '#history/fold/row.js';
import { column, split } from '#projector/store/statement.js';
import type { AnyView } from '#views/define-view.js';
import { worldBound } from '../clocks/clocks.js';
import { itemOf, originOf, STORED_ITEM, type StoredItem, WITH_WHOLE, withRun } from '../items/stored-item.js';
import { listsOfRows } from '../items/row-lists.js';
import { listParameter } from '../sql/generic-plan.js';
import { haltAt, type Subject } from '../subjects/subject.js';
import { CellsOfRow, type CellValues, emptyValues, type SeriesPoint } from './series-cell.js';

/*
 * A series from the stored rows. First each cell looks up which row holds there, in the index alone. Then the content
 * of each row is read once, however many cells it has.
 */

/**
 * SQL: from which points on another row holds for a subject. $1 projection, $2 subjects; $3 valid times and $4
 * positions of the points.
 *
 * @param run SQL: the key of the row that opened the run, where that can differ while the row is the same
 */
const changesOfRow = (run: string): string => `
select c.n, c.i, c.key[1] as valid_from, c.key[2] as position, c.key[3] as known_from
  from (
    select t.n, d.i, k.key, lag(k.key) over (partition by t.n order by d.i) as before
      from unnest(${listParameter(split(2, 'text'))}) with ordinality t(subject, n)
     cross join unnest(${listParameter(split(3, 'bigint'))}, ${listParameter(split(4, 'bigint'))})
           with ordinality d(as_of, position, i)
      left join lateral (
        select array[v.valid_from, v.position, v.known_from] ${run} as key
          from (
            select * from view_version v
             where v.projection = $1 and v.subject = t.subject
               and v.valid_from <= d.as_of and v.known_from <= d.position and v.known_to > d.position
             order by v.valid_from desc, v.position desc limit 1) v) k on true) c
 where c.key is distinct from c.before
 order by c.n, c.i`;

const AT_ONE_POSITION = changesOfRow('');

/** At another position another row may have opened the run of the same row. */
const ALONG_THE_RECORD = changesOfRow(`|| (
          select array[o.valid_from, o.position] from view_version o
           where not v.opens_run and o.opens_run and o.projection = v.projection and o.subject = v.subject
             and (o.valid_from, o.position) < (v.valid_from, v.position)
             and o.known_from <= d.position and o.known_to > d.position
           order by o.valid_from desc, o.position desc limit 1)`);

interface ChangeOfRow {
  n: string;
  i: string;
  /** `null`: from here on none holds. */
  valid_from: string | null;
  position: string | null;
  known_from: string | null;
}

/**
 * $1 projection; $2 subjects, $3 to $5 keys of rows, and $6 positions at which they are known. Without their append
 * lists, on which no headline depends.
 */
const ROWS = `
select t.n, ${STORED_ITEM}
  from unnest(${listParameter(split(2, 'text'))}, ${listParameter(split(3, 'bigint'))},
              ${listParameter(split(4, 'bigint'))}, ${listParameter(split(5, 'bigint'))},
              ${listParameter(split(6, 'bigint'))}) with ordinality t(subject, valid_from, position, known_from, at, n)
 cross join lateral (
   select * from view_version v
    where v.projection = $1 and v.subject = t.subject
      and v.valid_from = t.valid_from and v.position = t.position and v.known_from = t.known_from
    limit 1) v ${WITH_WHOLE} ${withRun('t.at')}
 cross join (select null::text as events) e cross join (select null::text as texts) l1
 cross join (select null::text as texts) l2`;

/** How many cells one statement looks up, and how many rows one reads: their states may be long. */
const CELLS_AT_A_TIME = 5_000;
const ROWS_AT_A_TIME = 500;

/** A row, and the points at which it holds for a subject: from one index up to another, exclusive. */
interface Stretch {
  subject: Subject;
  key: readonly [string, string, string];
  from: number;
  to: number;
}

/**
 * The cells of some subjects of one view at some points, which differ on one clock.
 *
 * @returns for each subject its cells; `null` where it is halted
 */
export async function readStoredCells(
  pool: Pool,
  subjects: readonly Subject[],
  points: readonly SeriesPoint[],
): Promise<(CellValues | null)[][]> {
  const [first] = subjects;
  const cells = new Map(
    subjects.map((one) => {
      const empty = emptyValues(one.view);
      return [one, points.map(({ clocks }) => (haltAt(one, clocks.position) === null ? empty : null))];
    }),
  );
  if (!first) return [];
  for await (const rows of ahead(readRows(pool, subjects, points))) {
    for (const { stretch, stored } of rows) {
      const own = cells.get(stretch.subject);
      if (own) await fill(pool, stretch, stored, points, own);
    }
  }
  return [...cells.values()];
}

/** A row that was read, and where it holds. */
interface RowOfSeries {
  stretch: Stretch;
  stored: StoredItem;
}

/** The rows of all cells, some at a time. */
async function* readRows(
  pool: Pool,
  subjects: readonly Subject[],
  points: readonly SeriesPoint[],
): AsyncGenerator<RowOfSeries[], void> {
  const together = Math.max(1, Math.floor(CELLS_AT_A_TIME / Math.max(1, points.length)));
  for await (const stretches of ahead(findAllStretches(pool, subjects, points, together))) {
    for (let n = 0; n < stretches.length; n += ROWS_AT_A_TIME)
      yield await rowsOf(pool, stretches.slice(n, n + ROWS_AT_A_TIME), points);
  }
}

async function rowsOf(pool: Pool, some: readonly Stretch[], points: readonly SeriesPoint[]): Promise<RowOfSeries[]> {
  const { rows } = await pool.query<StoredItem & { n: string }>({
    name: 'rows-of-series',
    text: ROWS,
    values: [
      some[0]?.subject.projection,
      column(some, ({ subject }) => subject.subject),
      column(some, ({ key }) => key[0]),
      column(some, ({ key }) => key[1]),
      column(some, ({ key }) => key[2]),
      column(some, ({ from }) => points[from]?.clocks.position ?? 0),
    ],
  });
  return rows.flatMap((stored) => {
    const stretch = some[Number(stored.n) - 1];
    return stretch ? [{ stretch, stored }] : [];
  });
}

async function* findAllStretches(
  pool: Pool,
  subjects: readonly Subject[],
  points: readonly SeriesPoint[],
  together: number,
): AsyncGenerator<Stretch[], void> {
  for (let n = 0; n < subjects.length; n += together)
    yield await findStretches(pool, subjects.slice(n, n + together), points);
}

/** The same parts. While one of them is worked on, the next is on its way. */
async function* ahead<Part>(parts: AsyncGenerator<Part, void>): AsyncGenerator<Part, void> {
  let coming = parts.next();
  try {
    for (;;) {
      const part = await coming;
      if (part.done) return;
      coming = parts.next();
      // It is awaited later, or never, where the reader ends before.
      coming.catch(() => undefined);
      yield part.value;
    }
  } finally {
    await parts.return();
  }
}

async function findStretches(
  pool: Pool,
  subjects: readonly Subject[],
  points: readonly SeriesPoint[],
): Promise<Stretch[]> {
  const positions = points.map(({ clocks }) => clocks.position);
  const alongRecord = positions.some((position) => position !== positions[0]);
  const { rows } = await pool.query<ChangeOfRow>({
    name: alongRecord ? 'series-along-the-record' : 'series-at-one-position',
    text: alongRecord ? ALONG_THE_RECORD : AT_ONE_POSITION,
    values: [
      subjects[0]?.projection,
      column(subjects, (one) => one.subject),
      column(points, ({ clocks }) => worldBound(clocks.asOf)),
      column(positions, (position) => position),
    ],
  });
  return rows.flatMap(({ n, i, valid_from, position, known_from }, at): Stretch[] => {
    const [subject, next] = [subjects[Number(n) - 1], rows[at + 1]];
    if (!subject || valid_from === null || position === null || known_from === null) return [];
    const to = next?.n === n ? Number(next.i) - 1 : points.length;
    return [{ subject, key: [valid_from, position, known_from], from: Number(i) - 1, to }];
  });
}

/** Fills in the cells of one row. */
async function fill(
  pool: Pool,
  { subject, from, to }: Stretch,
  stored: StoredItem,
  points: readonly SeriesPoint[],
  cells: (CellValues | null)[],
): Promise<void> {
  const says = itemOf(subject.view, stored);
  const { since } = originOf(stored, says);
  let [of, knownAt] = [null as CellsOfRow | null, -1];
  for (let i = from; i < to; i += 1) {
    const { clocks } = points[i] as SeriesPoint;
    if (cells[i] === null) continue;
    if (!of || (isCut(says) && clocks.position !== knownAt)) {
      knownAt = clocks.position;
      of = new CellsOfRow(subject.view, { says, since, claims: await countClaims(pool, subject, says, points[i]) });
    }
    cells[i] = of.at(clocks.instant);
  }
}

/** Comes after all facts of a date. */
const LAST_POSITION = '9223372036854775807';

/** How many claims are current at a point. A row has all of them, unless they are many. */
async function countClaims(
  pool: Pool,
  { projection, subject }: { view: AnyView } & Pick<Subject, 'projection' | 'subject'>,
  says: RowContent,
  point: SeriesPoint | undefined,
): Promise<number> {
  if (!point || !isCut(says)) return says.claims.length;
  const { asOf, position } = point.clocks;
  // Of a row without disputes only the claims are counted.
  const row = { projection, subject, says: { ...says, disputed: [] }, validFrom: worldBound(asOf) };
  const [lists] = await listsOfRows(pool, [{ ...row, position: LAST_POSITION }], position);
  return lists?.claimCount ?? says.claims.length;
}
