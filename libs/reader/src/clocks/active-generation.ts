import type { AnyView } from '#views/define-view.js';
import type { ClientBase, Pool } from 'pg';
import pg from 'pg';
import { coalesced } from '#platform/database/coalesced.js';
import { sharedPool } from '#platform/database/while-wanted.js';
import type { Clocks } from './clocks.js';
import type { SubjectHalt } from '#projector/store/halted-subjects.js';
import { haltsOf, readProjections, type Projection, type ProjectionError } from '#projector/store/projections.js';

/** A view and the generation of it that answers. */
export interface ActiveGeneration {
  view: AnyView;
  projection: number;
  /** Set where its own code failed: it has nothing after this position. */
  halted: { position: number; error: ProjectionError | null } | null;
  /** By subject: those that are set aside. */
  halts: ReadonlyMap<string, SubjectHalt>;
}

/**
 * The generations that answer, in the order of the program's views. A view that is still being built for the first time
 * has none.
 *
 * @param at where they are to answer: they may have been read with its position
 */
export async function readActive(
  db: Pool | ClientBase,
  views: readonly AnyView[],
  at: Pick<Clocks, 'projections'> = {},
): Promise<ActiveGeneration[]> {
  return servingAmong(
    at.projections ?? (await (db instanceof pg.Pool ? projectionsOf(db)() : readProjections(db))),
    views,
  );
}

/** By pool: every read asks it. */
const asking = new WeakMap<Pool, () => Promise<Projection[]>>();

function projectionsOf(one: Pool): () => Promise<Projection[]> {
  const { shared: pool } = sharedPool(one);
  const known = asking.get(pool);
  if (known) return known;
  const ask = coalesced(() => readProjections(pool));
  asking.set(pool, ask);
  return ask;
}

/** Those among all generations. */
function servingAmong(projections: readonly Projection[], views: readonly AnyView[]): ActiveGeneration[] {
  return views.flatMap((view) => {
    const serving = projections.find((one) => one.view === view.name && isServing(one));
    if (!serving) return [];
    const { id, status, position, error } = serving;
    return [
      { view, projection: id, halted: status === 'halted' ? { position, error } : null, halts: haltsOf(serving) },
    ];
  });
}

/**
 * The names of the views of which nothing can be said at a position of the log: their own code failed before, or they
 * are first being built.
 */
export const unavailableViews = (
  views: readonly AnyView[],
  serving: readonly ActiveGeneration[],
  position: number,
): string[] =>
  views
    .filter((view) => !serving.some((one) => one.view === view && isReadableAt(one, position)))
    .map(({ name }) => name);

/** The latest generation that serves, of whatever view. */
export const latestServing = (projections: readonly Projection[]): number =>
  Math.max(0, ...projections.filter(isServing).map(({ id }) => id));

const isServing = ({ status }: Projection): boolean => status === 'active' || status === 'halted';

/** Whether a generation can answer at a position of the log. */
export const isReadableAt = (serving: ActiveGeneration, position: number): boolean =>
  serving.halted === null || position <= serving.halted.position;
