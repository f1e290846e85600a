import type { Pool } from 'pg';
import type { Article } from './article.entity.js';

/** One revision among those of its url. */
export type Revision = Pick<Article, 'id' | 'url' | 'revision' | 'publishedAt' | 'filedAt'>;

const LISTED = 50;

/** $1 urls: the latest revisions of each, oldest first. */
const REVISIONS = `
select r.id, r.url, r.revision, r.published_at as "publishedAt", r.filed_at as "filedAt"
  from unnest($1::text[]) u(url)
 cross join lateral (
   select a.id, a.url, a.revision, a.published_at, a.filed_at from article a
    where a.url = u.url order by a.revision desc limit ${LISTED}) r
 order by r.url, r.revision`;

/** The latest 50 revisions of some urls, oldest first, by url. */
export async function readRevisions(pool: Pool, urls: readonly string[]): Promise<ReadonlyMap<string, Revision[]>> {
  const found = new Map<string, Revision[]>();
  if (urls.length === 0) return found;
  const { rows } = await pool.query<Revision>(REVISIONS, [[...new Set(urls)]]);
  for (const revision of rows) {
    const known = found.get(revision.url);
    if (known) known.push(revision);
    else found.set(revision.url, [revision]);
  }
  return found;
}
