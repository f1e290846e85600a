import { z } from 'zod';
import { countries } from './countries.js';

/** Parties that are no country, by their usual name in running text. */
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

const names: Readonly<Record<string, string>> = { ...countries, ...blocs };

type Code = keyof typeof countries | keyof typeof blocs;

/** Who acts in the news: a country (ISO 3166-1 alpha-3) or a bloc. */
export const Party = z
  .enum(Object.keys(names) as [Code, ...Code[]], {
    error: (issue) =>
      issue.input === undefined
        ? undefined
        : 'must be an ISO 3166-1 alpha-3 code or one of ' + Object.keys(blocs).join(', '),
  })
  .meta({ id: 'Party', description: 'A country (ISO 3166-1 alpha-3) or one of ' + Object.keys(blocs).join(', ') });
export type Party = z.infer<typeof Party>;

/** A country, where a bloc would make no sense. */
export const Country = z
  .enum(Object.keys(countries) as [keyof typeof countries, ...(keyof typeof countries)[]], {
    error: (issue) => (issue.input === undefined ? undefined : 'must be an ISO 3166-1 alpha-3 code'),
  })
  .meta({ id: 'Country', description: 'A country (ISO 3166-1 alpha-3)' });
export type Country = z.infer<typeof Country>;

/** A party's name in running text, with its article: `USA` is "the US". A code that is no party's stays as it is. */
export function partyName(code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** A party's name standing alone, in a heading or a table: `USA` is "US". */
export function partyLabel(code: string): string {
  const label = partyName(code).replace(/^the /, '');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
