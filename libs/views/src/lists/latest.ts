/** How many entries an array in a state holds: the latest ones. */
export const LATEST = 50;

/** The list's latest entries. */
export function latest<Item>(list: readonly Item[]): Item[] {
  return list.slice(-LATEST);
}

/** The list with those values added at its end that it does not hold yet. */
export function appendDistinct<Item extends string>(list: readonly Item[], values: readonly Item[] = []): Item[] {
  return latest([...new Set([...list, ...values])]);
}

/**
 * The list with one entry put at its end in place of those with the same key: the latest of each key, the latest last.
 */
export function upsert<Item>(list: readonly Item[], keyOf: (item: Item) => unknown, item: Item): Item[] {
  return latest([...list.filter((other) => keyOf(other) !== keyOf(item)), item]);
}
