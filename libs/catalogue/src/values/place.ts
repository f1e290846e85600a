import { z } from 'zod';
import { Country } from './party.js';
import { isObject } from './refine.js';
import { Text } from './text.js';

/** Where something happened: a city or a venue, a country, or both. */
export const Place = z
  .strictObject({
    name: Text.describe('City, region, building or craft').optional(),
    country: Country.describe('Country that it lies in').optional(),
  })
  .refine((place) => place.name !== undefined || place.country !== undefined, {
    error: 'must have a name or a country',
    when: isObject,
  })
  .meta({ id: 'Place', description: 'A city or a venue by name, a country, or both: at least one', minProperties: 1 });
export type Place = z.infer<typeof Place>;
