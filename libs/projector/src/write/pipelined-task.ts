/**
 * Keeps the database at work beside the process: at most one piece is under way, so that little waits in memory. The
 * first that fails fails the next.
 */
export class PipelinedTask {
  private underWay: Promise<unknown> = Promise.resolve();

  /** Begins a piece of work, once the one before it is done. */
  async start(work: () => Promise<unknown>): Promise<void> {
    await this.underWay;
    this.underWay = work();
    // Whoever comes next is told of it.
    this.underWay.catch(() => undefined);
  }

  /** Until nothing is under way. */
  async done(): Promise<void> {
    await this.underWay;
  }
}
