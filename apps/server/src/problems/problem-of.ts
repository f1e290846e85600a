import { HttpException } from '@nestjs/common';
import { ClocksDisagree, LogUnavailable } from '#log/append/append-request.js';
import { ViewsBeyondLog } from '#reader/clocks/beyond-log.js';
import { Problem, unavailable } from './problem.js';
import { codeOfStatus } from './problem-codes.js';
import { isTransientDatabaseError } from '#platform/database/transient-errors.js';
import { isCanceled, NotWanted } from '#platform/database/while-wanted.js';

const TOO_LONG = 'This took the database longer than it may. Ask again in a moment, or for less at a time.';

/**
 * Makes a problem of anything thrown. What a library refused with a 4xx keeps its meaning; a database that cannot be
 * reached is `unavailable`, and so are clocks that contradict each other; everything else is `internal`, and its
 * message stays inside.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = problemOfLibrary(error instanceof HttpException ? (error.cause ?? error) : error);
  if (known) return known;
  if (error instanceof LogUnavailable)
    return unavailable(
      `Recording failed: ${error.message}. The same request with the same ids or Idempotency-Key is safe to send again.`,
      2,
      error,
    );
  if (error instanceof ClocksDisagree)
    return unavailable(
      `Recording is refused: ${error.message}. It goes on once the clock that is wrong is set right; the same request may be sent again then.`,
      10,
      error,
    );
  if (error instanceof ViewsBeyondLog) return unavailable(`The views cannot be read: ${error.message}.`, 10, error);
  if (error instanceof NotWanted) return unavailable('Whoever asked has gone.');
  if (isCanceled(error)) return unavailable(TOO_LONG, 5, error);
  if (isTransientDatabaseError(error)) return unavailable('The database cannot be reached at the moment.', 2, error);
  return new Problem('internal', 'The request failed for a reason of ours; its id is in the log.', { cause: error });
}

function problemOfLibrary(error: unknown): Problem | undefined {
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const code = codeOf(error);
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('too-large', 'The body is larger than 4 MiB.', { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE':
      return new Problem(
        'unsupported-media-type',
        'The Content-Type is missing, or not one that this resource takes.',
        { cause: error },
      );
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('malformed-request', 'The body is not as long as its Content-Length says.', { cause: error });
    case 'FST_ERR_BAD_URL':
      return new Problem('bad-parameter', 'The path has an escape that is not UTF-8.', { cause: error });
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('not-found', 'Nothing has a name of that length.', { cause: error });
    default:
      return new Problem(
        codeOfStatus(status),
        status === 404 ? 'Nothing is served at this path.' : 'The request was refused.',
        {
          cause: error,
        },
      );
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = property(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

function codeOf(error: unknown): string | undefined {
  const code = property(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
