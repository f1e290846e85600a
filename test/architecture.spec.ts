import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { DOORS } from './doors.js';

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
  'apps/console': ['catalogue', 'client'],
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

  it('has few doors: outside of a library only those of test/doors.ts are imported, and each of them is', () => {
    const used = new Set<string>();
    const isDoor = (lib: string, module: string): boolean =>
      [module, module.replace(/[^/]+$/, '*')].some((door) => {
        if (!DOORS[lib]?.includes(door)) return false;
        used.add(`${lib}/${door}`);
        return true;
      });
    const isOutside = ({ part }: File, lib: string): boolean => part !== `libs/${lib}` && lib !== 'migrations';
    expect(
      breaches((file, name) => {
        const [, lib = '', module = ''] = /^#(\w+)\/(.+)\.js$/.exec(name) ?? [];
        return isProjects(name) && isOutside(file, lib) && !isDoor(lib, module);
      }),
    ).toEqual([]);
    const all = Object.entries(DOORS).flatMap(([lib, doors]) => doors.map((door) => `${lib}/${door}`));
    expect(all.filter((door) => !used.has(door))).toEqual([]);
  });

  it('has no exported name twice in one library or app', () => {
    const declared = /^export\s+(?:abstract\s+|async\s+)?(?:const|function|class|interface|type|enum)\s+\*?([\w$]+)/gm;
    const names = new Map<string, string[]>();
    for (const { path, part } of files) {
      for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(declared)) {
        const key = `${name} of ${part}`;
        names.set(key, [...(names.get(key) ?? []), path]);
      }
    }
    expect(names.size).toBeGreaterThan(1_000);
    expect([...names].filter(([, paths]) => new Set(paths).size > 1)).toEqual([]);
  });

  it('has no circle between the folders of a library', () => {
    const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
    const uses = new Map<string, Set<string>>();
    for (const file of files.filter(({ part }) => part.startsWith('libs/'))) {
      const folder = folderOf(file.path);
      const used = uses.get(folder) ?? new Set();
      uses.set(folder, used);
      for (const name of runtimeImports(file)) {
        const other = folderOf(resolve(file, name));
        if (other !== folder && resolve(file, name).startsWith(`${file.part}/`)) used.add(other);
      }
    }
    expect([...uses.values()].flatMap((used) => [...used]).length).toBeGreaterThan(20);
    expect(circleOf(uses)).toEqual([]);
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

  it('lets no validator into the console: what that loads of the catalogue does without zod', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const reached = new Set(files.filter(({ part }) => part === 'apps/console').map(({ path }) => path));
    const loaded = new Set<string>();
    for (const path of reached) {
      const file = byPath.get(path);
      for (const name of file ? runtimeImports(file) : []) {
        loaded.add(name);
        if (file && (isProjects(name) || isRelative(name))) reached.add(resolve(file, name));
      }
    }
    expect([...reached]).toEqual(
      expect.arrayContaining(['libs/catalogue/src/values/party-names.ts', 'libs/catalogue/src/values/periods.ts']),
    );
    expect([...loaded].filter((name) => name === 'zod' || name.startsWith('zod/'))).toEqual([]);
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
      /^(apps\/[^/]+\/src\/main\.tsx?|migrations\/index\.ts|libs\/catalogue\/src\/document\.ts|libs\/client\/src\/client\.ts)$/;
    expect(files.filter(({ path }) => !imported.has(path) && !entries.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the server', () => {
  const source = 'apps/server/src/';
  const server = files.filter(({ path }) => path.startsWith(source));
  const texts = new Map(server.map(({ path }) => [path, readFileSync(join(root, path), 'utf8')]));
  const textOf = ({ path }: File): string => texts.get(path) ?? '';
  /** The folder below `src`; '' for the composition: main.ts and create-server.ts. */
  const folderOf = (path: string): string => path.slice(source.length).split('/').slice(0, -1).join('/');
  const foundation = ['bootstrap', 'http', 'auth', 'openapi', 'query', 'problems'];
  /** The folders that each folder imports, types included. */
  const uses = new Map(
    [...new Set(server.map(({ path }) => folderOf(path)))].map((folder) => [
      folder,
      new Set(
        server
          .filter(({ path }) => folderOf(path) === folder)
          .flatMap((file) => file.imports.filter(isRelative).map((name) => folderOf(resolve(file, name))))
          .filter((other) => other !== folder),
      ),
    ]),
  );

  it('imports one way: the composition, the resources, and the folders that every request passes', () => {
    expect([...uses].filter(([, used]) => used.has('')).map(([folder]) => folder)).toEqual([]);
    const upward = foundation.flatMap((folder) => [...(uses.get(folder) ?? [])].map((used) => [folder, used] as const));
    expect(upward.filter(([, used]) => !foundation.includes(used))).toEqual([]);
  });

  it('has no circle between its folders', () => {
    expect(circleOf(uses)).toEqual([]);
  });

  /** The commands or queries of Nest, with their files and the classes that handle them. */
  const messages = (kind: 'Command' | 'Query') =>
    server.flatMap((file) =>
      [...textOf(file).matchAll(new RegExp(`export class (\\w+) extends ${kind}<`, 'g'))].map(([, name = '']) => ({
        name,
        path: file.path,
        handledIn: server.filter((one) => textOf(one).includes(`@${kind}Handler(${name})`)).map(({ path }) => path),
        executedIn: server
          .filter(({ path }) => path !== file.path)
          .filter((one) => textOf(one).includes(`new ${name}(`))
          .map(({ path }) => path),
      })),
    );

  it.each(['Command', 'Query'] as const)(
    'has one handler for each %s, in the same file, and another file that executes it',
    (kind) => {
      const all = messages(kind);
      expect(all.length).toBeGreaterThanOrEqual(5);
      for (const { name, path, handledIn, executedIn } of all) {
        expect([name, path]).toEqual([name, expect.stringMatching(new RegExp(`\\.${kind.toLowerCase()}\\.ts$`))]);
        expect([name, handledIn]).toEqual([name, [path]]);
        expect([name, executedIn]).not.toEqual([name, []]);
      }
    },
  );

  it('changes the log and the articles only in commands', () => {
    const write =
      /\.(append|file|keepVerified)\(|\bverifySources\(|\b(insert into|update|delete from) (article|event)\b/;
    const isCommand = ({ path }: File): boolean => path.endsWith('.command.ts');
    const writers = server.filter((file) => write.test(textOf(file)));
    expect(writers.filter(isCommand).length).toBeGreaterThanOrEqual(5);
    // The repository has the SQL of the two methods that the commands call.
    expect(writers.filter((file) => !isCommand(file)).map(({ path }) => path)).toEqual([
      'apps/server/src/articles/article.repository.ts',
    ]);
  });

  it('answers the questions with more than one door only on the query bus, and no others there', () => {
    const oneDoor = messages('Query').filter(({ executedIn }) => executedIn.length < 2);
    expect(oneDoor.map(({ name }) => name)).toEqual([]);
    const answers = { readBoard: 'board', readTimeline: 'timeline', readChanges: 'changes', briefOf: 'brief' };
    for (const [name, query] of Object.entries({ ...answers, buildDigests: 'digests' })) {
      const callers = server.filter((file) => new RegExp(`(?<!function )\\b${name}\\(`).test(textOf(file)));
      expect(callers.map(({ path }) => path)).toEqual([`apps/server/src/stories/read-${query}.query.ts`]);
    }
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

  it('name files that are there: docs/architecture.md', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const named = /`((?:apps|libs|migrations|test|bench|docs|scripts|compose)(?:\/[^`\s]*)?)`/g;
    const paths = [...page.matchAll(named)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** The folders that import one another in a circle, and those that import these. */
function circleOf(uses: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Map(uses);
  const removable = () => [...left].find(([, used]) => [...used].every((other) => !left.has(other)));
  for (let next = removable(); next; next = removable()) left.delete(next[0]);
  return [...left.keys()];
}

/** What a file imports that is there when it runs: no types. */
function runtimeImports({ path }: File): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^'"=]*?from '([^']+)'/gm)].map(([, name = '']) => name);
}

function resolve({ path }: File, name: string): string {
  if (isRelative(name)) {
    const module = join(path, '..', name).replace(/\.js$/, '');
    return existsSync(join(root, `${module}.tsx`)) ? `${module}.tsx` : `${module}.ts`;
  }
  if (!isProjects(name)) return name;
  const [lib, ...rest] = name.slice(1).split('/');
  const folder = lib === 'migrations' ? 'migrations' : `libs/${lib}/src`;
  return `${folder}/${rest.join('/')}`.replace(/\.js$/, '.ts');
}
