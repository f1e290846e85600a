import { medianInterval } from './median-interval.mjs';

/** Which side of a pair is run first, `here` or `there`: by turns, so that what changes with time meets both alike. */
export const orderOf = (round) => (round % 2 === 0 ? ['here', 'there'] : ['there', 'here']);

/**
 * What pairs of runs say of each metric.
 *
 * @param rounds `{ here, there }`: the metrics of the two runs of a pair, each `{ name, unit, better, value }` with better `higher` or `lower`
 * @returns for each metric its name and unit, the medians of both sides, and the ratio with its interval: above 1, here is better, whatever `better` is
 * @throws where a side lacks a metric, or one is no positive number
 */
export function compareRounds(rounds) {
  return rounds[0].here.map(({ name, unit, better }) => {
    const pairs = rounds.map(({ here, there }) => [valueOf(here, name, unit), valueOf(there, name, unit)]);
    const ratio = medianInterval(pairs.map(([here, there]) => (better === 'higher' ? here / there : there / here)));
    const median = (side) => medianInterval(pairs.map((pair) => pair[side])).median;
    return { name, unit, better, here: median(0), there: median(1), ratio };
  });
}

function valueOf(metrics, name, unit) {
  const value = metrics.find((one) => one.name === name && one.unit === unit)?.value;
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`${name}, ${unit}: was ${value ?? 'not measured'}, and must be a positive number`);
}
