/**
 * npm run bench -- <name> [--against <commit> [--rounds <n>]]: measures this tree; or this tree and a commit by turns.
 *
 * Everything that it makes (a worktree, a PostgreSQL, databases, folders, processes) is removed at its end, also where
 * it is broken off by Ctrl-C.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { table, whole } from './report.mjs';
import { parseArguments, usage, UsageError } from './runner/arguments.mjs';
import { buildCommit, removeWorktree, resolveCommit } from './runner/build-commit.mjs';
import { compareRounds, orderOf } from './runner/compare-rounds.mjs';
import { progress } from './runner/progress.mjs';
import { runProcess } from './runner/run-process.mjs';

const root = join(import.meta.dirname, '..');
const stopping = new AbortController();
const { signal } = stopping;
/** What ends what was begun, in the order in which it was begun. */
const endings = [];
for (const [name, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
  process.on(name, () => {
    process.exitCode = 128 + number;
    stopping.abort(new Error(`broken off by ${name}`));
  });

async function measureHere(name) {
  const env = await surroundings(await makeFolder());
  await runProcess(process.execPath, [join(root, 'bench', `${name}.mjs`)], { cwd: root, env, signal, shown: true });
}

async function compare({ name, against, rounds }) {
  const { sha, short } = await resolveCommit(root, against, signal);
  const here = await nameOfThisTree();
  const folder = await makeFolder();
  const tree = join(folder, 'tree');
  endings.push(() => removeWorktree(root, tree));
  await buildCommit({ root, sha, tree, signal, progress: (what, act) => progress(`${short}: ${what}`, act) });

  const env = { ...(await surroundings(folder)), BENCH_PAIRED: 'true' };
  const trees = { here: { folder: root, called: here }, there: { folder: tree, called: short } };
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const pair = {};
    for (const side of orderOf(round)) {
      const { folder: cwd, called } = trees[side];
      const what = `${name}, pair ${round + 1} of ${rounds}: ${called}`;
      pair[side] = await progress(what, () => measure(name, cwd, env), briefly);
    }
    pairs.push(pair);
  }
  show({ name, here, short, sha, rounds, compared: compareRounds(pairs) });
}

/** One run of a benchmark in a tree. Its metrics. */
async function measure(name, cwd, env) {
  const said = await runProcess(process.execPath, [join(cwd, 'bench', `${name}.mjs`)], { cwd, env, signal });
  const line = said.split('\n').findLast((one) => one.startsWith(`{"bench":"${name}"`));
  if (line === undefined) throw new Error(`${name} in ${cwd} said no metrics:\n${said}`);
  return JSON.parse(line).metrics;
}

const figure = (value) => (value >= 100 ? whole(value) : value.toFixed(2));
const briefly = (metrics) => `  (${metrics.map(({ value }) => figure(value ?? NaN)).join('  ')})`;

function show({ name, here, short, sha, rounds, compared }) {
  const coverage = compared.find(({ ratio }) => ratio !== null)?.ratio.coverage;
  console.log(
    `\n${name}: ${here} against ${short}, ${rounds} pairs of runs, medians. A ratio above 1: this tree is better.`,
  );
  if (coverage !== undefined)
    console.log(
      `The interval is that of order statistics, and covers the median ratio with ${(coverage * 100).toFixed(1)} %.`,
    );
  table([
    ['', 'this tree', short, 'ratio', '95 % interval'],
    ...compared.map((one) => [
      `${one.name}, ${one.unit}`,
      figure(one.here),
      figure(one.there),
      one.ratio?.median.toFixed(3) ?? '–',
      one.ratio === null ? 'a run measured nothing' : `${one.ratio.low.toFixed(3)}–${one.ratio.high.toFixed(3)}`,
    ]),
  ]);
  console.log(JSON.stringify({ bench: name, against: sha, rounds, compared }));
}

async function nameOfThisTree() {
  const { short } = await resolveCommit(root, 'HEAD', signal);
  const changes = await runProcess('git', ['status', '--porcelain'], { cwd: root, signal });
  return changes === '' ? short : `${short} with changes`;
}

/** A folder for all that is made, which also the user may enter as whom PostgreSQL runs for root. */
async function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  chmodSync(folder, 0o755);
  endings.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * The environment of a benchmark: a PostgreSQL, the name of its database there, and a folder for its files. Both sides
 * of a pair have the same.
 */
async function surroundings(folder) {
  const files = join(folder, 'files');
  mkdirSync(files);
  const name = `dateline_bench_${process.pid}`;
  const url = process.env.BENCH_DATABASE_URL ?? (await startOwnPostgres(folder));
  endings.push(() => dropDatabase(url, name));
  signal.throwIfAborted();
  return { ...process.env, TMPDIR: files, BENCH_DATABASE_URL: url, BENCH_DATABASE_NAME: name };
}

async function startOwnPostgres(folder) {
  const { startPostgres } = await import('./program.mjs');
  const postgres = await startPostgres(join(folder, 'postgres'));
  endings.push(() => postgres.stop());
  return postgres.url;
}

/** Does nothing where the benchmark has dropped it itself. */
async function dropDatabase(url, name) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

try {
  const asked = parseArguments(process.argv.slice(2));
  if (asked === null) process.stdout.write(usage);
  else if (asked.against === null) await measureHere(asked.name);
  else await compare(asked);
} catch (error) {
  process.exitCode ||= error instanceof UsageError ? 2 : 1;
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${usage}` : `${error.message}\n`);
} finally {
  for (const end of endings.reverse()) await end().catch((error) => process.stderr.write(`${error.message}\n`));
}
