import { z } from 'zod';
import { ReducedDate } from './values/reduced-date.js';
import { Quote, Text } from './values/text.js';
import { WebAddress } from './values/identifiers.js';

const EITHER = 'an article, or else a url and its publisher';

const evidence = {
  quote: Quote.describe('The words of the source, verbatim').optional(),
  attributedTo: Text.describe('Who says so, according to the source').optional(),
};

/** Any text is accepted here; whether it is the id of an article is checked against the store of articles. */
const ArticleReference = z
  .string({ error: (issue) => (issue.input === undefined ? `is required: give ${EITHER}` : undefined) })
  .max(2000)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), { error: 'must not hold control characters' });

/** An article that is filed here. A quote must occur in it. */
export const ArticleSource = z
  .strictObject(
    { article: ArticleReference.describe('Id of a filed article'), ...evidence },
    { error: (issue) => (hasKey(issue, 'url') ? `cannot be combined with an article: give ${EITHER}` : undefined) },
  )
  .meta({ id: 'ArticleSource', description: 'An article that is filed here' });
export type ArticleSource = z.infer<typeof ArticleSource>;

/** A page that is not filed here. A quote from it is stored unchecked. */
export const WebSource = z
  .strictObject(
    {
      url: WebAddress.describe('Its address'),
      publisher: Text.describe('Who published it'),
      publishedAt: ReducedDate.describe('When it was published').optional(),
      ...evidence,
    },
    { error: (issue) => (hasKey(issue, 'article') ? `cannot be combined with a url: give ${EITHER}` : undefined) },
  )
  .meta({ id: 'WebSource', description: 'A page on the web that is not filed here' });
export type WebSource = z.infer<typeof WebSource>;

/** Where a fact was read: a filed article (`article`), or else a page on the web (`url`). */
export const Source = z
  .union([ArticleSource, WebSource])
  .meta({ id: 'Source', description: 'Where it was read: a filed article, or else a page on the web' });
export type Source = z.infer<typeof Source>;

const hasKey = (issue: z.core.$ZodRawIssue, key: string): boolean =>
  issue.code === 'unrecognized_keys' && issue.keys.length === 1 && issue.keys[0] === key;
