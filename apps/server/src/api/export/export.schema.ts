import { z } from 'zod';
import { PositionParameter } from '../asking/clocks.js';
import { TextParameter } from '../asking/text-parameter.js';
import { NewEventInput } from '../events/event.schema.js';
import { ImportedArticle } from '../import/imported-article.schema.js';

export const ExportQuery = z.strictObject({
  after: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'Goes on after this position, as if what comes before it were there already',
  }),
  story: TextParameter.optional().meta({ description: 'Events of this story, and the articles that they name' }),
});

/** For the document: an event in a line says besides where it stood. */
export const ExportedLine = z
  .union([
    z.intersection(NewEventInput, z.looseObject({ position: z.int(), version: z.int(), recordedAt: z.string(), recordedBy: z.string() })),
    z.strictObject({ article: ImportedArticle }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last line: it could not be told to its end' }),
  ])
  .meta({ id: 'ExportedLine', description: 'A line of an export: an article before the first event that names it, or an event' });
