import { ConfigError } from './config-error.js';
import { isLoopback } from './loopback.js';
import { suggestName } from './suggest-name.js';
import { readSecretFiles } from './secret-files.js';
import { type LogLevel, type Role, secretNames, settingNames, Settings } from './settings.js';

export { ConfigError } from './config-error.js';
export type { LogLevel, Role } from './settings.js';

export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  /** The role that the server works with; null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** The role that migrates and owns the tables; null: as `databaseDirectUrl`, else `databaseUrl`. */
  databaseOwnerUrl: string | null;
  /** For LISTEN, where `databaseUrl` is a transaction pooler; null: as `databaseUrl`. */
  databaseDirectUrl: string | null;
  redisUrl: string | null;
  /** Absolute. */
  dataDir: string;
  /** null: generated on the first start. */
  adminKey: string | null;
  roles: ReadonlySet<Role>;
  /** null: only on an empty embedded database. */
  demo: boolean | null;
  /** Whether reading needs no key. By default only with the embedded database, listening on a loopback address. */
  publicRead: boolean;
  /** Requests a minute; null: no limit. */
  rateLimit: number | null;
  /** Streams of the log that one key, or one address without a key, may follow at a time. */
  maxStreams: number;
  /** How many proxies, or which ones, may say for whom they ask; null: none. */
  trustProxy: number | string[] | null;
  /** Origins whose pages may ask; `*`: any. */
  corsOrigins: string[];
  logLevel: LogLevel;
}

/**
 * Reads the whole configuration from the environment. An empty variable counts as one that is not there.
 *
 * @throws ConfigError with every problem at once; no secret is in its message
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const secrets = readSecretFiles(env, secretNames);
  const given = Object.fromEntries(
    Object.entries(secrets.env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Settings.safeParse(given);
  const problems = [...secrets.problems, ...(parsed.error?.issues ?? []).map((issue) => problemOf(issue, given))];
  problems.push(...lonelyUrls(given), ...unknownNames(env));
  if (problems.length > 0 || !parsed.success) throw new ConfigError([...new Set(problems)]);

  const settings = parsed.data;
  return {
    host: settings.HOST,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL,
    redisUrl: settings.REDIS_URL,
    dataDir: settings.DATELINE_DATA_DIR,
    adminKey: settings.DATELINE_ADMIN_KEY,
    roles: settings.DATELINE_ROLES,
    demo: settings.DATELINE_DEMO,
    publicRead: settings.DATELINE_PUBLIC_READ ?? (settings.DATABASE_URL === null && isLoopback(settings.HOST)),
    rateLimit: settings.DATELINE_RATE_LIMIT,
    maxStreams: settings.DATELINE_MAX_STREAMS,
    trustProxy: settings.DATELINE_TRUST_PROXY,
    corsOrigins: settings.DATELINE_CORS_ORIGINS,
    logLevel: settings.LOG_LEVEL,
  };
}

function problemOf(issue: { path: PropertyKey[]; message: string }, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const secret = (secretNames as readonly string[]).includes(name);
  return `${name}: ${issue.message}${secret ? '' : `, and is ${JSON.stringify(given[name])}`}.`;
}

/** An owner or a direct connection to a database that the server does not use is a half-finished configuration. */
function lonelyUrls(given: Record<string, string | undefined>): string[] {
  if (given['DATABASE_URL'] !== undefined) return [];
  return ['DATABASE_OWNER_URL', 'DATABASE_DIRECT_URL']
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name}: is given without DATABASE_URL; the server would start the embedded PostgreSQL beside it.`);
}

/** A misspelt setting would otherwise be passed over in silence. `DATELINE_TEST_…` belongs to the tests. */
function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)];
  return Object.keys(env)
    .filter((name) => name.startsWith('DATELINE_') && !name.startsWith('DATELINE_TEST_') && !known.includes(name))
    .map((name) => {
      const meant = suggestName(
        name,
        known.filter((candidate) => candidate.startsWith('DATELINE_')),
      );
      return `${name}: is no setting of Dateline${meant ? `; did you mean ${meant}?` : '.'}`;
    });
}
