/** How long the process looks for what has come, at most, milliseconds. */
const AT_MOST = 10;

/**
 * Keeps the event loop turning instead of sleeping, for a moment in which something is about to come: being woken takes
 * a process about as long as serving a request does. (The idea is that of busy polling in network drivers.)
 */
export class BusyPoller {
  private until = 0;
  private looking = false;

  /** @param expecting whether anything is about to come still */
  constructor(private readonly expecting: () => boolean) {}

  /** From now on, while something is expected. */
  stay(): void {
    this.until = performance.now() + AT_MOST;
    if (!this.looking) this.look();
  }

  private look(): void {
    this.looking = this.expecting() && performance.now() < this.until;
    if (this.looking) setImmediate(() => this.look());
  }
}
