import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Service {
  [setting: string]: unknown;
  environment?: Record<string, string>;
  command?: string[];
  volumes?: string[];
  ports?: string[];
}

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const { services } = load(text, { schema: YAML11_SCHEMA }) as { services: Record<string, Service> };

  it.each(Object.keys(services))('confines %s', (name) => {
    expect(services[name]).toMatchObject({
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      read_only: true,
      tmpfs: expect.arrayContaining(['/tmp']),
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
      pids_limit: expect.any(Number),
      cpus: expect.anything(),
    });
    for (const added of ['cap_add', 'privileged', 'network_mode', 'pid', 'devices'])
      expect(services[name]).not.toHaveProperty(added);
  });

  it('runs nothing as root', () => {
    expect(read('Dockerfile')).toMatch(/\nUSER node\n/);
    const users = Object.entries(services).map(([name, { user, image }]) => [
      name,
      image === 'dateline' ? 'node' : user,
    ]);
    expect(Object.fromEntries(users)).toEqual({
      api: 'node',
      project: 'node',
      work: 'node',
      postgres: 'postgres',
      redis: 'redis',
    });
  });

  it('has no password that works without one being set', () => {
    const variables = [...text.matchAll(/\$\{(\w+)(:?[-?]?)([^}]*)\}/g)].map(([, name, operator, rest]) => ({
      name,
      operator,
      rest,
    }));
    const passwords = variables.filter(({ name }) => name?.endsWith('PASSWORD'));
    expect(passwords.length).toBeGreaterThan(4);
    for (const one of passwords) expect(one).toMatchObject({ operator: ':?', rest: expect.stringMatching(/./) });
    // Without one the server makes a key.
    expect(variables.filter(({ name }) => name === 'DATELINE_ADMIN_KEY')).toEqual([
      { name: 'DATELINE_ADMIN_KEY', operator: ':-', rest: '' },
    ]);
    const { api, postgres, redis } = services;
    const urls = Object.values(api?.environment ?? {}).filter((value) => value.includes('://'));
    expect(urls).toHaveLength(3);
    const given = [
      ...urls.map((url) => /^\w+:\/\/\w*:(.*)@/.exec(url)?.[1]),
      postgres?.environment?.['POSTGRES_PASSWORD'],
      postgres?.environment?.['SERVER_PASSWORD'],
      redis?.environment?.['REDISCLI_AUTH'],
      redis?.command?.[redis.command.indexOf('--requirepass') + 1],
    ];
    for (const password of given) expect(password).toMatch(/^\$\{(DATABASE|REDIS)_PASSWORD:\?[^}]+\}$/);
    expect(read('compose/server-role.sql')).toContain(`password :'password'`);
  });

  it('mounts files that exist, and publishes on this machine alone', () => {
    const mounted = Object.values(services).flatMap(({ volumes = [] }) => volumes.filter((one) => one.startsWith('.')));
    expect(mounted).toHaveLength(1);
    for (const one of mounted) {
      const [file, , mode] = one.split(':');
      expect(mode).toBe('ro');
      expect(existsSync(join(root, file ?? ''))).toBe(true);
    }
    expect(Object.values(services).flatMap(({ ports = [] }) => ports)).toEqual(['127.0.0.1:3000:3000']);
  });
});

const SECRETS = [
  '.env',
  '.env.production',
  'apps/server/.env',
  '.dateline/admin-key',
  '.dateline/postgres/PG_VERSION',
  'tls.key',
  'libs/tls.pem',
];

describe('.gitignore', () => {
  let folder: string;
  const git = (...args: string[]): number | null => spawnSync('git', args, { cwd: folder }).status;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-ignored-'));
    git('init', '--quiet');
    cpSync(join(root, '.gitignore'), join(folder, '.gitignore'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([...SECRETS, 'backup/admin-key', 'backup/postgres-password', 'server.log'])(
    'keeps %s out of the repository',
    (path) => {
      expect(git('check-ignore', '--quiet', path)).toBe(0);
    },
  );

  it.each(['package.json', 'apps/server/src/main.ts', 'libs/platform/src/keys/admin-key.ts'])('lets %s in', (path) => {
    expect(git('check-ignore', '--quiet', path)).toBe(1);
  });
});

describe('.dockerignore', () => {
  /** By Docker's rules: the last one counts that matches a path, or a folder above it. */
  const rules = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ignores: !line.startsWith('!'), matches: patternOf(line.replace(/^!/, '')) }));
  const isSent = (path: string): boolean =>
    rules.reduce((sent, rule) => (rule.matches.test(path) ? !rule.ignores : sent), true);

  function patternOf(rule: string): RegExp {
    const source = rule
      .replace(/[.+^$()|]/g, '\\$&')
      .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
    return new RegExp(`^${source}(?:/.*)?$`);
  }

  it.each([
    ...SECRETS,
    '.git/config',
    'data/admin-key',
    'node_modules/pg/index.js',
    'dist/apps/server/src/main.js',
    'backup.sql',
  ])('keeps %s out of the image', (path) => {
    expect(isSent(path)).toBe(false);
  });

  it('sends what the build needs', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, files]) => files?.split(' ') ?? [],
    );
    const needed = [...copied.filter((file) => file !== '.'), 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
    expect(copied).toContain('package-lock.json');
    expect(
      [
        ...needed,
        'apps/server/src/main.ts',
        'apps/server/demo/x.json',
        'libs/log/src/a.ts',
        'migrations/index.ts',
      ].filter((file) => !isSent(file)),
    ).toEqual([]);
  });
});
