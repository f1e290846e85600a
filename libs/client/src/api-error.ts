import type { components } from './openapi.js';

/** What a server says of a request that it does not do, after RFC 9457. */
export type Problem = components['schemas']['Problem'];

/**
 * A request that was not done. Its `problem.code` is what a program decides by; `problem.errors` says what was wrong
 * where.
 */
export class ApiError extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly problem: Problem,
    /** Seconds after which to try again, where the server says so. */
    readonly retryAfter: number | null,
  ) {
    super(
      [
        `${problem.status} ${problem.code}: ${problem.detail}`,
        ...(problem.errors ?? []).map((one) => `  ${one.pointer} ${one.detail}`),
      ].join('\n'),
    );
  }
}

/**
 * Of an answer of 400 or more. One that is no problem, as from a proxy in between, becomes one of the code
 * `unavailable`.
 */
export async function toApiError(response: Response): Promise<ApiError> {
  const text = await response.text();
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiError(problemIn(response, text), Number.isFinite(retryAfter) ? retryAfter : null);
}

function problemIn(response: Response, text: string): Problem {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) return JSON.parse(text) as Problem;
  return {
    type: 'about:blank',
    title: response.statusText || 'No problem was told',
    status: response.status,
    detail: text.slice(0, 200),
    code: 'unavailable',
    instance: response.url,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
