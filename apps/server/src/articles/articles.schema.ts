import { z } from 'zod';
import { EventId, WebAddress } from '#catalogue/values/identifiers.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { Problem } from '../problems/problem.js';
import { itemsPageBody } from '../query/page.js';
import { clockParameters, pageParameters, TextParameter } from '../query/parameters.js';
import { OrderParameter } from '../query/words.js';
import type { Article } from './article.entity.js';
import type { Revision } from './revisions.js';

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

/** Stored to the letter: only what PostgreSQL cannot store is refused. */
const Body = z
  .string()
  .min(1, { error: 'must not be empty' })
  .refine((text) => !text.includes('\u0000'), { error: 'must not contain NUL' })
  .refine((text) => !/\p{Cs}/u.test(text), { error: 'must be well-formed Unicode: it contains half a surrogate pair' })
  .meta({ description: 'The text exactly as it was published, at most 1 MiB in UTF-8' });

export const ArticleInput = z
  .strictObject({
    url: WebAddress,
    headline: Text,
    publisher: Text,
    publishedAt: ReducedDate.optional().meta({ description: 'As precisely as known; missing: unknown' }),
    body: Body,
    language: Language.optional(),
    byline: Text.optional(),
  })
  .meta({ id: 'NewArticle', description: 'An article to file' });

const RevisionBody = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    publishedAt: ReducedDate.nullable(),
    filedAt: z.string(),
  })
  .meta({ id: 'Revision', description: 'One of the texts that a url has had' });

const article = {
  id: z.string(),
  url: z.string(),
  revision: z.int().meta({ description: 'Its number among the revisions of its url: 1, 2, 3, …' }),
  sha256: z.string().meta({ description: 'Of its body, hex' }),
  headline: z.string(),
  publisher: z.string(),
  publishedAt: ReducedDate.nullable(),
  language: z.string().nullable(),
  byline: z.string().nullable(),
  filedAt: z.string(),
  filedBy: z.string().meta({ description: 'The name of the key that filed it' }),
  erased: z.string().optional().meta({ description: 'Why its text was erased' }),
  revisions: z.array(RevisionBody).max(50).meta({
    description: 'The revisions of its url, this one among them: the latest 50, oldest first',
  }),
  unverified: z.literal(true).optional().meta({
    description:
      'Its text was never filed here. Its sha256 and details were imported, and are replaced once the text is filed',
  }),
};

export const ArticleBody = z
  .strictObject(article)
  .meta({ id: 'Article', description: 'One revision of a published text' });
export type ArticleBody = z.infer<typeof ArticleBody>;

export const WholeArticleBody = z
  .strictObject({
    ...article,
    body: z.string().nullable().optional().meta({ description: 'Only for editors; null once it was erased' }),
  })
  .meta({ id: 'WholeArticle' });

export const ArticlesBody = itemsPageBody(ArticleBody).meta({ id: 'Articles' });

const { minPosition } = clockParameters;

export const ArticlesQuery = z.strictObject({
  minPosition,
  ...pageParameters,
  story: TextParameter.optional().meta({ description: 'Articles that events of this story cite' }),
  url: TextParameter.optional().meta({ description: 'The revisions of the article at this address, as it was filed' }),
  order: OrderParameter('desc', 'By the time of filing: `desc` is the latest first'),
});

export const ArticleId = EventId.meta({ description: 'The id of an article: a UUID' });

export const DiffQuery = z.strictObject({
  with: EventId.meta({ description: 'The id of the article that comes after: a UUID' }),
});

const ComparedArticle = z
  .strictObject({
    id: article.id,
    url: article.url,
    revision: article.revision,
    sha256: article.sha256,
    headline: article.headline,
    publishedAt: article.publishedAt,
  })
  .meta({ id: 'ComparedArticle' });

export const DiffBody = z
  .strictObject({
    before: ComparedArticle,
    after: ComparedArticle,
    coarse: z.boolean().meta({
      description: 'Some passages differ in too much to be compared word by word, and are shown as replaced',
    }),
    parts: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })).meta({
      description:
        'In the order of the text: `same` and `added` make up the text after, `same` and `removed` the text before, ' +
        'but for white space',
    }),
  })
  .meta({ id: 'ArticleDiff', description: 'What differs between the texts of two articles' });

/** What a comparison says about an article. */
export const toComparedArticle = ({
  id,
  url,
  revision,
  sha256,
  headline,
  publishedAt,
}: Article): z.infer<typeof ComparedArticle> => ({ id, url, revision, sha256, headline, publishedAt });

/** @throws Problem `not-found` for what cannot be an id */
export function parseArticleId(text: string): string {
  const id = ArticleId.safeParse(text);
  if (!id.success) throw unknownArticle(text);
  return id.data;
}

export const unknownArticle = (id: string): Problem => new Problem('not-found', `There is no article ${id}.`);

/**
 * An article as a response body, without its text.
 *
 * @param revisions those of its url, by url
 */
export const toArticleBody = (article: Article, revisions: ReadonlyMap<string, readonly Revision[]>): ArticleBody => {
  const {
    id,
    url,
    revision,
    sha256,
    headline,
    publisher,
    publishedAt,
    language,
    byline,
    filedAt,
    filedBy,
    erasedReason,
    unverified,
  } = article;
  return {
    id,
    url,
    revision,
    sha256,
    headline,
    publisher,
    publishedAt,
    language,
    byline,
    filedAt: filedAt.toISOString(),
    filedBy,
    revisions: (revisions.get(url) ?? []).map((one) => ({
      id: one.id,
      revision: one.revision,
      publishedAt: one.publishedAt,
      filedAt: one.filedAt.toISOString(),
    })),
    ...(erasedReason !== null && { erased: erasedReason }),
    ...(unverified && { unverified: true as const }),
  };
};
