import library from '@jest/diff-sequences';

/** The library's types are those of its CommonJS build, which exports the function as `default`; an import gets it. */
const diffSequences = library as unknown as typeof library.default;

/** A run of items that two sequences have in common. */
export interface CommonRun {
  /** Where it begins in the one and in the other. */
  old: number;
  now: number;
  count: number;
}

interface CommonRuns {
  /** In order, of a longest common subsequence. */
  runs: CommonRun[];
  /** How many pairs were compared. */
  compared: number;
  /** `false`: the limit was reached, and only what the sequences begin and end with is known to be common. */
  exact: boolean;
}

class LimitReached extends Error {}

/**
 * The longest common subsequence of two sequences (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, in
 * linear space), as far as a limited number of comparisons finds it.
 *
 * @param most how many pairs may be compared, besides the common beginning and end
 */
export function commonRuns(old: readonly number[], now: readonly number[], most: number): CommonRuns {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const runs: CommonRun[] = start > 0 ? [{ old: 0, now: 0, count: start }] : [];
  const between: CommonRun[] = [];
  // What only one of them has is in no common subsequence. Two texts that were written apart share few of their words.
  const oldPlaces = placesOfShared(old, start, old.length - end, now);
  const nowPlaces = placesOfShared(now, start, now.length - end, old);
  let compared = 0;
  let exact = true;
  const isCommon = (a: number, b: number): boolean => {
    // The library has no limit of its own: only an error ends its search.
    if (compared >= most) throw new LimitReached();
    compared++;
    return old[oldPlaces[a] ?? 0] === now[nowPlaces[b] ?? 0];
  };
  try {
    diffSequences(oldPlaces.length, nowPlaces.length, isCommon, (count, a, b) => {
      for (let i = 0; i < count; i++) addPair(between, oldPlaces[a + i] ?? 0, nowPlaces[b + i] ?? 0);
    });
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    exact = false;
  }
  if (exact) for (const run of between) runs.push(run);
  if (end > 0) runs.push({ old: old.length - end, now: now.length - end, count: end });
  return { runs, compared, exact };
}

/** The places from one to another, exclusive, of the items that the other sequence has too. */
function placesOfShared(items: readonly number[], from: number, to: number, other: readonly number[]): number[] {
  const shared = new Set(other);
  const places: number[] = [];
  for (let place = from; place < to; place++) if (shared.has(items[place] ?? -1)) places.push(place);
  return places;
}

/** Adds a pair of common items to the last run, or as a new one. */
function addPair(runs: CommonRun[], old: number, now: number): void {
  const last = runs.at(-1);
  if (last && last.old + last.count === old && last.now + last.count === now) last.count++;
  else runs.push({ old, now, count: 1 });
}
