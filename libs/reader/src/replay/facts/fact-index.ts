/**
 * Where facts lie in the world, in the order of their dates, then of their positions: three numbers a fact, in columns.
 * It is all that a replay keeps of a fact until its turn comes, so that the longest story fits.
 */
export class FactIndex {
  dates: number[] = [];
  positions: number[] = [];
  private ends: number[] = [];

  get length(): number {
    return this.positions.length;
  }

  /** @param end where it ceases to matter for those after it */
  add(position: number, date: number, end: number): void {
    this.dates.push(date);
    this.positions.push(position);
    this.ends.push(end);
  }

  /** Call it once all are added. */
  sort(): void {
    const { dates, positions, ends } = this;
    const order = Uint32Array.from(positions.keys()).sort(
      (a, b) => (dates[a] ?? 0) - (dates[b] ?? 0) || (positions[a] ?? 0) - (positions[b] ?? 0),
    );
    const sorted = (column: readonly number[]): number[] => Array.from(order, (i) => column[i] ?? 0);
    [this.dates, this.positions, this.ends] = [sorted(dates), sorted(positions), sorted(ends)];
  }

  /**
   * The facts from the `first` on that have to be looked at together, since each begins before one before it has ended;
   * what comes after them begins when all of them are over. Answers the index after the last.
   */
  endOfRun(first: number): number {
    let next = first + 1;
    for (let end = this.ends[first] ?? 0; (this.dates[next] ?? Infinity) < end; next += 1)
      end = Math.max(end, this.ends[next] ?? 0);
    return next;
  }
}
