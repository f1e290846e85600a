import { LRUCache } from 'lru-cache';
import { coalesced } from '../database/batched.js';

export interface RefreshAheadCacheOptions {
  /** The greatest age of a value that is returned, milliseconds. */
  freshFor: number;
  /** How many names are kept; the least recently used is dropped first. */
  maxNames: number;
  /** Monotonic milliseconds. */
  now: () => number;
}

interface Entry<Value> {
  value: Value | null;
  /** When its query began: later changes may be missing in it. */
  at: number;
}

/**
 * A cache of values that live in the database and are needed by name on every request. A value that is returned was
 * read at most a second ago. One that is used again and again is refreshed before it expires, so nobody waits for it.
 * One query is under way at a time; it reads all names that were requested meanwhile.
 */
export class RefreshAheadCache<Value> {
  readonly #entries: LRUCache<string, Entry<Value>>;
  readonly #options: RefreshAheadCacheOptions;
  readonly #request = coalesced<void, string>((names) => this.#load(new Set(names)));
  /** The names that are being read, without those that were invalidated since. */
  #loading = new Set<string>();

  /** @param load reads the values of some names; a name that is missing in its answer has none */
  constructor(
    private readonly load: (names: string[]) => Promise<ReadonlyMap<string, Value>>,
    options: Partial<RefreshAheadCacheOptions> = {},
  ) {
    this.#options = { freshFor: 1_000, maxNames: 10_000, now: () => performance.now(), ...options };
    this.#entries = new LRUCache({ max: this.#options.maxNames });
  }

  /**
   * The value of a name, `null` if it has none. Not a promise if the value is fresh. Rejects with the error of `load`.
   */
  get(name: string): Value | null | Promise<Value | null> {
    const entry = this.#entries.get(name);
    const age = entry ? this.#options.now() - entry.at : Infinity;
    if (entry && age < this.#options.freshFor) {
      // If this fails, those who wait for the next reading get the error.
      if (age > this.#options.freshFor / 2) this.#request(name).catch(() => undefined);
      return entry.value;
    }
    return this.refresh(name);
  }

  /** The value of a name, read after this call. */
  async refresh(name: string): Promise<Value | null> {
    await this.#request(name);
    const entry = this.#entries.get(name);
    return entry ? entry.value : this.refresh(name);
  }

  /**
   * The value that was last read of a name, at any age: for when it cannot be refreshed. `undefined` if it was never
   * read, or was invalidated or dropped.
   */
  last(name: string): Value | null | undefined {
    return this.#entries.get(name)?.value;
  }

  /**
   * Call it after this process changed the value of a name: the next `get` reads it again. So do those who wait for the
   * name now, because what is being read may be from before the change.
   */
  invalidate(name: string): void {
    this.#entries.delete(name);
    this.#loading.delete(name);
  }

  async #load(names: Set<string>): Promise<void> {
    this.#loading = names;
    const at = this.#options.now();
    const found = await this.load([...names]);
    for (const name of names) this.#entries.set(name, { value: found.get(name) ?? null, at });
  }
}
