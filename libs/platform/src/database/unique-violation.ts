const UNIQUE_VIOLATION = '23505';

/**
 * Whether an error of `pg`, or of TypeORM, which carries the same properties, says that a unique constraint, by its
 * name in the database, has kept a row out.
 */
export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  (error as { code?: unknown }).code === UNIQUE_VIOLATION &&
  (error as { constraint?: unknown }).constraint === constraint;
