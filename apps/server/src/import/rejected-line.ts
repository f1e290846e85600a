import type { ProblemCode } from '../problems/problem-codes.js';
import type { Problem, ProblemPointer } from '../problems/problem.js';

/** Why an import stopped, and at which line. What stood before it is stored. */
export interface RejectedLine {
  line: number;
  code: ProblemCode;
  detail: string;
  errors: readonly ProblemPointer[];
}

/** The refusal of a line for a problem; where that has no places of its own, the whole line is the place. */
export function rejectedLine(
  line: number,
  { code, detail, errors }: Pick<Problem, 'code' | 'detail' | 'errors'>,
): RejectedLine {
  return { line, code, detail, errors: errors.length > 0 ? errors : [{ pointer: '', detail }] };
}
