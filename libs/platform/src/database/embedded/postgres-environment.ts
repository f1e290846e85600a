/** The environment of PostgreSQL's programs: this process's, without the PG… variables that would send them elsewhere, and with messages in English. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_)/.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C' };
}
