import { writeAudit } from '#platform/audit/audit-trail.js';
import { LRUCache } from 'lru-cache';
import { rateLimitKey } from './rate-limiter.js';

interface Failures {
  times: number;
  first: string;
  last: string;
}

/** Networks with an entry of their own in one summary. Further ones share an entry. */
const MAX_NETWORKS = 1_000;
const OTHERS = 'others';

/**
 * Sums up invalid keys for the audit trail, one entry a network: with an entry for each key, whoever guesses keys would
 * fill the trail.
 */
export class FailureSummary {
  #failures = new Map<string, Failures>();

  constructor(private readonly now: () => Date = () => new Date()) {}

  failed(address: string): void {
    const network = rateLimitKey(address);
    const name = this.#failures.has(network) || this.#failures.size < MAX_NETWORKS ? network : OTHERS;
    const at = this.now().toISOString();
    const known = this.#failures.get(name);
    this.#failures.set(name, { times: (known?.times ?? 0) + 1, first: known?.first ?? at, last: at });
  }

  /**
   * Writes the failures since the last call to the audit trail. What could not be written stays for the next call.
   * @throws what the database throws
   */
  async flush(pool: Parameters<typeof writeAudit>[0]): Promise<void> {
    for (const [network, failures] of this.#failures) {
      const action = { action: 'authentications-failed', subject: network, detail: { ...failures } } as const;
      this.#failures.delete(network);
      try {
        await writeAudit(pool, { actor: null, address: network, requestId: null }, action);
      } catch (error) {
        const since = this.#failures.get(network);
        this.#failures.set(
          network,
          since ? { ...since, times: since.times + failures.times, first: failures.first } : failures,
        );
        throw error;
      }
    }
  }
}

interface AttemptRecord {
  /** When the first of the counted failures was, milliseconds. */
  since: number;
  failures: number;
  /** Names of keys that were accepted from here before. */
  trusted: Set<string>;
}

export interface FailedAttemptsOptions {
  /** Failures within a window before the address is blocked. */
  limit: number;
  windowMs: number;
  /** How many addresses are remembered. The least recently used is dropped first. */
  addresses: number;
}

/**
 * Counts failed authentications by address. After too many, only keys that were accepted from that address before are
 * still checked. So guessing learns nothing, and a guesser behind a shared proxy locks nobody out.
 */
export class FailedAttempts {
  readonly #records: LRUCache<string, AttemptRecord>;

  constructor(private readonly options: FailedAttemptsOptions = { limit: 20, windowMs: 60_000, addresses: 10_000 }) {
    this.#records = new LRUCache({ max: options.addresses });
  }

  /** Whole seconds until the address may try again, or 0. `now` in milliseconds. */
  blockedFor(address: string, now: number): number {
    const record = this.#records.peek(rateLimitKey(address));
    if (!record || record.failures < this.options.limit) return 0;
    return Math.max(0, Math.ceil((record.since + this.options.windowMs - now) / 1000));
  }

  failed(address: string, now: number): void {
    const record = this.#recordOf(address);
    if (record.failures === 0 || now >= record.since + this.options.windowMs)
      [record.since, record.failures] = [now, 0];
    record.failures++;
  }

  /** Remembers that the key of that name was accepted from the address. */
  succeeded(address: string, name: string): void {
    if (!this.trusts(address, name)) this.#recordOf(address).trusted.add(name);
  }

  trusts(address: string, name: string): boolean {
    return this.#records.peek(rateLimitKey(address))?.trusted.has(name) ?? false;
  }

  #recordOf(address: string): AttemptRecord {
    const key = rateLimitKey(address);
    const known = this.#records.get(key);
    if (known) return known;
    const record = { since: 0, failures: 0, trusted: new Set<string>() };
    this.#records.set(key, record);
    return record;
  }
}
