import { parseArgs } from 'node:util';

/** Each benchmark, a file of this folder's parent, and what it measures. */
export const benchmarks = {
  append: 'appending, against bare INSERTs of the same rows; and Emmett, after npm ci --prefix bench/peers',
  'as-of': 'reads in logs of growing length; and against folding a stream',
  http: 'recording and reading over HTTP, against a bare handler',
  import: 'lines over HTTP, against bare INSERTs',
  jobs: 'how soon the workers tell what was recorded',
  live: 'from a 201 to the read that shows it',
  project: 'a log into all views',
  rebuild: 'a view built anew, alone and beside reads',
  verify: 'the whole log computed again',
};

/** Fewer than six ratios have no 95 % interval (median-interval.mjs); more than 99 rounds are a mistake. */
const [LEAST_ROUNDS, USUAL_ROUNDS, MOST_ROUNDS] = [6, 7, 99];

export const usage = `npm run bench -- <name>                                       measures this tree
npm run bench -- <name> --against <commit> [--rounds <n>]     measures this tree and that commit by turns, in ${USUAL_ROUNDS} pairs of runs

${Object.entries(benchmarks)
  .map(([name, about]) => `  ${name.padEnd(9)}${about}`)
  .join('\n')}

Each brings its own PostgreSQL, unless BENCH_DATABASE_URL names one (a superuser's address). Its file in bench/ says by which other variables its size is set.
`;

/** The command cannot be understood. The message is for who typed it. */
export class UsageError extends Error {
  name = 'UsageError';
}

/**
 * @param args those after `npm run bench --`
 * @returns the benchmark, the commit to compare with (null: none) and the number of pairs; null where help is asked for
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

function roundsOf(given = String(USUAL_ROUNDS)) {
  const rounds = /^\d{1,3}$/.test(given) ? Number(given) : NaN;
  if (rounds >= LEAST_ROUNDS && rounds <= MOST_ROUNDS) return rounds;
  throw new UsageError(`--rounds must be a whole number from ${LEAST_ROUNDS} to ${MOST_ROUNDS}, and is "${given}"`);
}
