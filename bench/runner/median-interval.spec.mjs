import { describe, expect, it } from '@jest/globals';
import { medianInterval } from './median-interval.mjs';

const upTo = (count) => Array.from({ length: count }, (_, i) => i + 1);

describe('the interval of a median', () => {
  it('of seven ratios is their whole span', () => {
    const interval = medianInterval([1.02, 0.97, 1.1, 0.99, 1, 1.05, 0.9]);
    expect(interval).toMatchObject({ median: 1, low: 0.9, high: 1.1 });
    expect(interval.coverage).toBeCloseTo(0.984375, 10);
  });

  // The tables of order statistics for the median: n, rank of the low and the high end, coverage.
  it.each([
    [6, 1, 6, 0.969],
    [8, 1, 8, 0.992],
    [9, 2, 8, 0.961],
    [10, 2, 9, 0.979],
    [15, 4, 12, 0.965],
    [20, 6, 15, 0.959],
    [25, 8, 18, 0.957],
    [50, 18, 33, 0.967],
    [99, 40, 60, 0.956],
  ])('of %i values goes from the %ith to the %ith', (count, low, high, coverage) => {
    const interval = medianInterval(upTo(count).reverse());
    expect(interval).toMatchObject({ low, high });
    expect(interval.coverage).toBeCloseTo(coverage, 3);
  });

  it('of the reciprocals is the reciprocal interval', () => {
    const ratios = [0.5, 0.8, 0.9, 1.1, 1.3, 2];
    const [one, other] = [medianInterval(ratios), medianInterval(ratios.map((ratio) => 1 / ratio))];
    expect(one.median).toBeCloseTo(Math.sqrt(0.9 * 1.1), 10);
    expect([1 / other.median, 1 / other.high, 1 / other.low].map((value) => value.toFixed(9))).toEqual(
      [one.median, one.low, one.high].map((value) => value.toFixed(9)),
    );
  });

  it.each([0, 1, 5])('is refused for %i ratios', (count) => {
    expect(() => medianInterval(upTo(count))).toThrow(`${count} ratios are too few for an interval of 95 %`);
  });

  it.each([0, -1, NaN, Infinity])('is refused for %d', (wrong) => {
    expect(() => medianInterval([1, 1, 1, 1, 1, wrong])).toThrow('a ratio is not a positive number');
  });

  it('covers the median as often as its coverage', () => {
    // A skewed distribution of median 1: exp(x) of a sum of uniform numbers around 0.
    let state = 7;
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const ratio = () => Math.exp(random() + random() + random() - 1.5);
    const times = 20_000;
    let covered = 0;
    for (let n = 0; n < times; n += 1) {
      const { low, high } = medianInterval(Array.from({ length: 7 }, ratio));
      if (low <= 1 && 1 <= high) covered += 1;
    }
    expect(Math.abs(covered / times - 0.984375)).toBeLessThan(0.004);
  });
});
