import type { Article } from './article.entity.js';
import type { ArticleBody } from './articles.schema.js';

/** An article as it is answered, without its text. */
export const toArticleBody = (article: Article): ArticleBody => {
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
  const said = { id, url, revision, sha256, headline, publisher, publishedAt, language, byline };
  return {
    ...said,
    filedAt: filedAt.toISOString(),
    filedBy,
    ...(erasedReason !== null && { erased: erasedReason }),
    ...(unverified && { unverified: true as const }),
  };
};
