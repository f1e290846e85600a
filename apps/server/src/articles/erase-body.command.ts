import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { auditCte, auditParameters, type Actor } from '#platform/audit/audit-trail.js';
import { AUTH, type AuthPart } from '../bootstrap/parts.js';
import type { Article } from './article.entity.js';
import { ArticleRepository } from './article.repository.js';

/** $1 the id, $2 the reason; $3 to $8 the audit entry. An article that was erased before keeps its first reason. */
const ERASE = `
with done as (update article set body = null, erased_reason = $2 where id = $1 and erased_reason is null returning 1)
${auditCte('done', 3)}`;

/**
 * Erases the text of an article for good. Its sha256 and the quotes from it stay. If somebody files the article again,
 * its text is not stored.
 *
 * Returns the article without its text; `null` where there is no such article.
 */
export class EraseArticleBody extends Command<Article | null> {
  constructor(
    readonly id: string,
    readonly reason: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

@CommandHandler(EraseArticleBody)
export class EraseArticleBodyHandler implements ICommandHandler<EraseArticleBody> {
  constructor(
    @Inject(AUTH) private readonly auth: AuthPart,
    private readonly articles: ArticleRepository,
  ) {}

  async execute({ id, reason, actor }: EraseArticleBody): Promise<Article | null> {
    const audit = auditParameters(actor, { action: 'article-erased', subject: id, detail: { reason } });
    // An article that is found without a reason was filed between the two statements. The next turn erases it.
    for (;;) {
      await this.auth.pool.query(ERASE, [id, reason, ...audit]);
      const article = await this.articles.find(id);
      if (article?.erasedReason !== null) return article;
    }
  }
}
