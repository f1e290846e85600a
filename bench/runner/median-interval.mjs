/**
 * The median of ratios, and an interval around it that covers the median of what they are a sample of.
 *
 * The interval is the exact one of order statistics: from the kth smallest to the kth greatest ratio, with the greatest
 * k for which it covers that median with at least the confidence asked for. The coverage is 1 − 2·P(B < k), where B is
 * binomial of n tries and probability ½. It supposes that the ratios are independent and of one distribution, and
 * nothing of its shape. Of seven ratios it is their whole span, which covers the median with 98.4 %; the second to the
 * sixth would cover it with 87.5 %. Source: J.-Y. Le Boudec, Performance Evaluation of Computer and Communication
 * Systems (2010), chapter 2 (confidence intervals for the median) and appendix A (its tables); W. J. Conover, Practical
 * Nonparametric Statistics (1999), section 3.2.
 *
 * @param ratios positive numbers. Of an even number of them the median is the geometric mean of the middle two, so that
 * turning all ratios over turns it over
 * @returns `{ median, low, high, coverage }`
 * @throws RangeError where they are too few for any interval of that confidence (fewer than six for 95 %), or one is no
 * positive number
 */
export function medianInterval(ratios, confidence = 0.95) {
  if (!ratios.every((ratio) => ratio > 0 && Number.isFinite(ratio)))
    throw new RangeError('a ratio is no positive number');
  const sorted = [...ratios].sort((a, b) => a - b);
  const count = sorted.length;
  let [k, coverage] = [0, 1];
  for (let next = 1; next <= count / 2 && coverageOf(next, count) >= confidence; next += 1)
    [k, coverage] = [next, coverageOf(next, count)];
  if (k === 0) throw new RangeError(`${count} ratios are too few for an interval of ${confidence * 100} %`);
  const middle = [sorted[Math.floor((count - 1) / 2)], sorted[Math.floor(count / 2)]];
  return {
    median: count % 2 === 1 ? middle[0] : Math.sqrt(middle[0] * middle[1]),
    low: sorted[k - 1],
    high: sorted[count - k],
    coverage,
  };
}

/** How probably the median lies between the kth smallest and the kth greatest of so many values. */
function coverageOf(k, count) {
  let [below, chance] = [0, 0.5 ** count];
  for (let i = 0; i < k; i += 1) {
    below += chance;
    chance *= (count - i) / (i + 1);
  }
  return 1 - 2 * below;
}
