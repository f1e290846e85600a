/** Arrays in a state hold at most this many entries: the latest. */
export const LATEST = 50;

/** The last `LATEST` entries of a list. */
export function latest<Item>(list: readonly Item[]): Item[] {
  return list.slice(-LATEST);
}

/** The list with the values appended that it does not hold yet. Where it holds all of them, it is the same list. */
export function appendDistinct<Item extends string>(list: Item[], values: readonly Item[] = []): Item[] {
  const added = values.filter((value, n) => !list.includes(value) && values.indexOf(value) === n);
  return added.length > 0 ? latest([...list, ...added]) : list;
}

/** The list with one entry appended and earlier entries with the same key removed. */
export function upsert<Item>(list: readonly Item[], keyOf: (item: Item) => unknown, item: Item): Item[] {
  return latest([...list.filter((other) => keyOf(other) !== keyOf(item)), item]);
}
