/** How PostgreSQL (SQLSTATE) and the socket under it say that they are not there, or not now. */
const AWAY = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '57014', '55P03', '25006', '40001', '40P01'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** `pg` gives these no code. */
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after|Client was closed|Query read timeout)/;

/**
 * Whether an error says that the database cannot be reached, is starting or stopping, or has no room for another
 * connection: what may well go right a moment later. Looks through `cause` and the errors of an `AggregateError`.
 */
export function isTransientDatabaseError(error: unknown): boolean {
  return search(error, 0);
}

function search(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (AWAY.has(code) || isClass(code, '08') || isClass(code, '53'))) return true;
  if (code === 'ENOENT' && (error as { syscall?: unknown }).syscall === 'connect') return true;
  if (AWAY_MESSAGES.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some((inner) => search(inner, depth + 1))) return true;
  return search(error.cause, depth + 1);
}

/** A SQLSTATE is five characters, its class the first two. `53` is insufficient resources, `08` a connection. */
const isClass = (code: string, name: string): boolean => code.length === 5 && code.startsWith(name) && /^\d/.test(code);
