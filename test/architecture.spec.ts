import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

interface File {
  path: string;
  /** `libs/log`, `apps/server`, `migrations`. */
  part: string;
  imports: string[];
}

const files = ['libs', 'apps', 'migrations'].flatMap((folder) => sourcesIn(join(root, folder))).map(readFile);

function sourcesIn(folder: string): string[] {
  return ts.sys.readDirectory(
    folder,
    ['.ts', '.tsx'],
    ['**/*.spec.ts', '**/spec/**', '**/testing/**', '**/node_modules/**', '**/dist/**'],
  );
}

function readFile(absolute: string): File {
  const path = relative(root, absolute);
  const [first, second] = path.split('/');
  const imports = ts
    .preProcessFile(readFileSync(absolute, 'utf8'), true, true)
    .importedFiles.map((one) => one.fileName);
  return { path, part: first === 'migrations' ? 'migrations' : `${first}/${second}`, imports };
}

/** What a part may import of the project, beside itself. Arrows run one way. */
const MAY_IMPORT: Record<string, string[]> = {
  'libs/catalogue': [],
  'libs/views': ['catalogue'],
  'libs/briefs': ['catalogue', 'views'],
  'libs/platform': ['migrations'],
  'libs/log': ['catalogue', 'platform'],
  'libs/history': ['catalogue', 'views', 'log'],
  'libs/projector': ['catalogue', 'views', 'platform', 'log', 'history'],
  'libs/reader': ['catalogue', 'views', 'platform', 'log', 'history', 'projector'],
  'libs/jobs': ['catalogue', 'views', 'briefs', 'platform', 'log', 'history', 'projector', 'reader'],
  'libs/client': [],
  'apps/server': [
    'catalogue',
    'views',
    'briefs',
    'platform',
    'log',
    'history',
    'projector',
    'reader',
    'jobs',
    'migrations',
  ],
  'apps/cli': ['catalogue', 'client'],
  'apps/console': ['catalogue', 'client'],
  migrations: [],
};
const PURE = ['libs/catalogue', 'libs/views', 'libs/briefs'];

const isImpure = (text: string): boolean => /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bprocess\./.test(text);
const isProjects = (name: string): boolean => name.startsWith('#');
const isRelative = (name: string): boolean => name.startsWith('.');
const breaches = (rule: (file: File, name: string) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((name) => rule(file, name)).map((name) => `${file.path} imports ${name}`),
  );

describe('the house', () => {
  it('is looked at whole', () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...new Set(files.map((file) => file.part))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  it('has arrows that run one way', () => {
    expect(
      breaches(
        ({ part }, name) =>
          isProjects(name) &&
          ![part.split('/')[1], ...(MAY_IMPORT[part] ?? [])].includes(name.slice(1).split('/')[0] ?? ''),
      ),
    ).toEqual([]);
  });

  it('is entered by its aliases: no relative path leaves a part', () => {
    expect(
      breaches(
        ({ path, part }, name) =>
          isRelative(name) && !join(path, '..', name).startsWith(`${part}/`) && part !== 'migrations',
      ),
    ).toEqual([]);
  });

  it('has a pure core: zod and canonicalize, and nothing of the machine', () => {
    expect(
      breaches(
        ({ part }, name) =>
          PURE.includes(part) && !isProjects(name) && !isRelative(name) && !['zod', 'canonicalize'].includes(name),
      ),
    ).toEqual([]);
    const impure = files
      .filter(({ part }) => PURE.includes(part))
      .filter(({ path }) => isImpure(readFileSync(join(root, path), 'utf8')));
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('keeps histories as pure: of the log they know the shape of an event alone, of Node how to compare and to hash', () => {
    const may = ['#log/event.js', 'node:util', 'node:crypto', 'zod'];
    const isOther = (name: string): boolean =>
      (name.startsWith('#log/') || (!isProjects(name) && !isRelative(name))) && !may.includes(name);
    expect(breaches(({ part }, name) => part === 'libs/history' && isOther(name))).toEqual([]);
    const impure = files
      .filter(({ part }) => part === 'libs/history')
      .filter(({ path }) => isImpure(readFileSync(join(root, path), 'utf8')));
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('lets only the log, the projector, the reader and the platform speak to PostgreSQL', () => {
    const may = ['libs/log', 'libs/projector', 'libs/reader', 'libs/platform'];
    const runtime = ({ path }: File): boolean =>
      /import (?!type\b)[^;]*from 'pg'/.test(readFileSync(join(root, path), 'utf8'));
    expect(
      files
        .filter((file) => file.imports.includes('pg') && !may.includes(file.part) && runtime(file))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('lets TypeORM in only for migrations, the platform, and where entities live', () => {
    expect(
      breaches(
        ({ path, part }, name) =>
          name === 'typeorm' &&
          part !== 'migrations' &&
          part !== 'libs/platform' &&
          !/\.(entity|repository)\.ts$/.test(path),
      ),
    ).toEqual([]);
  });

  it('has no file that nothing needs', () => {
    const imported = new Set(files.flatMap((file) => file.imports.map((name) => resolve(file, name))));
    const entries =
      /^(apps\/[^/]+\/src\/main\.ts|migrations\/index\.ts|libs\/catalogue\/src\/document\.ts|libs\/client\/src\/client\.ts)$/;
    expect(files.filter(({ path }) => !imported.has(path) && !entries.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the documents', () => {
  it('link to files that are there', () => {
    const pages = [
      'README.md',
      ...ts.sys.readDirectory(join(root, 'docs'), ['.md']).map((page) => relative(root, page)),
    ];
    const links = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|mailto:|[#<])([^)#\s]+)/g)].map(([, to]) => ({
        page,
        to: to ?? '',
      })),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ page, to }) => !existsSync(join(root, page, '..', decodeURI(to))))).toEqual([]);
  });
});

function resolve({ path }: File, name: string): string {
  if (isRelative(name)) return join(path, '..', name).replace(/\.js$/, '.ts');
  if (!isProjects(name)) return name;
  const [lib, ...rest] = name.slice(1).split('/');
  const folder = lib === 'migrations' ? 'migrations' : `libs/${lib}/src`;
  return `${folder}/${rest.join('/')}`.replace(/\.js$/, '.ts');
}
