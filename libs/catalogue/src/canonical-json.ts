import canonicalizeModule from 'canonicalize';

// Its types say `export default`, its CommonJS code assigns `module.exports`: at run time the import is the function
// itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * Canonical JSON (RFC 8785): no white space, the keys of each object sorted by their UTF-16 units, strings and numbers
 * as JavaScript writes them. Keys whose value is `undefined` are left out. Throws `TypeError` on what JSON cannot hold.
 *
 * The engine writes a whole value faster than its parts can be written one by one, so the keys are put in order and the
 * rest is left to it. Objects that no order of keys can be given to go to a library, which writes them part by part.
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value);
  const text = ordered === NO_ORDER ? canonicalize(value) : JSON.stringify(ordered);
  if (text === undefined) throw new TypeError('nothing to write as JSON');
  return text;
}

/**
 * JavaScript has an order of its own for keys that look like numbers, all of which come before `:`, and `__proto__` set
 * on an object is none of its keys.
 */
const isWilful = (key: string): boolean => key < ':' || key === '__proto__';
const NO_ORDER = Symbol('no order of keys can be given');

/** The same value with the keys of its objects in order, itself where they are; or `NO_ORDER`. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number');
    return value;
  }
  return Array.isArray(value) ? listInOrder(value) : fieldsInOrder(value as Record<string, unknown>);
}

function listInOrder(list: readonly unknown[]): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const one = inOrder(list[index]);
    if (one === NO_ORDER) return NO_ORDER;
    if (one !== list[index]) (copy ??= list.slice())[index] = one;
  }
  return copy ?? list;
}

function fieldsInOrder(fields: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(fields);
  const sorted = areSorted(keys);
  if (!sorted) keys.sort();
  let copy: Record<string, unknown> | null = sorted ? null : {};
  for (const key of keys) {
    const one = inOrder(fields[key]);
    if (one === NO_ORDER || isWilful(key)) return NO_ORDER;
    if (one !== fields[key]) copy ??= { ...fields };
    if (copy) copy[key] = one;
  }
  return copy ?? fields;
}

function areSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return false;
  return true;
}
