import { z } from 'zod';
import type { Clocks } from '#projector/read/clocks.js';
import { haltedAt, readServing } from '#projector/read/serving.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/views.js';
import type { ReadingPool } from '../../server-parts.js';

/** A field of every answer that is made from several views. */
export const haltedField = {
  halted: z.array(z.string()).meta({
    description: 'Views that this answer lacks: their own code failed before this point of the record, or they are first being built',
  }),
};

/**
 * The names of the views that an answer lacks at a point of the record.
 *
 * @param made whether it is made from a view
 */
export async function haltedViews(pool: ReadingPool, clocks: Clocks, made: (view: AnyView) => boolean = () => true): Promise<string[]> {
  return haltedAt(views.filter(made), await readServing(pool, views, clocks), clocks.position);
}
