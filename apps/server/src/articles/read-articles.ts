import type { Pool } from 'pg';
import { PageDeadline } from '#reader/clocks/page-deadline.js';
import type { Article } from './article.entity.js';

/** A place in the list of articles. */
interface ArticlePlace {
  filedAt: string;
  id: string;
}

/** An article without its text. */
type ListedArticle = Omit<Article, 'body'>;

interface ArticlePage {
  items: ListedArticle[];
  next: ArticlePlace | null;
}

const COLUMNS = `a.id, a.url, a.revision, a.sha256, a.headline, a.publisher, a.published_at as "publishedAt",
  a.language, a.byline, a.erased_reason as "erasedReason", a.unverified,
  a.filed_at as "filedAt", a.filed_by as "filedBy"`;

/** Which articles, and in which order: by the time of filing, the latest first where it is missing. */
export interface ArticleFilter {
  url?: string | undefined;
  order?: 'asc' | 'desc' | undefined;
}

/**
 * SQL of an order, for articles `a`.
 *
 * @param url the parameter of an url, where there is one: its articles have an index in that order
 */
function inOrder({ url, order = 'desc' }: ArticleFilter, urlParameter: string) {
  return {
    after: `(a.filed_at, a.id) ${order === 'desc' ? '<' : '>'} ($1::timestamptz, $2::uuid)${
      url === undefined ? '' : ` and a.url = ${urlParameter}`
    }`,
    order: `a.filed_at ${order}, a.id ${order}`,
  };
}

type InOrder = ReturnType<typeof inOrder>;

/** $1 and $2 after this place, $3 the limit, $4 a url. */
const all = ({ after, order }: InOrder): string => `
select ${COLUMNS} from article a where ${after} order by ${order} limit $3`;

/** Up to so many events, the articles of a story are found by its events. */
const FEW_EVENTS = 2_000;
/** How many articles, of any story, one query examines. */
const EXAMINED = 2_000;

const HAS_FEW_EVENTS = `select coalesce((select version from stream where story = $1), 0) <= ${FEW_EVENTS} as few`;

/**
 * $1 and $2 after this place, $3 the limit, $4 a story, $5 a position, $6 a url: the articles that its events cite up
 * to there.
 */
const ofShortStory = ({ after, order }: InOrder): string => `
select ${COLUMNS}
  from (select distinct (e.envelope #>> '{source,article}')::uuid as id from event e
         where e.story = $4 and e.position <= $5 and e.envelope #>> '{source,article}' is not null) n
  join article a on a.id = n.id
 where ${after}
 order by ${order} limit $3`;

/** As `ofShortStory`, for many events: of the articles examined, in order, those that are cited, and the last one. */
const ofLongStory = ({ after, order }: InOrder): string => `
select a.*, c.cited
  from (select ${COLUMNS}, row_number() over (order by ${order}) as nth from article a
         where ${after} order by ${order} limit ${EXAMINED}) a
  left join lateral (
    select true as cited from event e
     where e.envelope #>> '{source,article}' = a.id::text and e.story = $4 and e.position <= $5 limit 1) c on true
 where c.cited or a.nth = ${EXAMINED}
 order by a.nth limit $3`;

const STARTS = {
  desc: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  asc: ['-infinity', '00000000-0000-0000-0000-000000000000'],
};

/** Articles, by the time of filing. */
export async function readArticles(
  pool: Pool,
  filter: ArticleFilter,
  after: ArticlePlace | null,
  limit: number,
): Promise<ArticlePage> {
  const values = [...startOf(after, filter), limit + 1, ...urlOf(filter)];
  return pageOf((await pool.query<ListedArticle>(all(inOrder(filter, '$4')), values)).rows, limit);
}

/**
 * The articles that a story's events cite up to a position, by the time of filing. Where the story has few events, they
 * give its articles. Where it has many, articles are examined in order, some thousand at a time. A page that takes long
 * may have fewer items than the limit, and a next page.
 */
export async function readArticlesOfStory(
  pool: Pool,
  story: string,
  position: number,
  filter: ArticleFilter,
  after: ArticlePlace | null,
  limit: number,
): Promise<ArticlePage> {
  const { rows: size } = await pool.query<{ few: boolean }>(HAS_FEW_EVENTS, [story]);
  const sql = inOrder(filter, '$6');
  const valuesAfter = (place: ArticlePlace | null, most: number): unknown[] => [
    ...startOf(place, filter),
    most,
    story,
    position,
    ...urlOf(filter),
  ];
  if (size[0]?.few) {
    const { rows } = await pool.query<ListedArticle>(ofShortStory(sql), valuesAfter(after, limit + 1));
    return pageOf(rows, limit);
  }
  const found: ListedArticle[] = [];
  const deadline = new PageDeadline();
  for (let place = after; ;) {
    const { rows } = await pool.query<ListedArticle & { cited: boolean | null; nth: string }>(
      ofLongStory(sql),
      valuesAfter(place, limit + 1 - found.length),
    );
    found.push(...rows.filter(({ cited }) => cited));
    const last = rows.at(-1);
    if (found.length > limit || !last || Number(last.nth) < EXAMINED) return pageOf(found, limit);
    place = placeOf(last);
    if (deadline.hasPassed) return { items: found, next: place };
  }
}

/**
 * $1 a position, $2 after, $3 the limit: ids of articles in order, and whether an event up to the position cites each.
 */
const CITED = `
select l.id, exists (select from event e
                      where e.envelope #>> '{source,article}' = l.id::text and e.position <= $1 offset 0) as cited
  from (select a.id from article a where $2::uuid is null or a.id > $2 order by a.id limit $3) l
 order by l.id`;

/** The ids of articles that no event up to a position cites, in order, in pages. */
export async function* readUncited(pool: Pool, position: number, pageSize: number): AsyncGenerator<string[]> {
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { id: string; cited: boolean }[] } = await pool.query(CITED, [position, after, pageSize]);
    yield rows.flatMap(({ id, cited }) => (cited ? [] : [id]));
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.id ?? null;
  }
}

const startOf = (place: ArticlePlace | null, { order = 'desc' }: ArticleFilter): string[] =>
  place ? [place.filedAt, place.id] : STARTS[order];

const urlOf = ({ url }: ArticleFilter): string[] => (url === undefined ? [] : [url]);

const placeOf = ({ filedAt, id }: ListedArticle): ArticlePlace => ({ filedAt: filedAt.toISOString(), id });

/** @param found one more than the limit where there is a next page */
function pageOf(found: readonly ListedArticle[], limit: number): ArticlePage {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? placeOf(last) : null };
}
