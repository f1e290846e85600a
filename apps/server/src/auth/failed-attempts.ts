import { rateLimitKey } from './rate-limit-key.js';

interface Record {
  /** When the first of the counted failures was, in milliseconds. */
  since: number;
  failures: number;
  /** Names of keys that were right from here before. */
  trusted: Set<string>;
}

export interface FailedAttemptsOptions {
  /** Failures within a window that are still answered. */
  limit: number;
  windowMs: number;
  /** How many addresses are remembered; the one longest unheard of is forgotten first. */
  addresses: number;
}

/**
 * Counts failed authentications by address. Where there were too many, a key that was never right from that address
 * before is not tried any more, so that guessing learns nothing; who had been let in from there stays in, so that a
 * guesser behind the same proxy locks nobody out.
 */
export class FailedAttempts {
  readonly #records = new Map<string, Record>();

  constructor(private readonly options: FailedAttemptsOptions = { limit: 20, windowMs: 60_000, addresses: 10_000 }) {}

  /** Whole seconds until the address may try again, or 0. `now` in milliseconds. */
  blockedFor(address: string, now: number): number {
    const record = this.#records.get(rateLimitKey(address));
    if (!record || record.failures < this.options.limit) return 0;
    return Math.max(0, Math.ceil((record.since + this.options.windowMs - now) / 1000));
  }

  failed(address: string, now: number): void {
    const record = this.#touch(address);
    if (record.failures === 0 || now >= record.since + this.options.windowMs)
      [record.since, record.failures] = [now, 0];
    record.failures++;
  }

  /** Remembers that the key of that name was right from the address. */
  succeeded(address: string, name: string): void {
    if (!this.trusts(address, name)) this.#touch(address).trusted.add(name);
  }

  trusts(address: string, name: string): boolean {
    return this.#records.get(rateLimitKey(address))?.trusted.has(name) ?? false;
  }

  #touch(address: string): Record {
    const bucket = rateLimitKey(address);
    const record = this.#records.get(bucket) ?? { since: 0, failures: 0, trusted: new Set() };
    this.#records.delete(bucket);
    this.#records.set(bucket, record);
    const [oldest] = this.#records.keys();
    if (this.#records.size > this.options.addresses && oldest !== undefined) this.#records.delete(oldest);
    return record;
  }
}
