import { z } from 'zod';
import { problemCodes, type ProblemCode } from './problem-codes.js';
import type { Problem } from './problem.js';

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]];

/** What every refusal looks like: `application/problem+json` after RFC 9457. */
export const ProblemBody = z
  .strictObject({
    type: z.string().meta({ description: '`urn:dateline:problem:<code>`' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes),
    instance: z.string().meta({ description: 'The path that was asked for' }),
    requestId: z.string(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'What is wrong and where: JSON Pointers into the body, or `/<name>` of a query parameter' }),
  })
  .meta({ id: 'Problem', description: 'A refusal, after RFC 9457' });
export type ProblemBody = z.infer<typeof ProblemBody>;

/** The body of a problem's answer. `url` may carry a query string; only its path is told. */
export function problemBody(problem: Problem, url: string, requestId: string): ProblemBody {
  return {
    type: `urn:dateline:problem:${problem.code}`,
    title: problemCodes[problem.code].title,
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    instance: pathOf(url),
    requestId,
    ...(problem.errors.length > 0 && { errors: [...problem.errors] }),
  };
}

const pathOf = (url: string): string => {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
};
