/** How many entries a list in a state, or in an answer, has at most: the latest. */
export const LATEST = 50;

export const latest = <T>(list: readonly T[]): T[] => list.slice(-LATEST);

/** The list with those of the others that it does not have yet, each once. */
export const withFurther = <T>(list: readonly T[], others: readonly T[] = []): T[] =>
  latest([...new Set([...list, ...others])]);

/** The list with an entry instead of the one with the same key. It comes last. */
export const withLast = <T>(list: readonly T[], entry: T, keyOf: (one: T) => unknown): T[] =>
  latest([...list.filter((one) => keyOf(one) !== keyOf(entry)), entry]);
