import { z } from 'zod';
import { Text } from '#catalogue/values/text.js';
import { ArticleId, ArticleInput } from '../articles/articles.schema.js';

const { body, ...filed } = ArticleInput.shape;

/** An article in a line. What it is known by may stand with it, and must then be right. */
export const ImportedArticle = z
  .strictObject({
    ...filed,
    body: body.optional().meta({
      description:
        'The text; without it, with an admin’s key, the sha256 stands for it, and quotes are taken unchecked',
    }),
    id: ArticleId.optional(),
    revision: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: 'With an admin’s key, taken over where the url has none of that number yet' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'must be a sha256 in hexadecimal, 64 small characters' })
      .optional()
      .meta({ description: 'Of the body' }),
    erased: Text.optional().meta({ description: 'With an admin’s key: why the text was erased' }),
  })
  .meta({
    id: 'ImportedArticle',
    description: 'An article in a line of an import or an export',
    anyOf: [{ required: ['body'] }, { required: ['sha256'] }],
  });
export type ImportedArticle = z.output<typeof ImportedArticle>;
