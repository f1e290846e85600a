import type { StoredEvent } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { Actor } from '#platform/audit/audit-trail.js';
import type { TimelineEntry } from '#reader/timeline/timeline-entry.js';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { type Article, articleId, sha256Of } from './article.entity.js';
import { ArticleRepository, type FiledArticle } from './article.repository.js';
import type { ArticleInput } from './articles.schema.js';
import { quotable, sourceAgrees } from './find-quote.js';

/** $1 events: those whose source was verified by the text of its article after they were recorded. */
const VERIFIED = `select v.event as id from unnest($1::uuid[]) u(id) join verified_source v on v.event = u.id`;

/**
 * Removes the mark `unverified` from events whose source was verified after they were recorded. The log itself keeps
 * the mark. Like the article, it is shown as of now, on whatever clock. Queries nothing where no event is marked.
 */
export async function settleSources(pool: Pool, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const marked = events.filter(({ source }) => source?.unverified).map(({ id }) => id);
  const verified = await readVerified(pool, marked);
  return events.map((event) => {
    if (!event.source?.unverified || !verified.has(event.id)) return event;
    const { unverified: _mark, ...source } = event.source;
    return { ...event, source };
  });
}

/** Removes the mark `unverified` from the facts of a timeline, as `settleSources` does from events. */
export const settleFacts = async <Entry extends TimelineEntry>(
  pool: Pool,
  entries: readonly Entry[],
): Promise<Entry[]> => withoutMarks(entries, await readVerified(pool, markedAmong(entries)));

/** The events of which a source is marked `unverified`. */
export const markedAmong = (entries: readonly TimelineEntry[]): string[] =>
  entries.flatMap(({ sources }) => sources.filter((source) => source.unverified).map(({ event }) => event));

/** Facts without the mark at the sources that were verified. */
export function withoutMarks<Entry extends TimelineEntry>(
  entries: readonly Entry[],
  verified: ReadonlySet<string>,
): Entry[] {
  if (verified.size === 0) return [...entries];
  return entries.map((entry) => ({
    ...entry,
    sources: entry.sources.map((source) => {
      const { unverified: _mark, ...settled } = source;
      return verified.has(source.event) ? settled : source;
    }),
  }));
}

/** Which of some events had their source verified after they were recorded. */
export async function readVerified(pool: Pool, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>(VERIFIED, [ids]);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Files an article. The same url and body again gives the article as it was first filed; another body is the next
 * revision of the url. What was claimed of an article before its text was here is replaced.
 */
export class FileArticle extends Command<FiledArticle> {
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
    @Inject(LOG) private readonly log: LogPart,
    private readonly articles: ArticleRepository,
  ) {}

  async execute({ article, filedBy }: FileArticle): Promise<FiledArticle> {
    const sha256 = sha256Of(article.body);
    const { url, headline, publisher, publishedAt = null, language = null, byline = null, body } = article;
    const id = articleId(url, sha256);
    const filed = await this.articles.file(
      { id, url, sha256, headline, publisher, publishedAt, language, byline, body },
      filedBy,
    );
    await verifySources(this.articles, this.log.pool, filed.article);
    return filed;
  }
}

/** How many events are compared at once, and how often in one filing. The next filing of the same text continues. */
const PAGE = 500;
const MAX_PAGES = 20;

/**
 * Compares the events that cited an article before its text was here with the text that was filed since. Those that
 * agree with it are no longer unverified. The others stay so, since the log cannot be changed. Does nothing for an
 * article that was filed with its text at first.
 */
export async function verifySources(articles: ArticleRepository, pool: Pool, filed: Article): Promise<void> {
  if (filed.verifiedTo === null || filed.unverified) return;
  const article = await articles.findWhole(filed.id);
  if (typeof article?.body !== 'string') return;
  const body = quotable(article.body);
  let after = filed.verifiedTo;
  for (let page = 0; page < MAX_PAGES; page++) {
    const ids = await articles.eventIdsOf(filed.id, after, Number.MAX_SAFE_INTEGER, PAGE);
    const events = await readEventsById(pool, ids);
    after = events.at(-1)?.position ?? after;
    const verified = events
      .filter(({ source }) => source?.unverified && sourceAgrees(source, article, body))
      .map(({ id }) => id);
    if (events.length > 0) await articles.keepVerified(filed.id, verified, after);
    if (ids.length < PAGE) return;
  }
}
