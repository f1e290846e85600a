/**
 * Builds the server and the console, each if its build is missing or older than a source. Runs before `npm start`, and
 * takes a few milliseconds when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const server = {
  name: 'Dateline',
  built: 'dist/apps/server/src/main.js',
  compiler: 'node_modules/@nestjs/cli/bin/nest.js',
  parameters: ['build', 'server'],
  folders: ['apps/server', 'libs', 'migrations'],
  files: ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'],
};
const webConsole = {
  name: 'the console',
  built: 'dist/console/index.html',
  compiler: 'node_modules/vite/bin/vite.js',
  parameters: ['build', 'apps/console', '--config', 'apps/console/vite.config.mjs'],
  folders: ['apps/console', 'libs/catalogue', 'libs/client'],
  files: ['package.json', 'tsconfig.json'],
};

buildWhenStale(server);
if (existsSync(join(root, 'apps/console'))) buildWhenStale(webConsole);

function buildWhenStale(part) {
  const builtAt = modifiedAt(join(root, part.built));
  const sources = [
    ...part.folders.flatMap((folder) => filesBelow(join(root, folder))),
    ...part.files.map((file) => join(root, file)),
  ];
  if (sources.some((file) => !file.endsWith('.spec.ts') && modifiedAt(file) > builtAt)) build(part, builtAt);
}

function build({ name, built, compiler, parameters }, builtAt) {
  if (!existsSync(join(root, compiler))) {
    if (builtAt > 0)
      return console.warn(
        'The sources are newer than the build, and no compiler is installed: running the existing build.',
      );
    console.error(
      'Dateline is not built, and its compiler is not installed. ' +
        'Run "npm ci" (with the development dependencies), then "npm start".',
    );
    process.exit(1);
  }
  console.log(
    builtAt === 0 ? `Building ${name}, once …` : `Building ${name} again, because its sources have changed …`,
  );
  const began = new Date();
  const file = join(root, built);
  const { status } = spawnSync(process.execPath, [join(root, compiler), ...parameters], {
    cwd: root,
    stdio: 'inherit',
  });
  const failed = status !== 0 || !existsSync(file);
  // A source that was edited while the compiler ran must count as newer than the build, and the output of a failed
  // build as older than everything.
  if (existsSync(file)) utimesSync(file, began, failed ? new Date(0) : began);
  if (!failed) return;
  console.error('Dateline could not be built: see above.');
  process.exit(1);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
