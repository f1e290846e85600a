/** What pino writes, as far as it is known. */
interface Line {
  level: string;
  time: string;
  msg?: string;
  err?: { stack?: string };
  [fact: string]: unknown;
}

/**
 * A line of the log, for a person at a terminal: the time of day, the level where it is not `info`, the message, and
 * what belongs to it.
 */
export function prettyLine(json: string): string {
  const { level, time, msg = '', err, ...facts } = JSON.parse(json) as Line;
  const mark = level === 'info' ? '' : `${level.toUpperCase()} `;
  const details = Object.entries(facts).map(
    ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const stack = err?.stack === undefined ? '' : `${err.stack}\n`;
  return `${time.slice(11, 19)} ${mark}${msg}${details.join('')}\n${stack}`;
}
