import { pointerTo, type Problem } from './problems.js';

const DEEPEST = 32;
const MOST_VALUES = 20_000;

interface Level {
  value: object;
  keys: string[];
  next: number;
}

/**
 * Refuses what no event can be before a schema looks at it: nesting that would exhaust a recursion, and so many values
 * that naming what is wrong with each would take seconds. Walks without recursion; an event of ordinary size costs it
 * under a microsecond.
 */
export function exceedsLimits(input: unknown): Problem | null {
  const levels: Level[] = [];
  let values = 0;
  descend(levels, input);
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const key = level.keys[level.next++];
    if (key === undefined) {
      levels.pop();
      continue;
    }
    if (++values > MOST_VALUES)
      return {
        pointer: pointerOf(levels.slice(0, 1)),
        detail: `must hold at most ${MOST_VALUES.toLocaleString('en')} values`,
      };
    descend(levels, (level.value as Record<string, unknown>)[key]);
    if (levels.length > DEEPEST)
      return { pointer: pointerOf(levels.slice(0, -1)), detail: `must be nested at most ${DEEPEST} deep` };
  }
  return null;
}

function descend(levels: Level[], value: unknown): void {
  if (typeof value === 'object' && value !== null) levels.push({ value, keys: Object.keys(value), next: 0 });
}

/** Where the walk stands: the key taken last on each level. */
const pointerOf = (levels: readonly Level[]): string =>
  pointerTo(levels.map((level) => level.keys[level.next - 1] ?? ''));
