import type { z } from 'zod';
import { check } from '#catalogue/problems.js';
import { exceedsLimits } from '#catalogue/bounds.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';

/**
 * Reads a body by its schema.
 * @throws Problem `invalid-request` with all that is wrong, or `malformed-json` where there is no body
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  if (body === undefined) throw new Problem('malformed-json', 'A body is needed here.');
  const tooMuch = exceedsLimits(body);
  if (tooMuch) throw invalid([tooMuch]);
  const checked = check(schema, body);
  if (checked.ok) return checked.value;
  throw invalid(checked.errors);
}

function invalid(errors: readonly ProblemPointer[]): Problem {
  const [first] = errors;
  const detail = first
    ? `${first.pointer === '' ? 'The body' : first.pointer} ${first.detail}${errors.length > 1 ? `, and ${errors.length - 1} more` : ''}.`
    : 'It is not valid.';
  return new Problem('invalid-request', detail, { errors });
}
