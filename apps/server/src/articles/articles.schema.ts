import { z } from 'zod';
import { EventId } from '#catalogue/values/event-id.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { WebAddress } from '#catalogue/values/web-address.js';
import { clockParameters, PositionParameter } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';
import { itemsPageBody } from '../views/items.schema.js';

const Language = z
  .string()
  .max(35)
  .refine(isLanguage, { error: 'must be a language tag, as in en or pt-BR' })
  .meta({ description: 'BCP 47, as in en or pt-BR' });

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Kept to the letter: only what no database could keep is refused. */
const Body = z
  .string()
  .min(1, { error: 'must not be empty' })
  .refine((text) => !text.includes('\u0000'), { error: 'must not hold NUL' })
  .refine((text) => !/\p{Cs}/u.test(text), { error: 'must be well-formed Unicode: it holds half a surrogate pair' })
  .meta({ description: 'The text exactly as it was published, at most 1 MiB in UTF-8' });

export const ArticleInput = z
  .strictObject({
    url: WebAddress,
    headline: Text,
    publisher: Text,
    publishedAt: ReducedDate.optional().meta({ description: 'As precisely as known; missing where nobody knows' }),
    body: Body,
    language: Language.optional(),
    byline: Text.optional(),
  })
  .meta({ id: 'NewArticle', description: 'An article to file' });

const article = {
  id: z.string(),
  url: z.string(),
  revision: z.int().meta({ description: '1, 2, 3, … of its url' }),
  sha256: z.string().meta({ description: 'Of its body, hex' }),
  headline: z.string(),
  publisher: z.string(),
  publishedAt: ReducedDate.nullable(),
  language: z.string().nullable(),
  byline: z.string().nullable(),
  filedAt: z.string(),
  filedBy: z.string().meta({ description: 'The name of the key that filed it' }),
  erased: z.string().optional().meta({ description: 'Why its text was erased' }),
  unverified: z.literal(true).optional().meta({
    description:
      'Its text was never filed here: its sha256 and all else were imported, and give way to whoever files the text',
  }),
};

export const ArticleBody = z
  .strictObject(article)
  .meta({ id: 'Article', description: 'One revision of a published text' });
export type ArticleBody = z.infer<typeof ArticleBody>;

export const WholeArticleBody = z
  .strictObject({
    ...article,
    body: z.string().nullable().optional().meta({ description: 'For editors; null once it was erased' }),
  })
  .meta({ id: 'WholeArticle' });

export const ArticlesBody = itemsPageBody(ArticleBody).meta({ id: 'Articles' });

const { minPosition } = clockParameters;

export const ArticlesQuery = z.strictObject({
  minPosition,
  ...pageParameters,
  story: TextParameter.optional().meta({ description: 'Articles that events of this story were taken from' }),
});

export const ArticleEventsQuery = z.strictObject({
  recordedAsOf: clockParameters.recordedAsOf,
  minPosition,
  ...pageParameters,
  after: PositionParameter.optional().meta({ type: 'integer', minimum: 0, description: 'Events after this position' }),
});

export const ArticleId = EventId.meta({ description: 'The id of an article: a UUID' });
