/** How long a page may take to be filled, milliseconds. */
const LONGEST = 2_000;

/**
 * How long a page has been looked for. Where few of many are what is asked for, it is answered with what was found so
 * far, which may be nothing, and with the place to go on from: no request is long, and whoever goes on finds all.
 */
export class ReadPace {
  private readonly begun = performance.now();

  isLong(): boolean {
    return performance.now() - this.begun > LONGEST;
  }
}
