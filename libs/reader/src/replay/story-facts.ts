import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { isOwnProperty } from '#history/fold/assertions.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import type { DisputeRecord, Row } from '#history/fold/row.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { SubjectName } from '../subjects/subject.js';

/**
 * Facts in the order of valid time, then of position. It holds three numbers for each fact, in columns. A replay keeps
 * no more of a fact until its turn comes, so that the longest story fits into memory.
 */
export class FactIndex {
  dates: number[] = [];
  positions: number[] = [];
  private ends: number[] = [];

  get length(): number {
    return this.positions.length;
  }

  /** @param end from which on it does not influence later facts */
  add(position: number, date: number, end: number): void {
    this.dates.push(date);
    this.positions.push(position);
    this.ends.push(end);
  }

  /** Call it once, after all facts were added. */
  sort(): void {
    const { dates, positions, ends } = this;
    const order = Uint32Array.from(positions.keys()).sort(
      (a, b) => (dates[a] ?? 0) - (dates[b] ?? 0) || (positions[a] ?? 0) - (positions[b] ?? 0),
    );
    const sorted = (column: readonly number[]): number[] => Array.from(order, (i) => column[i] ?? 0);
    [this.dates, this.positions, this.ends] = [sorted(dates), sorted(positions), sorted(ends)];
  }

  /**
   * The facts from the `first` on that have to be folded together, since each begins before an earlier one has ended.
   * The facts after them begin when all of them have ended.
   *
   * @returns the index after the last
   */
  endOfRun(first: number): number {
    let next = first + 1;
    for (let end = this.ends[first] ?? 0; (this.dates[next] ?? Infinity) < end; next += 1)
      end = Math.max(end, this.ends[next] ?? 0);
    return next;
  }
}

const AT_A_TIME = 1_000;

/** $1 story, $2 after this version, $3 position, $4 only facts: the next events of the story. */
const OWN = `
select e.version as place, e.position from event e
 where e.story = $1 and e.version > $2 and e.position <= $3 and (e.target is null or not $4)
 order by e.version limit ${AT_A_TIME}`;

/**
 * $1 story, $2 after and $3 up to these positions, $4 projections, $5 subjects, $6 also meta-events: the facts of other
 * stories that touch the subjects or ever did. Of the views' tables it reads only subject_fact, to choose the facts.
 */
const SHARED = `
select distinct e.position as place, e.position
  from unnest($4::int[], $5::text[]) t(projection, subject)
  join subject_fact s
    on s.projection = t.projection and s.subject = t.subject and s.story <> $1 and s.known_from <= $3
 cross join lateral (
   select s.position union all
   select a.position from event a
    where $6 and a.fact_id = s.fact_id and a.target is not null and a.position > $2 and a.position <= $3) e
 where e.position > $2
 order by 1 limit ${AT_A_TIME}`;

/** Which events: facts alone, or meta-events too. */
export type PositionScope = 'facts' | 'events';

/** The positions of a story's own events, in order, up to a position, some at a time. */
export function ownPositions(
  pool: Pool,
  which: PositionScope,
  story: string,
  position: number,
): AsyncGenerator<number[]> {
  return pages((after) =>
    pool.query<Place>({ name: 'own-positions', text: OWN, values: [story, after, position, which === 'facts'] }),
  );
}

/** The positions of other stories' events about some subjects, in order, up to a position, some at a time. */
export function sharedPositions(
  pool: Pool,
  which: PositionScope,
  story: string,
  position: number,
  subjects: readonly SubjectName[],
): AsyncGenerator<number[]> {
  const [projections, names] = [subjects.map((one) => one.projection), subjects.map((one) => one.subject)];
  return pages((after) =>
    pool.query<Place>({
      name: 'shared-positions',
      text: SHARED,
      values: [story, after, position, projections, names, which === 'events'],
    }),
  );
}

interface Place {
  place: string;
  position: string;
}

async function* pages(next: (after: string) => Promise<{ rows: Place[] }>): AsyncGenerator<number[]> {
  for (let after = '0', more = true; more;) {
    const { rows } = await next(after);
    after = rows.at(-1)?.place ?? after;
    more = rows.length === AT_A_TIME;
    if (rows.length > 0) yield rows.map((row) => Number(row.position));
  }
}

/** Sets the values that some rows assert, by property. @param values the latest of each property so far */
export function recordAssertions(values: Map<string, unknown>, rows: readonly Row[]): void {
  for (const { says } of rows) {
    for (const [property, value] of Object.entries(says.asserted ?? {}))
      if (!isOwnProperty(property)) values.set(property, value);
  }
}

/** Folds a subject run by run. It keeps the last row, the latest assertions and the disputes that are listed. */
export class SubjectFold {
  /** The last row so far, and the date of the fact that opened its run. */
  row: Row | null = null;
  since: string | null = null;
  /** The latest value of each property that was ever asserted. */
  readonly assertions = new Map<string, unknown>();
  /** The disputes that the last row and the rows of the last run list, by key. */
  records: ReadonlyMap<string, DisputeRecord> = new Map();

  constructor(private readonly view: AnyView) {}

  /** Folds the next run, and returns its rows. All its facts begin, by every account, after those before have ended. */
  fold(facts: readonly ResolvedFact[]): Row[] {
    const { rows, records } = foldFacts(this.view, this.row, facts, (property) => this.assertions.get(property));
    recordAssertions(this.assertions, rows);
    for (const { record } of this.row?.says.disputed ?? []) {
      const before = this.records.get(record);
      if (before) records.set(record, before);
    }
    this.records = records;
    this.row = rows.at(-1) ?? this.row;
    this.since = rows.findLast(({ runFrom }) => runFrom !== null)?.runFrom ?? this.since;
    return rows;
  }
}
