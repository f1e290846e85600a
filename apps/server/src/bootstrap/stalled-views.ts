/** Where the views stand, and the log. */
export interface ViewsStanding {
  /** The last position of the log. */
  head: number;
  /** Where the views that serve stand. */
  position: number;
  /** The generations that are being built. */
  building: readonly { id: number; view: string; position: number }[];
}

/** Something that has not moved, and for how long, milliseconds. */
export interface StandsStill {
  position: number;
  for: number;
}

export interface Stalled {
  /** `null`: the views move, or nothing waits for them. */
  serving: StandsStill | null;
  building: (StandsStill & { view: string })[];
}

/** How long views may stand still while events wait for them, milliseconds. */
export const STALLED_AFTER = 30_000;

/**
 * Tells views that no longer move from views that are busy: from what was seen of them before, by the clock that nobody
 * sets. A batch that is committed, however small, is a move. What was never looked at before has not stood still yet.
 */
export class StalledViews {
  private readonly since = new Map<string, { position: number; at: number }>();

  /**
   * @param limit milliseconds
   * @param now milliseconds, of a clock that never goes back
   */
  constructor(
    private readonly limit = STALLED_AFTER,
    private readonly now: () => number = () => performance.now(),
  ) {}

  look({ head, position, building }: ViewsStanding): Stalled {
    const seen = new Set<string>();
    const standsStill = (key: string, at: number): StandsStill | null => {
      seen.add(key);
      const known = this.since.get(key);
      if (known?.position !== at || at >= head) {
        this.since.set(key, { position: at, at: this.now() });
        return null;
      }
      const long = this.now() - known.at;
      return long >= this.limit ? { position: at, for: long } : null;
    };
    const stalled = {
      serving: standsStill('serving', position),
      building: building.flatMap(({ id, view, position: at }) => {
        const still = standsStill(`build ${id}`, at);
        return still ? [{ view, ...still }] : [];
      }),
    };
    for (const key of this.since.keys()) if (!seen.has(key)) this.since.delete(key);
    return stalled;
  }
}
