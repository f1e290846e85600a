/** How long filling a page may take, milliseconds. */
const LONGEST = 2_000;
/**
 * How long filling a page that has nothing yet may take, milliseconds: an empty page would only send its reader on to
 * the next.
 */
const LONGEST_EMPTY = 10_000;

/**
 * Bounds the time in which a page is filled. Where a filter lets few of many through, the page is answered with what
 * was found so far, which may be nothing, and with the place to continue from. So no request takes long, and a reader
 * who follows the pages still finds everything.
 */
export class PageDeadline {
  private readonly begun = performance.now();

  get hasPassed(): boolean {
    return this.hasPassedWith(1);
  }

  /** @param found how many items the page has so far */
  hasPassedWith(found: number): boolean {
    return performance.now() - this.begun > (found === 0 ? LONGEST_EMPTY : LONGEST);
  }
}
