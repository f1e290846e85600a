import { inTransaction } from '#platform/database/in-transaction.js';
import type { AnyView } from '#views/define-view.js';
import type { ClientBase } from 'pg';
import type { ViewFailure } from '../write/plan-view.js';
import { readProjections, type Projection, type ProjectionError } from './projections.js';
import { BEGIN } from './statement.js';

/**
 * Registers this program's views in the database. A view that the database does not know, or knows in a lower version,
 * is built from the log; on an empty log there is nothing to build. A view that is there in a higher version is left
 * alone. Runs under the checkpoint's lock, so two servers that start at once register each view once.
 */
export function registerViews(client: ClientBase, views: readonly AnyView[]): Promise<void> {
  return changeGenerations(client, (position) => registerViewsAt(client, views, position));
}

/** As `registerViews`, within a change of the generations. `position`: the checkpoint. */
export async function registerViewsAt(client: ClientBase, views: readonly AnyView[], position: number): Promise<void> {
  const isEmpty = position === 0;
  const known = await readProjections(client);
  for (const view of views) {
    const generations = known.filter((one) => one.view === view.name);
    if (generations.some((one) => one.version >= view.version)) continue;
    const replaced = isEmpty ? ['active', 'halted', 'building'] : ['building'];
    await client.query(
      `update projection set status = 'retired', changed_at = now() where view = $1 and status = any($2)`,
      [view.name, replaced],
    );
    await client.query(`insert into projection (view, version, status, position) values ($1, $2, $3, 0)`, [
      view.name,
      view.version,
      isEmpty ? 'active' : 'building',
    ]);
  }
}

/** Prevents everybody else, to the end of the transaction, from changing which generations there are. */
export async function lockGenerations(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('dateline generations'))`);
}

/**
 * Prevents everybody else, to the end of the transaction, from moving the views and from changing which generations
 * there are.
 *
 * @returns the checkpoint
 */
export async function lockCheckpoint(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ position: string }>('select position from checkpoint for update');
  await lockGenerations(client);
  return Number(rows[0]?.position ?? 0);
}

/** The position at which the active views are at the moment. */
export async function readCheckpoint(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ position: string }>('select position from checkpoint');
  return Number(rows[0]?.position ?? 0);
}

/**
 * Changes which generations there are, in a transaction during which the views do not move, after all other such
 * changes.
 *
 * @param change gets the checkpoint
 */
export function changeGenerations<T>(client: ClientBase, change: (position: number) => Promise<T>): Promise<T> {
  return inTransaction(client, BEGIN, async () => change(await lockCheckpoint(client)));
}

/** Halts a view whose own code failed. `position`: the end of the last request that it has folded. */
export async function haltProjection(
  client: ClientBase,
  id: number,
  position: number,
  failure: ViewFailure,
): Promise<void> {
  await setFailed(client, id, 'halted', position, failure);
}

/** A build that fails leaves the generation that serves in its place. Where there is none, the view is halted. */
export async function haltBuild(
  client: ClientBase,
  { id, view }: Projection,
  position: number,
  failure: ViewFailure,
): Promise<void> {
  const { rows } = await client.query(`select 1 from projection where view = $1 and status in ('active', 'halted')`, [
    view,
  ]);
  await setFailed(client, id, rows.length === 0 ? 'halted' : 'retired', position, failure);
}

async function setFailed(
  client: ClientBase,
  id: number,
  status: Projection['status'],
  position: number,
  failure: ViewFailure,
): Promise<void> {
  const error: ProjectionError = { message: failure.message, position: failure.knownFrom, subject: failure.subject };
  await client.query(`update projection set status = $4, position = $2, error = $3, changed_at = now() where id = $1`, [
    id,
    position,
    error,
    status,
  ]);
}

/** Makes a finished build the generation that serves. Call it while holding the checkpoint's lock. */
export async function activate(client: ClientBase, built: Projection): Promise<void> {
  await client.query(
    `update projection set status = 'retired', changed_at = now() where view = $1 and status in ('active', 'halted')`,
    [built.view],
  );
  await client.query(`update projection set status = 'active', changed_at = now() where id = $1`, [built.id]);
}
