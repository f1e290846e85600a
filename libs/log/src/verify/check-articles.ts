import type { Pool } from 'pg';
import { validate as isUuid } from 'uuid';
import type { Problem, VerifyReason } from './problem.js';

/** The article that an event cites. */
export interface Citation {
  position: number;
  article: string;
  /** The sha256 of the article's body, hex. */
  sha256: string | undefined;
}

/** The articles that some events cite: the first citation of each article with each sha256. */
export class Citations {
  private readonly first = new Map<string, Citation>();

  add(citation: Citation): void {
    const key = `${citation.article} ${citation.sha256}`;
    if (!this.first.has(key)) this.first.set(key, citation);
  }

  /** Looks the articles up. Returns a problem for the first citation whose article is missing or has another sha256. */
  async check(pool: Pool): Promise<Problem | null> {
    if (this.first.size === 0) return null;
    const cited = [...this.first.values()];
    const ids = new Set(cited.map(({ article }) => article).filter((id) => isUuid(id)));
    const { rows } = await pool.query<{ id: string; sha256: string }>(
      'select id, sha256 from article where id = any($1::uuid[])',
      [[...ids]],
    );
    const known = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
    for (const { position, article, sha256 } of cited) {
      const filed = known.get(article);
      const problem = { position, article };
      if (filed === undefined)
        return { ...problem, reason: 'article-missing', problem: 'the article that it cites is not filed' };
      if (sha256 !== undefined && sha256 !== filed)
        return { ...problem, reason: 'article-differs', problem: 'the article that it cites has another sha256' };
    }
    return null;
  }
}

/** How many bodies one query hashes: at most 200 MiB. */
const PAGE = 200;
/** An id before all others. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** $1 after, $2 limit. The rows are chosen first, so that no other bodies are read. */
const BODIES = `
select a.id,
       case when a.body is null then null
            when a.erased_reason is not null then 'erased-body-kept'
            when encode(sha256(convert_to(a.body, 'UTF8')), 'hex') <> a.sha256 then 'body-differs' end as reason
  from (select id from article where id > $1 order by id limit $2) p join article a on a.id = p.id
 order by a.id`;

/** $1 the id of an article, as in the events */
const FIRST_CITED = `select min(e.position) as position from event e where e.envelope #>> '{source,article}' = $1`;

const PROBLEMS: Partial<Record<VerifyReason, string>> = {
  'body-differs': 'the body of the article does not have its sha256',
  'erased-body-kept': 'the body of the article was erased, but is still stored',
};

/**
 * Hashes the body of each article that was not erased. Yields the number of checked articles after each page, and
 * returns the first problem.
 */
export async function* checkBodies(pool: Pool): AsyncGenerator<number, Problem | null> {
  let checked = 0;
  for (let after = FIRST_ID; ;) {
    const { rows } = await pool.query<{ id: string; reason: VerifyReason | null }>(BODIES, [after, PAGE]);
    for (const { id, reason } of rows) if (reason !== null) return problemOf(pool, id, reason);
    checked += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return null;
    after = last.id;
    yield checked;
  }
}

async function problemOf(pool: Pool, article: string, reason: VerifyReason): Promise<Problem> {
  const { rows } = await pool.query<{ position: string | null }>(FIRST_CITED, [article]);
  return { position: Number(rows[0]?.position ?? 0), article, reason, problem: PROBLEMS[reason] ?? reason };
}
