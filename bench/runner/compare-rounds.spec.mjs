import { describe, expect, it } from '@jest/globals';
import { compareRounds, orderOf } from './compare-rounds.mjs';

const rate = (value) => ({ name: 'appending', unit: 'events/s', better: 'higher', value });
const time = (value) => ({ name: 'appending', unit: 'ms (p99)', better: 'lower', value });
const pairs = (here, there) => here.map((value, i) => ({ here: [value], there: [there[i]] }));

describe('pairs of runs', () => {
  it('begin with each side in turn', () => {
    expect([0, 1, 2, 3].map(orderOf)).toEqual([
      ['here', 'there'],
      ['there', 'here'],
      ['here', 'there'],
      ['there', 'here'],
    ]);
  });

  it('have a ratio above 1 where a higher rate is better and here is faster', () => {
    const rounds = pairs([200, 220, 180, 210, 190, 200, 100].map(rate), [100, 100, 100, 100, 100, 100, 100].map(rate));
    expect(compareRounds(rounds)).toEqual([
      expect.objectContaining({
        name: 'appending',
        unit: 'events/s',
        here: 200,
        there: 100,
        ratio: expect.objectContaining({ median: 2, low: 1, high: 2.2 }),
      }),
    ]);
  });

  it('have a ratio above 1 where less time is better and here is faster', () => {
    const rounds = pairs([10, 10, 10, 10, 10, 10, 20].map(time), [15, 15, 15, 15, 15, 15, 15].map(time));
    expect(compareRounds(rounds)[0]).toMatchObject({
      here: 10,
      there: 15,
      ratio: { median: 1.5, low: 0.75, high: 1.5 },
    });
  });

  it('are compared within a pair: a machine that slows down does not change the ratio', () => {
    const speeds = [1, 0.9, 0.5, 0.4, 0.3, 0.2, 0.1];
    const rounds = pairs(
      speeds.map((speed) => rate(110 * speed)),
      speeds.map((speed) => rate(100 * speed)),
    );
    const { low, high } = compareRounds(rounds)[0].ratio;
    expect([low, high].map((value) => value.toFixed(6))).toEqual(['1.100000', '1.100000']);
  });

  it('distinguish metrics of one name by their units', () => {
    const both = Array.from({ length: 7 }, () => ({ here: [rate(10), time(4)], there: [time(2), rate(5)] }));
    expect(compareRounds(both).map(({ ratio }) => ratio.median)).toEqual([2, 0.5]);
  });

  it.each([0, null])('have no ratio for a metric that was %p in one run, and still compare the next', (wrong) => {
    const rounds = pairs(Array(7).fill(rate(10)), [...Array(6).fill(rate(5)), rate(wrong)]);
    for (const { here, there } of rounds) for (const side of [here, there]) side.push(time(4));
    const [first, next] = compareRounds(rounds);
    expect(first).toMatchObject({ here: 10, there: 5, ratio: null });
    expect(next.ratio).toMatchObject({ median: 1 });
  });

  it('are refused if a metric is missing in a run', () => {
    const rounds = Array.from({ length: 7 }, () => ({ here: [rate(10)], there: [time(10)] }));
    expect(() => compareRounds(rounds)).toThrow('appending, events/s: was not measured');
  });
});
