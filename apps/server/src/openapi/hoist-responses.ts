import { isDeepStrictEqual } from 'node:util';
import { problemCodes } from '../problems/problem-codes.js';

/** An operation's answers by their status. */
export type Responses = Record<string, unknown>;

/**
 * Makes one component of an answer that many operations have: that of a status with a single problem code, named as the
 * code. The document is a third of the size, and whoever reads it sees at once what is special.
 *
 * @returns the answers of an operation with references to the components, and adds to `shared` what they refer to
 */
export function hoistResponses(answers: Responses, shared: Record<string, unknown>): Responses {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, share(answer, shared)]));
}

function share(answer: unknown, shared: Record<string, unknown>): unknown {
  const code = codeOf(answer);
  if (code === undefined) return answer;
  shared[code] ??= answer;
  return isDeepStrictEqual(shared[code], answer) ? { $ref: `#/components/responses/${code}` } : answer;
}

/** The code of an answer that has but one. */
function codeOf(answer: unknown): string | undefined {
  const { description } = answer as { description?: unknown };
  if (typeof description !== 'string') return undefined;
  return Object.entries(problemCodes).find(([code, { title }]) => description === `\`${code}\`: ${title}`)?.[0];
}
