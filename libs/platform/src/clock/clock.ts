/** Microseconds since the epoch. Passed in wherever the time matters, so that tests can give their own. */
export type Clock = () => number;

/** The machine's clock. Its resolution is a millisecond; it follows the machine when that is set right. */
export function nowMicroseconds(): number {
  return Date.now() * 1000;
}
