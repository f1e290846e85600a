export interface RefreshAheadCacheOptions {
  /** How old what is answered may be at most, milliseconds. */
  freshFor: number;
  /** How many names are remembered; the one read longest ago is forgotten first. */
  remembers: number;
  /** Milliseconds that never go back. */
  now: () => number;
}

interface Read<Value> {
  value: Value | null;
  /** Before it was asked for: what changed later may be missing in it. */
  at: number;
}

/**
 * Values that live in the database and are asked for by name on every request: read at most a second ago. Who is asked
 * for again and again is read ahead of time, so that nobody waits; one query is under way at a time, and takes all
 * names that have gathered.
 */
export class RefreshAheadCache<Value> {
  readonly #known = new Map<string, Read<Value>>();
  readonly #options: RefreshAheadCacheOptions;
  #gathering = new Set<string>();
  /** The names that are being read, but those that were forgotten since. */
  #loading = new Set<string>();
  #next: Promise<void> | null = null;
  #reading: Promise<unknown> = Promise.resolve();

  /** @param load reads the values of some names; a name that is missing in its answer has none */
  constructor(
    private readonly load: (names: string[]) => Promise<ReadonlyMap<string, Value>>,
    options: Partial<RefreshAheadCacheOptions> = {},
  ) {
    this.#options = { freshFor: 1_000, remembers: 10_000, now: () => performance.now(), ...options };
  }

  /**
   * The value of a name, `null` where it has none: at once where it was read just now. Rejects with what `load` fails
   * with.
   */
  get(name: string): Value | null | Promise<Value | null> {
    const known = this.#known.get(name);
    const age = known ? this.#options.now() - known.at : Infinity;
    if (known && age < this.#options.freshFor) {
      // Where this fails, whoever waits for the next reading is told.
      if (age > this.#options.freshFor / 2) this.#ask(name).catch(() => undefined);
      return known.value;
    }
    return this.anew(name);
  }

  /** The value of a name, read after this was called. */
  async anew(name: string): Promise<Value | null> {
    await this.#ask(name);
    const read = this.#known.get(name);
    return read ? read.value : this.anew(name);
  }

  /**
   * What was read of a name last, however long ago: for when it cannot be read anew. `undefined` where it was not, or
   * was forgotten.
   */
  last(name: string): Value | null | undefined {
    return this.#known.get(name)?.value;
  }

  /**
   * The next who asks for the name has it read anew: after it was changed here. So have those who wait for it, as what
   * they wait for may be from before.
   */
  forget(name: string): void {
    this.#known.delete(name);
    this.#loading.delete(name);
  }

  #ask(name: string): Promise<void> {
    this.#gathering.add(name);
    this.#next ??= this.#reading.then(() => this.#read());
    return this.#next;
  }

  async #read(): Promise<void> {
    this.#loading = this.#gathering;
    this.#gathering = new Set();
    this.#next = null;
    const at = this.#options.now();
    const loading = this.load([...this.#loading]);
    this.#reading = loading.catch(() => undefined);
    const found = await loading;
    for (const name of this.#loading) {
      this.#known.delete(name);
      this.#known.set(name, { value: found.get(name) ?? null, at });
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#options.remembers) break;
      this.#known.delete(oldest);
    }
  }
}
