import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, type Repository } from 'typeorm';
import { auditParameters, auditCte, type Actor } from '#platform/audit/audit-trail.js';
import { isUniqueViolation } from '#platform/database/database-errors.js';
import { Article } from './article.entity.js';

/** An article to file: everything but its place among the revisions. */
export type ArticleToFile = Pick<
  Article,
  'id' | 'url' | 'sha256' | 'headline' | 'publisher' | 'publishedAt' | 'language' | 'byline'
> & {
  /** `null`: only its sha256 is known. */
  body: string | null;
  /** The number of its revision where it was filed first. */
  revision?: number | null;
  /** Why its text was erased where it was filed first. */
  erasedReason?: string | null;
};

export interface FiledArticle {
  article: Article;
  /** Whether it was not filed before, or not with its text. */
  fresh: boolean;
}

const UNIQUE_REVISION = 'article_url_revision_key';

/**
 * $1 to $10 the article, $11 the revision or null, $12 the reason of an erasure or null, $13 to $18 the audit entry.
 * The article becomes the next revision of its url, or the given one where that is free. An article that is filed
 * already is not changed, except that a text replaces what was claimed before without one, which the audit entry keeps.
 */
const FILE = `
with before as (
  select json_build_object('headline', headline, 'publisher', publisher, 'publishedAt', published_at,
                           'language', language, 'byline', byline,
                           'filedAt', filed_at, 'filedBy', filed_by) as claimed
    from article where id = $1),
done as (
  insert into article (id, url, revision, sha256, headline, publisher, published_at, language, byline, body, filed_by,
                       filed_at, erased_reason, unverified, verified_to)
  select $1, $2,
         coalesce((select $11::int where not exists (select from article a where a.url = $2 and a.revision = $11::int)),
                  (select max(a.revision) + 1 from article a where a.url = $2), 1),
         $3, $4, $5, $6, $7, $8, $9, $10,
         -- as precise as the cursor of the list, which goes through a Date
         date_trunc('milliseconds', now()), $12, $9::text is null and $12::text is null,
         case when $9::text is null and $12::text is null then 0 end
  on conflict (id) do update
     set body = excluded.body, headline = excluded.headline, publisher = excluded.publisher,
         published_at = excluded.published_at, language = excluded.language, byline = excluded.byline,
         filed_by = excluded.filed_by, filed_at = excluded.filed_at,
         unverified = false, verified_to = coalesce(article.verified_to, 0)
   where article.body is null and article.erased_reason is null and excluded.body is not null
  returning xmax <> 0 as replaced),
audited as (
  select json_build_object('claimed', (select claimed from before)) as detail, replaced from done
   where replaced or $9::text is null),
entry as (${auditCte('audited', 13, 'case when replaced then detail end')})
select 1 from done`;

/** $1 an article, $2 events whose sources agree with its text, $3 the position up to which all were compared. */
const VERIFIED = `
with kept as (insert into verified_source (event) select unnest($2::uuid[]) on conflict do nothing)
update article set verified_to = greatest(verified_to, $3) where id = $1`;

/** $1 an article, $2 after, $3 up to, $4 the limit: the events that cite it, in the order of the log. */
const EVENTS_OF = `
select e.id from event e
 where e.envelope #>> '{source,article}' = $1 and e.position > $2 and e.position <= $3 order by e.position limit $4`;

/** $1 ids, $2 a position, $3 a story or null: those that no event (of the story) up to the position cites. */
const NOT_CITED = `
select a.id from unnest($1::text[]) a(id)
 where not exists (select from event e
                    where e.envelope #>> '{source,article}' = a.id and e.position <= $2
                      and ($3::text is null or e.story = $3))`;

/** Reads and writes articles. Only commands call its writing methods, `file` and `keepVerified`. */
@Injectable()
export class ArticleRepository {
  constructor(@InjectRepository(Article) private readonly articles: Repository<Article>) {}

  /** Files an article, or finds it as it was first filed. */
  async file(it: ArticleToFile, actor: Actor): Promise<FiledArticle> {
    const { id: subject, url, sha256, erasedReason = null } = it;
    const details = [it.headline, it.publisher, it.publishedAt, it.language, it.byline, it.body];
    const values = [subject, url, sha256, ...details, actor.actor ?? '', it.revision ?? null, erasedReason];
    const claimed = {
      action: 'article-claimed',
      subject,
      detail: { url, sha256, ...(erasedReason !== null && { erased: erasedReason }) },
    } as const;
    const audited = it.body === null ? claimed : ({ action: 'article-verified', subject } as const);
    // Two revisions of a url that are filed at once get the same number, and one fails. Each retry follows a revision
    // of the other, so the loop ends.
    for (;;) {
      try {
        const inserted = await this.articles.query<unknown[]>(FILE, [...values, ...auditParameters(actor, audited)]);
        const article = await this.articles.findOneByOrFail({ id: subject });
        return { article, fresh: inserted.length === 1 };
      } catch (error) {
        if (!isUniqueViolation(error, UNIQUE_REVISION)) throw error;
      }
    }
  }

  /**
   * Stores which events' sources agree with the text of an article, and that all events up to a position were compared.
   */
  async keepVerified(article: string, events: readonly string[], upTo: number): Promise<void> {
    await this.articles.query(VERIFIED, [article, events, upTo]);
  }

  find(id: string): Promise<Article | null> {
    return this.articles.findOneBy({ id });
  }

  /** An article with its body, which is `null` once it was erased. */
  findWhole(id: string): Promise<Article | null> {
    return this.articles.createQueryBuilder('article').addSelect('article.body').where({ id }).getOne();
  }

  /** Articles by their ids, with their bodies where quotes are to be found in them. */
  async findSources(ids: readonly string[], withBodies: boolean): Promise<Map<string, Article>> {
    const query = this.articles.createQueryBuilder('article').where({ id: Any([...ids]) });
    const found = await (withBodies ? query.addSelect('article.body') : query).getMany();
    return new Map(found.map((article) => [article.id, article]));
  }

  /** Which of some articles no event up to a position cites. With a story, only events of that story count. */
  async notCitedBy(ids: readonly string[], position: number, story: string | undefined): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.articles.query<{ id: string }[]>(NOT_CITED, [ids, position, story ?? null]);
    return rows.map((row) => row.id);
  }

  /** The ids of the events that cite an article, after a position and up to another. */
  async eventIdsOf(article: string, after: number, upTo: number, limit: number): Promise<string[]> {
    const rows = await this.articles.query<{ id: string }[]>(EVENTS_OF, [article, after, upTo, limit]);
    return rows.map((row) => row.id);
  }
}
