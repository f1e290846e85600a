import type { AnyView } from '#views/define-view.js';
import type { ClientBase, Pool } from 'pg';
import pg from 'pg';
import { coalesced } from '#platform/database/batched.js';
import { sharedPool } from '#platform/database/while-wanted.js';
import type { Clocks } from './clocks.js';
import {
  haltsOf,
  readProjections,
  type Projection,
  type ProjectionError,
  type SubjectHalt,
} from '#projector/store/projections.js';

/** A view and the generation of it that reads use. */
export interface ActiveGeneration {
  view: AnyView;
  projection: number;
  /** Set where the view's own code failed: the generation has nothing after this position. */
  halted: { position: number; error: ProjectionError | null } | null;
  /** The halted subjects, by name. */
  halts: ReadonlyMap<string, SubjectHalt>;
}

/**
 * The generations that reads use, in the order of the program's views. A view that is being built for the first time
 * has none.
 *
 * @param at the point of the read, which may carry the generations already
 */
export async function readActive(
  db: Pool | ClientBase,
  views: readonly AnyView[],
  at: Pick<Clocks, 'projections'> = {},
): Promise<ActiveGeneration[]> {
  return activeAmong(
    at.projections ?? (await (db instanceof pg.Pool ? projectionsOf(db)() : readProjections(db))),
    views,
  );
}

/** By pool, since every read needs the generations. */
const queries = new WeakMap<Pool, () => Promise<Projection[]>>();

function projectionsOf(one: Pool): () => Promise<Projection[]> {
  const { shared: pool } = sharedPool(one);
  const known = queries.get(pool);
  if (known) return known;
  const query = coalesced(() => readProjections(pool));
  queries.set(pool, query);
  return query;
}

function activeAmong(projections: readonly Projection[], views: readonly AnyView[]): ActiveGeneration[] {
  return views.flatMap((view) => {
    const active = projections.find((one) => one.view === view.name && isActive(one));
    if (!active) return [];
    const { id, status, position, error } = active;
    return [{ view, projection: id, halted: status === 'halted' ? { position, error } : null, halts: haltsOf(active) }];
  });
}

/**
 * The names of the views that cannot be read at a position of the log: their own code failed before it, or they are
 * being built for the first time.
 */
export const unavailableViews = (
  views: readonly AnyView[],
  generations: readonly ActiveGeneration[],
  position: number,
): string[] =>
  views
    .filter((view) => !generations.some((one) => one.view === view && isReadableAt(one, position)))
    .map(({ name }) => name);

/** The id of the latest generation that reads use, of any view. */
export const latestActive = (projections: readonly Projection[]): number =>
  Math.max(0, ...projections.filter(isActive).map(({ id }) => id));

const isActive = ({ status }: Projection): boolean => status === 'active' || status === 'halted';

/** Whether a generation has what it needs for a read at a position of the log. */
export const isReadableAt = ({ halted }: ActiveGeneration, position: number): boolean =>
  halted === null || position <= halted.position;
