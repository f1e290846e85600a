/**
 * What PostgreSQL's programs may know of this process's environment: where programs, libraries and temporary files are.
 * All else stays here: a secret could be read in /proc by the user who runs them, and a PG… variable would send them
 * elsewhere.
 */
const ALLOWED = new Set(['PATH', 'LD_LIBRARY_PATH', 'TZ', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot']);

/** The environment of PostgreSQL's programs, and of those that prepare their way. Messages are in English. */
export function postgresEnvironment(from: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const allowed = Object.entries(from).filter(([name]) => ALLOWED.has(name));
  return { ...Object.fromEntries(allowed), LANG: 'C', LC_ALL: 'C' };
}
