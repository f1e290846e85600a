import type { AnyView } from '#views/define-view.js';
import type { ClientBase, Pool } from 'pg';
import { BEGIN } from './transaction-settings.js';
import { HALTS, type SubjectHalt } from './halted-subjects.js';
import type { ViewFailure } from '../write/plan-view.js';

/**
 * One generation of a view. `active`: stands at the checkpoint, with all others that are. `building`: being made from
 * the log, at a position of its own. `halted`: its own code failed; it stays where it was. `retired`: another
 * generation took its place.
 */
export interface Projection {
  id: number;
  view: string;
  version: number;
  status: 'building' | 'active' | 'halted' | 'retired';
  /** Meaningful while building or halted. */
  position: number;
  error: ProjectionError | null;
  /** Its subjects that are set aside, by position. */
  halts: readonly SubjectHalt[];
}

export interface ProjectionError {
  message: string;
  /** The request at whose end it failed. */
  position: number;
  subject: string | null;
}

/** The view that a generation is of, where the program has it, and in that version. */
export const viewOf = (
  views: readonly AnyView[],
  { view, version }: Pick<Projection, 'view' | 'version'>,
): AnyView | undefined => views.find((one) => one.name === view && one.version === version);

/** Its halts by subject. */
export const haltsOf = ({ halts }: Pick<Projection, 'halts'>): ReadonlyMap<string, SubjectHalt> =>
  halts.length === 0 ? NO_HALTS : new Map(halts.map((one) => [one.subject, one]));

const NO_HALTS: ReadonlyMap<string, SubjectHalt> = new Map();

interface ProjectionColumns extends Omit<Projection, 'position' | 'halts'> {
  position: string;
  halts: SubjectHalt[] | null;
}

const SERVING = `
select p.id, p.view, p.version, p.status, p.position, p.error, ${HALTS} from projection p where p.status <> 'retired' order by p.id`;

/** All generations but the retired. */
export async function readProjections(db: Pool | ClientBase): Promise<Projection[]> {
  const { rows } = await db.query<ProjectionColumns>({ name: 'projections', text: SERVING });
  return rows.map((row) => ({ ...row, position: Number(row.position), halts: row.halts ?? [] }));
}

const VIEWS_AT = `
select c.position as checkpoint, l.position as head, p.id, p.view, p.version, p.status, p.position, p.error, ${HALTS}
  from checkpoint c cross join log_head l left join projection p on p.status <> 'retired' order by p.id`;

interface ViewsAtColumns extends Omit<ProjectionColumns, 'id'> {
  checkpoint: string;
  head: string;
  /** `null` in the one row of a database that has no generation. */
  id: number | null;
}

/**
 * All generations but the retired, the position at which the active ones stand, and that of the end of the log, all of
 * one moment.
 */
export async function readViewsAt(
  db: Pool | ClientBase,
): Promise<{ position: number; head: number; projections: Projection[] }> {
  const { rows } = await db.query<ViewsAtColumns>({ name: 'views-at', text: VIEWS_AT });
  const projections = rows.flatMap(({ id, view, version, status, position, error, halts }) =>
    id === null ? [] : [{ id, view, version, status, position: Number(position), error, halts: halts ?? [] }],
  );
  return { position: Number(rows[0]?.checkpoint ?? 0), head: Number(rows[0]?.head ?? 0), projections };
}

/**
 * Declares this program's views to the database: a view that it has not seen, or has in a lower version, is built from
 * the log; on an empty log there is nothing to build. A view that stands in a higher version is left alone. Runs under
 * the checkpoint's lock, so two servers that start at once declare each view once.
 */
export function registerViews(client: ClientBase, views: readonly AnyView[]): Promise<void> {
  return changeGenerations(client, (position) => declareAt(client, views, position));
}

/** The same within a change of the generations. `position`: the checkpoint. */
export async function declareAt(client: ClientBase, views: readonly AnyView[], position: number): Promise<void> {
  const empty = position === 0;
  const known = await readProjections(client);
  for (const view of views) {
    const generations = known.filter((one) => one.view === view.name);
    if (generations.some((one) => one.version >= view.version)) continue;
    const over = empty ? ['active', 'halted', 'building'] : ['building'];
    await client.query(
      `update projection set status = 'retired', changed_at = now() where view = $1 and status = any($2)`,
      [view.name, over],
    );
    await client.query(`insert into projection (view, version, status, position) values ($1, $2, $3, 0)`, [
      view.name,
      view.version,
      empty ? 'active' : 'building',
    ]);
  }
}

const HOLD = `select pg_advisory_xact_lock(hashtext('dateline generations'))`;

/** Keeps everybody else, to the end of the transaction, from changing which generations there are. */
export async function lockGenerations(client: ClientBase): Promise<void> {
  await client.query(HOLD);
}

/**
 * Keeps everybody else, to the end of the transaction, from moving the views and from changing which generations there
 * are. Answers where the views stand.
 */
export async function lockCheckpoint(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ position: string }>('select position from checkpoint for update');
  await lockGenerations(client);
  return Number(rows[0]?.position ?? 0);
}

/**
 * Changes which generations there are, in a transaction in which the views stand still, and after all other such
 * changes.
 *
 * @param change is told the checkpoint
 */
export async function changeGenerations<T>(client: ClientBase, change: (position: number) => Promise<T>): Promise<T> {
  await client.query(BEGIN);
  try {
    const result = await change(await lockCheckpoint(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * Stops a view where its own code failed; the others go on. `position`: the end of the last request that it has folded.
 */
export async function haltProjection(
  client: ClientBase,
  id: number,
  position: number,
  failure: ViewFailure,
): Promise<void> {
  const error: ProjectionError = { message: failure.message, position: failure.knownFrom, subject: failure.subject };
  await client.query(
    `update projection set status = 'halted', position = $2, error = $3, changed_at = now() where id = $1`,
    [id, position, error],
  );
}

/** Puts a finished generation in the place of the one that served. Call it while holding the views. */
export async function activate(client: ClientBase, built: Projection): Promise<void> {
  await client.query(
    `update projection set status = 'retired', changed_at = now() where view = $1 and status in ('active', 'halted')`,
    [built.view],
  );
  await client.query(`update projection set status = 'active', changed_at = now() where id = $1`, [built.id]);
}
