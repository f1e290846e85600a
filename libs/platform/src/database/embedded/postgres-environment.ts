/**
 * The environment variables that PostgreSQL's programs get. No others: the user that runs them could read a secret in
 * /proc, and a PG… variable would direct them to another database.
 */
const ALLOWED = new Set(['PATH', 'LD_LIBRARY_PATH', 'TZ', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot']);

/** The environment of PostgreSQL's programs, and of those that prepare them. Their messages are in English. */
export function postgresEnvironment(from: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const allowed = Object.entries(from).filter(([name]) => ALLOWED.has(name));
  return { ...Object.fromEntries(allowed), LANG: 'C', LC_ALL: 'C' };
}
