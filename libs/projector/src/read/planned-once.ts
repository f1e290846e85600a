/**
 * What keeps the values of a statement from its plan, so that it is planned once: PostgreSQL takes what it knows the values of to be cheaper than what it does not,
 * and would plan anew each time, which costs more than the statement itself.
 */

/** A parameter that is a list, or SQL that makes one of it. */
export const list = (sql: string): string => `(select ${sql})`;

/** A row of parameters, given as `$1::text as story`. */
export const row = (...parameters: string[]): string => `(select ${parameters.join(', ')} offset 0)`;
