import { z } from 'zod';
import { Party } from './party.js';
import { Text } from './text.js';

/** A person named in the news, with the role in which they act. */
export const Person = z
  .strictObject({
    name: Text.describe('Name, as a news desk writes it'),
    role: Text.describe('Title or office in which they act').optional(),
    party: Party.describe('For whom they act').optional(),
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d{0,18}$/, { error: 'must be a Wikidata item, such as Q22686' })
      .describe('Their item in Wikidata')
      .optional(),
  })
  .meta({ id: 'Person', description: 'A person by name, with role and party where known' });
export type Person = z.infer<typeof Person>;
