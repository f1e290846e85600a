/**
 * Columns go to PostgreSQL as one string each, its values joined by U+001F, which no stored text can hold: faster to
 * parse than arrays.
 */
export const SEPARATOR = '\u001f';

/**
 * One column of some rows as a parameter, to be split by `string_to_array($n, chr(31), chr(30))`; `null` becomes SQL's.
 * No value may be an empty text: one alone would come out as no value.
 */
export function column<T>(rows: readonly T[], value: (row: T) => string | number | boolean | null): string {
  return rows.map((row) => value(row) ?? '\u001e').join(SEPARATOR);
}

/** `string_to_array` of parameter `n`, cast to an array of a type. */
export const split = (n: number, type: string): string => `string_to_array($${n}, chr(31), chr(30))::${type}[]`;
