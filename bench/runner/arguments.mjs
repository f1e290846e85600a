import { parseArgs } from 'node:util';

/** What each benchmark measures. Each is a file in the parent folder. */
export const benchmarks = {
  append: 'appending, against bare INSERTs of the same rows; and Emmett, after npm ci --prefix bench/peers',
  'as-of': 'reads in logs of growing length; and against folding a stream',
  http: 'recording and reading over HTTP, against a bare handler',
  import: 'lines over HTTP, against bare INSERTs',
  jobs: 'how soon the workers bring the summaries up to date',
  live: 'from a 201 to the read that shows it',
  project: 'projecting a log into all views',
  rebuild: 'rebuilding a view, alone and beside reads',
  series: 'headlines from day to day on each clock, against one SQL statement for the same rows',
  verify: 'verifying the whole log',
};

/** Fewer than six ratios have no 95 % interval (median-interval.mjs). More than 99 rounds are taken for a mistake. */
const [MIN_ROUNDS, DEFAULT_ROUNDS, MAX_ROUNDS] = [6, 7, 99];

export const usage = `npm run bench -- <name>
    measures this tree
npm run bench -- <name> --against <commit> [--rounds <n>]
    measures this tree and that commit in turns, by default in ${DEFAULT_ROUNDS} pairs of runs

${Object.entries(benchmarks)
  .map(([name, about]) => `  ${name.padEnd(9)}${about}`)
  .join('\n')}

Each starts its own PostgreSQL, unless BENCH_DATABASE_URL is the URL of one (as a superuser). The file of a benchmark
in bench/ names the other variables that set its size.
`;

/** The command line is wrong. The message is for the person who typed it. */
export class UsageError extends Error {
  name = 'UsageError';
}

/**
 * @param args the arguments after `npm run bench --`
 * @returns the benchmark, the commit to compare with (null: none) and the number of pairs; null for `--help`
 * @throws UsageError
 */
export function parseArguments(args) {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [name, ...more] = positionals;
  if (name === undefined) throw new UsageError('which benchmark?');
  if (!Object.hasOwn(benchmarks, name)) throw new UsageError(`there is no benchmark ${name}`);
  if (more.length > 0) throw new UsageError(`one benchmark at a time: ${more.join(' ')} is too much`);
  if (values.against === '') throw new UsageError('--against which commit?');
  if (values.rounds !== undefined && values.against === undefined)
    throw new UsageError('--rounds counts pairs of runs: --against which commit?');
  return { name, against: values.against ?? null, rounds: roundsOf(values.rounds) };
}

function parse(args) {
  const options = { against: { type: 'string' }, rounds: { type: 'string' }, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(error.message);
  }
}

function roundsOf(given = String(DEFAULT_ROUNDS)) {
  const rounds = /^\d{1,3}$/.test(given) ? Number(given) : NaN;
  if (rounds >= MIN_ROUNDS && rounds <= MAX_ROUNDS) return rounds;
  throw new UsageError(`--rounds must be a whole number from ${MIN_ROUNDS} to ${MAX_ROUNDS}, and is "${given}"`);
}
