import { z } from 'zod';
import { Certainty } from '#catalogue/values/certainty.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { PositionParameter } from '../query/clocks.js';
import { TextParameter } from '../query/text-parameter.js';
import { ImportedArticle } from '../import/imported-article.schema.js';

export const ExportQuery = z.strictObject({
  after: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'Goes on after this position, as if what comes before it were there already',
  }),
  story: TextParameter.optional().meta({ description: 'Events of this story, and the articles that they name' }),
});

const ExportedSource = z
  .strictObject({
    article: z.string().optional().meta({ description: 'The id of an article; without it, the url and its publisher' }),
    url: z.string().optional(),
    publisher: z.string().optional(),
    publishedAt: ReducedDate.optional(),
    headline: z.string().optional(),
    quote: z.string().optional(),
    quoteStart: z
      .int()
      .optional()
      .meta({ description: 'Where the quote stands in the body of the article, in UTF-16 units' }),
    quoteEnd: z.int().optional(),
    attributedTo: z.string().optional(),
    unverified: z.literal(true).optional().meta({
      description:
        'Nobody has checked it by the text of the article; publisher, publishedAt and headline are what was said of that',
    }),
  })
  .meta({ id: 'ExportedSource', description: 'Where it was read' });

/** An event as it would be posted again, and where it stood. */
export const ExportedEvent = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    story: z.string(),
    occurredAt: ReducedDate.optional(),
    certainty: Certainty.optional(),
    data: z.record(z.string(), z.unknown()),
    source: ExportedSource.optional(),
    position: z.int(),
    version: z.int(),
    recordedAt: z.string(),
    recordedBy: z.string(),
  })
  .meta({
    id: 'ExportedEvent',
    description: 'An event as it would be posted again, and where it stood: an import passes over that',
  });

export const ExportedLine = z
  .union([
    ExportedEvent,
    z.strictObject({ article: ImportedArticle }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last line: it could not be told to its end' }),
  ])
  .meta({
    id: 'ExportedLine',
    description: 'A line of an export: an article before the first event that names it, or an event',
  });
