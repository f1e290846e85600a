import { unavailable } from '../problems/problem.js';

/** Lets only so many long answers be under way at once. */
export class AtOnce {
  private underWay = 0;

  /** @param what they are, in the plural */
  constructor(
    private readonly most: number,
    private readonly what: string,
  ) {}

  /**
   * One of them, which counts from its first step to its last, or until it is given up.
   * @throws Problem `unavailable`, at its first step, where there are enough
   */
  async *one<Step>(steps: AsyncIterable<Step>): AsyncGenerator<Step> {
    if (this.underWay >= this.most) throw unavailable(`This server is at ${this.most} ${this.what} already.`);
    this.underWay += 1;
    try {
      yield* steps;
    } finally {
      this.underWay -= 1;
    }
  }
}
