import { z } from 'zod';

const MAX_DEPTH = 16;

interface Fault {
  path: (string | number)[];
  detail: string;
}

/**
 * An object whose form the target event decides. Checked here is only that it can be stored and hashed: limited depth,
 * finite numbers, well-formed Unicode without NUL, no key `__proto__`.
 */
export const JsonObject = z
  .custom<Record<string, unknown>>()
  .check((payload) => {
    if (payload.value === undefined) return;
    const fault = faultOf(payload.value);
    if (fault !== null)
      payload.issues.push({ code: 'custom', input: payload.value, path: fault.path, message: fault.detail });
  })
  .meta({ id: 'JsonObject', type: 'object', description: 'An object in the form of the target’s data' });

function faultOf(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: [], detail: 'must be an object' };
  return faultWithin(value, []);
}

function faultWithin(value: unknown, path: (string | number)[]): Fault | null {
  if (path.length > MAX_DEPTH) return { path, detail: `must be nested at most ${MAX_DEPTH} deep` };
  if (typeof value === 'string')
    return isStorable(value) ? null : { path, detail: 'must be well-formed Unicode without NUL' };
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path, detail: 'must be a finite number' };
  if (Array.isArray(value))
    return firstFault(
      value.map((item, at) => [at, item] as const),
      path,
    );
  if (typeof value === 'object' && value !== null) return firstFault(Object.entries(value), path);
  return null;
}

function firstFault(
  entries: readonly (readonly [string | number, unknown])[],
  path: (string | number)[],
): Fault | null {
  for (const [key, value] of entries) {
    const at = [...path, key];
    if (typeof key === 'string' && (key === '__proto__' || !isStorable(key)))
      return { path: at, detail: 'is not a field here' };
    const fault = faultWithin(value, at);
    if (fault !== null) return fault;
  }
  return null;
}

const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
