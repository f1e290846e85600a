import { z } from 'zod';
import { NewEventInput } from '../events/event.schema.js';
import { ImportedArticle } from './imported-article.schema.js';

export const ImportLineInput = z
  .union([NewEventInput, z.strictObject({ article: ImportedArticle })])
  .meta({ id: 'ImportLine', description: 'A line of an import: an event, or an article that later lines name' });

export const ImportedLine = z
  .union([
    z
      .strictObject({
        imported: z.int().meta({ description: 'Lines that were stored' }),
        duplicates: z.int().meta({ description: 'Lines that had been stored before' }),
        position: z
          .int()
          .meta({ description: 'The last position at which one of their events stands; 0 while there is none' }),
      })
      .meta({ description: 'Running totals, after each group of lines' }),
    z
      .strictObject({
        error: z.strictObject({
          line: z.int().meta({ description: 'From 1, empty lines counted' }),
          code: z.string(),
          detail: z.string(),
          errors: z
            .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
            .meta({ description: 'JSON Pointers into the line' }),
        }),
      })
      .meta({ description: 'The last line, where a line could not be stored: those before it are' }),
  ])
  .meta({ id: 'Imported', description: 'A line of the answer to an import' });
export type ImportedLine = z.infer<typeof ImportedLine>;
