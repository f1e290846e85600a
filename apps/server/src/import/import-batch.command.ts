import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { articleId } from '../articles/article.entity.js';
import { ArticleRepository, type ArticleToFile } from '../articles/article.repository.js';
import { verifySources } from '../articles/file-article.command.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { toProblem } from '../events/record-events.command.js';
import {
  eventsIn,
  firstRejected,
  IMPORT_SHAPE,
  prepareEvents,
  type Importer,
  type PreparedBatch,
  type PreparedEvents,
} from './prepare-batch.js';
import type { IdentifiedArticle, RejectedLine } from './read-line.js';

/** What was stored of a batch, and its first line that was not. */
export interface StoredBatch {
  imported: number;
  duplicates: number;
  /** The last position of its events; 0 where it has none. */
  position: number;
  rejected: RejectedLine | null;
}

/**
 * Imports a batch of lines: files its articles, then records its events as one request. Where an event is refused,
 * those before it are recorded.
 */
export class ImportBatch extends Command<StoredBatch> {
  constructor(
    readonly batch: PreparedBatch,
    readonly importer: Importer,
  ) {
    super();
  }
}

const NOTHING = { imported: 0, duplicates: 0, position: 0, rejected: null };

@CommandHandler(ImportBatch)
export class ImportBatchHandler implements ICommandHandler<ImportBatch> {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * @throws what the database throws: it is then unknown whether the events were stored; the reason of `authority`:
   * only articles were filed
   */
  async execute({ batch, importer }: ImportBatch): Promise<StoredBatch> {
    if ('events' in batch) return this.#record(batch.events);
    const articles = batch.lines.flatMap((line) => ('article' in line ? [line.article] : []));
    const filed = await this.#file(articles, importer);
    const events = eventsIn(batch.lines);
    const stored =
      events.length === 0
        ? NOTHING
        : await this.#record(await prepareEvents(events, importer, this.log.pool, this.articles));
    return { ...stored, imported: stored.imported + filed, duplicates: stored.duplicates + articles.length - filed };
  }

  /** @returns how many of the articles were not filed before */
  async #file(articles: readonly IdentifiedArticle[], { actor, authority }: Importer): Promise<number> {
    let filed = 0;
    for (const article of articles) {
      authority.throwIfAborted();
      const { article: stored, fresh } = await this.articles.file(toFile(article), actor);
      if (fresh) filed++;
      if (article.body !== undefined) await verifySources(this.articles, this.log.pool, stored);
    }
    return filed;
  }

  async #record({ request, lines, targetRefusals, rejected }: PreparedEvents): Promise<StoredBatch> {
    let first = rejected;
    for (let { events } = request; events.length > 0;) {
      const result = await this.log.appender.append({ ...request, events });
      if (result.ok) {
        const duplicates = result.events.filter((event) => event.duplicate).length;
        return { imported: events.length - duplicates, duplicates, position: result.position, rejected: first };
      }
      const refused = firstRejected(toProblem(result, IMPORT_SHAPE, targetRefusals), lines);
      first = refused.line;
      events = events.slice(0, refused.index);
    }
    return { ...NOTHING, rejected: first };
  }
}

const toFile = ({
  url,
  sha256,
  headline,
  publisher,
  publishedAt,
  language,
  byline,
  body,
  revision,
  erased,
}: IdentifiedArticle): ArticleToFile => ({
  id: articleId(url, sha256),
  url,
  sha256,
  headline,
  publisher,
  publishedAt: publishedAt ?? null,
  language: language ?? null,
  byline: byline ?? null,
  body: body ?? null,
  revision: revision ?? null,
  erasedReason: erased ?? null,
});
