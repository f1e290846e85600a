/**
 * True where the benchmark is run by turns with another commit: what is no measure of the program (bare INSERTs, other
 * stores) is left out.
 */
export const isPaired = process.env.BENCH_PAIRED === 'true';

/**
 * The number in BENCH_<name>.
 *
 * @param alone without it
 * @param paired without it, where the benchmark is run by turns with another commit: it is then run many times, and
 * need not be as long
 * @throws where it is no number from 0 on
 */
export function setting(name, alone, paired = alone) {
  const value = Number(process.env[`BENCH_${name}`] ?? (isPaired ? paired : alone));
  if (!(Number.isFinite(value) && value >= 0)) throw new Error(`BENCH_${name} must be a number from 0 on`);
  return value;
}
