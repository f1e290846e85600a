/**
 * Runs a task and prints its name and duration on stderr. In a terminal the seconds are counted while it runs.
 *
 * @param more makes text about the result for the end of the line
 */
export async function progress(what, act, more = () => '') {
  const began = performance.now();
  const line = () => `${what} … ${((performance.now() - began) / 1000).toFixed(0)} s`;
  const { isTTY } = process.stderr;
  if (!isTTY) process.stderr.write(`${what} …\n`);
  const ticking = isTTY && setInterval(() => process.stderr.write(`\r${line()}`), 1000);
  try {
    const result = await act();
    process.stderr.write(`${isTTY ? '\r' : ''}${line()}${more(result)}\n`);
    return result;
  } catch (error) {
    if (isTTY) process.stderr.write('\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
