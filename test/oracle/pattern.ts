/** What an answer has to be: plain JSON. `undefined`: the field is missing. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [field: string]: Json } | Unchecked;

/** A value that the oracle does not know, such as a sentence. */
export class Unchecked {
  toJSON(): string {
    return '<unchecked>';
  }
}

export const UNCHECKED = new Unchecked();

/**
 * One line per place where the answer is not as expected: `/state/status: expected "in_force", got "expired"`. Every
 * field has to be there, and no other; lists have the same elements in the same order.
 */
export function differences(expected: Json, actual: unknown, at = ''): string[] {
  if (expected instanceof Unchecked) return [];
  if (Array.isArray(expected)) return listDifferences(expected as readonly Json[], actual, at);
  if (expected !== null && typeof expected === 'object')
    return fieldDifferences(expected as Readonly<Record<string, Json>>, actual, at);
  return Object.is(expected, actual) ? [] : [mismatch(expected, actual, at)];
}

export const show = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

/** Whether two values are the same JSON, whatever the order of their fields. */
export const equal = (a: unknown, b: unknown): boolean => a === b || differences(a as Json, b).length === 0;

const mismatch = (expected: unknown, actual: unknown, at: string): string =>
  `${at || '/'}: expected ${show(expected)}, got ${show(actual)}`;

function listDifferences(expected: readonly Json[], actual: unknown, at: string): string[] {
  if (!Array.isArray(actual)) return [mismatch(expected, actual, at)];
  const elements = actual as readonly unknown[];
  if (expected.length !== elements.length)
    return [
      `${at || '/'}: expected ${expected.length} entries ${show(expected)}, got ${elements.length}: ${show(actual)}`,
    ];
  return expected.flatMap((one, i) => differences(one, elements[i], `${at}/${i}`));
}

function fieldDifferences(expected: Readonly<Record<string, Json>>, actual: unknown, at: string): string[] {
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return [mismatch(expected, actual, at)];
  const fields = actual as Readonly<Record<string, unknown>>;
  const unexpected = Object.keys(fields).filter((field) => !(field in expected));
  return [
    ...Object.entries(expected).flatMap(([field, one]) => differences(one, fields[field], `${at}/${field}`)),
    ...unexpected.map((field) => `${at}/${field}: unexpected ${show(fields[field])}`),
  ];
}
