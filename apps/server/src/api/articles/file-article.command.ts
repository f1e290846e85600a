import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Article } from './article.entity.js';
import { articleId, sha256Of } from './article-id.js';
import { ArticleRepository } from './article.repository.js';
import type { ArticleInput } from './articles.schema.js';

/** Files an article: the same again finds it as it was first filed, another body is the url's next revision. */
export class FileArticle extends Command<{ article: Article; fresh: boolean }> {
  constructor(
    readonly article: z.output<typeof ArticleInput>,
    readonly filedBy: string,
  ) {
    super();
  }
}

@CommandHandler(FileArticle)
export class FileArticleHandler implements ICommandHandler<FileArticle> {
  constructor(private readonly articles: ArticleRepository) {}

  execute({ article, filedBy }: FileArticle): Promise<{ article: Article; fresh: boolean }> {
    const sha256 = sha256Of(article.body);
    const { url, headline, publisher, publishedAt = null, language = null, byline = null, body } = article;
    return this.articles.file({
      id: articleId(url, sha256),
      url,
      sha256,
      headline,
      publisher,
      publishedAt,
      language,
      byline,
      body,
      filedBy,
    });
  }
}
