import { writeAudit } from '#platform/audit/audit-trail.js';
import type { AppDependencies } from '../app-dependencies.js';
import { rateLimitKey } from './rate-limit-key.js';

interface Failures {
  times: number;
  first: string;
  last: string;
}

/** Networks told apart between two summaries; further ones are told together. */
const MOST_NETWORKS = 1_000;
const OTHERS = 'others';

/** Keys that were not right, for the audit trail: not one by one, or whoever guesses would write it. */
export class FailureSummary {
  #failures = new Map<string, Failures>();

  constructor(private readonly now: () => Date = () => new Date()) {}

  failed(address: string): void {
    const network = rateLimitKey(address);
    const name = this.#failures.has(network) || this.#failures.size < MOST_NETWORKS ? network : OTHERS;
    const at = this.now().toISOString();
    const known = this.#failures.get(name);
    this.#failures.set(name, { times: (known?.times ?? 0) + 1, first: known?.first ?? at, last: at });
  }

  /** Notes what has failed since the last time, an entry a network. What cannot be noted now is in the next summary. */
  async flush(pool: AppDependencies['accessPool']): Promise<void> {
    for (const [network, failures] of this.#failures) {
      const noted = { action: 'authentications-failed', subject: network, detail: { ...failures } } as const;
      this.#failures.delete(network);
      try {
        await writeAudit(pool, { actor: null, address: network, requestId: null }, noted);
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
