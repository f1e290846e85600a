import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Actor } from '#platform/audit/audit-trail.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import type { Article } from './article.entity.js';
import { articleId, sha256Of } from './article-id.js';
import { ArticleRepository } from './article.repository.js';
import type { ArticleInput } from './articles.schema.js';
import { verifySources } from './verify-sources.js';

/**
 * Files an article: the same again finds it as it was first filed, another body is the url's next revision. What was
 * claimed of it while its text was not here gives way.
 */
export class FileArticle extends Command<{ article: Article; fresh: boolean }> {
  constructor(
    readonly article: z.output<typeof ArticleInput>,
    readonly filedBy: Actor,
  ) {
    super();
  }
}

@CommandHandler(FileArticle)
export class FileArticleHandler implements ICommandHandler<FileArticle> {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: Pick<AppDependencies, 'pool'>,
    private readonly articles: ArticleRepository,
  ) {}

  async execute({ article, filedBy }: FileArticle): Promise<{ article: Article; fresh: boolean }> {
    const sha256 = sha256Of(article.body);
    const { url, headline, publisher, publishedAt = null, language = null, byline = null, body } = article;
    const said = { id: articleId(url, sha256), url, sha256, headline, publisher, publishedAt, language, byline, body };
    const filed = await this.articles.file(said, filedBy);
    await verifySources(this.articles, this.parts.pool, filed.article);
    return filed;
  }
}
