import { pointerTo, type Problem } from './problems.js';

const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;

interface Level {
  value: object;
  keys: string[];
  next: number;
}

/**
 * The first problem of an input that is too deep or too large to be checked against a schema, or `null`. Deep nesting
 * would exhaust the stack of a recursive parser, and listing the problems of very many values would take seconds. The
 * walk itself does not recurse; an event of ordinary size takes it under a microsecond.
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
    if (++values > MAX_VALUES)
      return {
        pointer: pointerOf(levels.slice(0, 1)),
        detail: `must hold at most ${MAX_VALUES.toLocaleString('en')} values`,
      };
    descend(levels, (level.value as Record<string, unknown>)[key]);
    if (levels.length > MAX_DEPTH)
      return { pointer: pointerOf(levels.slice(0, -1)), detail: `must be nested at most ${MAX_DEPTH} deep` };
  }
  return null;
}

function descend(levels: Level[], value: unknown): void {
  if (typeof value === 'object' && value !== null) levels.push({ value, keys: Object.keys(value), next: 0 });
}

/** The path that the walk has reached: the key last taken on each level. */
const pointerOf = (levels: readonly Level[]): string =>
  pointerTo(levels.map((level) => level.keys[level.next - 1] ?? ''));
