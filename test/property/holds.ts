import { stderr } from 'node:process';
import fc from 'fast-check';

/** After the first counterexample, how long to look for a smaller one. */
const SHRINKING = 20_000;

/**
 * Tries the property on random input, other input in each run; `DATELINE_SEED` repeats the run that printed it. What
 * fails is told by the error of its smallest case. Throws where the property does not hold.
 */
export async function holds<T extends unknown[]>(property: fc.IAsyncProperty<T>, cases: number): Promise<void> {
  const seed = Number(process.env['DATELINE_SEED'] ?? Date.now() % 2 ** 31);
  stderr.write(`property: ${cases} cases, DATELINE_SEED=${seed}\n`);
  const patience = impatient(property);
  const run = await fc.check(patience, { seed, numRuns: cases });
  if (!run.failed) return;
  const reason = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
  throw new Error(`DATELINE_SEED=${seed}, case ${run.numRuns}, shrunk ${run.numShrinks} times\n${reason}`);
}

/**
 * The same property, which lets everything pass once the time for shrinking is over, so that the smallest case so far
 * is reported.
 */
function impatient<T extends unknown[]>(property: fc.IAsyncProperty<T>): fc.IAsyncProperty<T> {
  let failedAt: number | undefined;
  const run = property.run.bind(property);
  property.run = async (value) => {
    if (failedAt !== undefined && Date.now() - failedAt > SHRINKING) return null;
    const failure = await run(value);
    if (failure !== null) failedAt ??= Date.now();
    return failure;
  };
  return property;
}
