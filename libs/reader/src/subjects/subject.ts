import type { AnyView } from '#views/define-view.js';
import type { SubjectHalt } from '#projector/store/halted-subjects.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';

/** A subject of a generation of a view. */
export interface Subject {
  view: AnyView;
  projection: number;
  subject: string;
  /** Where it is set aside; `null`: it is not. */
  halt: SubjectHalt | null;
}

/** A subject of the generation that answers, by its name. */
export const toSubject = (
  { view, projection, halts }: Pick<ActiveGeneration, 'view' | 'projection' | 'halts'>,
  subject: string,
): Subject => ({
  view,
  projection,
  subject,
  halt: halts.get(subject) ?? null,
});
