import canonicalizeModule from 'canonicalize';

// The types declare `export default`, but the CommonJS code assigns `module.exports`: the import is the function.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * Canonical JSON (RFC 8785): no white space, keys sorted by UTF-16 code units, strings and numbers as JavaScript writes
 * them. Keys whose value is `undefined` are left out. Throws `TypeError` on what JSON cannot hold.
 *
 * `JSON.stringify` on a value with sorted keys is faster than the library, which writes part by part. The library is
 * used only for objects whose keys cannot be sorted in place.
 */
export function canonicalJson(value: unknown): string {
  const sorted = sortKeys(value);
  const text = sorted === UNSORTABLE ? canonicalize(value) : JSON.stringify(sorted);
  if (text === undefined) throw new TypeError('nothing to write as JSON');
  return text;
}

/**
 * Whether JavaScript does not keep a key where it is inserted: keys that look like integers (all of them sort before
 * `:`) come first in any object, and setting `__proto__` adds no key.
 */
const isMisplaced = (key: string): boolean => key < ':' || key === '__proto__';
const UNSORTABLE = Symbol('the keys cannot be sorted');

/** The value with the keys of all its objects sorted, the value itself if they already are; or `UNSORTABLE`. */
function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number');
    return value;
  }
  return Array.isArray(value) ? sortInList(value) : sortFields(value as Record<string, unknown>);
}

function sortInList(list: readonly unknown[]): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const one = sortKeys(list[index]);
    if (one === UNSORTABLE) return UNSORTABLE;
    if (one !== list[index]) (copy ??= list.slice())[index] = one;
  }
  return copy ?? list;
}

function sortFields(fields: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(fields);
  const sorted = areSorted(keys);
  if (!sorted) keys.sort();
  let copy: Record<string, unknown> | null = sorted ? null : {};
  for (const key of keys) {
    const one = sortKeys(fields[key]);
    if (one === UNSORTABLE || isMisplaced(key)) return UNSORTABLE;
    if (one !== fields[key]) copy ??= { ...fields };
    if (copy) copy[key] = one;
  }
  return copy ?? fields;
}

function areSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return false;
  return true;
}
