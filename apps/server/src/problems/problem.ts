import { problemCodes, type ProblemCode } from './problem-codes.js';

/** One thing that is wrong, and where: a JSON Pointer into the body, or `/name` of a query parameter. */
export interface ProblemPointer {
  pointer: string;
  detail: string;
}

export interface ProblemOptions {
  errors?: readonly ProblemPointer[] | undefined;
  /** Headers that the answer needs besides: `Allow`, `Retry-After`, `WWW-Authenticate`. */
  headers?: Readonly<Record<string, string>> | undefined;
  cause?: unknown;
}

/** An answer that says no: thrown by whatever stands at the edge, and sent as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly errors: readonly ProblemPointer[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    { errors = [], headers = {}, cause }: ProblemOptions = {},
  ) {
    super(detail, cause === undefined ? undefined : { cause });
    this.errors = errors;
    this.headers = headers;
  }

  get status(): number {
    return problemCodes[this.code].status;
  }
}

/** What is not there at the moment, and when to ask again. `retryAfter` in whole seconds. */
export const unavailable = (detail: string, retryAfter = 2, cause?: unknown): Problem =>
  new Problem('unavailable', detail, { headers: { 'retry-after': String(retryAfter) }, cause });

/** A query parameter that cannot be understood; the detail names it, the pointer is `/<name>`. */
export const badParameter = (name: string, detail: string): Problem =>
  new Problem('bad-parameter', `${name}: ${detail}`, { errors: [{ pointer: `/${escapePointer(name)}`, detail }] });

/** A header that cannot be understood. */
export const badHeader = (name: string, detail: string): Problem => new Problem('bad-parameter', `${name}: ${detail}`);

/** One step of a JSON Pointer (RFC 6901). */
export const escapePointer = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
