/** A JSON Merge Patch (RFC 7396): what it names is set, `null` removes, and what it does not name stays. */
export const MERGE_PATCH = 'application/merge-patch+json';

/**
 * Applies a JSON Merge Patch to a JSON value. Neither is changed. Lists are replaced as a whole.
 *
 * @param target `undefined`: there is no value yet
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  // A map, since a field may be named `__proto__`.
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
