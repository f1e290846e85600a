import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, QueryFailedError, type Repository } from 'typeorm';
import { Article } from './article.entity.js';

/** What is filed: everything but its place among the revisions. */
export type FiledArticle = Pick<
  Article,
  'id' | 'url' | 'sha256' | 'headline' | 'publisher' | 'publishedAt' | 'language' | 'byline' | 'filedBy'
> & {
  body: string;
};

/** A place in the list of articles, latest filed first. */
export interface ArticlePlace {
  filedAt: string;
  id: string;
}

const UNIQUE_VIOLATION = '23505';
const TRIES = 5;

/** The next revision of the url; nothing where the article is filed already. */
const FILE = `
insert into article (id, url, revision, sha256, headline, publisher, published_at, language, byline, body, filed_by, filed_at)
select $1, $2, coalesce((select max(a.revision) from article a where a.url = $2), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10,
       -- as precise as the cursor of the list, which goes through a Date
       date_trunc('milliseconds', now())
on conflict (id) do nothing returning id`;

/** $1 a story, $2 a position: the articles that its events named as their source by then. */
const OF_STORY = `
select distinct e.envelope #>> '{source,article}' as id from event e
 where e.story = $1 and e.position <= $2 and e.envelope #>> '{source,article}' is not null`;

/** $1 an article, $2 after, $3 up to, $4 how many: the events that named it as their source, in the order of the log. */
const EVENTS_OF = `
select e.id from event e
 where e.envelope #>> '{source,article}' = $1 and e.position > $2 and e.position <= $3 order by e.position limit $4`;

@Injectable()
export class ArticleRepository {
  constructor(@InjectRepository(Article) private readonly articles: Repository<Article>) {}

  /** Files an article, or finds it as it was first filed. Two revisions of one url that are filed at once are filed one after the other. */
  async file(article: FiledArticle): Promise<{ article: Article; fresh: boolean }> {
    const { id, url, sha256, headline, publisher, publishedAt, language, byline, body, filedBy } = article;
    const values = [id, url, sha256, headline, publisher, publishedAt, language, byline, body, filedBy];
    for (let tries = 1; ; tries++) {
      try {
        const inserted = await this.articles.query<{ id: string }[]>(FILE, values);
        const filed = await this.articles.findOneByOrFail({ id });
        return { article: filed, fresh: inserted.length === 1 };
      } catch (error) {
        // Another revision of the url took the number first.
        if (codeOf(error) !== UNIQUE_VIOLATION || tries === TRIES) throw error;
      }
    }
  }

  find(id: string): Promise<Article | null> {
    return this.articles.findOneBy({ id });
  }

  /** With its body, which is `null` once it was erased. */
  findWhole(id: string): Promise<Article | null> {
    return this.articles.createQueryBuilder('article').addSelect('article.body').where({ id }).getOne();
  }

  /** Some articles by their ids, with their bodies where quotes are looked up in them. */
  async findSources(ids: readonly string[], withBodies: boolean): Promise<Map<string, Article>> {
    const query = this.articles.createQueryBuilder('article').where({ id: In([...ids]) });
    const found = await (withBodies ? query.addSelect('article.body') : query).getMany();
    return new Map(found.map((article) => [article.id, article]));
  }

  /** The latest filed first. `ids`: among these only. */
  async list(ids: readonly string[] | null, after: ArticlePlace | null, limit: number): Promise<Article[]> {
    const query = this.articles
      .createQueryBuilder('article')
      .orderBy('article.filedAt', 'DESC')
      .addOrderBy('article.id', 'DESC')
      .limit(limit);
    if (ids) query.andWhere({ id: In([...ids]) });
    if (after) query.andWhere('(article.filed_at, article.id) < (:filedAt::timestamptz, :id::uuid)', { ...after });
    return query.getMany();
  }

  /** The ids of the articles that a story's events named by a position. */
  async idsOfStory(story: string, position: number): Promise<string[]> {
    const rows = await this.articles.query<{ id: string }[]>(OF_STORY, [story, position]);
    return rows.map((row) => row.id);
  }

  /** The ids of the events that were taken from an article, after a position and up to another. */
  async eventIdsOf(article: string, after: number, upTo: number, limit: number): Promise<string[]> {
    const rows = await this.articles.query<{ id: string }[]>(EVENTS_OF, [article, after, upTo, limit]);
    return rows.map((row) => row.id);
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
