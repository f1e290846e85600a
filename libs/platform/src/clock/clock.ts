/** Microseconds since the epoch. Passed in wherever time matters, so that tests can set it. */
export type Clock = () => number;

/** The machine's clock, with a resolution of a millisecond. It jumps when the machine's clock is adjusted. */
export function nowMicroseconds(): number {
  return Date.now() * 1000;
}
