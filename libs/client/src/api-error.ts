import type { components } from './openapi.js';

/** The body of a refusal (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** A request was refused. A program decides by `problem.code`; `problem.errors` has what is wrong, and where. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly problem: Problem,
    /** Seconds after which to try again, where the server sent them. */
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
 * Converts an answer with a status of 400 or more. Where its body is not a problem, for example from a proxy, the code
 * is `unavailable`.
 */
export async function toApiError(response: Response): Promise<ApiError> {
  const text = await response.text();
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiError(problemOf(response, text), Number.isFinite(retryAfter) ? retryAfter : null);
}

function problemOf(response: Response, text: string): Problem {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) return JSON.parse(text) as Problem;
  return {
    type: 'about:blank',
    title: response.statusText || 'The answer has no problem',
    status: response.status,
    detail: text.slice(0, 200),
    code: 'unavailable',
    instance: response.url,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
