import { z } from 'zod';
import { ReducedDate } from './values/reduced-date.js';
import { Quote, Text } from './values/text.js';
import { WebAddress } from './values/web-address.js';

const EITHER = 'an article, or else a url and its publisher';

const words = {
  quote: Quote.describe('Words of the source that say so, letter for letter').optional(),
  attributedTo: Text.describe('Who says so, by the source').optional(),
};

/** Any text will do here: whether it is an article's id, the store of articles knows. */
const ArticleReference = z
  .string({ error: (issue) => (issue.input === undefined ? `is required: give ${EITHER}` : undefined) })
  .max(2000)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), { error: 'must not hold control characters' });

/** An article that is filed here: a quote is looked up in it. */
export const ArticleSource = z
  .strictObject(
    { article: ArticleReference.describe('Id of a filed article'), ...words },
    { error: (issue) => (hasKey(issue, 'url') ? `must not stand beside an article: give ${EITHER}` : undefined) },
  )
  .meta({ id: 'ArticleSource', description: 'An article that is filed here' });
export type ArticleSource = z.infer<typeof ArticleSource>;

/** A page that is not filed here: a quote from it is kept unchecked. */
export const WebSource = z
  .strictObject(
    {
      url: WebAddress.describe('Where it stands'),
      publisher: Text.describe('Who published it'),
      publishedAt: ReducedDate.describe('When it was published').optional(),
      ...words,
    },
    { error: (issue) => (hasKey(issue, 'article') ? `must not stand beside a url: give ${EITHER}` : undefined) },
  )
  .meta({ id: 'WebSource', description: 'A page on the web that is not filed here' });
export type WebSource = z.infer<typeof WebSource>;

/** Where a fact was read: a filed article, or else a page on the web. Which of the two, its `article` or `url` says. */
export const Source = z
  .union([ArticleSource, WebSource])
  .meta({ id: 'Source', description: 'Where it was read: a filed article, or else a page on the web' });
export type Source = z.infer<typeof Source>;

const hasKey = (issue: z.core.$ZodRawIssue, key: string): boolean =>
  issue.code === 'unrecognized_keys' && issue.keys.length === 1 && issue.keys[0] === key;
