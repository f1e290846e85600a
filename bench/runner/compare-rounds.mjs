import { medianInterval } from './median-interval.mjs';

/** Which side of a pair is run first, `here` or `there`: by turns, so that what changes with time meets both alike. */
export const orderOf = (round) => (round % 2 === 0 ? ['here', 'there'] : ['there', 'here']);

/**
 * What pairs of runs say of each metric.
 *
 * @param rounds `{ here, there }`: the metrics of the two runs of a pair, each `{ name, unit, better, value }` with
 * better `higher` or `lower`
 * @returns for each metric its name and unit, the medians of both sides, and the ratio with its interval: above 1, here
 * is better, whatever `better` is. The
 *   ratio is null where a run measured nothing (a load of which no request was answered in time): then no pair has a ratio that says anything
 * @throws where a run lacks a metric
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
  const found = metrics.find((one) => one.name === name && one.unit === unit);
  if (found === undefined) throw new Error(`${name}, ${unit}: was not measured`);
  return found.value;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}
