import { z } from 'zod';
import { Country } from './party.js';
import { refined } from './refined.js';
import { Text } from './text.js';

/** Where something happened: a city or a venue, a country, or both. */
export const Place = refined(
  z.strictObject({
    name: Text.describe('City, region, building or craft').optional(),
    country: Country.describe('Country that it lies in').optional(),
  }),
  { check: ({ name, country }) => name !== undefined || country !== undefined, error: 'must have a name or a country' },
).register(z.globalRegistry, {
  id: 'Place',
  description: 'A city or a venue by name, a country, or both: at least one',
  minProperties: 1,
});
export type Place = z.infer<typeof Place>;
