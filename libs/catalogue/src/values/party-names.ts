import { countries } from './countries.js';

/*
 * Apart from the schema of a party, so that a page in a browser can name parties without loading the validator.
 */

/** Parties that are not countries, by their usual name in running text. */
export const blocs = {
  EU: 'the EU',
  ASEAN: 'ASEAN',
  APEC: 'APEC',
  BRICS: 'BRICS',
  G7: 'the G7',
  G20: 'the G20',
  WTO: 'the WTO',
  WORLD: 'the world',
} as const;

/** The name of every party in running text. */
export const partyNames: Readonly<Record<string, string>> = { ...countries, ...blocs };

/** A party's name in running text, with its article: `USA` is "the US". An unknown code is returned as it is. */
export function partyName(code: string): string {
  return Object.hasOwn(partyNames, code) ? (partyNames[code] ?? code) : code;
}

/** A party's name by itself, in a heading or a table: `USA` is "US". */
export function partyLabel(code: string): string {
  const label = partyName(code).replace(/^the /, '');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
