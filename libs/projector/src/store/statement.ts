import type { ClientBase } from 'pg';

/**
 * How each transaction of a projector begins. It holds a lock that all other projectors wait for. PostgreSQL therefore
 * ends it when the process sends nothing for ten seconds, or takes no answer for as long: a process that is frozen, or
 * whose machine is gone, blocks nobody. JIT is off, because compiling the plans of many short statements would cost
 * more than it saves.
 */
export const BEGIN =
  'begin; set local idle_in_transaction_session_timeout = 10000; ' +
  'set local tcp_user_timeout = 10000; set local jit = off';

/**
 * As `BEGIN`, for a transaction that projects. Each of its statements finds a few rows for each of many subjects, by an
 * index. Where statistics are missing, or out of date because the tables grow, PostgreSQL would sometimes read a whole
 * table instead.
 */
export const BEGIN_BY_INDEX =
  `${BEGIN}; set local enable_seqscan = off; set local enable_bitmapscan = off; ` +
  'set local enable_hashjoin = off; set local enable_mergejoin = off';

/**
 * As `BEGIN_BY_INDEX`, with one generic plan for each named statement. By default PostgreSQL compares the cost of the
 * generic plan with that of the custom plans it made while the tables were smaller. Once they have grown, it may plan
 * each execution again for ever, which costs more than most of the executions.
 */
export const BEGIN_BY_ONE_PLAN = `${BEGIN_BY_INDEX}; set local plan_cache_mode = force_generic_plan`;

/**
 * As `BEGIN_BY_ONE_PLAN`, for a transaction that moves the views on. It does not wait for the disk. What a power
 * failure takes away is projected from the log again, because the checkpoint is lost with it. PostgreSQL keeps the
 * order of commits, so no commit that survives depends on one that was lost.
 */
export const BEGIN_TO_PROJECT = `${BEGIN_BY_ONE_PLAN}; set local synchronous_commit = off`;

/** A statement with its parameters. PostgreSQL prepares it once for each connection, under its name. */
export interface Statement {
  name: string;
  text: string;
  values: string[];
}

/** Runs statements one after the other. */
export async function runAll(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/**
 * Sends all statements at once: PostgreSQL goes from one to the next without waiting for this process. Rejects with the
 * first error.
 */
export async function runAtOnce(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  await Promise.all(statements.map((statement) => client.query(statement)));
}

/**
 * A column of rows is sent to PostgreSQL as one string, its values joined by U+001F, which no stored text can contain:
 * faster to parse than an array.
 */
const SEPARATOR = '\u001f';

/**
 * One column of some rows as a parameter, to be split by `string_to_array($n, chr(31), chr(30))`. `null` becomes SQL's
 * null. No value may be an empty text: a single empty value would be read as no value.
 */
export function column<T>(rows: readonly T[], value: (row: T) => string | number | boolean | null): string {
  return rows.map((row) => value(row) ?? '\u001e').join(SEPARATOR);
}

/** SQL: parameter `n`, a column, as an array of a type. */
export const split = (n: number, type: string): string => `string_to_array($${n}, chr(31), chr(30))::${type}[]`;

/** SQL: parameters $1, $2, … as arrays, one of each type, for `unnest`. */
export const splitAll = (...types: readonly string[]): string =>
  types.map((type, index) => split(index + 1, type)).join(', ');
