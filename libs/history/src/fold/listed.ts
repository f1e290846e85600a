/** How many entries of a list are shown, and kept. */
export const MAX_LISTED = 50;

/** The latest 50 of a list, in its order. */
export const latestOf = <T>(list: readonly T[]): T[] => list.slice(-MAX_LISTED);

/** Of a list the first, which the others stand beside, and the latest 49 others, in its order. */
export const firstAndLatestOf = <T>(list: readonly T[]): T[] =>
  list.length <= MAX_LISTED ? [...list] : [...list.slice(0, 1), ...list.slice(1 - MAX_LISTED)];
