/**
 * What a failed call means for its requests.
 * - `refused-by-sql`: a statement failed and all was rolled back; something in one of the requests does not go through.
 * - `try-again`: nothing was stored, and the next try may pass (a lock, a deadlock, a full disk).
 * - `refused-by-clock`: nothing was stored, and no request will be before a clock is set right.
 * - `outcome-unknown`: the connection broke or never came; the requests may or may not have been stored.
 */
export type AppendFailure = 'refused-by-sql' | 'refused-by-clock' | 'try-again' | 'outcome-unknown';

/** Something failed after the log had answered: what was stored is committed, but not all of it has been read. */
export class ResultUnread extends Error {
  constructor(cause: unknown) {
    super('the log answered, and its answer could not be read to the end', { cause });
  }
}

/** SQLSTATE classes that end a connection, or tell that there is none to be had. */
const CONNECTION_LOST = /^(08|57P)/;
/**
 * Serialization failure, deadlock, lock not available, cancelled (a timeout), out of a resource, read-only (a standby).
 */
const PASSING = /^(40001|40P01|55P03|57014|53|25006)/;

/** What `append_events` raises by its clock rule. */
const CLOCKS_DISAGREE = 'DL001';

/**
 * Classifies an error of `pg`: those of the server carry a five-character SQLSTATE in `code`, the others come from the
 * connection.
 */
export function appendFailure(error: unknown): AppendFailure {
  const code = sqlState(error);
  if (code === null || CONNECTION_LOST.test(code)) return 'outcome-unknown';
  if (code === CLOCKS_DISAGREE) return 'refused-by-clock';
  return PASSING.test(code) ? 'try-again' : 'refused-by-sql';
}

function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return 'severity' in error && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}
