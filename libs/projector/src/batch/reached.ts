import type { AnyView } from '#views/define-view.js';
import type { ToldFact } from '../facts/told-fact.js';

/** A subject of a projection, and the facts that come to it or leave it, in whatever form. */
export interface Reached {
  view: AnyView;
  projection: number;
  subject: string;
  facts: readonly ToldFact[];
}

/** A subject that changes before its last row's horizon. */
export interface Late extends Reached {
  /** Its place among those asked for. */
  i: number;
  /** The date from which on it may change, microseconds since the epoch. */
  from: number;
}
