import { stderr } from 'node:process';
import fc from 'fast-check';

/** For how long to look for a smaller counterexample after the first one, milliseconds. */
const SHRINKING = 20_000;

/**
 * Checks a property with random input. `DATELINE_SEED` repeats the run that printed it.
 *
 * @throws the error of the smallest failing case, if the property does not hold
 */
export async function checkProperty<T extends unknown[]>(property: fc.IAsyncProperty<T>, cases: number): Promise<void> {
  const seed = Number(process.env['DATELINE_SEED'] ?? Date.now() % 2 ** 31);
  stderr.write(`property: ${cases} cases, DATELINE_SEED=${seed}\n`);
  const run = await fc.check(withTimeLimit(property), { seed, numRuns: cases });
  if (!run.failed) return;
  const reason = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
  throw new Error(`DATELINE_SEED=${seed}, case ${run.numRuns}, shrunk ${run.numShrinks} times\n${reason}`);
}

/** Lets everything pass once the time for shrinking is over, so that the smallest case so far is reported. */
function withTimeLimit<T extends unknown[]>(property: fc.IAsyncProperty<T>): fc.IAsyncProperty<T> {
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
