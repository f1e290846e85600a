/** A count with its thousands apart: 41,000. The same in every browser. */
export const formatCount = (count: number): string => count.toLocaleString('en-GB');

/** "1 event", "2 events". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
