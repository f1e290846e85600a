interface Window {
  /** When the first of its requests came, milliseconds. */
  since: number;
  requests: number;
}

/** What a request may know of its rate. */
export interface RateResult {
  /** Whether it is within the limit. */
  granted: boolean;
  /** Requests that are left in the window. */
  left: number;
  /** Whole seconds until the window is over. */
  seconds: number;
}

export interface FixedWindowOptions {
  /** Requests within a window. */
  limit: number;
  windowMs: number;
  /** How many holders are remembered; the one longest unheard of is forgotten first. */
  holders: number;
}

/** Counts requests by who makes them, in windows that begin with the first of them. */
export class FixedWindow {
  readonly #windows = new Map<string, Window>();

  constructor(private readonly options: FixedWindowOptions) {}

  /** Counts a request. `now` in milliseconds that never go back. */
  take(holder: string, now: number): RateResult {
    const { limit, windowMs, holders } = this.options;
    const known = this.#windows.get(holder);
    const window = known && now < known.since + windowMs ? known : { since: now, requests: 0 };
    window.requests++;
    this.#windows.delete(holder);
    this.#windows.set(holder, window);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > holders && oldest !== undefined) this.#windows.delete(oldest);
    return {
      granted: window.requests <= limit,
      left: Math.max(0, limit - window.requests),
      seconds: Math.ceil((windowMs - (now - window.since)) / 1000),
    };
  }
}
