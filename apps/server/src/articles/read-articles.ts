import { ReadPace } from '#reader/clocks/pace.js';
import type { ReadingPool } from '../app-dependencies.js';
import type { Article } from './article.entity.js';

/** A place in the list of articles, latest filed first. */
export interface ArticlePlace {
  filedAt: string;
  id: string;
}

/** An article without its text. */
export type ListedArticle = Omit<Article, 'body'>;

export interface ArticlePage {
  items: ListedArticle[];
  next: ArticlePlace | null;
}

const COLUMNS = `a.id, a.url, a.revision, a.sha256, a.headline, a.publisher, a.published_at as "publishedAt", a.language, a.byline,
  a.erased_reason as "erasedReason", a.filed_at as "filedAt", a.filed_by as "filedBy"`;

/** $1 and $2 after this place, $3 how many: the latest filed first. */
const ALL = `
select ${COLUMNS} from article a where (a.filed_at, a.id) < ($1::timestamptz, $2::uuid) order by a.filed_at desc, a.id desc limit $3`;

/** The events of a story up to which its articles are looked for by them. */
const FEW_EVENTS = 2_000;
/** How many articles of whatever story are looked at in one question. */
const LOOKED_AT = 2_000;

const HAS_FEW_EVENTS = `select coalesce((select version from stream where story = $1), 0) <= ${FEW_EVENTS} as few`;

/**
 * $1 and $2 after this place, $3 how many, $4 a story, $5 a position: the articles that its events named as their
 * source by then.
 */
const OF_SHORT_STORY = `
select ${COLUMNS}
  from (select distinct (e.envelope #>> '{source,article}')::uuid as id from event e
         where e.story = $4 and e.position <= $5 and e.envelope #>> '{source,article}' is not null) n
  join article a on a.id = n.id
 where (a.filed_at, a.id) < ($1::timestamptz, $2::uuid)
 order by a.filed_at desc, a.id desc limit $3`;

/**
 * The same of a story with many events: of the articles that are looked at, in order, those that are named, and the
 * last in any case.
 */
const OF_LONG_STORY = `
select a.*, n.named
  from (select ${COLUMNS}, row_number() over (order by a.filed_at desc, a.id desc) as nth from article a
         where (a.filed_at, a.id) < ($1::timestamptz, $2::uuid) order by a.filed_at desc, a.id desc limit ${LOOKED_AT}) a
  left join lateral (
    select true as named from event e
     where e.envelope #>> '{source,article}' = a.id::text and e.story = $4 and e.position <= $5 limit 1) n on true
 where n.named or a.nth = ${LOOKED_AT}
 order by a.nth limit $3`;

const FIRST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Articles, the latest filed first. */
export async function readArticles(pool: ReadingPool, after: ArticlePlace | null, limit: number): Promise<ArticlePage> {
  const { rows } = await pool.query<ListedArticle>(ALL, [...startOf(after), limit + 1]);
  return pageOf(rows, limit);
}

/**
 * The articles that a story's events named as their source by a position. A story of few events is asked for its
 * articles; where it has many, articles are asked for the story, some thousand at a time. A page that took long to fill
 * may hold less, and leads on.
 */
export async function readArticlesOfStory(
  pool: ReadingPool,
  story: string,
  position: number,
  after: ArticlePlace | null,
  limit: number,
): Promise<ArticlePage> {
  const { rows: about } = await pool.query<{ few: boolean }>(HAS_FEW_EVENTS, [story]);
  if (about[0]?.few) {
    const { rows } = await pool.query<ListedArticle>(OF_SHORT_STORY, [...startOf(after), limit + 1, story, position]);
    return pageOf(rows, limit);
  }
  const found: ListedArticle[] = [];
  const pace = new ReadPace();
  for (let place = after; ;) {
    const values = [...startOf(place), limit + 1 - found.length, story, position];
    const { rows } = await pool.query<ListedArticle & { named: boolean | null; nth: string }>(OF_LONG_STORY, values);
    found.push(...rows.filter(({ named }) => named));
    const last = rows.at(-1);
    if (found.length > limit || !last || Number(last.nth) < LOOKED_AT) return pageOf(found, limit);
    place = placeOf(last);
    if (pace.isLong()) return { items: found, next: place };
  }
}

/**
 * $1 a position, $2 after, $3 how many are looked at: ids of articles in their order, and whether an event up to the
 * position has named each.
 */
const NAMED = `
select l.id, exists (select from event e where e.envelope #>> '{source,article}' = l.id::text and e.position <= $1 offset 0) as named
  from (select a.id from article a where $2::uuid is null or a.id > $2 order by a.id limit $3) l
 order by l.id`;

/** The ids of articles that no event up to a position has named, in their order, some at a time. */
export async function* neverNamed(pool: ReadingPool, position: number, atATime: number): AsyncGenerator<string[]> {
  for (let after: string | null = null; ;) {
    const { rows }: { rows: { id: string; named: boolean }[] } = await pool.query(NAMED, [position, after, atATime]);
    yield rows.flatMap(({ id, named }) => (named ? [] : [id]));
    if (rows.length < atATime) return;
    after = rows.at(-1)?.id ?? null;
  }
}

const startOf = (place: ArticlePlace | null): string[] => (place ? [place.filedAt, place.id] : FIRST);

const placeOf = ({ filedAt, id }: ListedArticle): ArticlePlace => ({ filedAt: filedAt.toISOString(), id });

/** @param found at least one more than the page holds where there is a next one */
function pageOf(found: readonly ListedArticle[], limit: number): ArticlePage {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? placeOf(last) : null };
}
