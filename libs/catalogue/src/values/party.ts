import { z } from 'zod';
import { countries } from './countries.js';
import { blocs, partyNames } from './party-names.js';

export { blocs, partyLabel, partyName } from './party-names.js';

type Code = keyof typeof countries | keyof typeof blocs;

/** Who acts in the news: a country (ISO 3166-1 alpha-3) or a bloc. */
export const Party = z
  .enum(Object.keys(partyNames) as [Code, ...Code[]], {
    error: (issue) =>
      issue.input === undefined
        ? undefined
        : 'must be an ISO 3166-1 alpha-3 code or one of ' + Object.keys(blocs).join(', '),
  })
  .meta({ id: 'Party', description: 'A country (ISO 3166-1 alpha-3) or one of ' + Object.keys(blocs).join(', ') });
export type Party = z.infer<typeof Party>;

/** A country, for fields where a bloc would make no sense. */
export const Country = z
  .enum(Object.keys(countries) as [keyof typeof countries, ...(keyof typeof countries)[]], {
    error: (issue) => (issue.input === undefined ? undefined : 'must be an ISO 3166-1 alpha-3 code'),
  })
  .meta({ id: 'Country', description: 'A country (ISO 3166-1 alpha-3)' });
export type Country = z.infer<typeof Country>;
