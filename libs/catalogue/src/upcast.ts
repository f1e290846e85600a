import type { EventDefinition } from './define-event.js';

/**
 * Brings data of an older schema version of a type to its current one, a version at a time. The current version comes
 * back as it is. Throws `RangeError` on a version that the definition does not know.
 */
export function upcast({ type, version, upcast: steps }: EventDefinition, fromVersion: number, data: unknown): unknown {
  if (!Number.isInteger(fromVersion) || fromVersion < 1 || fromVersion > version) {
    throw new RangeError(`${type} has schema versions 1 to ${version}, not ${fromVersion}`);
  }
  let current = data;
  for (let at = fromVersion; at < version; at++) {
    const step = steps?.[at];
    if (step === undefined) throw new RangeError(`${type} has no upcaster from schema version ${at}`);
    current = step(current as never);
  }
  return current;
}
