/** The largest bigint: world dates without a bound. As text, since it has no exact JavaScript number. */
export const NO_BOUND = '9223372036854775807';

/** A bound on world time as a parameter of type bigint. */
export const worldBound = (instant: number): string => (instant === Infinity ? NO_BOUND : String(instant));
