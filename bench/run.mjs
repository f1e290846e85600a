/**
 * npm run bench -- <name> [--against <commit> [--rounds <n>]]: measures this tree, or this tree and a commit in turns.
 *
 * Everything that a run creates (a worktree, a PostgreSQL, databases, folders, processes) is removed at its end, also
 * after Ctrl-C.
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
/** Removes what the run has created; called in reverse order. */
const cleanups = [];
for (const [name, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
  process.on(name, () => {
    process.exitCode = 128 + number;
    stopping.abort(new Error(`interrupted by ${name}`));
  });

async function measureHere(name) {
  const env = await environment(await makeFolder());
  await runProcess(process.execPath, [join(root, 'bench', `${name}.mjs`)], { cwd: root, env, signal, shown: true });
}

async function compare({ name, against, rounds }) {
  const { sha, short } = await resolveCommit(root, against, signal);
  const here = await nameOfThisTree();
  const folder = await makeFolder();
  const tree = join(folder, 'tree');
  cleanups.push(() => removeWorktree(root, tree));
  await buildCommit({ root, sha, tree, signal, progress: (what, act) => progress(`${short}: ${what}`, act) });

  const facts = join(folder, 'facts.json');
  await writeFacts(tree, facts);
  const env = { ...(await environment(folder)), BENCH_PAIRED: 'true', BENCH_FACTS: facts };
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

/**
 * Writes the facts that a tree knows into a file, for the mixed loads of both sides. `null`: it is from before these.
 */
async function writeFacts(tree, file) {
  const script =
    "import { writeFileSync } from 'node:fs'; import * as program from './bench/program.mjs';" +
    'const facts = program.factTypes?.map(({ type, example }) => ({ type, example }));' +
    'writeFileSync(process.argv[1], JSON.stringify(facts ?? null));';
  await runProcess(process.execPath, ['--input-type=module', '-e', script, file], { cwd: tree, signal });
}

/** Runs a benchmark once in a tree, and returns its metrics. */
async function measure(name, cwd, env) {
  const output = await runProcess(process.execPath, [join(cwd, 'bench', `${name}.mjs`)], { cwd, env, signal });
  const line = output.split('\n').findLast((one) => one.startsWith(`{"bench":"${name}"`));
  if (line === undefined) throw new Error(`${name} in ${cwd} printed no metrics:\n${output}`);
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
      `The interval is that of order statistics and covers the median ratio with ${(coverage * 100).toFixed(1)} %.`,
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

/** A folder for everything that the run creates. Started by root, PostgreSQL runs as another user, who needs access. */
async function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  chmodSync(folder, 0o755);
  cleanups.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * The environment variables of a benchmark: a PostgreSQL, the name of its database, and a folder for its files. Both
 * sides of a pair get the same.
 */
async function environment(folder) {
  const files = join(folder, 'files');
  mkdirSync(files);
  const name = `dateline_bench_${process.pid}`;
  const url = process.env.BENCH_DATABASE_URL ?? (await startOwnPostgres(folder));
  cleanups.push(() => dropDatabase(url, name));
  signal.throwIfAborted();
  return { ...process.env, TMPDIR: files, BENCH_DATABASE_URL: url, BENCH_DATABASE_NAME: name };
}

async function startOwnPostgres(folder) {
  const { startPostgres } = await import('./program.mjs');
  const postgres = await startPostgres(join(folder, 'postgres'));
  cleanups.push(() => postgres.stop());
  return postgres.url;
}

/** Does nothing if the benchmark has dropped the database itself. */
async function dropDatabase(url, name) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

try {
  const options = parseArguments(process.argv.slice(2));
  if (options === null) process.stdout.write(usage);
  else if (options.against === null) await measureHere(options.name);
  else await compare(options);
} catch (error) {
  process.exitCode ||= error instanceof UsageError ? 2 : 1;
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${usage}` : `${error.message}\n`);
} finally {
  for (const clean of cleanups.reverse()) await clean().catch((error) => process.stderr.write(`${error.message}\n`));
}
