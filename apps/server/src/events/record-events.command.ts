import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { ArticleRepository } from '../articles/article.repository.js';
import type { Recorded } from './send-recorded.js';
import { buildAppendRequest, type RecordRequest } from './prepare-events.js';

/** Records events, all or none: facts, and events about events. */
export class RecordEvents extends Command<Recorded> {
  constructor(readonly submission: RecordRequest) {
    super();
  }
}

@CommandHandler(RecordEvents)
export class RecordEventsHandler implements ICommandHandler<RecordEvents> {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * Article and quote are checked first, then by the log: Idempotency-Key, duplicate id, expected version, targets,
   * story.
   * @throws Problem with the code of what is checked first and fails
   */
  async execute({ submission }: RecordEvents): Promise<Recorded> {
    const { request, problemOf } = await buildAppendRequest(submission, this.parts, this.articles);
    const result = await this.parts.appender.append(request);
    if (result.ok) return result;
    throw problemOf(result);
  }
}
