import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { coalesced } from './batched.js';

/** Cancels the query of a connection. Resolves once PostgreSQL has the request; rejects where it cannot be reached. */
export type Cancel = (client: PoolClient) => Promise<void>;

/**
 * $1 process ids, $2 the name of the pool. Where the address leads to a pooler, the ids are the pooler's own; the name
 * keeps them from hitting another process.
 */
const CANCEL = `
select pg_cancel_backend(a.pid) from pg_stat_activity a
 where a.pid = any($1::int[]) and a.application_name = $2 and a.state <> 'idle'`;

/**
 * Cancels queries over a connection of another pool: all that are requested at one moment in one statement.
 *
 * @param name the application_name of the connections to cancel on, as pg_stat_activity shows it
 */
export function cancelFrom(otherPool: Pool, name: string): Cancel {
  const cancel = coalesced<void, number>(async (pids) => {
    await otherPool.query(CANCEL, [pids, name]);
  });
  return (client) => cancel((client as PoolClient & { processID: number }).processID);
}

/** A read was given up because its client has gone. */
export class NotWanted extends Error {
  override readonly name = 'NotWanted';

  constructor(cause?: unknown) {
    super('the client has gone', { cause });
  }
}

/** PostgreSQL's code for a statement that was cancelled or timed out. The connection can be used further. */
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

/** Sets how queries on a pool are cancelled. */
export const cancelBy = (pool: Pool, cancel: Cancel): unknown => cancels.set(pool, cancel);

/**
 * A pool for one reader who may go away. When the signal is aborted, nothing new begins through this pool, whoever
 * waits for a connection gives up, and queries under way are cancelled. A connection returns to the shared pool only
 * when PostgreSQL has ended its query too, so PostgreSQL never runs more queries than the pool has connections.
 *
 * @param shared if `cancelBy` was not called for it, queries under way run to their end
 * @returns a pool whose `query` and `connect` return promises, and reject with `NotWanted` after the signal
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
    return cancel ? cancelWhenUnwanted(client, wanted, cancel) : client;
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
    // Nobody needs what the caller would compute from the rows.
    if (wanted.aborted) throw new NotWanted();
    return answer;
  };
  const pool = Object.assign(Object.create(shared) as Pool, { connect, query });
  madeOf.set(pool, { shared, wanted });
  return pool;
}

/** The shared pool and the signal of a pool that `whileWanted` made; for any other pool, the pool itself. */
export function sharedPool(pool: Pool): { shared: Pool; wanted: AbortSignal | undefined } {
  return madeOf.get(pool) ?? { shared: pool, wanted: undefined };
}

/**
 * Cancel again after so many milliseconds, because PostgreSQL may not have begun the query when the cancellation came.
 */
const CANCEL_AGAIN_AFTER_MS = 200;

/**
 * Cancels the query of a connection when the signal is aborted. The connection is released only after the cancellation
 * has arrived; otherwise it could hit the query of the next user.
 */
function cancelWhenUnwanted(client: PoolClient, wanted: AbortSignal, cancel: Cancel): PoolClient {
  const release = client.release.bind(client);
  let cancelled: Promise<void> | null = null;
  let again: NodeJS.Timeout | undefined;
  let released = false;
  const stop = (): void => {
    cancelled = cancel(client);
    const stopAgain = (): void => void (released || (again = setTimeout(stop, CANCEL_AGAIN_AFTER_MS)));
    cancelled.then(stopAgain, stopAgain);
  };
  wanted.addEventListener('abort', stop, { once: true });
  client.release = (broken) => {
    released = true;
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
