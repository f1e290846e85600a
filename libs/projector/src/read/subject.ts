import type { AnyView } from '#views/define-view.js';

/** A subject of a generation of a view. */
export interface Subject {
  view: AnyView;
  projection: number;
  subject: string;
}
