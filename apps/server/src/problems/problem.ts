import { z } from 'zod';
import { type ProblemCode, problemCodes } from './problem-codes.js';

/** What is wrong, and where: a JSON Pointer into the body, or `/name` of a query parameter. */
export interface ProblemPointer {
  pointer: string;
  detail: string;
  /** Where a word is not one of a closed list: the nearest that is. */
  suggestion?: string | undefined;
}

export interface ProblemOptions {
  errors?: readonly ProblemPointer[] | undefined;
  /** Further headers of the answer: `Allow`, `Retry-After`, `WWW-Authenticate`. */
  headers?: Readonly<Record<string, string | string[]>> | undefined;
  /** Of `version-mismatch`: the version that the story has. */
  version?: number | undefined;
  cause?: unknown;
}

/** A refusal. Handlers and hooks throw it; it is sent as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly errors: readonly ProblemPointer[];
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly version: number | undefined;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    { errors = [], headers = {}, version, cause }: ProblemOptions = {},
  ) {
    super(detail, cause === undefined ? undefined : { cause });
    this.errors = errors;
    this.headers = headers;
    this.version = version;
  }

  get status(): number {
    return problemCodes[this.code].status;
  }
}

/** Something is not available at present. @param retryAfter whole seconds */
export const unavailable = (detail: string, retryAfter = 2, cause?: unknown): Problem =>
  new Problem('unavailable', detail, { headers: { 'retry-after': String(retryAfter) }, cause });

/**
 * A query parameter is not valid. The detail names it, and the pointer is `/<name>`.
 *
 * @param suggestion the nearest word that is known here
 */
export const badParameter = (name: string, detail: string, suggestion?: string): Problem =>
  new Problem('bad-parameter', `${name}: ${detail}`, {
    errors: [{ pointer: `/${escapePointer(name)}`, detail, ...(suggestion !== undefined && { suggestion }) }],
  });

/** A header is not valid. */
export const badHeader = (name: string, detail: string): Problem => new Problem('bad-parameter', `${name}: ${detail}`);

/** One step of a JSON Pointer (RFC 6901). */
export const escapePointer = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]];

/** The body of every refusal: `application/problem+json` (RFC 9457). */
export const ProblemBody = z
  .strictObject({
    type: z.string().meta({ description: '`urn:dateline:problem:<code>`' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes),
    instance: z.string().meta({ description: 'The path of the request' }),
    requestId: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string(),
          detail: z.string(),
          suggestion: z
            .string()
            .optional()
            .meta({ description: 'Where a word or a parameter is not known: the nearest that is' }),
        }),
      )
      .optional()
      .meta({ description: 'What is wrong, and where: JSON Pointers into the body, or `/<name>` of a parameter' }),
    version: z
      .int()
      .optional()
      .meta({ description: 'Of `version-mismatch`: the version that the story has, as If-Match takes it' }),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457)' });
export type ProblemBody = z.infer<typeof ProblemBody>;

/** @param url may have a query string, which is left out */
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
    ...(problem.version !== undefined && { version: problem.version }),
  };
}

const pathOf = (url: string): string => {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
};
