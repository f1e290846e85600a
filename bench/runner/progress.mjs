/**
 * Does something, and says on stderr what, and how long it took. In a terminal the seconds are counted as they go.
 *
 * @param more what else to say of the result, at the end of the line
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
