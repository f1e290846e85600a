import type { RowVersion } from './row-version.js';
import type { RecordChanges } from './record-versions.js';

/** What a request did to a subject's rows. Those that ended have their `knownTo` set. */
export interface Revision {
  begun: RowVersion[];
  ended: RowVersion[];
  records: RecordChanges;
  /**
   * Why it was given up as too much work; `null`: it was done. Where it was, no row has changed, and the tail is in no
   * defined state.
   */
  excess: string | null;
}

export const givenUp = (excess: string): Revision => ({
  begun: [],
  ended: [],
  records: { begun: [], ended: [] },
  excess,
});
