import type { Pool } from 'pg';
import type { FactState } from '#history/facts/fact-state.js';
import { column, split } from '#projector/store/statement.js';
import { factStateSql, readFactState, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { EventLoopYielder } from '#projector/write/event-loop-yielder.js';
import { withStates } from '../items/as-reported.js';
import { haltAt, type Subject } from '../subjects/subject.js';
import { ReportedSubject } from './reported-subject.js';
import type { CellValues, SeriesPoint } from './series-cell.js';

/*
 * A series on the press's clock: each subject is folded on request. Its facts are read and folded once for all points
 * that are read together, and then stepped.
 */

/** The cells of a subject, and why some of them are missing. */
export interface ReportedCells {
  cells: (CellValues | null)[];
  halted: string | null;
}

/**
 * The cells of some subjects of one view at some points, which differ on one clock, or on those that `knownOn` sets.
 *
 * @param budget how many facts of one subject may be folded
 */
export async function readReportedCells(
  pool: Pool,
  subjects: readonly Subject[],
  points: readonly SeriesPoint[],
  budget: number,
): Promise<ReportedCells[]> {
  const [first] = points;
  const found = subjects.map((one): ReportedCells => ({
    cells: points.map(() => null),
    halted: haltAt(one, points.at(-1)?.clocks.position ?? 0),
  }));
  if (!first) return found;
  const turns = new EventLoopYielder();
  const { position } = first.clocks;
  const excesses = await withStates(pool, subjects, position, budget, async (n, of, states) => {
    const own = found[n];
    if (!own || haltAt(of, position) !== null) return;
    const changes = await ChangesOfFacts.read(pool, of, points);
    const stepped = new ReportedSubject(of, states, first, budget);
    for (const [i, point] of points.entries()) {
      if (haltAt(of, point.clocks.position) !== null) break;
      if (i > 0) stepped.moveTo(point, await changes.at(i));
      own.cells[i] = stepped.cell(point);
      own.halted ??= stepped.halted;
      if (turns.due) await turns.take();
    }
  });
  return found.map((one, n) => ({ ...one, halted: one.halted ?? excesses[n] ?? null }));
}

/**
 * Which facts of a subject were changed by what was recorded between two points. $1 projection, $2 subject, $3 the
 * position of the first point, $4 that of the last, $5 for each point but the last the position after it
 */
const CHANGED = `
select distinct width_bucket(f.known_from, ${split(5, 'bigint')}) as point, f.position
  from (select s.position, min(s.known_from) as touched from subject_fact s
         where s.projection = $1 and s.subject = $2 and s.known_from <= $4 group by s.position) s
  join fact f on f.position = s.position and f.known_from >= s.touched and f.known_from > $3 and f.known_from <= $4
 order by point, position`;

/** $1 positions of facts, $2 a position: their states as known there */
const STATES = `
select ${factStateSql('f')} as form
  from unnest(${split(1, 'bigint')}) u(position)
 cross join lateral (
   select * from fact f where f.position = u.position and f.known_from <= $2 and f.known_to > $2 limit 1) f`;

/** What was recorded of the facts of a subject between the points of a series. */
class ChangesOfFacts {
  private constructor(
    private readonly pool: Pool,
    private readonly points: readonly SeriesPoint[],
    /** By the index of the first point at which it is known: the positions of the changed facts. */
    private readonly facts: ReadonlyMap<number, readonly number[]>,
  ) {}

  static async read(
    pool: Pool,
    { projection, subject }: Subject,
    points: readonly SeriesPoint[],
  ): Promise<ChangesOfFacts> {
    const positions = points.map(({ clocks }) => clocks.position);
    const [first = 0, last = 0] = [positions[0], positions.at(-1)];
    const facts = new Map<number, number[]>();
    if (first === last) return new ChangesOfFacts(pool, points, facts);
    const { rows } = await pool.query<{ point: number; position: string }>({
      name: 'facts-changed-in-series',
      text: CHANGED,
      values: [projection, subject, first, last, column(positions.slice(0, -1), (position) => position + 1)],
    });
    for (const { point, position } of rows) facts.set(point, [...(facts.get(point) ?? []), Number(position)]);
    return new ChangesOfFacts(pool, points, facts);
  }

  /** The states of the facts that changed since the point before. */
  async at(index: number): Promise<FactState[]> {
    const positions = this.facts.get(index);
    if (!positions) return [];
    const { rows } = await this.pool.query<{ form: StoredFactState }>({
      name: 'states-in-series',
      text: STATES,
      values: [column(positions, (position) => position), this.points[index]?.clocks.position],
    });
    return rows.map(({ form }) => readFactState(form));
  }
}
