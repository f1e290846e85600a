import { resolve } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

export const roles = ['api', 'projector', 'worker'] as const;
export type Role = (typeof roles)[number];

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Settings whose value is never printed, and which can also be read from a file (`…_FILE`). */
export const secretNames = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_DIRECT_URL',
  'REDIS_URL',
  'DATELINE_ADMIN_KEY',
] as const;

/** The length of the shortest admin key that is accepted, characters. */
export const minKeyLength = 32;

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  (names as readonly string[]).includes(name);

function wholeNumber(least: number, most: number) {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule);
}

const boolean = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .refine(canBeParsed, 'is not a valid PostgreSQL address (postgres://user:password@host:5432/database)');

/**
 * Parsed by `pg` itself, so whatever it accepts (sockets, options) is accepted here. A client that is never connected
 * opens nothing.
 */
function canBeParsed(url: string): boolean {
  try {
    return new pg.Client({ connectionString: url }).host !== '';
  } catch {
    return false;
  }
}

const rolesRule = `must list one or more of ${roles.join(', ')}, separated by commas`;
const roleList = z
  .string()
  .transform((list) => list.split(',').map((name) => name.trim()))
  .transform((names, context): Set<Role> => {
    const known = names.filter((name) => isOneOf(roles, name));
    if (known.length !== names.length) context.addIssue({ code: 'custom', message: rolesRule });
    return new Set(known);
  });

const proxyName = /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]*[.:][\da-fA-F.:]*(\/\d{1,3})?)$/;
const trustedProxies = z
  .string()
  .transform((text): number | string[] =>
    /^\d{1,3}$/.test(text) ? Number(text) : text.split(',').map((name) => name.trim()),
  )
  .refine(
    (value) => (typeof value === 'number' ? value > 0 : value.every((name) => proxyName.test(name))),
    'must be the number of proxies in front of the server, or a list of their addresses (10.0.0.0/8, loopback)',
  );

const corsOrigins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .refine(
    (origins) =>
      origins.every((origin) => origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin)),
    'must list origins (https://news.example), separated by commas, or be *',
  );

/** Every setting, with its rule. The text of a rule follows the name: "PORT: must be …". */
export const Settings = z.object({
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'must be a host name or an address, without http:// and without a port')
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  DATABASE_URL: postgresUrl.nullable().default(null),
  DATABASE_OWNER_URL: postgresUrl.nullable().default(null),
  DATABASE_DIRECT_URL: postgresUrl.nullable().default(null),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must begin with redis:// or rediss:// and name a host' })
    .nullable()
    .default(null),
  DATELINE_DATA_DIR: z
    .string()
    .transform((path) => resolve(path))
    .prefault('.dateline'),
  DATELINE_ADMIN_KEY: z
    .string()
    .min(minKeyLength, `must have at least ${minKeyLength} characters`)
    .regex(/^[^\p{Cc}\s](.*[^\p{Cc}\s])?$/u, 'must be one line without white space at its start or end')
    .nullable()
    .default(null),
  DATELINE_ROLES: roleList.prefault(roles.join(',')),
  DATELINE_DEMO: boolean.nullable().default(null),
  DATELINE_PUBLIC_READ: boolean.nullable().default(null),
  DATELINE_RATE_LIMIT: wholeNumber(1, 1_000_000).nullable().default(null),
  DATELINE_MAX_STREAMS: wholeNumber(1, 2_000).default(1_000),
  DATELINE_ANSWER_CACHE_MIB: wholeNumber(0, 4_096).default(16),
  DATELINE_CORS_ORIGINS: corsOrigins.default([]),
  DATELINE_TRUST_PROXY: trustedProxies.nullable().default(null),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

export const settingNames = Object.keys(Settings.shape);
