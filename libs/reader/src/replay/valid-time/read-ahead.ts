import type { LoadFacts, LogFact } from '../facts/log-facts.js';

/** How many facts are read at once, and how many are kept. */
const AHEAD = 250;
const MOST = 1_000;

/** Facts in a known order, some of them read ahead. Those that are asked for before their turn may be read twice. */
export class ReadAhead {
  private readonly kept = new Map<number, LogFact>();
  private turn = 0;

  /** @param order positions of facts, each of which is told */
  constructor(
    private readonly load: LoadFacts,
    private readonly order: readonly number[],
  ) {}

  /** The fact at a place of the order, asked for in its turn and for the last time. */
  async at(turn: number): Promise<LogFact> {
    this.turn = turn;
    const position = this.order[turn] ?? NaN;
    const [fact] = await this.some([position]);
    if (!fact) throw new Error(`the log holds no fact at position ${position}`);
    this.kept.delete(position);
    return fact;
  }

  /** Some facts, whose turn may come later, in the order given. */
  async some(positions: readonly number[]): Promise<LogFact[]> {
    const missing = positions.filter((one) => !this.kept.has(one));
    if (missing.length === 0) return positions.flatMap((one) => this.kept.get(one) ?? []);
    const ahead = this.order
      .slice(this.turn, this.turn + AHEAD)
      .filter((one) => !this.kept.has(one) && !missing.includes(one));
    const read = await this.load([...missing, ...ahead.slice(0, Math.max(0, AHEAD - missing.length))]);
    const known = new Map(read.map((fact) => [fact.form.position, fact]));
    const answer = positions.flatMap((one) => this.kept.get(one) ?? known.get(one) ?? []);
    for (const [position, fact] of known) this.kept.set(position, fact);
    for (const position of this.kept.keys()) {
      if (this.kept.size <= MOST) break;
      this.kept.delete(position);
    }
    return answer;
  }
}
