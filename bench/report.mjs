import { cpus } from 'node:os';

/** The machine and the versions, for the head of a table. */
export function machine(database) {
  const { model } = cpus()[0];
  const versions = `Node ${process.version}, PostgreSQL ${database.version}, fsync ${database.durable}`;
  return `${cpus().length} cores (${model.trim()}), ${versions}`;
}

/** The median of the rounds, the lowest and the highest. */
export function summary(rounds) {
  const sorted = [...rounds].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return { median: middle, low: sorted[0], high: sorted.at(-1) };
}

/** Prints a table of plain text. The first row is its head. */
export function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  '),
    );
}

export const whole = (number) => Math.round(number).toLocaleString('en');
export const rate = ({ median, low, high }) => `${whole(median)} (${whole(low)}–${whole(high)})`;

/** A metric where more is better: a rate, such as events a second. */
export const higher = (name, unit, value) => ({ name, unit, better: 'higher', value });
/** A metric where less is better: a time, or memory. */
export const lower = (name, unit, value) => ({ name, unit, better: 'lower', value });

/** Prints the metrics as JSON: the last line of a benchmark, from which the runner compares two commits. */
export function printMetrics(bench, metrics) {
  console.log(JSON.stringify({ bench, metrics }));
}
