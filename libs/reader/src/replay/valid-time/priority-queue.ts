/** Something of which the next is due at an instant; `Infinity`: nothing, for now. */
interface Due {
  readonly due: number;
  /** Decides among those that are due at once: the lower first. */
  readonly rank: number;
}

/**
 * Which of many is due next. Whoever changes when something is due puts it in again; its older entries are passed over.
 */
export class PriorityQueue<One extends Due> {
  /** The next one last. */
  private readonly entries: { at: number; one: One }[] = [];

  put(one: One): void {
    const at = one.due;
    if (at === Infinity) return;
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.entries[middle];
      if (other && (other.at > at || (other.at === at && other.one.rank > one.rank))) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { at, one });
  }

  /** Takes out the next one that is due by an instant, inclusive. */
  takeBy(instant: number): One | null {
    for (let last = this.entries.at(-1); last && last.at <= instant; last = this.entries.at(-1)) {
      this.entries.pop();
      if (last.one.due === last.at) return last.one;
    }
    return null;
  }
}
