import type { z } from 'zod';
import { check } from '#catalogue/problems.js';
import { exceedsLimits } from '#catalogue/bounds.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';

/**
 * Checks a body by its schema.
 * @throws Problem `invalid-request` with everything that is wrong, or `malformed-json` where there is no body
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  if (body === undefined) throw new Problem('malformed-json', 'This operation needs a body.');
  const excess = exceedsLimits(body);
  if (excess) throw invalid([excess]);
  const checked = check(schema, body);
  if (checked.ok) return checked.value;
  throw invalid(checked.errors);
}

function invalid(errors: readonly ProblemPointer[]): Problem {
  const [first] = errors;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  const detail = first
    ? `${first.pointer === '' ? 'The body' : first.pointer} ${first.detail}${more}.`
    : 'The body is not valid.';
  return new Problem('invalid-request', detail, { errors });
}
