import { medianInterval } from './median-interval.mjs';

/** The order of the two sides of a pair. It alternates, so that a change of the machine's speed affects both alike. */
export const orderOf = (round) => (round % 2 === 0 ? ['here', 'there'] : ['there', 'here']);

/**
 * Compares the metrics of pairs of runs.
 *
 * @param rounds `{ here, there }`: the metrics of the two runs of a pair, each `{ name, unit, better, value }` with
 * better `higher` or `lower`
 * @returns for each metric its name and unit, the medians of both sides, and the ratio with its interval. A ratio above
 * 1 always means that `here` is better, whatever `better` is. The ratio is null if a run measured nothing (no request
 * of a load was answered in time)
 * @throws if a metric is missing in a run
 */
export function compareRounds(rounds) {
  return rounds[0].here.map(({ name, unit, better }) => {
    const pairs = rounds.map(({ here, there }) => [valueOf(here, name, unit), valueOf(there, name, unit)]);
    const isMeasured = pairs.flat().every((value) => value > 0 && Number.isFinite(value));
    const ratio = isMeasured
      ? medianInterval(pairs.map(([here, there]) => (better === 'higher' ? here / there : there / here)))
      : null;
    return {
      name,
      unit,
      better,
      here: median(pairs.map(([here]) => here)),
      there: median(pairs.map(([, there]) => there)),
      ratio,
    };
  });
}

function valueOf(metrics, name, unit) {
  const metric = metrics.find((one) => one.name === name && one.unit === unit);
  if (metric === undefined) throw new Error(`${name}, ${unit}: was not measured`);
  return metric.value;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}
