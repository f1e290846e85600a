import { BlockList, isIP } from 'node:net';
import { readSecretFiles, unknownSettings } from './environment.js';
import { type LogLevel, type Role, secretNames, settingNames, Settings } from './settings.js';
import { ConfigError } from './startup-errors.js';

export type { LogLevel, Role } from './settings.js';

export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  /** Connects as the server's role; null: use the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Connects as the role that owns and migrates the tables; null: use `databaseDirectUrl`, else `databaseUrl`. */
  databaseOwnerUrl: string | null;
  /** For LISTEN, which does not work through a transaction pooler; null: use `databaseUrl`. */
  databaseDirectUrl: string | null;
  redisUrl: string | null;
  /** Absolute. */
  dataDir: string;
  /** null: generated on the first start. */
  adminKey: string | null;
  roles: ReadonlySet<Role>;
  /** Whether to load the demo; null: only into an empty embedded database. */
  demo: boolean | null;
  /** Whether anybody may read without a key. By default only with the embedded database on a loopback address. */
  publicRead: boolean;
  /** Requests per minute, for each key or address; null: no limit. */
  rateLimit: number | null;
  /** How many streams of the log one key, or one address without a key, may have open at a time. */
  maxStreams: number;
  /** How many MiB of answers are kept to be sent again; 0: none. */
  answerCacheMib: number;
  /** The number of trusted proxies, or their addresses: they may name the client's address; null: none. */
  trustProxy: number | string[] | null;
  /** Origins whose pages may send requests; `*`: any. */
  corsOrigins: string[];
  logLevel: LogLevel;
}

/**
 * Reads the whole configuration from the environment. An empty variable counts as one that is not set.
 *
 * @throws ConfigError with every problem at once; its message holds no secret
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const secrets = readSecretFiles(env, secretNames);
  const given = Object.fromEntries(
    Object.entries(secrets.env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Settings.safeParse(given);
  const problems = [...secrets.problems, ...(parsed.error?.issues ?? []).map((issue) => problemOf(issue, given))];
  const known = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)];
  problems.push(...urlsWithoutDatabase(given), ...unknownSettings(env, known));
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
    answerCacheMib: settings.DATELINE_ANSWER_CACHE_MIB,
    trustProxy: settings.DATELINE_TRUST_PROXY,
    corsOrigins: settings.DATELINE_CORS_ORIGINS,
    logLevel: settings.LOG_LEVEL,
  };
}

function problemOf(issue: { path: PropertyKey[]; message: string }, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const secret = (secretNames as readonly string[]).includes(name);
  return `${name}: ${issue.message}${secret ? '' : `, but is ${JSON.stringify(given[name])}`}.`;
}

/** An owner or a direct connection for a database that the server does not use is an incomplete configuration. */
function urlsWithoutDatabase(given: Record<string, string | undefined>): string[] {
  if (given['DATABASE_URL'] !== undefined) return [];
  return ['DATABASE_OWNER_URL', 'DATABASE_DIRECT_URL']
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name}: is set, but DATABASE_URL is not; the server would use the embedded PostgreSQL instead.`);
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether only this machine can reach a server that listens on `host`. True for the loopback addresses of IPv4 and IPv6
 * and for `localhost`. False for any other name, because it may resolve to any address.
 */
function isLoopback(host: string): boolean {
  const family = isIP(host);
  if (family === 0) return host.toLowerCase() === 'localhost';
  return loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
