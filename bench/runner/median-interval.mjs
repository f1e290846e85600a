/**
 * The median of a sample of ratios, and a confidence interval for the median of their distribution.
 *
 * The interval is the exact one of order statistics: from the kth smallest to the kth greatest ratio, with the greatest
 * k for which the coverage is at least the requested confidence. The coverage is 1 − 2·P(B < k), where B is binomial
 * with n trials and probability ½. The ratios must be independent and of one distribution; its shape does not matter.
 * For seven ratios the interval is their whole span, which covers the median with 98.4 %; the second to the sixth would
 * cover it with 87.5 %. Sources: J.-Y. Le Boudec, Performance Evaluation of Computer and Communication Systems (2010),
 * chapter 2 (confidence intervals for the median) and appendix A (its tables); W. J. Conover, Practical Nonparametric
 * Statistics (1999), section 3.2.
 *
 * @param ratios positive numbers. For an even number of them the median is the geometric mean of the middle two, so the
 * median of the reciprocals is the reciprocal of the median
 * @returns `{ median, low, high, coverage }`
 * @throws RangeError if there are too few for any interval of that confidence (fewer than six for 95 %), or one is not
 * a positive number
 */
export function medianInterval(ratios, confidence = 0.95) {
  if (!ratios.every((ratio) => ratio > 0 && Number.isFinite(ratio)))
    throw new RangeError('a ratio is not a positive number');
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

/** The probability that the median lies between the kth smallest and the kth greatest of `count` values. */
function coverageOf(k, count) {
  let [below, chance] = [0, 0.5 ** count];
  for (let i = 0; i < k; i += 1) {
    below += chance;
    chance *= (count - i) / (i + 1);
  }
  return 1 - 2 * below;
}
