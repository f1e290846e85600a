import { HttpException } from '@nestjs/common';
import { ClocksDisagree, LogUnavailable } from '#log/append/append-request.js';
import { ViewsBeyondLog } from '#reader/clocks/checkpoint.js';
import { Problem, unavailable } from './problem.js';
import { codeOfStatus } from './problem-codes.js';
import { isTransientDatabaseError } from '#platform/database/database-errors.js';
import { isCanceled, NotWanted } from '#platform/database/while-wanted.js';

const TOO_LONG = 'The database took too long. Try again in a moment, or request less at a time.';

/**
 * The problem for anything thrown. A 4xx error of a library keeps its meaning. A database that cannot be reached, and
 * clocks that contradict each other, are `unavailable`. Everything else is `internal`, without its message.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = problemOfLibrary(error instanceof HttpException ? (error.cause ?? error) : error);
  if (known) return known;
  if (error instanceof LogUnavailable)
    return unavailable(
      `Recording failed: ${error.message}. ` +
        'The same request with the same ids or Idempotency-Key is safe to send again.',
      2,
      error,
    );
  if (error instanceof ClocksDisagree)
    return unavailable(
      `Recording is refused: ${error.message}. ` +
        'Once the wrong clock has been corrected, the same request can be sent again.',
      10,
      error,
    );
  if (error instanceof ViewsBeyondLog) return unavailable(`The views cannot be read: ${error.message}.`, 10, error);
  if (error instanceof NotWanted) return unavailable('The client has gone.');
  if (isCanceled(error)) return unavailable(TOO_LONG, 5, error);
  if (isTransientDatabaseError(error)) return unavailable('The database cannot be reached at the moment.', 2, error);
  return new Problem('internal', 'The server failed. Its log has the id of this request.', { cause: error });
}

function problemOfLibrary(error: unknown): Problem | undefined {
  const status = httpStatusOf(error);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const code = codeOf(error);
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('too-large', 'The body is larger than 4 MiB.', { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE':
      return new Problem(
        'unsupported-media-type',
        'The Content-Type is missing, or this resource does not accept it.',
        { cause: error },
      );
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('malformed-request', 'The length of the body is not its Content-Length.', { cause: error });
    case 'FST_ERR_BAD_URL':
      return new Problem('bad-parameter', 'The path has an escape that is not UTF-8.', { cause: error });
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('not-found', 'No name is that long.', { cause: error });
    default:
      return new Problem(
        codeOfStatus(status),
        status === 404 ? 'Nothing is served at this path.' : 'The request was refused.',
        { cause: error },
      );
  }
}

function httpStatusOf(error: unknown): number | undefined {
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
