/**
 * Builds the server where what is built is missing or older than a source. Runs before `npm start`; costs a few
 * milliseconds when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/apps/server/src/main.js');
const compiler = join(root, 'node_modules/@nestjs/cli/bin/nest.js');

const sources = [
  ...['apps', 'libs', 'migrations'].flatMap((folder) => filesBelow(join(root, folder))),
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'].map((file) => join(root, file)),
];
const builtAt = modifiedAt(built);
const newest = sources.find((file) => !file.endsWith('.spec.ts') && modifiedAt(file) > builtAt);
if (newest !== undefined) build();

function build() {
  if (!existsSync(compiler)) {
    if (builtAt > 0)
      return console.warn(
        'The sources are newer than what is built from them, and there is no compiler here: running what is built.',
      );
    console.error(
      'Dateline is not built, and its compiler is not installed. Run "npm ci" (with the development dependencies), then "npm start".',
    );
    process.exit(1);
  }
  console.log(
    builtAt === 0 ? 'Building Dateline, once …' : 'Building Dateline anew, because its sources have changed …',
  );
  const began = new Date();
  const { status } = spawnSync(process.execPath, [compiler, 'build', 'server'], { cwd: root, stdio: 'inherit' });
  const wrong = status !== 0 || !existsSync(built);
  // What was edited while the compiler ran is newer than what it read; what a failed build leaves behind is older than
  // everything.
  if (existsSync(built)) utimesSync(built, began, wrong ? new Date(0) : began);
  if (!wrong) return;
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
