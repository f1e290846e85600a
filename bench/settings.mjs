/**
 * Whether the benchmark runs in turns with another commit. Then comparisons with other programs (bare INSERTs, other
 * stores) are left out.
 */
export const isPaired = process.env.BENCH_PAIRED === 'true';

/**
 * The number in BENCH_<name>.
 *
 * @param alone the default
 * @param paired the default for runs in turns with another commit, which can be shorter, since there are many of them
 * @throws if the variable is not a number ≥ 0
 */
export function setting(name, alone, paired = alone) {
  const value = Number(process.env[`BENCH_${name}`] ?? (isPaired ? paired : alone));
  if (!(Number.isFinite(value) && value >= 0)) throw new Error(`BENCH_${name} must be a number from 0 on`);
  return value;
}
