import { setTimeout as sleep } from 'node:timers/promises';

/** The codes of PostgreSQL (SQLSTATE) and of the socket that mean: not available, or not available now. */
const TRANSIENT_CODES = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '57014', '55P03', '25006', '40001', '40P01'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** How the messages begin of those errors to which `pg` gives no code. */
const TRANSIENT_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Cannot use a pool after',
  'Client was closed',
  'Query read timeout',
];

/**
 * Whether a retry a moment later may succeed: the database cannot be reached, is starting or stopping, or has no
 * connection left. Also checks `cause` and the errors of an `AggregateError`.
 */
export function isTransientDatabaseError(error: unknown): boolean {
  return search(error, 0);
}

function search(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && isTransientCode(code)) return true;
  if (code === 'ENOENT' && (error as { syscall?: unknown }).syscall === 'connect') return true;
  if (TRANSIENT_MESSAGES.some((text) => error.message.startsWith(text))) return true;
  if (error instanceof AggregateError && error.errors.some((inner) => search(inner, depth + 1))) return true;
  return search(error.cause, depth + 1);
}

const isTransientCode = (code: string): boolean =>
  TRANSIENT_CODES.has(code) || isClass(code, '08') || isClass(code, '53');

/** A SQLSTATE has five characters; the first two are its class. `53`: insufficient resources, `08`: connection. */
const isClass = (code: string, name: string): boolean => code.length === 5 && code.startsWith(name) && /^\d/.test(code);

/** Milliseconds from one try to the next. */
const RETRY_EVERY = 500;

/**
 * Runs a task again for as long as it fails because the database is not available now. The task must be one that may
 * run again after it failed half-way.
 *
 * @param onRetry is called with the error before each further try
 * @param timeoutMs after which no further try begins
 * @throws the last error
 */
export async function retryWhileTransient<Result>(
  task: () => Promise<Result>,
  onRetry: (error: unknown) => unknown,
  timeoutMs: number,
): Promise<Result> {
  for (const deadline = performance.now() + timeoutMs; ; await sleep(RETRY_EVERY)) {
    try {
      return await task();
    } catch (error) {
      if (!isTransientDatabaseError(error) || performance.now() > deadline) throw error;
      await onRetry(error);
    }
  }
}

const UNIQUE_VIOLATION = '23505';

/**
 * Whether a unique constraint kept a row out.
 *
 * @param error of `pg`, or of TypeORM, which has the same properties
 * @param constraint its name in the database
 */
export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  (error as { code?: unknown }).code === UNIQUE_VIOLATION &&
  (error as { constraint?: unknown }).constraint === constraint;
