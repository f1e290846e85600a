import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadConfig } from './config.js';
import { ConfigError } from './startup-errors.js';

const database = 'postgres://dateline:s3cret-word@db.example.org:5432/news';
const key = 'k'.repeat(32);

/** The problems of an environment. */
function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('a configuration', () => {
  it('has a default for every setting', () => {
    expect(loadConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      databaseOwnerUrl: null,
      databaseDirectUrl: null,
      redisUrl: null,
      dataDir: resolve('.dateline'),
      adminKey: null,
      roles: new Set(['api', 'projector', 'worker']),
      demo: null,
      publicRead: true,
      rateLimit: null,
      maxStreams: 1_000,
      answerCacheMib: 16,
      trustProxy: null,
      corsOrigins: [],
      logLevel: 'info',
    });
  });

  it('reads every setting', () => {
    const config = loadConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      DATABASE_URL: database,
      DATABASE_OWNER_URL: 'postgresql://owner@db.example.org/news',
      DATABASE_DIRECT_URL: 'postgres://dateline@db.example.org:5433/news',
      REDIS_URL: 'rediss://:word@queue.example.org:6380/2',
      DATELINE_DATA_DIR: '/var/lib/dateline',
      DATELINE_ADMIN_KEY: key,
      DATELINE_ROLES: 'api, worker',
      DATELINE_DEMO: 'false',
      DATELINE_PUBLIC_READ: 'true',
      DATELINE_RATE_LIMIT: '600',
      DATELINE_MAX_STREAMS: '20',
      DATELINE_ANSWER_CACHE_MIB: '64',
      DATELINE_TRUST_PROXY: '10.0.0.0/8, loopback',
      DATELINE_CORS_ORIGINS: 'https://news.example, http://localhost:5173',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 0,
      databaseUrl: database,
      databaseOwnerUrl: 'postgresql://owner@db.example.org/news',
      databaseDirectUrl: 'postgres://dateline@db.example.org:5433/news',
      redisUrl: 'rediss://:word@queue.example.org:6380/2',
      dataDir: '/var/lib/dateline',
      adminKey: key,
      roles: new Set(['api', 'worker']),
      demo: false,
      publicRead: true,
      rateLimit: 600,
      maxStreams: 20,
      answerCacheMib: 64,
      trustProxy: ['10.0.0.0/8', 'loopback'],
      corsOrigins: ['https://news.example', 'http://localhost:5173'],
      logLevel: 'debug',
    });
  });

  it.each([
    ['an empty variable counts as one that is not set', { PORT: '', DATABASE_URL: '', LOG_LEVEL: '' }],
    ['a socket as the address of PostgreSQL', { DATABASE_URL: 'postgres://dateline@%2Fvar%2Frun%2Fpostgresql/news' }],
    ['any line of 32 characters as a key', { DATELINE_ADMIN_KEY: 'näher am Wasser gebaut als das Haus' }],
    ['the number of proxies', { DATELINE_TRUST_PROXY: '1' }],
    ['proxies by IPv6 address', { DATELINE_TRUST_PROXY: '::1,fd00::/8' }],
    ['any variable of the tests', { DATELINE_TEST_ANYTHING: 'x' }],
  ])('accepts %s', (_, env: NodeJS.ProcessEnv) => {
    expect(problemsOf(env)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['PORT', 'http', 'PORT: must be a whole number from 0 to 65535, but is "http".'],
    ['PORT', '65536', 'PORT: must be a whole number from 0 to 65535, but is "65536".'],
    ['PORT', '-1', 'PORT: must be a whole number from 0 to 65535, but is "-1".'],
    ['PORT', '3e3', 'PORT: must be a whole number from 0 to 65535, but is "3e3".'],
    [
      'HOST',
      'http://localhost',
      'HOST: must be a host name or an address, without http:// and without a port, but is "http://localhost".',
    ],
    ['DATABASE_URL', 'mysql://root:s3cret-word@db/news', 'DATABASE_URL: must begin with postgres:// or postgresql://.'],
    [
      'DATABASE_URL',
      'postgres://s3cret-word:s3cret-word@db:not-a-port/news',
      'DATABASE_URL: is not a valid PostgreSQL address (postgres://user:password@host:5432/database).',
    ],
    ['REDIS_URL', 'localhost:6379', 'REDIS_URL: must begin with redis:// or rediss:// and name a host.'],
    ['DATELINE_ADMIN_KEY', 's3cret-word', 'DATELINE_ADMIN_KEY: must have at least 32 characters.'],
    ['DATELINE_ADMIN_KEY', `${key} `, 'DATELINE_ADMIN_KEY: must be one line without white space at its start or end.'],
    [
      'DATELINE_ADMIN_KEY',
      `${key}\n${key}`,
      'DATELINE_ADMIN_KEY: must be one line without white space at its start or end.',
    ],
    [
      'DATELINE_ROLES',
      'api,projektor',
      'DATELINE_ROLES: must list one or more of api, projector, worker, separated by commas, but is "api,projektor".',
    ],
    [
      'DATELINE_ROLES',
      ',',
      'DATELINE_ROLES: must list one or more of api, projector, worker, separated by commas, but is ",".',
    ],
    ['DATELINE_DEMO', 'yes', 'DATELINE_DEMO: must be true or false, but is "yes".'],
    ['DATELINE_PUBLIC_READ', '1', 'DATELINE_PUBLIC_READ: must be true or false, but is "1".'],
    ['DATELINE_RATE_LIMIT', '0', 'DATELINE_RATE_LIMIT: must be a whole number from 1 to 1000000, but is "0".'],
    ['DATELINE_MAX_STREAMS', '0', 'DATELINE_MAX_STREAMS: must be a whole number from 1 to 2000, but is "0".'],
    [
      'DATELINE_TRUST_PROXY',
      'true',
      'DATELINE_TRUST_PROXY: must be the number of proxies in front of the server, or a list of their addresses ' +
        '(10.0.0.0/8, loopback), but is "true".',
    ],
    [
      'DATELINE_CORS_ORIGINS',
      'https://news.example/app',
      'DATELINE_CORS_ORIGINS: must list origins (https://news.example), separated by commas, or be *, ' +
        'but is "https://news.example/app".',
    ],
    [
      'LOG_LEVEL',
      'verbose',
      'LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, but is "verbose".',
    ],
    [
      'DATABASE_OWNER_URL',
      database,
      'DATABASE_OWNER_URL: is set, but DATABASE_URL is not; the server would use the embedded PostgreSQL instead.',
    ],
    ['DATELINE_ADMIM_KEY', key, 'DATELINE_ADMIM_KEY: is not a setting of Dateline; did you mean DATELINE_ADMIN_KEY?'],
    ['DATELINE_ROLE', 'api', 'DATELINE_ROLE: is not a setting of Dateline; did you mean DATELINE_ROLES?'],
    ['DATELINE_COFFEE_STRENGTH', '9', 'DATELINE_COFFEE_STRENGTH: is not a setting of Dateline.'],
    [
      'DATELINE_ROLES_FILE',
      '/run/roles',
      'DATELINE_ROLES_FILE: is not a setting of Dateline; did you mean DATELINE_ROLES?',
    ],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([problem]);
  });

  it.each<[string, boolean, NodeJS.ProcessEnv]>([
    ['the embedded database on 127.0.0.1', true, {}],
    ['the embedded database on any address of 127.0.0.0/8', true, { HOST: '127.8.9.10' }],
    ['the embedded database on ::1', true, { HOST: '::1' }],
    ['the embedded database on 127.0.0.1 as IPv6 writes it', true, { HOST: '::ffff:127.0.0.1' }],
    ['the embedded database on localhost', true, { HOST: 'LocalHost' }],
    ['the embedded database on all addresses', false, { HOST: '0.0.0.0' }],
    ['the embedded database on all addresses of IPv6', false, { HOST: '::' }],
    ['the embedded database on an address of a network', false, { HOST: '10.0.0.7' }],
    ['the embedded database on a name that may resolve to any address', false, { HOST: '127.0.0.1.example.org' }],
    ['a database of its own on 127.0.0.1', false, { DATABASE_URL: database }],
    [
      'an explicit true, whatever the other settings are',
      true,
      { DATABASE_URL: database, HOST: '0.0.0.0', DATELINE_PUBLIC_READ: 'true' },
    ],
    ['an explicit false', false, { DATELINE_PUBLIC_READ: 'false' }],
  ])('reading without a key with %s: %s', (_, publicRead, env) => {
    expect(loadConfig(env).publicRead).toBe(publicRead);
  });

  it('is refused with every problem at once, and without any secret', () => {
    const wrong = {
      PORT: 'x',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://u:s3cret-word@db/n',
      DATELINE_ADMIN_KEY: 's3cret-word',
      DATELINE_DEM: 'true',
    };
    expect(() => loadConfig(wrong)).toThrow(
      /^Dateline cannot start: 5 settings are wrong\.\n( {2}[A-Z_]+: .+(\n|$)){5}$/,
    );
    expect(problemsOf(wrong).join()).not.toContain('s3cret-word');
  });
});

describe('a secret in a file', () => {
  let folder: string;
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['DATABASE_URL', database, 'databaseUrl'],
    ['DATELINE_ADMIN_KEY', key, 'adminKey'],
    ['REDIS_URL', 'redis://queue.example.org', 'redisUrl'],
  ] as const)('%s_FILE is read, without its last line break', (name, value, field) => {
    expect(loadConfig({ [`${name}_FILE`]: file(name, `${value}\n`) })[field]).toBe(value);
  });

  it('is checked like a secret in a variable', () => {
    expect(problemsOf({ DATELINE_ADMIN_KEY_FILE: file('short', 's3cret-word') })).toEqual([
      'DATELINE_ADMIN_KEY: must have at least 32 characters.',
    ]);
  });

  it('must exist, must not be empty, and must not be set twice', () => {
    expect(problemsOf({ DATABASE_URL_FILE: join(folder, 'none') })).toEqual([
      `DATABASE_URL_FILE: the file ${folder}/none cannot be read (ENOENT).`,
    ]);
    expect(problemsOf({ REDIS_URL_FILE: file('empty', '\n') })).toEqual([
      `REDIS_URL_FILE: the file ${folder}/empty is empty.`,
    ]);
    expect(problemsOf({ DATABASE_URL: database, DATABASE_URL_FILE: file('both', database) })).toEqual([
      'DATABASE_URL: is set twice, directly and as DATABASE_URL_FILE; keep one of them.',
    ]);
  });
});
