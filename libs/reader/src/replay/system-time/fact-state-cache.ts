import type { StoredEvent } from '#log/event.js';
import type { Pool } from 'pg';
import type { FactState } from '#history/facts/fact-state.js';
import { formsFromLog } from '../../timeline/fact-states-from-log.js';

const MOST = 1_000;

/**
 * The forms of facts as they stand where a replay of the record is. Those that were not heard of for long are read
 * again.
 */
export class FactStateCache {
  private readonly forms = new Map<string, FactState>();

  constructor(private readonly pool: Pool) {}

  /**
   * The forms, as they stand before a request, of the facts that it is about; to be kept up to date by whoever goes on.
   */
  async before(request: readonly StoredEvent[]): Promise<Map<string, FactState>> {
    for (const id of this.forms.keys()) {
      if (this.forms.size <= MOST) break;
      this.forms.delete(id);
    }
    const start = Math.min(...request.map((event) => event.position));
    const fresh = new Set(request.filter((event) => event.target === null).map((event) => event.id));
    const wanted = request.filter(
      ({ target, factId }) => target !== null && !fresh.has(factId) && !this.forms.has(factId),
    );
    const read = await formsFromLog(this.pool, [...new Set(wanted.map((event) => event.factId))], start - 1);
    for (const [id, form] of read) this.forms.set(id, form);
    return this.forms;
  }
}
