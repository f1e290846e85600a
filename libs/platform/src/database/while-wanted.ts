import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { Cancel } from './cancel-queries.js';

/** Nothing is read any more for whoever asked: they have gone. */
export class NotWanted extends Error {
  override readonly name = 'NotWanted';

  constructor(cause?: unknown) {
    super('whoever asked has gone', { cause });
  }
}

/** What PostgreSQL says of a query that was cancelled, or ran out of time. The connection is as good as before. */
const QUERY_CANCELED = '57014';

export const isCanceled = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === QUERY_CANCELED;

/** What a pool made by `whileWanted` is made of. */
interface Wanted {
  shared: Pool;
  wanted: AbortSignal;
}

const madeOf = new WeakMap<Pool, Wanted>();
const cancels = new WeakMap<Pool, Cancel>();

/** Says how queries on a pool are cancelled. */
export const cancelBy = (pool: Pool, cancel: Cancel): unknown => cancels.set(pool, cancel);

/**
 * A pool as one sees it who may go away: then nothing more is begun through it, what waits for a connection gives up
 * its turn, and what is under way is cancelled. A connection comes back to the pool only when its query is over in
 * PostgreSQL too: so PostgreSQL never runs more of them than the pool has connections.
 *
 * @param shared where nothing says how its queries are cancelled (`cancelBy`), what is under way goes on to its end
 * @returns what answers `query` and `connect`, as promises; both reject with `NotWanted` once it is not wanted
 */
export function whileWanted(shared: Pool, wanted: AbortSignal): Pool {
  const cancel = cancels.get(shared);
  const connect = async (): Promise<PoolClient> => {
    if (wanted.aborted) throw new NotWanted();
    const client = await shared.connect();
    if (wanted.aborted) {
      client.release();
      throw new NotWanted();
    }
    return cancel ? lent(client, wanted, cancel) : client;
  };
  const query = async (question: string | QueryConfig, values?: unknown[]): Promise<QueryResult> => {
    const client = await connect();
    let answer: QueryResult;
    try {
      answer = await client.query(question, values);
    } catch (error) {
      client.release(!isCanceled(error));
      throw wanted.aborted ? new NotWanted(error) : error;
    }
    client.release();
    // Nobody waits for what would be made of it.
    if (wanted.aborted) throw new NotWanted();
    return answer;
  };
  const pool = Object.assign(Object.create(shared) as Pool, { connect, query });
  madeOf.set(pool, { shared, wanted });
  return pool;
}

/** The pool behind one that `whileWanted` made, and until when that is wanted; any other is its own. */
export function sharedPool(pool: Pool): { shared: Pool; wanted: AbortSignal | undefined } {
  return madeOf.get(pool) ?? { shared: pool, wanted: undefined };
}

/** After so many milliseconds what goes on is cancelled again: PostgreSQL may not have begun it when it was told. */
const AGAIN = 200;

/**
 * A connection whose query is cancelled where it is no longer wanted. It is kept until that is done: else it could hit
 * the query of the next one.
 */
function lent(client: PoolClient, wanted: AbortSignal, cancel: Cancel): PoolClient {
  const release = client.release.bind(client);
  let cancelled: Promise<void> | null = null;
  let again: NodeJS.Timeout | undefined;
  let over = false;
  const stop = (): void => {
    cancelled = cancel(client);
    const goOn = (): void => void (over || (again = setTimeout(stop, AGAIN)));
    cancelled.then(goOn, goOn);
  };
  wanted.addEventListener('abort', stop, { once: true });
  client.release = (broken) => {
    over = true;
    clearTimeout(again);
    wanted.removeEventListener('abort', stop);
    if (!cancelled) return release(broken);
    void cancelled.then(
      () => release(broken),
      () => release(true),
    );
  };
  return client;
}
